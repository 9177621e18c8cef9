// Answers to the table of contacts.
import { openBook, readBookWords } from '@/lib/db/book';
import { countContacts } from '@/lib/db/contacts';
import { changeTable, readTableChoices } from '@/lib/db/table-choices';
import type { Entry } from '@/lib/domain/book/entry';
import type { BookRow } from '@/lib/messages/protocol';
import type { Answers } from '@/lib/messages/serve';
import { knownSite, type KnownSite } from './known-sites';
import { reckoningNow } from './reckon';
import { tellChanged } from './tell';

/** So long (ms) a screen waits for lines that changed; what is not there by then comes with the next "changed". */
const PATIENCE = 100;

/** So many tags are offered: more than anybody made by hand, and a file that brought more of them does not stop a screen. */
const MOST_TAGS = 10_000;

/** The sites of some lines, looked up once for all of them. */
async function sitesOf(entries: readonly Entry[]): Promise<Map<string, KnownSite | null>> {
  const ids = [...new Set(entries.flatMap(({ sites }) => sites))];
  return new Map(await Promise.all(ids.map(async (id) => [id, await knownSite(id)] as const)));
}

function rowOf(entry: Entry, known: ReadonlyMap<string, KnownSite | null>): BookRow {
  const { id, kind, name, tags, last, due, date, added, stage, score, source, nurture, type, tier, trend, strength } = entry;
  const sites = [...new Set(entry.sites.map((site) => known.get(site)?.name ?? site))];
  const approximate = entry.sites.some((site) => known.get(site)?.approximate);
  return {
    id,
    kind,
    name,
    tags: [...tags],
    sites,
    approximate,
    in: entry.in,
    out: entry.out,
    last,
    due,
    date,
    added,
    stage,
    score,
    source,
    nurture,
    type,
    tier,
    trend,
    strength,
  };
}

export const bookAnswers: Pick<Answers, `book.${'rows' | 'tags' | 'ids'}` | `table.${'get' | 'set'}`> = {
  'table.get': async () => ({ choices: await readTableChoices() }),
  'table.set': async ({ change }) => {
    const undo = await changeTable(change, Date.now());
    tellChanged('table');
    return { undo };
  },
  'book.rows': async ({ query, from, many }) => {
    const { book, complete, today } = await openBook(reckoningNow, PATIENCE);
    const { entries, total } = book.stretch(query, today, from, many);
    const known = await sitesOf(entries);
    if (complete) void readBookWords();
    return { rows: entries.map((entry) => rowOf(entry, known)), total, everybody: complete ? book.many : await countContacts(), complete };
  },
  'book.tags': async () => {
    const { book } = await openBook(reckoningNow, PATIENCE);
    return { tags: book.tags(MOST_TAGS) };
  },
  'book.ids': async ({ query, from, many }) => {
    const { book, today } = await openBook(reckoningNow, PATIENCE);
    return { ids: book.ids(query, today, from, from + many) };
  },
};
