// The numbers of the book, kept as sums by month. Each contact's share is kept with its standing (`KeptStanding`), and the sums change by the
// difference in the same transaction. Derived: in no backup, worked out anew with everybody's standing.
import { unpacked, type Month, type Share } from '../domain/numbers/share';
import { added, difference, type MonthSums } from '../domain/numbers/sums';
import type { KeptStanding } from '../domain/tie/stood';
import { db } from './database';

/** What these contacts gave to the numbers when their standings were kept. */
export const sharesOf = (kept: readonly KeptStanding[]): Share[] => kept.map(({ share }) => unpacked(share));

/** Puts these shares in place of those before. Runs inside the caller's transaction. */
export async function changeSums(before: readonly Share[], after: readonly Share[]): Promise<void> {
  const changes = [...difference(before, after)];
  const sums = await db.sums.bulkGet(changes.map(([month]) => month));
  const next = changes.map(([month, change], i) => [month, added(sums[i], month, change)] as const);
  await db.sums.bulkPut(next.flatMap(([, row]) => row ?? []));
  await db.sums.bulkDelete(next.flatMap(([month, row]) => (row ? [] : month)));
}

/** Puts the sums of everybody in place of all that was kept. Runs inside the caller's transaction. */
export async function replaceSums(total: Share): Promise<void> {
  await db.sums.clear();
  await db.sums.bulkPut(Object.entries(total).map(([month, tally]): MonthSums => ({ month, ...tally })));
}

/** All sums up to a month, the oldest first; of what has no date the month is empty. */
export async function readSums(last: Month): Promise<MonthSums[]> {
  return db.sums.where(':id').belowOrEqual(last).toArray();
}

/** Whether somebody changed whose share is not worked out anew yet. */
export const areSumsOld = async (): Promise<boolean> => (await db.stale.limit(1).primaryKeys()).length > 0;
