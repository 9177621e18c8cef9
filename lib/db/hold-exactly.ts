// Makes the tables of data hold exactly the rows that were set aside. What is here already stays untouched: a copy of yesterday is nearly
// what is here today, and a row that is written costs ten times one that is read.
import Dexie, { cmp } from 'dexie';
import { isSame } from '../domain/is-same';
import { DATA_TABLES } from '../domain/tables';
import { keyOf, type Row } from './backup';
import { db } from './database';
import { coverEverybody, EVERYBODY, WHOLE_BOOK } from './stale';
import { eachPart } from './staged-parts';

type Key = string | string[];

/** So many keys are looked at together. */
const KEYS = 5_000;

/** Needs a transaction of all tables. `onPart` hears of each part that is done. */
export async function holdExactly(job: string, onPart: () => void): Promise<void> {
  // Nobody's standing is what it was; that is written down once and not for each row.
  await db.stale.put(EVERYBODY);
  await db.unlisted.put(WHOLE_BOOK);
  coverEverybody(Dexie.currentTransaction);
  const reached = new Map<string, Key>();
  await eachPart(job, async ({ table, rows }) => {
    await holdPart(table, rows, reached);
    onPart();
  });
  for (const table of DATA_TABLES) {
    const last = reached.get(table);
    if (last === undefined) await db.table(table).clear();
    else await removeOthers(table, last, Dexie.maxKey as Key, new Map());
  }
}

/**
 * One part. As a backup stands in the order of its keys, what lies between the last row of the part before and the last one of this is in
 * this part or in none. A file that is in another order comes out right as well, only slower: what went too early is put again.
 */
async function holdPart(table: string, rows: readonly Row[], reached: Map<string, Key>): Promise<void> {
  const wanted = new Map(rows.map((row) => [nameOf(keyOf(table, row)), row]));
  const keys = [...wanted.values()].map((row) => keyOf(table, row)).sort(cmp);
  const last = keys.at(-1);
  if (last === undefined) return;
  const from = reached.get(table) ?? (Dexie.minKey as unknown as Key);
  if (cmp(from, last) < 0) {
    await removeOthers(table, from, last, wanted);
    reached.set(table, last);
  }
  const here = await db.table<Row>(table).bulkGet(keys);
  const changed = keys.map((key) => wanted.get(nameOf(key))!).filter((row, i) => !isSame(here[i], row));
  await db.table<Row>(table).bulkPut(changed);
}

const nameOf = (key: Key): string => JSON.stringify(key);

/** Removes the rows after one key and up to another whose keys are not wanted. */
async function removeOthers(table: string, from: Key, to: Key, wanted: ReadonlyMap<string, unknown>): Promise<void> {
  for (let after = from; ;) {
    const keys = (await db.table(table).where(':id').between(after, to, false, true).limit(KEYS).primaryKeys()) as Key[];
    const end = keys.at(-1);
    if (end === undefined) return;
    const others = keys.filter((key) => !wanted.has(nameOf(key)));
    // A whole stretch goes at once.
    if (others.length === keys.length) await db.table(table).where(':id').between(after, end, false, true).delete();
    else await db.table(table).bulkDelete(others);
    after = end;
  }
}
