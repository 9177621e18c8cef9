// The standing of every contact, kept so that nothing reads a million rows in the morning. Derived: it is in no backup and can
// be worked out anew at any time. What is old is known from stale.ts.
import type { Care } from '../domain/care';
import type { Day } from '../domain/day';
import { standingOf } from '../domain/tie/standing';
import { db } from './database';
import { evidenceOf } from './evidence';
import { EVERYBODY } from './stale';

/** So many contacts in one transaction: a few dozen milliseconds, and as much is lost when the worker dies. */
const AT_ONCE = 100;

/** The contacts behind marks of stale.ts. */
async function contactsOf(marks: readonly string[]): Promise<string[]> {
  const contacts = marks.flatMap((mark) => (mark.startsWith('contact:') ? mark.slice(8) : []));
  const identities = await db.identities.bulkGet(marks.flatMap((mark) => (mark.startsWith('identity:') ? mark.slice(9) : [])));
  return [...new Set([...contacts, ...identities.flatMap((identity) => identity?.contactId ?? [])])];
}

/** Takes the next contacts whose standing is old off the list; empty when there are none. Single marks go before everybody. */
async function takeStale(): Promise<string[]> {
  const marks = (await db.stale.limit(AT_ONCE + 1).toArray()).filter(({ id }) => id !== EVERYBODY.id).slice(0, AT_ONCE);
  if (marks.length > 0) {
    await db.stale.bulkDelete(marks.map(({ id }) => id));
    return contactsOf(marks.map(({ id }) => id));
  }
  const everybody = await db.stale.get(EVERYBODY.id);
  if (!everybody) return [];
  if (everybody.after === '') {
    // Whoever is gone by now leaves no standing behind.
    await db.standings.clear();
    await db.agenda.clear();
  }
  const ids = await db.contacts
    .where(':id')
    .above(everybody.after ?? '')
    .limit(AT_ONCE)
    .primaryKeys();
  if (ids.length < AT_ONCE) await db.stale.delete(EVERYBODY.id);
  else await db.stale.put({ ...everybody, after: ids[ids.length - 1]! });
  return ids;
}

/**
 * Works out again the next standings that are old, up to a hundred in one transaction. Gives the contacts it was about, also
 * those that are gone; null when nothing was old.
 */
export async function freshenStandings(care: Care, today: Day, zone: string): Promise<string[] | null> {
  if ((await db.stale.count()) === 0) return null;
  return db.transaction('rw', db.tables, async () => {
    const ids = await takeStale();
    const fresh = (await evidenceOf(ids, zone)).map((evidence) => standingOf(evidence, care, today));
    const there = new Set(fresh.map(({ contactId }) => contactId));
    await db.standings.bulkDelete(ids.filter((id) => !there.has(id)));
    await db.standings.bulkPut(fresh);
    return ids;
  });
}

/** Everybody has to be reckoned anew, for the rules of reckoning were changed. */
export async function markEverybodyStale(): Promise<void> {
  await db.stale.put(EVERYBODY);
}
