// The standing of every contact, kept so that nothing reads a million rows in the morning. Derived: it is in no backup and can
// be worked out anew at any time. What is old is known from stale.ts. With each goes where the contact stood, see moves.ts.
import type { Care } from '../domain/care';
import { OWNED_TABLES } from '../domain/tables';
import { packed, shareOf, unpacked, type Share } from '../domain/numbers/share';
import { together } from '../domain/numbers/sums';
import type { Evidence } from '../domain/tie/evidence';
import { standingOf, type Standing } from '../domain/tie/standing';
import type { KeptStanding } from '../domain/tie/stood';
import { db } from './database';
import { evidenceAfter, evidenceOf } from './evidence';
import { forgetStood, stand, stoodBy, type LookNow } from './moves';
import { EVERYBODY, WHOLE_BOOK, type Stale } from './stale';
import { stride } from './stride';
import { changeSums, replaceSums, sharesOf } from './sums';

/** So many marked contacts in one transaction: as much is lost when the worker dies. */
const AT_ONCE = 50;
/** So many marks and more are too many to be followed one by one: going through everybody in order is faster. */
const TOO_MANY = 5000;
/** How many contacts are taken in one transaction when everybody is worked out anew. */
const everybodyStride = stride(60, 30, 500);

/** The tables a standing is made of, and those that are written with it. */
export const STANDING_TABLES = [
  ...[db.contacts, db.identities, db.interactions, db.days, db.stale, db.standings, db.unlisted, db.sums],
  ...OWNED_TABLES.map((table) => db.table(table)),
];

/** What one step has worked out. */
export interface Freshened {
  /** The contacts it was about, in the order of their ids if `isStretch`; also those that are gone. */
  ids: readonly string[];
  /** These are all contacts from the first to the last of them. */
  isStretch: boolean;
  /** Everybody is begun. */
  isFirst: boolean;
  /** Everybody is done: there is nobody after these. */
  isLast: boolean;
  standings: Standing[];
  /** What they replace, and what went. */
  before: Standing[];
}

/** By which settings, day and IANA time zone standings are worked out, and when (ms). */
interface By extends LookNow {
  care: Care;
  zone: string;
}

/** Works out again the next standings that are old, in one transaction. Null when nothing was old. */
export async function freshenStandings(by: By): Promise<Freshened | null> {
  return db.transaction('rw', STANDING_TABLES, async () => {
    const marks = await db.stale.limit(AT_ONCE + 1).primaryKeys();
    if (marks.length === 0) return null;
    const everybody = await whenEverybody(marks);
    // Single marks go before the rest of everybody, but not before its beginning: that covers them.
    if (everybody?.after === '') return freshenNext(everybody, by);
    return (await freshenMarked(marks, everybody, by)) ?? (everybody && freshenNext(everybody, by));
  });
}

/** The mark of everybody, set also when so many are marked that it is better done in order. */
async function whenEverybody(first: readonly string[]): Promise<Stale | null> {
  // Few marks are all there are, which is so at nearly every step.
  if (first.length <= AT_ONCE && !first.includes(EVERYBODY.id)) return null;
  const isTooMany = first.length > AT_ONCE && (await db.stale.orderBy(':id').offset(TOO_MANY).limit(1).primaryKeys()).length > 0;
  if (isTooMany) await db.stale.put(EVERYBODY);
  return (await db.stale.get(EVERYBODY.id)) ?? null;
}

async function freshenMarked(first: readonly string[], everybody: Stale | null, by: By): Promise<Freshened | null> {
  const marks = first.filter((id) => id !== EVERYBODY.id).slice(0, AT_ONCE);
  if (marks.length === 0) return null;
  await db.stale.bulkDelete(marks);
  const ids = await contactsOf(marks);
  const worked = work(await evidenceOf(ids, by.zone), by);
  const before = (await db.standings.bulkGet(ids)).filter((standing) => standing !== undefined);
  if (everybody) await db.stale.put(sumsOnTheWay(everybody, before, worked));
  else await changeSums(sharesOf(before), sharesOf(worked));
  await replace(before, worked, by);
  await db.unlisted.bulkPut(ids.map((id) => ({ id })));
  return { ids, isStretch: false, isFirst: false, isLast: false, standings: worked, before };
}

/** While everybody is gone through, only who was come to already is in the sums that will be. */
function sumsOnTheWay(everybody: Stale, before: readonly KeptStanding[], after: readonly KeptStanding[]): Stale {
  const there = (kept: readonly KeptStanding[]): Share[] => sharesOf(kept.filter(({ contactId }) => contactId <= everybody.after!));
  const [gone, come] = [there(before), there(after)];
  return { ...everybody, sums: packed(together([unpacked(everybody.sums), ...come], gone)) };
}

/** Puts standings in place of those before. Whoever is gone leaves none behind; what is as it was is not written again. */
async function replace(before: readonly KeptStanding[], worked: readonly KeptStanding[], by: By): Promise<void> {
  const kept = await stand(worked, stoodBy(before), by);
  const there = new Set(kept.map(({ contactId }) => contactId));
  const was = new Map(before.map((one) => [one.contactId, one]));
  await db.standings.bulkDelete(before.flatMap(({ contactId }) => (there.has(contactId) ? [] : contactId)));
  await db.standings.bulkPut(kept.filter((one) => !isKept(one, was.get(one.contactId))));
}

/** Both are made by the same functions, in which every field has its place. */
const isKept = (one: KeptStanding, before: KeptStanding | undefined): boolean =>
  before !== undefined && JSON.stringify(one) === JSON.stringify(before);

/** The standing of each, with what it gives to the numbers of the book. */
const work = (evidence: readonly Evidence[], { care, today }: By): KeptStanding[] =>
  evidence.map((one) => {
    const standing = standingOf(one, care, today);
    return { ...standing, share: packed(shareOf(one, standing, today)) };
  });

/** Whoever's records changed is followed from here on as if new: what a backup brought has been so before. Runs inside the caller's transaction. */
export async function forgetMarkedStood(): Promise<void> {
  await forgetStood(await contactsOf(await db.stale.toCollection().primaryKeys()));
}

/** The contacts behind marks of stale.ts. */
async function contactsOf(marks: readonly string[]): Promise<string[]> {
  const contacts = marks.flatMap((mark) => (mark.startsWith('contact:') ? mark.slice(8) : []));
  const identities = await db.identities.bulkGet(marks.flatMap((mark) => (mark.startsWith('identity:') ? mark.slice(9) : [])));
  return [...new Set([...contacts, ...identities.flatMap((identity) => identity?.contactId ?? [])])];
}

/**
 * The next contacts of everybody. The standings of before are replaced stretch by stretch: they tell what moves. The sums of the numbers go
 * from step to step with the mark, and take the place of those before when everybody is done.
 */
async function freshenNext({ id, after = '', sums }: Stale, by: By): Promise<Freshened> {
  const isFirst = after === '';
  if (isFirst) await db.stale.clear();
  const many = everybodyStride.many();
  const start = performance.now();
  const { ids, evidence } = await evidenceAfter(after, many, by.zone);
  const isLast = ids.length < many;
  const last = ids[ids.length - 1];
  const before = await db.standings
    .where(':id')
    .between(after, isLast ? '\uffff' : last, false, true)
    .toArray();
  const worked = work(evidence, by);
  const total = together([isFirst ? {} : unpacked(sums), ...sharesOf(worked)]);
  await replace(before, worked, by);
  if (isLast) {
    await replaceSums(total);
    await db.stale.delete(id);
    await db.unlisted.put(WHOLE_BOOK);
  } else await db.stale.put({ id, after: last!, sums: packed(total) });
  everybodyStride.took(ids.length, performance.now() - start);
  return { ids, isStretch: true, isFirst, isLast, standings: worked, before };
}

/** Everybody has to be reckoned anew, for the rules of reckoning were changed. */
export async function markEverybodyStale(): Promise<void> {
  await db.stale.put(EVERYBODY);
}
