// Counting. A message is counted once, whoever reports it how often: its id is a hash of what it is.
import { isAnswer } from '../domain/credit';
import { dayOf } from '../domain/day';
import { dayOfMessage, later } from '../domain/interaction';
import type { DayRow, Interaction } from '../domain/records';
import { db } from './database';
import { countedInFiles } from './filed-days';
import { creditAnswer } from './replies';
import { lastRolled, rolledAmong } from './roll-up';

/** A message to be counted, with its interaction id. */
export interface Countable {
  id: string;
  direction: 'in' | 'out';
  at: string | null;
  live: boolean;
}

/** The circumstances of counting: when, where the rep's day begins, and which tab session reports. */
export interface Seeing {
  now: number;
  zone: string;
  source: string;
}

/** Counts the messages that are not counted yet, in one transaction, and credits answers. Gives how many were new. */
export async function countMessages(identityId: string, messages: readonly Countable[], { now, zone, source }: Seeing): Promise<number> {
  return db.transaction('rw', [db.interactions, db.rolled, db.days, db.identities, db.credits, db.replies], async () => {
    const identity = await db.identities.get(identityId);
    if (!identity) return 0;
    const known = await db.interactions.bulkGet(messages.map((message) => message.id));
    const fresh = new Map(messages.filter((_, i) => !known[i]).map((message) => [message.id, message]));
    for (const id of (await rolledAmong([...fresh.keys()])).keys()) fresh.delete(id);
    if (fresh.size === 0) return 0;
    const rows: Interaction[] = [];
    const days = new Map<string, { in: number; out: number }>();
    const dated = [...fresh.values()].map((one) => ({ ...one, day: dayOfMessage(one.at, one.live, now, zone) }));
    const isInFile = await countedInFiles(identity, dated);
    for (const { id, direction, at, live, day } of dated) {
      if (!live && isInFile({ day, at })) continue;
      rows.push({ id, identityId, kind: 'message', direction, at, day, live, seenAt: now, source });
      identity[direction] += 1;
      const when = at ?? (live ? new Date(now).toISOString() : null);
      if (direction === 'in') identity.lastIn = later(identity.lastIn, when);
      else identity.lastOut = later(identity.lastOut, when);
      if (when === null) {
        const undated = direction === 'in' ? 'undatedIn' : 'undatedOut';
        // A clock may have been turned back.
        identity[undated] = Math.max(identity[undated] ?? 0, now);
      }
      if (day) {
        const sum = days.get(day) ?? { in: 0, out: 0 };
        sum[direction] += 1;
        days.set(day, sum);
      }
    }
    if (rows.length === 0) return 0;
    await db.interactions.bulkAdd(rows);
    await addToDays(identityId, days);
    const { in: received, out, lastIn, lastOut, undatedIn, undatedOut } = identity;
    await db.identities.update(identityId, { in: received, out, lastIn, lastOut, undatedIn, undatedOut });
    await creditAnswers(identityId, rows, now);
    return rows.length;
  });
}

/** Marks today as a day on which the conversation was open. Gives whether that was news. */
export async function markWatched(identityId: string, now: number, zone: string): Promise<boolean> {
  return db.transaction('rw', db.days, async () => {
    const day = dayOf(now, zone);
    const row = await db.days.get([identityId, day]);
    if (row?.watched) return false;
    await db.days.put({ ...(row ?? { identityId, day, in: 0, out: 0 }), watched: true });
    return true;
  });
}

/** Takes back everything that a tab session recorded, counters included. Gives the rows removed. */
export async function uncount(source: string): Promise<Interaction[]> {
  return db.transaction('rw', db.interactions, db.rolled, db.days, db.identities, async () => {
    const rows = await db.interactions.where({ source }).toArray();
    await db.interactions.bulkDelete(rows.map((row) => row.id));
    for (const identityId of new Set(rows.map((row) => row.identityId))) await recount(identityId);
    return rows;
  });
}

/** Removes everything that was counted for an identity, and the credits that hang on it. Runs inside the caller's transaction. */
export async function forgetCounted(identityId: string): Promise<void> {
  await db.interactions.where({ identityId }).delete();
  await db.rolled.where({ identityId }).delete();
  await db.days.where('[identityId+day]').between([identityId, ''], [identityId, '\uffff']).delete();
  await db.credits.where('[identityId+insertedAt]').between([identityId, 0], [identityId, Infinity]).delete();
}

/** Rebuilds the counters of one identity from its interactions and what of them was rolled up. Watched days stay. */
export async function recount(identityId: string): Promise<void> {
  await db.transaction('rw', db.interactions, db.rolled, db.days, db.identities, async () => {
    const rows = await db.interactions.where({ identityId }).toArray();
    const days = await db.days.where('[identityId+day]').between([identityId, ''], [identityId, '\uffff']).toArray();
    const sums = new Map<string, DayRow>(days.map((day) => [day.day, { ...day, in: 0, out: 0, ...day.rolled }]));
    const total = {
      in: days.reduce((sum, { rolled }) => sum + (rolled?.in ?? 0), 0),
      out: days.reduce((sum, { rolled }) => sum + (rolled?.out ?? 0), 0),
      acts: 0,
      ...(await lastRolled(identityId)),
      undatedIn: null as number | null,
      undatedOut: null as number | null,
    };
    for (const row of rows) {
      total[row.direction] += 1;
      const when = row.at ?? (row.live ? new Date(row.seenAt).toISOString() : null);
      if (row.kind !== 'message') total.acts += 1;
      else if (row.direction === 'in') total.lastIn = later(total.lastIn, when);
      else total.lastOut = later(total.lastOut, when);
      if (when === null) {
        const undated = row.direction === 'in' ? 'undatedIn' : 'undatedOut';
        total[undated] = Math.max(total[undated] ?? 0, row.seenAt);
      }
      if (!row.day) continue;
      const sum = sums.get(row.day) ?? { identityId, day: row.day, in: 0, out: 0, watched: false };
      sum[row.direction] += 1;
      sums.set(row.day, sum);
    }
    const idle = [...sums.values()].filter((sum) => sum.in + sum.out === 0 && !sum.watched);
    await db.days.bulkPut([...sums.values()]);
    await db.days.bulkDelete(idle.map((sum): [string, string] => [identityId, sum.day]));
    await db.identities.update(identityId, total);
  });
}

/** Adds to the counters of days. Runs inside the caller's transaction. */
export async function addToDays(identityId: string, sums: ReadonlyMap<string, { in: number; out: number }>): Promise<void> {
  const keys = [...sums.keys()].map((day): [string, string] => [identityId, day]);
  const old = await db.days.bulkGet(keys);
  await db.days.bulkPut(
    [...sums].map(([day, sum], i) => {
      const row = old[i] ?? { identityId, day, in: 0, out: 0, watched: false };
      return { ...row, in: row.in + sum.in, out: row.out + sum.out };
    }),
  );
}

/** The first incoming message after a sent reply answers it. A live one is timed by when it was seen: clocks differ. */
async function creditAnswers(identityId: string, rows: readonly Interaction[], now: number): Promise<void> {
  const incoming = rows
    .filter((row) => row.direction === 'in')
    .map((row) => (row.live ? row.seenAt : row.at?.includes('T') ? Date.parse(row.at) : null))
    .filter((time) => time !== null)
    .sort((a, b) => a - b);
  if (incoming.length === 0) return;
  const week = 7 * 24 * 3_600_000;
  const credits = await db.credits
    .where('[identityId+insertedAt]')
    .between([identityId, now - week], [identityId, now])
    .toArray();
  for (const credit of credits) {
    const answer = incoming.find((time) => isAnswer(credit, time));
    if (answer !== undefined) await creditAnswer(credit, answer);
  }
}
