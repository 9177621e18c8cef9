// What a file of the chat has counted already: a message that somebody scrolls up to is not counted once more.
import type { Day } from '../domain/day';
import type { Identity } from '../domain/records';
import { db } from './database';

/** A message that is to be counted, and on which day. */
interface Dated {
  day: Day | null;
  at: string | null;
}

/** Tells of dated messages of an identity whether a file counted them for the same person on the same site. Runs inside the caller's transaction. */
export async function countedInFiles({ id, contactId, site }: Identity, messages: readonly Dated[]): Promise<(one: Dated) => boolean> {
  const files = (await db.identities.where({ contactId }).toArray()).filter((one) => one.site === site && one.id !== id && one.file?.until);
  if (files.length === 0) return () => false;
  const days = [...new Set(messages.flatMap(({ day }) => day ?? []))];
  const until = new Map<Day, string>();
  for (const { id: identityId, file } of files) {
    const rows = await db.days.bulkGet(days.map((day): [string, string] => [identityId, day]));
    for (const row of rows) if (row && row.in + row.out > 0) until.set(row.day, file!.until!);
  }
  return ({ day, at }) => {
    const last = day === null ? undefined : until.get(day);
    return last !== undefined && at !== null && !isAfter(at, last);
  };
}

/** Whether a message is later than another; what has a day alone is not known to be. */
const isAfter = (at: string, last: string): boolean => at.includes('T') && last.includes('T') && Date.parse(at) > Date.parse(last);
