// An import taken back: what it made goes, some hundred at a time, and whoever dies in between goes on there. Somebody who gathered something
// since (a note, a count, another way to reach them) is marked as deleted as any contact, not torn out.
import type { Contact } from '../domain/records';
import { madeRange } from '../domain/import/made-id';
import { OWNED_TABLES } from '../domain/tables';
import { Failure } from '../domain/failure';
import { forgetCounted } from './count';
import { db, type Undo } from './database';
import { clearJob, importJobs } from './import-contacts';
import { noTally } from './import-job';
import { EVERYBODY, markByHand, WHOLE_BOOK } from './stale';

/** So many rows go in one transaction. */
const AT_ONCE = 500;

/** What hangs on people and may have been made by an import; what is made of a contact itself goes first. */
const HANGING = ['identities', 'notes', 'keyDates', 'marks', 'moves'] as const;

/** From here on the import is being taken back. Fails with `undone`, and with `busy` while another import is on its way. */
export async function beginTurning(undo: Undo, now: number): Promise<void> {
  await db.transaction('rw', db.imports, db.incoming, async () => {
    const { job: id } = undo.made!;
    const jobs = await importJobs();
    if (jobs.some((job) => job.id !== id && job.state !== 'taken')) throw new Failure('busy');
    const job = jobs.find((one) => one.id === id);
    // What was not taken yet never will be.
    await db.incoming.where('[job+n]').between([id, -1], [id, Infinity]).delete();
    const blank = {
      id,
      at: now,
      file: { name: '', size: 0, hash: '' },
      choices: { keys: [], known: 'skip' as const, deleted: false, fields: [] },
      how: '',
    };
    await db.imports.put({
      ...(job ?? { ...blank, parts: 0, done: 0, people: 0, tally: noTally, examples: [] }),
      state: 'undoing',
      undo: undo.id,
    });
  });
}

/** One step of taking back what an import made. Gives whether all of it is gone. Runs inside the caller's transaction on all tables. */
export async function takeBackMade({ made }: Undo, now: number): Promise<boolean> {
  const { job, at, isMany } = made!;
  if (isMany) markByHand();
  const [first, last] = madeRange(job);
  const contacts = await db.contacts
    .where('id')
    .between(first, last, true, true)
    .filter(({ deletedAt }) => deletedAt === null)
    .limit(AT_ONCE)
    .toArray();
  if (contacts.length > 0) await takeBackContacts(contacts, at, now, [first, last]);
  if (contacts.length === AT_ONCE) return false;
  let left = AT_ONCE - contacts.length;
  for (const table of HANGING) {
    // What hangs on somebody who stays deleted waits there with them.
    const there = await db.table<{ id: string; contactId: string }>(table).where('id').between(first, last, true, true).toArray();
    const rows = there.filter(({ contactId }) => contactId < first || contactId > last).slice(0, left);
    await removeHanging(table, rows.map(({ id }) => id)); // prettier-ignore
    left -= rows.length;
    if (left === 0) return false;
  }
  if (isMany) {
    await db.stale.put(EVERYBODY);
    await db.unlisted.put(WHOLE_BOOK);
  }
  await clearJob(job);
  return true;
}

async function removeHanging(table: (typeof HANGING)[number], ids: string[]): Promise<void> {
  if (table === 'identities') for (const id of ids) await forgetCounted(id);
  await db.table(table).bulkDelete(ids);
}

/** Removes these contacts with what was made for them; those that gathered anything since are marked. They lie next to one another. */
async function takeBackContacts(contacts: readonly Contact[], at: number, now: number, [first, last]: [string, string]): Promise<void> {
  const [from, to] = [contacts[0]!.id, contacts[contacts.length - 1]!.id];
  const isMade = (id: string): boolean => id >= first && id <= last;
  const touched = new Set(contacts.filter(({ updatedAt }) => updatedAt !== at).map(({ id }) => id));
  for (const table of OWNED_TABLES) {
    // The log of moves grows by itself, every morning.
    if (table === 'moves') continue;
    const rows = await db.table<{ id: string; contactId: string }>(table).where('contactId').between(from, to, true, true).toArray();
    for (const { id, contactId } of rows) if (!isMade(id)) touched.add(contactId);
  }
  for (const { other } of await db.facts.where('other').between(from, to, true, true).toArray()) if (other !== null) touched.add(other);
  for (const { into } of await db.merges.where('into').between(from, to, true, true).toArray()) touched.add(into);
  const identities = await db.identities.where('contactId').between(from, to, true, true).toArray();
  const counted = await countedAmong(identities.map(({ id }) => id));
  for (const { id, contactId } of identities) if (!isMade(id) || counted.has(id)) touched.add(contactId);

  const gone = contacts.filter(({ id }) => !touched.has(id)).map(({ id }) => id);
  const isGone = new Set(gone);
  for (const table of HANGING) {
    const rows = await db.table<{ id: string; contactId: string }>(table).where('contactId').between(from, to, true, true).toArray();
    await db.table(table).bulkDelete(rows.filter(({ contactId }) => isGone.has(contactId)).map(({ id }) => id));
  }
  await db.contacts.bulkDelete(gone);
  for (const id of touched) await db.contacts.update(id, { deletedAt: now, updatedAt: now });
}

/** Those for whom anything was counted, or who were watched. */
async function countedAmong(ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const sorted = [...ids].sort();
  const [from, to] = [sorted[0]!, sorted[sorted.length - 1]!];
  const [days, interactions, credits] = await Promise.all([
    db.days.where('[identityId+day]').between([from, ''], [to, '\uffff']).primaryKeys(),
    db.interactions.where('identityId').between(from, to, true, true).toArray(),
    db.credits.where('[identityId+insertedAt]').between([from, 0], [to, Infinity]).toArray(),
  ]);
  return new Set([...days.map(([id]) => id), ...[...interactions, ...credits].map(({ identityId }) => identityId)]);
}
