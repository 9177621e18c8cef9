// The cards of one stage as they are scrolled through.
import { useMemo } from 'preact/hooks';
import type { Cards } from '../../components/board/Column';
import type { BookQuery } from '../../lib/domain/book/query';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode, LeadCard } from '../../lib/messages/protocol';
import { usePages, type ListOf } from './use-pages';

const cardsOf = (tables: readonly string[]): ListOf<{ query: BookQuery; stage: string }, LeadCard, number> => ({
  page: 40,
  kept: 6,
  tables,
  read: async ({ query, stage }, from, many) => {
    const { cards, total } = await ask('board.cards', { query, stage, from, many });
    return { rows: cards, told: total };
  },
});

/** `tables`: whose changes ask again. `onError` hears what went wrong, and null when it is well again. */
export function useCards(query: BookQuery, stage: string, tables: readonly string[], onError: (code: ErrorCode | null) => void): Cards {
  const of = useMemo(() => cardsOf(tables), [tables]);
  const { list, rowAt, look } = usePages(of, { query, stage }, onError);
  return { total: list?.told ?? 0, cardAt: rowAt, look };
}
