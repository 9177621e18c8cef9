// The timeline of a contact, a page at a time. What grows with the years (days, credits) is read by index, no more than a page of it.
import { isDay, startOfDay, type Day } from '../domain/day';
import { Failure } from '../domain/failure';
import { pageOf, reachOf, type TimelineItem, type TimelineKind, type TimelinePage } from '../domain/timeline/item';
import {
  ofCredits,
  ofDays,
  ofDeals,
  ofFacts,
  ofFollowUps,
  ofKeyDates,
  ofMoves,
  ofNotes,
  ofReferrals,
  type Seen,
} from '../domain/timeline/items';
import type { DayRow } from '../domain/records';
import type { Credit } from '../domain/reply-records';
import { contactOf } from './contacts';
import { db } from './database';
import { movesOf } from './moves';
import { readSettings } from './settings';

/** What is asked for: lines of one kind or of all, after a cursor, so many. */
export interface TimelineAsked {
  kind: TimelineKind | null;
  cursor: string | null;
  limit: number;
}

/** A page of a contact's timeline, the newest first. Fails with `gone`, and with `invalid` for a cursor that is none. */
export async function timelineOf(contactId: string, { kind, cursor, limit }: TimelineAsked, seen: Seen): Promise<TimelinePage> {
  await contactOf(contactId);
  const reach = cursor === null ? null : reachOf(cursor);
  if (reach && !isDay(reach.day)) throw new Failure('invalid');
  const stretch: Stretch = { until: reach?.day ?? '\uffff', before: endOf(reach, seen.zone), most: limit + 2 };
  const asked = (Object.keys(READERS) as TimelineKind[]).filter((one) => kind === null || kind === one);
  const items = await Promise.all(asked.map((one) => READERS[one](contactId, stretch, seen)));
  return pageOf(items.flat(), cursor, limit);
}

/** How far the page reaches: days until this one, times up to `before` (ms), and no more than `most` lines, two of which may have been shown. */
interface Stretch {
  until: Day;
  before: number;
  most: number;
}

const endOf = (reach: ReturnType<typeof reachOf> | null, zone: string): number =>
  reach === null ? Infinity : (reach.before ?? startOfDay(reach.day, zone) - 1);

const READERS: Record<TimelineKind, (contactId: string, stretch: Stretch, seen: Seen) => Promise<TimelineItem[]>> = {
  note: async (contactId, _, seen) => ofNotes(await db.notes.where({ contactId }).toArray(), seen),
  messages: async (contactId, stretch, seen) => ofDays(await activeDays(contactId, stretch), seen),
  reply: async (contactId, stretch, seen) => {
    const credits = await creditsBefore(contactId, stretch);
    const replies = await db.replies.bulkGet([...new Set(credits.map(({ replyId }) => replyId))]);
    return ofCredits(credits, new Map(replies.flatMap((reply) => (reply ? [[reply.id, reply.title]] : []))), seen);
  },
  move: async (contactId) => ofMoves(await movesOf(contactId), (await readSettings()).care.stages),
  deal: async (contactId) => ofDeals(await db.deals.where({ contactId }).toArray()),
  fact: async (contactId) => {
    const [own, others] = await Promise.all([db.facts.where({ contactId }).toArray(), db.facts.where({ other: contactId }).toArray()]);
    // Two who brought one another may have become one.
    const facts = own.filter(({ other }) => other !== contactId);
    const came = others.filter((fact) => fact.contactId !== contactId);
    const names = await namesOf([...facts.flatMap(({ other }) => other ?? []), ...came.map((fact) => fact.contactId)]);
    return [...ofFacts(facts, names), ...ofReferrals(came, names)];
  },
  date: async (contactId, _, seen) => ofKeyDates(await db.keyDates.where({ contactId }).toArray(), seen),
  followUp: async (contactId, _, seen) => ofFollowUps(await db.followUps.where({ contactId }).toArray(), seen),
};

const identitiesOf = (contactId: string): Promise<string[]> => db.identities.where({ contactId }).primaryKeys();

/** Of each identity the latest days on which something was counted. Whatever is among the latest of all is among these. */
async function activeDays(contactId: string, { until, most }: Stretch): Promise<DayRow[]> {
  const ids = await identitiesOf(contactId);
  const read = (id: string) =>
    db.days
      .where('[identityId+day]')
      .between([id, ''], [id, until], true, true)
      .reverse()
      .filter((row) => row.in + row.out > 0)
      .limit(most)
      .toArray();
  return (await Promise.all(ids.map(read))).flat();
}

async function creditsBefore(contactId: string, { before, most }: Stretch): Promise<Credit[]> {
  const ids = await identitiesOf(contactId);
  const read = (id: string) =>
    db.credits.where('[identityId+insertedAt]').between([id, 0], [id, before], true, true).reverse().limit(most).toArray();
  return (await Promise.all(ids.map(read))).flat();
}

/** The names of contacts that are there. */
async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const contacts = await db.contacts.bulkGet([...new Set(ids)]);
  return new Map(contacts.flatMap((contact) => (contact?.deletedAt === null ? [[contact.id, contact.name]] : [])));
}
