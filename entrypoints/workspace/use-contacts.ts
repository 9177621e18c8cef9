// The list of contacts as it grows by pages, kept in step with the search field and with changes elsewhere.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ask, AskError } from '../../lib/messages/ask';
import { onChanged } from '../../lib/messages/on-changed';
import type { ContactRow, ErrorCode } from '../../lib/messages/protocol';

const PAGE = 50;
const SHOWN_TABLES = ['contacts', 'identities', 'interactions', 'followUps'];

export interface ContactList {
  /** What was searched for; the rows of an older search stay until the newer answer is there. */
  query: string;
  rows: ContactRow[];
  next: string | null;
  total: number;
}

/** Asks for at least `wanted` rows, page by page; gives up as soon as `stale` says that nobody waits for them any more. */
async function gather(query: string, start: ContactList | null, wanted: number, stale: () => boolean): Promise<ContactList | null> {
  let list: ContactList = start ?? { query, rows: [], next: null, total: 0 };
  do {
    const part = await ask('contact.list', { query, cursor: list.next, limit: PAGE });
    if (stale()) return null;
    // A row that moved while pages were read could come twice.
    const known = new Set(list.rows.map((row) => row.id));
    list = { query, rows: [...list.rows, ...part.contacts.filter((row) => !known.has(row.id))], next: part.next, total: part.total };
  } while (list.next !== null && list.rows.length < wanted);
  return list;
}

export function useContacts(query: string): { list: ContactList | null; error: ErrorCode | null; more: () => void; again: () => void } {
  const [list, setList] = useState<ContactList | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const latest = useRef(0);
  const shown = useRef<ContactList | null>(null);
  const loading = useRef(false);

  const load = useCallback(
    (start: ContactList | null, wanted: number) => {
      const mine = ++latest.current;
      loading.current = true;
      gather(query, start, wanted, () => mine !== latest.current)
        .then((result) => {
          if (!result) return;
          shown.current = result;
          setList(result);
          setError(null);
        })
        .catch((reason: unknown) => {
          if (mine === latest.current) setError(reason instanceof AskError ? reason.code : 'failed');
        })
        .finally(() => {
          if (mine === latest.current) loading.current = false;
        });
    },
    [query],
  );

  // Pages already shown are read again as a whole: a change may have moved any row.
  const again = useCallback(() => load(null, shown.current?.query === query ? shown.current.rows.length : 1), [load, query]);
  const more = useCallback(() => {
    const now = shown.current;
    if (!loading.current && now?.query === query && now.next !== null) load(now, now.rows.length + 1);
  }, [load, query]);

  useEffect(again, [again]);
  useEffect(() => onChanged((tables) => tables.some((table) => SHOWN_TABLES.includes(table)) && again()), [again]);
  return { list, error, more, again };
}
