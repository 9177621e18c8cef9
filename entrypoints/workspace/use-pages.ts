// A long list as it is scrolled through: its pages are asked for where they are looked at, and asked again when something changed.
import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';
import { codeOf } from '../../components/ErrorLine';
import { onChanged } from '../../lib/messages/on-changed';
import type { ErrorCode } from '../../lib/messages/protocol';

/** What a list is made of. The same object for as long as the list is shown. */
export interface ListOf<Question, Row, Told> {
  /** Rows of one page. */
  page: number;
  /** Pages beyond so many are forgotten, those that came first. */
  kept: number;
  /** Whose changes ask again. */
  tables: readonly string[];
  /** Asks for rows `from` to before `from + many`; `told` is what is said of the list as a whole. */
  read: (question: Question, from: number, many: number) => Promise<{ rows: Row[]; told: Told }>;
}

export interface Pages<Question, Row, Told> {
  /** The question that the rows answer, and what was said with them; null before the first answer. */
  list: { question: Question; told: Told } | null;
  /** A row; undefined while it is on its way. */
  rowAt: (row: number) => Row | undefined;
  /** Says which rows are looked at, from the first to before the last. */
  look: (from: number, to: number) => void;
}

/** The pages of one question that are on their way, and of which round of changes those are that came. */
interface Asking {
  key: string;
  going: Set<number>;
  came: Map<number, number>;
}
const asking = (key: string): Asking => ({ key, going: new Set(), came: new Map() });

/**
 * The rows of an older question stay until the newer answer is there, and its own answers are dropped from then on. Each page is asked for once
 * at a time: what changes meanwhile asks again when the answer is there, and that is shown in between, however fast the changes come.
 * `onError` hears what went wrong, and null when it is well again.
 */
export function usePages<Question, Row, Told>(
  of: ListOf<Question, Row, Told>,
  question: Question,
  onError: (code: ErrorCode | null) => void,
): Pages<Question, Row, Told> {
  const [, draw] = useReducer((n: number) => n + 1, 0);
  const key = JSON.stringify(question);
  const now = useRef(asking(key));
  if (now.current.key !== key) now.current = asking(key);
  const shown = useRef<{ key: string; list: Pages<Question, Row, Told>['list']; pages: Map<number, Row[]> }>({
    key: '',
    list: null,
    pages: new Map(),
  });
  const round = useRef(0);
  const seen = useRef({ key, from: 0, to: 1 });

  const isSeen = useCallback((page: number) => page * of.page < seen.current.to && (page + 1) * of.page > seen.current.from, [of]);
  const load = useCallback(
    (page: number) => {
      const mine = now.current;
      const from = round.current;
      if (mine.key !== key || mine.going.has(page) || mine.came.get(page) === from) return;
      mine.going.add(page);
      const asked = JSON.parse(key) as Question;
      void of.read(asked, page * of.page, of.page).then(
        ({ rows, told }) => {
          mine.going.delete(page);
          if (now.current !== mine) return;
          if (shown.current.key !== key) shown.current = { key, list: null, pages: new Map() };
          const { pages, list } = shown.current;
          mine.came.set(page, from);
          pages.delete(page);
          pages.set(page, rows);
          for (const old of [...pages.keys()].slice(0, Math.max(0, pages.size - of.kept))) {
            pages.delete(old);
            mine.came.delete(old);
          }
          if (JSON.stringify(list?.told) !== JSON.stringify(told)) shown.current.list = { question: asked, told };
          onError(null);
          draw(undefined);
          if (isSeen(page)) load(page);
        },
        (reason: unknown) => {
          mine.going.delete(page);
          if (now.current !== mine) return;
          if (from === round.current) onError(codeOf(reason));
          else if (isSeen(page)) load(page);
        },
      );
    },
    [of, key, onError, isSeen],
  );

  const loadSeen = useCallback(() => {
    const { from, to } = seen.current.key === key ? seen.current : { from: 0, to: 1 };
    for (let page = Math.floor(from / of.page); page * of.page < Math.max(to, from + 1); page += 1) load(page);
  }, [of, key, load]);
  const again = useCallback(() => {
    round.current += 1;
    loadSeen();
  }, [loadSeen]);
  useEffect(again, [again]);
  useEffect(() => onChanged((changed) => changed.some((table) => of.tables.includes(table)) && again()), [of, again]);

  const look = useCallback(
    (from: number, to: number) => {
      seen.current = { key, from, to };
      if (shown.current.key === key) loadSeen();
    },
    [key, loadSeen],
  );
  const rowAt = useCallback((row: number) => shown.current.pages.get(Math.floor(row / of.page))?.[row % of.page], [of]);
  return { list: shown.current.list, rowAt, look };
}
