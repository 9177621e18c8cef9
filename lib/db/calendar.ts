// What lies ahead, for a calendar file: key dates and open follow-ups of everybody, or of one contact, part by part.
import { Failure } from '../domain/failure';
import type { FollowUp } from '../domain/records';
import type { KeyDate } from '../domain/tie-records';
import { db } from './database';

const TABLES = ['keyDates', 'followUps'] as const;
/** Rows of a part: with reasons and names as long as they may be still far under 1 MB. */
const PART = 300;

export interface CalendarPart {
  keyDates: KeyDate[];
  followUps: FollowUp[];
  /** Whose they are, by id. Rows of somebody deleted are left out. */
  names: Record<string, string>;
  /** Null ends it. */
  next: string | null;
}

/** The part that the cursor stands for, null being the first. `contact` null is everybody. Fails with `invalid` for a cursor of no part. */
export async function calendarPart(contact: string | null, cursor: string | null): Promise<CalendarPart> {
  const [table, after] = cursor === null ? [TABLES[0], ''] : placeOf(cursor);
  const source = db.table<KeyDate | FollowUp, string>(table);
  // Rows of one contact stand in the order of their ids, too.
  const range = contact === null ? source.where(':id').above(after) : source.where({ contactId: contact }).filter(({ id }) => id > after);
  const rows = await range
    .filter((row) => !('status' in row) || row.status === 'open')
    .limit(PART)
    .toArray();
  const contacts = await db.contacts.bulkGet([...new Set(rows.map(({ contactId }) => contactId))]);
  const names = Object.fromEntries(contacts.flatMap((one) => (one && one.deletedAt === null ? [[one.id, one.name]] : [])));
  const there = rows.filter(({ contactId }) => Object.hasOwn(names, contactId));
  const following = rows.length === PART ? [table, rows[PART - 1]!.id] : table === TABLES[0] ? [TABLES[1], ''] : null;
  return {
    keyDates: table === 'keyDates' ? (there as KeyDate[]) : [],
    followUps: table === 'followUps' ? (there as FollowUp[]) : [],
    names,
    next: following && JSON.stringify(following),
  };
}

function placeOf(cursor: string): [table: (typeof TABLES)[number], after: string] {
  const place = /^\["(keyDates|followUps)","([\w-]{0,64})"\]$/.exec(cursor);
  if (!place) throw new Failure('invalid');
  return [place[1] as (typeof TABLES)[number], place[2]!];
}
