// A contact's timeline as far as it was asked for: page after page, and all of them again when something changed.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { TimelineKind } from '../../lib/domain/timeline/item';
import { ask, AskError } from '../../lib/messages/ask';
import { onChanged } from '../../lib/messages/on-changed';
import type { ErrorCode, TimelineLine } from '../../lib/messages/protocol';

/** What lines are made of. */
const TABLES = new Set([
  ...['contacts', 'identities', 'notes', 'interactions', 'days', 'replies', 'credits', 'moves'],
  ...['deals', 'facts', 'keyDates', 'followUps', 'settings'],
]);
const PAGE = 40;
/** Changes come in bursts; so long (ms) a timeline of several pages waits before it is read again. */
const PAUSE = 250;

export interface Timeline {
  /** Null before the first answer. */
  items: readonly TimelineLine[] | null;
  hasMore: boolean;
  error: ErrorCode | null;
  /** Asks for the next page. */
  more: () => void;
}

/** The timeline of a contact, of all kinds or of one. */
export function useTimeline(contact: string, kind: TimelineKind | null): Timeline {
  const [state, setState] = useState<{ items: TimelineLine[] | null; next: string | null; error: ErrorCode | null }>({
    items: null,
    next: null,
    error: null,
  });
  const latest = useRef(0);
  const shown = useRef(PAGE);
  const fail = (mine: number, error: unknown) => {
    if (mine === latest.current) setState((old) => ({ ...old, error: error instanceof AskError ? error.code : 'failed' }));
  };
  /** Reads as many lines as are shown; one page more with every `more`. An answer to an older question is dropped. */
  const read = useCallback(async () => {
    const mine = ++latest.current;
    try {
      const items: TimelineLine[] = [];
      let next: string | null = null;
      do {
        const left = Math.min(100, shown.current - items.length);
        const page: { items: TimelineLine[]; next: string | null } = await ask('timeline.get', {
          contact,
          kind,
          cursor: next,
          limit: left,
        });
        if (mine !== latest.current) return;
        items.push(...page.items);
        next = page.next;
      } while (next !== null && items.length < shown.current);
      setState({ items, next, error: null });
    } catch (error) {
      fail(mine, error);
    }
  }, [contact, kind]);
  useEffect(() => {
    shown.current = PAGE;
    void read();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = onChanged((tables) => {
      if (!tables.some((table) => TABLES.has(table))) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => void read(), PAUSE);
    });
    return () => {
      latest.current += 1;
      clearTimeout(waiting);
      stop();
    };
  }, [read]);
  const { next } = state;
  const more = useCallback(() => {
    if (next === null) return;
    shown.current += PAGE;
    const mine = ++latest.current;
    ask('timeline.get', { contact, kind, cursor: next, limit: PAGE }).then(
      (page) =>
        mine === latest.current && setState((old) => ({ items: [...(old.items ?? []), ...page.items], next: page.next, error: null })),
      (error: unknown) => {
        shown.current -= PAGE;
        fail(mine, error);
      },
    );
  }, [contact, kind, next]);
  return { items: state.items, hasMore: next !== null, error: state.error, more };
}
