// Old messages rolled up: the row of each goes, what it counted stays in days and identities, and its id is kept, packed with others, so
// that it is known again. A message that somebody scrolls up to is counted once, whether it is rolled up or not.
import type { Day } from '../domain/day';
import { later } from '../domain/interaction';
import type { Interaction, Rolled } from '../domain/records';
import { newId } from '../domain/id';
import { LATEST } from './counted';
import { db } from './database';

/** When a pass is made: day and time (ms), and before which day and time messages are old. */
export interface RollUpBy {
  today: Day;
  now: number;
  before: { day: Day; ms: number };
}

/** How far the pass of a day has come: a worker that dies goes on where the last one stopped. */
export interface RollUpPass {
  id: 'roll-up';
  day: Day;
  /** The last identity that was looked at; null when all were. */
  after: string;
  /** How many rows of the next one were passed over. */
  skip: number;
  isDone: boolean;
}

/** What a tab counted is taken back within this time (ms), if ever. */
const SETTLED_MS = 30 * 24 * 3_600_000;

/** How much is done at a time, and left alone. */
export interface Sizes {
  /** So many of the latest messages of each identity stay. */
  kept: number;
  /** Fewer than so many are not worth a row. */
  least: number;
  /** So many messages are rolled up in one transaction, and so many identities looked through. */
  step: number;
}
/** The rules of the tie read the latest messages of each identity: these and some more stay, for an act may be taken back. */
const SIZES: Sizes = { kept: LATEST + 100, least: 100, step: 400 };

/**
 * One step of today's pass, in one short transaction. Gives whether something was done, and more may be left. Only messages that have a day
 * are rolled up: acts can be taken back, and of undated messages no day holds the count.
 */
export async function rollUpStep(by: RollUpBy, sizes = SIZES): Promise<boolean> {
  return db.transaction('rw', [db.interactions, db.days, db.identities, db.rolled, db.passes], async () => {
    const begun: RollUpPass = { id: 'roll-up', day: by.today, after: '', skip: 0, isDone: false };
    const last = await db.passes.get('roll-up');
    const pass = last?.day === by.today ? last : begun;
    if (pass.isDone) return false;
    await db.passes.put(await goOn(pass, by, sizes));
    return true;
  });
}

async function goOn(pass: RollUpPass, by: RollUpBy, sizes: Sizes): Promise<RollUpPass> {
  const identities = await db.identities.where(':id').above(pass.after).limit(sizes.step).toArray();
  const large = identities.find((one) => one.in + one.out - one.acts >= sizes.kept + sizes.least);
  if (!large) {
    const isDone = identities.length < sizes.step;
    return { ...pass, after: identities.at(-1)?.id ?? pass.after, skip: 0, isDone };
  }
  const skip = await rollUp(large.id, pass.skip, by, sizes);
  // Of this one there may be more, of all before it there is nothing.
  if (skip !== null) return { ...pass, after: identities[identities.indexOf(large) - 1]?.id ?? pass.after, skip };
  return { ...pass, after: large.id, skip: 0 };
}

const datedOf = (identityId: string) => db.interactions.where('[identityId+day]').between([identityId, ''], [identityId, '\uffff']);

/** Rolls up the next old messages of an identity, passing over the `skip` oldest rows. Gives how many are to be passed over next; null ends it. */
async function rollUp(identityId: string, skip: number, { now, before }: RollUpBy, { kept, least, step }: Sizes): Promise<number | null> {
  const all = await datedOf(identityId).count();
  const room = all - skip - (await keptOf(identityId, kept, now));
  if (room < least) return null;
  const many = Math.min(step, room);
  const rows = await datedOf(identityId).offset(skip).limit(many).toArray();
  const old = rows.filter((row) => row.kind === 'message' && row.day! < before.day && row.seenAt < before.ms);
  // They come in the order of their days: after one that is too young for it there is nothing.
  const isEnd = many === room || rows.some((row) => row.day! >= before.day);
  if (old.length >= least) await pack(identityId, old, now);
  if (isEnd) return null;
  return skip + rows.length - (old.length >= least ? old.length : 0);
}

/** How many of the latest rows stay: so many that enough of them are settled, and will not be taken back with a tab. */
async function keptOf(identityId: string, kept: number, now: number): Promise<number> {
  const latest = await datedOf(identityId)
    .reverse()
    .limit(5 * kept)
    .toArray();
  let settled = 0;
  for (const [i, { seenAt }] of latest.entries()) if (seenAt < now - SETTLED_MS && (settled += 1) === kept) return i + 1;
  return Infinity;
}

async function pack(identityId: string, rows: readonly Interaction[], now: number): Promise<void> {
  const packed: Rolled = { id: newId(now), identityId, ids: rows.map(({ id }) => id), lastIn: null, lastOut: null };
  const sums = new Map<Day, { in: number; out: number }>();
  for (const { day, direction, at, seenAt } of rows) {
    const when = at ?? new Date(seenAt).toISOString();
    if (direction === 'in') packed.lastIn = later(packed.lastIn, when);
    else packed.lastOut = later(packed.lastOut, when);
    const sum = sums.get(day!) ?? { in: 0, out: 0 };
    sum[direction] += 1;
    sums.set(day!, sum);
  }
  const days = await db.days.bulkGet([...sums.keys()].map((day): [string, string] => [identityId, day]));
  await db.days.bulkPut(
    [...sums].map(([day, sum], i) => {
      // A file that was restored may lack the day: then the rows are all that is known of it.
      const row = days[i] ?? { identityId, day, ...sum, watched: false };
      const rolled = { in: (row.rolled?.in ?? 0) + sum.in, out: (row.rolled?.out ?? 0) + sum.out };
      return { ...row, in: Math.max(row.in, rolled.in), out: Math.max(row.out, rolled.out), rolled };
    }),
  );
  await db.rolled.add(packed);
  await db.interactions.bulkDelete(packed.ids);
}

/** Which of these messages are rolled up, whosever they are: each with its identity. */
export async function rolledAmong(ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  await db.rolled
    .where('ids')
    .anyOf(ids)
    .each((row, { key }) => found.set(key as string, row.identityId));
  return found;
}

/** What is rolled up of an identity: the last message each way. */
export async function lastRolled(identityId: string): Promise<Pick<Rolled, 'lastIn' | 'lastOut'>> {
  const last: Pick<Rolled, 'lastIn' | 'lastOut'> = { lastIn: null, lastOut: null };
  await db.rolled.where({ identityId }).each((row) => {
    last.lastIn = later(last.lastIn, row.lastIn);
    last.lastOut = later(last.lastOut, row.lastOut);
  });
  return last;
}
