// The cards of one stage as they are scrolled through: asked for where they are looked at, and asked again when something changed.
import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Cards } from '../../components/board/Column';
import { codeOf } from '../../components/ErrorLine';
import type { BookQuery } from '../../lib/domain/book/query';
import { ask } from '../../lib/messages/ask';
import { onChanged } from '../../lib/messages/on-changed';
import type { ErrorCode, LeadCard } from '../../lib/messages/protocol';

const PAGE = 40;
/** Pages beyond so many are forgotten, the ones asked for first. */
const KEPT = 6;

interface Kept {
  key: string;
  pages: Map<number, LeadCard[]>;
}

/** `tables`: whose changes ask again. `onError` hears what went wrong, and null when it is well again. */
export function useCards(query: BookQuery, stage: string, tables: readonly string[], onError: (code: ErrorCode | null) => void): Cards {
  const [total, setTotal] = useState(0);
  const [, draw] = useReducer((n: number) => n + 1, 0);
  const key = JSON.stringify(query);
  /** Answers to another question than the latest are dropped. */
  const latest = useRef(key);
  latest.current = key;
  const kept = useRef<Kept>({ key: '', pages: new Map() });
  const round = useRef(0);
  /** Of each page the round it is of: an answer is dropped for a newer one, and not because something changes faster than answers come. */
  const taken = useRef(new Map<number, number>());
  const asked = useRef(new Set<number>());
  const seen = useRef({ key, from: 0, to: 1 });

  const load = useCallback(
    (page: number) => {
      if (asked.current.has(page)) return;
      asked.current.add(page);
      const mine = round.current;
      ask('board.cards', { query: JSON.parse(key) as BookQuery, stage, from: page * PAGE, many: PAGE }).then(
        (answer) => {
          if (latest.current !== key || mine < (taken.current.get(page) ?? 0)) return;
          taken.current.set(page, mine);
          if (kept.current.key !== key) kept.current = { key, pages: new Map() };
          const { pages } = kept.current;
          pages.delete(page);
          pages.set(page, answer.cards);
          for (const old of [...pages.keys()].slice(0, Math.max(0, pages.size - KEPT))) {
            pages.delete(old);
            asked.current.delete(old);
          }
          onError(null);
          setTotal(answer.total);
          draw(undefined);
        },
        (reason: unknown) => {
          if (latest.current !== key || mine !== round.current) return;
          asked.current.delete(page);
          onError(codeOf(reason));
        },
      );
    },
    [key, stage, onError],
  );
  const again = useCallback(() => {
    round.current += 1;
    asked.current.clear();
    const { from, to } = seen.current.key === key ? seen.current : { from: 0, to: 1 };
    for (let page = Math.floor(from / PAGE); page * PAGE < Math.max(to, from + 1); page += 1) load(page);
  }, [key, load]);
  useEffect(again, [again]);
  const watched = tables.join();
  useEffect(() => onChanged((changed) => changed.some((table) => watched.split(',').includes(table)) && again()), [again, watched]);
  const look = useCallback(
    (from: number, to: number) => {
      seen.current = { key, from, to };
      if (kept.current.key !== key) return;
      for (let page = Math.floor(from / PAGE); page * PAGE < to; page += 1) load(page);
    },
    [key, load],
  );
  const cardAt = useCallback((row: number) => kept.current.pages.get(Math.floor(row / PAGE))?.[row % PAGE], []);
  return { total, cardAt, look };
}
