// Which contacts are chosen: some by their ids, or all that the search and the filters let pass but some.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Choosing } from '../../components/workspace/ContactTable';
import type { BulkChange } from '../../lib/domain/book/bulk-change';
import type { BookQuery } from '../../lib/domain/book/query';
import { ask } from '../../lib/messages/ask';
import { holding, stepOn } from './bulk-run';

/** So many ids come and go in one message. */
const IDS = 5000;

interface Chosen {
  all: boolean;
  /** Those chosen, or with `all` those left out. */
  ids: ReadonlySet<string>;
}
const NOBODY: Chosen = { all: false, ids: new Set() };

/** The ids of lines of the table, from one to before another. */
async function idsOf(query: BookQuery, from: number, to: number): Promise<string[]> {
  const found: string[] = [];
  for (let at = from; at < to; at += IDS) {
    const { ids } = await ask('book.ids', { query, from: at, many: Math.min(IDS, to - at) });
    found.push(...ids);
    if (ids.length < Math.min(IDS, to - at)) break;
  }
  return found;
}

export interface UseChoosing {
  choosing: Choosing;
  many: number;
  /** How many of the chosen are done; null while nothing goes on. */
  done: number | null;
  /** The ids of those, in the order of the table when all were chosen. */
  chosenIds: () => Promise<string[]>;
  change: (change: BulkChange) => void;
  stop: () => void;
}

export function useChoosing(
  query: BookQuery,
  total: number,
  onDone: (change: BulkChange, changed: number, undo: string | null) => void,
  onFail: (why: unknown) => void,
): UseChoosing {
  const [chosen, setChosen] = useState(NOBODY);
  const [done, setDone] = useState<number | null>(null);
  const isStopped = useRef(false);
  const isGone = useRef(false);
  const key = JSON.stringify([query.words, query.filter]);
  // What is chosen is chosen among those in the list: in another list nobody is.
  useEffect(() => setChosen(NOBODY), [key]);
  useEffect(() => () => void (isGone.current = true), []);

  const has = useCallback((id: string) => chosen.ids.has(id) !== chosen.all && id !== '', [chosen]);
  const many = chosen.all ? total - chosen.ids.size : chosen.ids.size;
  const choose = (row: number, from: number | null) => {
    const [first, last] = from === null ? [row, row] : [Math.min(row, from), Math.max(row, from)];
    void idsOf(query, first, last + 1).then((ids) => {
      setChosen((now) => {
        const next = new Set(now.ids);
        for (const id of ids) {
          // A stretch is chosen as a whole; a single line changes sides.
          const isChosen = now.ids.has(id) !== now.all;
          if (from !== null && isChosen) continue;
          if (!next.delete(id)) next.add(id);
        }
        return { ...now, ids: next };
      });
    }, onFail);
  };

  const chosenIds = async () => (chosen.all ? (await idsOf(query, 0, total)).filter((id) => !chosen.ids.has(id)) : [...chosen.ids]);
  const run = async (change: BulkChange) => {
    isStopped.current = false;
    setDone(0);
    try {
      const ids = await chosenIds();
      const { job } = await ask('bulk.begin', { change });
      await holding(job, async () => {
        for (let at = 0; at < ids.length; at += IDS)
          await ask('bulk.add', { job, from: at, contacts: ids.slice(at, at + IDS), isLast: at + IDS >= ids.length });
        const step = await stepOn(
          job,
          ({ done: now }) => setDone(now),
          () => isStopped.current || isGone.current,
        );
        // Who left the page finds what is left of it there.
        if (isGone.current && !(step && step.done >= step.of)) return;
        // Whatever was done can be taken back, also when the rest was stopped.
        onDone(change, step?.changed ?? 0, step?.undo ?? null);
        await ask('bulk.drop', { job });
      });
      if (change.what === 'delete') setChosen(NOBODY);
    } catch (why) {
      onFail(why);
    } finally {
      setDone(null);
    }
  };

  return {
    choosing: {
      has,
      all: many === 0 ? false : many === total ? true : null,
      choose,
      chooseAll: () => setChosen({ all: true, ids: new Set() }),
      none: () => setChosen(NOBODY),
    },
    many,
    done,
    chosenIds,
    change: (change) => void run(change),
    stop: () => void (isStopped.current = true),
  };
}
