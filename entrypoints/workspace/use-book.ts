// The table of contacts as it is scrolled through.
import { useMemo, useState } from 'preact/hooks';
import type { BookQuery } from '../../lib/domain/book/query';
import { ask } from '../../lib/messages/ask';
import type { BookRow, ErrorCode } from '../../lib/messages/protocol';
import { usePages, type ListOf } from './use-pages';

export interface BookList {
  /** What was asked for; the lines of an older question stay until the newer answer is there. */
  query: BookQuery;
  total: number;
  everybody: number;
  complete: boolean;
}

const BOOK: ListOf<BookQuery, BookRow, Omit<BookList, 'query'>> = {
  page: 100,
  kept: 12,
  tables: ['contacts', 'identities', 'interactions', 'followUps', 'agenda', 'book', 'settings'],
  read: async (query, from, many) => {
    const { rows, ...told } = await ask('book.rows', { query, from, many });
    return { rows, told };
  },
};

export interface UseBook {
  list: BookList | null;
  error: ErrorCode | null;
  /** A line; undefined while it is on its way. */
  rowAt: (row: number) => BookRow | undefined;
  /** Says which lines are looked at, from the first to before the last. */
  look: (from: number, to: number) => void;
}

export function useBook(query: BookQuery): UseBook {
  const [error, setError] = useState<ErrorCode | null>(null);
  const { list, rowAt, look } = usePages(BOOK, query, setError);
  return { list: useMemo(() => list && { query: list.question, ...list.told }, [list]), error, rowAt, look };
}
