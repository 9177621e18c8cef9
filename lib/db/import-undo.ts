// An import taken back: what it made goes, some hundred at a time, and whoever dies in between goes on there. Somebody who gathered something
// since (a note, a count, another way to reach them) is marked as deleted as any contact, not torn out.
import type { Contact } from '../domain/records';
import { madeBetween, madeRange, placeOf } from '../domain/import/made-id';
import { PART_PEOPLE } from '../domain/import/person';
import { OWNED_TABLES } from '../domain/tables';
import { Failure } from '../domain/failure';
import { bundleOf, type Row } from './bundles';
import { forgetCounted } from './count';
import { db, type Undo } from './database';
import { clearJob, importJobs } from './import-contacts';
import { noTally } from './import-job';
import { EVERYBODY, markByHand, WHOLE_BOOK } from './stale';

/** So many people, or rows that hang on others, go in one transaction; popup and panel wait for no longer than that. */
const AT_ONCE = 100;

/** What hangs on people and may have been made by an import; what is made of a contact itself goes first. */
const HANGING = ['identities', 'notes', 'keyDates', 'marks', 'moves'] as const;

/** How far the taking back is: in which table, and behind which id of it. Whoever dies begins again and finds less. */
export interface Turning {
  table: 'contacts' | (typeof HANGING)[number];
  after: string | null;
}
export const TURNING: Turning = { table: 'contacts', after: null };

/** The tables of one step. */
export const TURNING_TABLES = [
  ...[db.bundles, db.contacts, db.identities, db.merges, db.days, db.interactions, db.rolled, db.credits],
  ...OWNED_TABLES.map((table) => db.table(table)),
  ...[db.undos, db.imports, db.stale, db.unlisted],
];

/** From here on the import is being taken back. Fails with `undone`, and with `busy` while another import is on its way. */
export async function beginTurning(undo: Undo, now: number): Promise<void> {
  await db.transaction('rw', db.imports, db.incoming, db.contacts, async () => {
    const { job: id } = undo.made!;
    const jobs = await importJobs();
    if (jobs.some((job) => job.id !== id && job.state !== 'taken')) throw new Failure('busy');
    const job = jobs.find((one) => one.id === id);
    const [first, last] = madeRange(id);
    const end = await db.contacts.where('id').between(first, last, true, true).last();
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
      ...(job ?? { ...blank, people: 0, tally: noTally, examples: [] }),
      state: 'undoing',
      // From here on these tell of the way out.
      ...{ parts: end ? partOf(end.id) + 1 : 0, done: 0 },
      undo: undo.id,
    });
  });
}

/** One step of taking back what an import made. Gives where the next one begins, or null. Runs inside the caller's transaction on TURNING_TABLES. */
export async function takeBackMade({ made }: Undo, { table, after }: Turning, now: number): Promise<Turning | null> {
  const { job, at, isMany } = made!;
  if (isMany) markByHand();
  const [first, last] = madeRange(job);
  const rows = await db
    .table<{ id: string; contactId: string }>(table)
    .where('id')
    .between(after ?? first, last, after === null, true)
    .limit(AT_ONCE)
    .toArray();
  if (table === 'contacts') await takeBackContacts(rows as unknown as Contact[], at, now, [first, last]);
  else {
    // What hangs on somebody who stays deleted waits there with them.
    const ids = rows.filter(({ contactId }) => contactId < first || contactId > last).map(({ id }) => id);
    if (table === 'identities') for (const id of ids) await forgetCounted(id);
    await db.table(table).bulkDelete(ids);
  }
  const end = rows[AT_ONCE - 1]?.id;
  const next = HANGING[HANGING.indexOf(table as (typeof HANGING)[number]) + 1];
  await db.imports.update(job, { done: table === 'contacts' && end !== undefined ? partOf(end) : await partsOf(job) });
  return end !== undefined ? { table, after: end } : next ? { table: next, after: null } : null;
}

/** The last step: all that was made is gone, and so is the import. Runs inside the caller's transaction. */
export async function endTurning({ made }: Undo): Promise<void> {
  if (made!.isMany) {
    await db.stale.put(EVERYBODY);
    await db.unlisted.put(WHOLE_BOOK);
  }
  await clearJob(made!.job);
}

const partOf = (id: string): number => Math.floor(placeOf(id) / PART_PEOPLE);
const partsOf = async (job: string): Promise<number> => (await db.imports.get(job))?.parts ?? 0;

/** Removes these contacts with what was made for them; those that gathered anything since are marked. They lie next to one another. */
async function takeBackContacts(all: readonly Contact[], at: number, now: number, [first, last]: [string, string]): Promise<void> {
  const contacts = all.filter(({ deletedAt }) => deletedAt === null);
  if (contacts.length === 0) return;
  const [from, to] = [contacts[0]!.id, contacts[contacts.length - 1]!.id];
  const isMade = (id: string): boolean => id >= first && id <= last;
  const touched = new Set(contacts.filter(({ updatedAt }) => updatedAt !== at).map(({ id }) => id));
  const hanging = (table: string) =>
    db.table<{ id: string; contactId: string }, string>(table).where('contactId').between(from, to, true, true);
  const touch = async (table: string, ids: readonly string[]): Promise<void> => {
    for (const row of await db.table<{ contactId: string }, string>(table).bulkGet([...ids])) if (row) touched.add(row.contactId);
  };
  const there = new Map<string, string[]>();
  for (const table of ['identities', ...OWNED_TABLES]) {
    const ids = await hanging(table).primaryKeys();
    there.set(table, ids);
    // The log of moves grows by itself, every morning.
    const others = table === 'moves' ? [] : ids.filter((id) => !isMade(id));
    if (others.length > 0) await touch(table, others);
  }
  for (const { other } of await db.facts.where('other').between(from, to, true, true).toArray()) if (other !== null) touched.add(other);
  for (const { into } of await db.merges.where('into').between(from, to, true, true).toArray()) touched.add(into);
  const counted = await countedAmong(there.get('identities')!);
  if (counted.size > 0) await touch('identities', [...counted]);

  const gone = contacts.filter(({ id }) => !touched.has(id)).map(({ id }) => id);
  const isWhole = gone.length === all.length;
  const dropped = await dropBundles(from, to, new Set(gone));
  for (const table of HANGING) {
    const ids = there.get(table)!.filter((id) => !dropped.has(`${table} ${id}`));
    if (ids.length === 0) continue;
    if (isWhole) await removeAll(table, ids, madeBetween(from, to));
    else {
      const isGone = new Set(gone);
      const rows = await db.table<{ id: string; contactId: string }, string>(table).bulkGet(ids);
      await db.table(table).bulkDelete(rows.flatMap((row) => (row && isGone.has(row.contactId) ? row.id : [])));
    }
  }
  const left = gone.filter((id) => !dropped.has(`contacts ${id}`));
  if (isWhole && left.length > 0) await db.contacts.where('id').between(from, to, true, true).delete();
  else await db.contacts.bulkDelete(left);
  for (const id of touched) await db.contacts.update(id, { deletedAt: now, updatedAt: now });
}

/** Removes the bundles in which there is nobody else, each at once. Gives the tables and ids of all rows in them. */
async function dropBundles(from: string, to: string, gone: ReadonlySet<string>): Promise<Set<string>> {
  const isGone = (row: Row): boolean => gone.has((row['contactId'] as string | undefined) ?? row.id);
  const bundles = await db.bundles.where('id').between(bundleOf(from), to, true, true).toArray();
  const whole = bundles.filter(({ rows }) => Object.values(rows).every((some) => some.every(isGone)));
  await db.bundles.bulkDelete(whole.map(({ id }) => id));
  return new Set(whole.flatMap(({ rows }) => Object.entries(rows).flatMap(([table, some]) => some.map(({ id }) => `${table} ${id}`))));
}

/** Removes rows by the range that holds them, if it holds no other: asking for each by itself takes the database many times as long. */
async function removeAll(table: string, ids: readonly string[], [first, last]: [string, string]): Promise<void> {
  const isWithin = (id: string): boolean => id >= first && id <= last;
  const within = ids.filter(isWithin).length;
  const range = db.table(table).where('id').between(first, last, true, true);
  const isRange = within > 0 && (await range.count()) === within;
  if (isRange) await range.delete();
  await db.table(table).bulkDelete(isRange ? ids.filter((id) => !isWithin(id)) : [...ids]);
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
