// The table of contacts as it is scrolled through: lines are asked for where they are looked at, and kept in step with changes elsewhere.
import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { codeOf } from '../../components/ErrorLine';
import type { BookQuery } from '../../lib/domain/book/query';
import { ask } from '../../lib/messages/ask';
import { onChanged } from '../../lib/messages/on-changed';
import type { BookRow, ErrorCode } from '../../lib/messages/protocol';

const PAGE = 100;
/** Pages beyond so many are forgotten, the ones asked for first. */
const KEPT = 12;
const SHOWN_TABLES = ['contacts', 'identities', 'interactions', 'followUps', 'agenda', 'book', 'settings'];

export interface BookList {
  /** What was asked for; the lines of an older question stay until the newer answer is there. */
  query: BookQuery;
  total: number;
  everybody: number;
  complete: boolean;
}

interface Kept {
  key: string;
  pages: Map<number, BookRow[]>;
}

export interface UseBook {
  list: BookList | null;
  error: ErrorCode | null;
  /** A line; undefined while it is on its way. */
  rowAt: (row: number) => BookRow | undefined;
  /** Says which lines are looked at, from the first to before the last. */
  look: (from: number, to: number) => void;
}

export function useBook(query: BookQuery): UseBook {
  const [list, setList] = useState<BookList | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const [, draw] = useReducer((n: number) => n + 1, 0);
  const key = JSON.stringify(query);
  const kept = useRef<Kept>({ key: '', pages: new Map() });
  /** Answers to older rounds are dropped: another question was put, or something changed. */
  const round = useRef(0);
  const asked = useRef(new Set<number>());
  const seen = useRef({ key, from: 0, to: 1 });

  const load = useCallback(
    (page: number) => {
      if (asked.current.has(page)) return;
      asked.current.add(page);
      const mine = round.current;
      const question = JSON.parse(key) as BookQuery;
      ask('book.rows', { query: question, from: page * PAGE, many: PAGE }).then(
        ({ rows, ...answer }) => {
          if (mine !== round.current) return;
          if (kept.current.key !== key) kept.current = { key, pages: new Map() };
          const { pages } = kept.current;
          pages.delete(page);
          pages.set(page, rows);
          for (const old of [...pages.keys()].slice(0, Math.max(0, pages.size - KEPT))) {
            pages.delete(old);
            asked.current.delete(old);
          }
          setError(null);
          setList((before) => (isSame(before, question, answer) ? before : { query: question, ...answer }));
          draw(undefined);
        },
        (reason: unknown) => {
          if (mine !== round.current) return;
          asked.current.delete(page);
          setError(codeOf(reason));
        },
      );
    },
    [key],
  );

  const again = useCallback(() => {
    round.current += 1;
    asked.current.clear();
    const { from, to } = seen.current.key === key ? seen.current : { from: 0, to: 1 };
    for (let page = Math.floor(from / PAGE); page * PAGE < Math.max(to, from + 1); page += 1) load(page);
  }, [key, load]);
  useEffect(again, [again]);
  useEffect(() => onChanged((tables) => tables.some((table) => SHOWN_TABLES.includes(table)) && again()), [again]);

  const look = useCallback(
    (from: number, to: number) => {
      seen.current = { key, from, to };
      if (kept.current.key !== key) return;
      for (let page = Math.floor(from / PAGE); page * PAGE < to; page += 1) load(page);
    },
    [key, load],
  );
  const rowAt = useCallback((row: number) => kept.current.pages.get(Math.floor(row / PAGE))?.[row % PAGE], []);
  return { list, error, rowAt, look };
}

function isSame(list: BookList | null, query: BookQuery, answer: Omit<BookList, 'query'>): boolean {
  return (
    list !== null &&
    list.total === answer.total &&
    list.everybody === answer.everybody &&
    list.complete === answer.complete &&
    JSON.stringify(list.query) === JSON.stringify(query)
  );
}
