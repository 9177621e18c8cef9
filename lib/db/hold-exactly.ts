// Makes the tables of data hold exactly the rows that were set aside. What is here already stays untouched: a copy of yesterday is nearly
// what is here today, and a row that is written costs ten times one that is read.
import Dexie, { cmp } from 'dexie';
import { isSame } from '../domain/is-same';
import { DATA_TABLES } from '../domain/tables';
import { keyOf, nameOf, type Key, type Row } from './backup';
import { db } from './database';
import { EVERYBODY, markByHand, WHOLE_BOOK } from './stale';
import { rowsNear } from './rows-near';
import { eachPart } from './staged-parts';

/** So many rows that are here are read together. */
const ROWS = 2_000;
/** So many neighbours go as a range: Dexie remembers every single key that goes until the transaction ends. */
const MANY = 20;

/** Needs a transaction of all tables. `onPart` hears of each part that is done. */
export async function holdExactly(job: string, onPart: () => void): Promise<void> {
  // Nobody's standing is what it was; that is written down once and not for each row.
  await db.stale.put(EVERYBODY);
  await db.unlisted.put(WHOLE_BOOK);
  markByHand();
  const reached = new Map<string, Key>();
  await eachPart(job, async ({ table, rows }) => {
    await holdPart(table, rows, reached);
    onPart();
  });
  for (const table of DATA_TABLES) {
    const last = reached.get(table);
    if (last === undefined) await db.table(table).clear();
    else await db.table(table).where(':id').above(last).delete();
  }
}

/**
 * One part. As a backup stands in the order of its keys, what lies between the last row of the part before and the last one of this is in
 * this part or in none: it is read in one go. A file that is in another order comes out right as well, only slower: what went too early is
 * put again.
 */
async function holdPart(table: string, rows: readonly Row[], reached: Map<string, Key>): Promise<void> {
  const wanted = new Map(rows.map((row) => [nameOf(keyOf(table, row)), row]));
  const keys = [...wanted.values()].map((row) => keyOf(table, row)).sort(cmp);
  const last = keys.at(-1);
  if (last === undefined) return;
  const from = reached.get(table) ?? (Dexie.minKey as unknown as Key);
  const early = keys.filter((key) => cmp(key, from) <= 0);
  if (early.length > 0) leaveSame(table, await rowsNear(table, early), wanted);
  if (early.length < keys.length) {
    await holdStretch(table, from, last, wanted);
    reached.set(table, last);
  }
  await db.table<Row>(table).bulkPut([...wanted.values()]);
}

/** Removes the rows after one key and up to another that are not wanted. Of the wanted ones those are left that have to be written. */
async function holdStretch(table: string, from: Key, to: Key, wanted: Map<string, Row>): Promise<void> {
  for (let after = from; cmp(after, to) < 0;) {
    const here = await db.table<Row>(table).where(':id').between(after, to, false, true).limit(ROWS).toArray();
    for (const run of leaveSame(table, here, wanted)) {
      if (run.length < MANY) await db.table(table).bulkDelete(run);
      else await db.table(table).where(':id').between(run[0], run.at(-1), true, true).delete();
    }
    after = here.length < ROWS ? to : keyOf(table, here.at(-1)!);
  }
}

/** Takes those out of the wanted rows that are here as they should be. Gives the keys of the others here, each run of neighbours by itself. */
function leaveSame(table: string, here: readonly (Row | undefined)[], wanted: Map<string, Row>): Key[][] {
  const runs: Key[][] = [];
  let isInRun = false;
  for (const row of here) {
    if (!row) continue;
    const key = keyOf(table, row);
    const should = wanted.get(nameOf(key));
    if (should === undefined) {
      if (isInRun) runs.at(-1)!.push(key);
      else runs.push([key]);
    } else if (isSame(row, should)) wanted.delete(nameOf(key));
    isInRun = should === undefined;
  }
  return runs;
}
