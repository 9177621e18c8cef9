// The numbers of the book, kept as sums by month. Each contact's share is written with its standing, in the same transaction, and the
// sums change by the difference. Derived: in no backup, worked out anew with everybody's standing.
import type { Month, Share } from '../domain/numbers/share';
import { added, difference, type MonthSums } from '../domain/numbers/sums';
import { db } from './database';

/** What one contact gives to the numbers; who gives nothing has no row. */
export interface ShareRow {
  contactId: string;
  share: Share;
}

/** Puts these shares in place of what the contacts gave before. Runs inside the caller's transaction. */
export async function putShares(before: readonly ShareRow[], after: readonly ShareRow[]): Promise<void> {
  const given = after.filter(({ share }) => Object.keys(share).length > 0);
  const there = new Set(given.map(({ contactId }) => contactId));
  const changes = difference(sharesOf(before), sharesOf(given));
  await db.shares.bulkDelete(before.flatMap(({ contactId }) => (there.has(contactId) ? [] : contactId)));
  await db.shares.bulkPut(given);
  const months: Month[] = [...changes.keys()];
  const sums = (await db.sums.bulkGet(months)).map((row, i) => [months[i]!, added(row, months[i]!, changes.get(months[i]!)!)] as const);
  await db.sums.bulkPut(sums.flatMap(([, row]) => row ?? []));
  await db.sums.bulkDelete(sums.flatMap(([month, row]) => (row ? [] : month)));
}

const sharesOf = (rows: readonly ShareRow[]): Share[] => rows.map(({ share }) => share);

/** All sums up to a month, the oldest first; of what has no date the month is empty. */
export async function readSums(last: Month): Promise<MonthSums[]> {
  return db.sums.where(':id').belowOrEqual(last).toArray();
}

/** Whether somebody changed whose share is not worked out anew yet. */
export const areSumsOld = async (): Promise<boolean> => (await db.stale.limit(1).primaryKeys()).length > 0;
