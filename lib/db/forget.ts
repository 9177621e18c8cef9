// Forgetting at once, for somebody who is never to be recorded: nothing stays in the database, undo and snapshots included.
import type { Contact, Identity } from '../domain/records';
import type { Merge } from '../domain/tie-records';
import { OWNED_TABLES } from '../domain/tables';
import { contactOf, purgeContact, purgeIdentity } from './contacts';
import { db } from './database';
import { draftsHere } from './drafts';
import { forgetShell } from './forget-merged';
import { forgetTaken } from './import-contacts';
import { familyOf, mergesBelow } from './merge-tree';
import { neverRows } from './never';
import { collectRecords } from './records-of';
import type { Place } from './who';

/** The rows that were removed, by table: held in memory for a brief undo. */
export type Removed = Record<string, Record<string, unknown>[]>;

/** Removes an identity, and its contact when it was the only one, with all that belongs to them. Gives what was removed. */
export async function forgetIdentity(identity: Identity, now: number): Promise<Removed> {
  return db.transaction('rw', db.tables, async () => {
    const { id, contactId } = identity;
    const contact = await db.contacts.get(contactId);
    const isOnly = (await db.identities.where({ contactId }).count()) === 1;
    const removed: Removed = {
      identities: [identity],
      rolled: await db.rolled.where({ identityId: id }).toArray(),
      interactions: await db.interactions.where({ identityId: id }).toArray(),
      days: await db.days.where('[identityId+day]').between([id, ''], [id, '\uffff']).toArray(),
      credits: await db.credits.where('[identityId+insertedAt]').between([id, 0], [id, Infinity]).toArray(),
    };
    const ids = [id];
    if (contact && isOnly) {
      ids.push(...(await familyOf(contactId)));
      removed['contacts'] = (await db.contacts.bulkGet(await familyOf(contactId))).filter((one) => one !== undefined);
      removed['merges'] = await mergesBelow(contactId);
      for (const table of OWNED_TABLES) removed[table] = await db.table<Record<string, unknown>>(table).where({ contactId }).toArray();
      await purgeContact(contactId, now);
    } else {
      await purgeIdentity(id, now);
      const shell = await forgetShell(identity, now);
      // The names of who was part of the person were among the person's own words.
      if (shell.contacts.length > 0) ids.push(contactId, ...shell.contacts.map((one) => one.id));
      for (const [table, rows] of Object.entries(shell) as [keyof typeof shell, Contact[] | Merge[]][])
        if (rows.length > 0) removed[table] = rows;
    }
    await forgetUndos(ids);
    return removed;
  });
}

/** Removes a contact with all that belongs to it, undo records and old states included. Gives what was removed, and since when it was kept. */
export async function forgetContact(contactId: string, now: number): Promise<{ removed: Removed; since: number }> {
  return db.transaction('rw', db.tables, async () => {
    const { createdAt } = await contactOf(contactId);
    const removed = await collectRecords(contactId);
    // Who was brought by this contact stays brought, by somebody who is forgotten; taken back, they are named again.
    removed['facts'] = [...(removed['facts'] ?? []), ...(await referralsOf(removed['contacts'] ?? []))];
    await purgeContact(contactId, now);
    await forgetUndos([...(removed['contacts'] ?? []), ...(removed['identities'] ?? [])].map((row) => row['id'] as string));
    return { removed, since: createdAt };
  });
}

async function referralsOf(contacts: readonly Record<string, unknown>[]): Promise<Record<string, unknown>[]> {
  const ids = contacts.map((row) => row['id'] as string);
  return (await db.facts.where('other').anyOf(ids).toArray()).filter((fact) => !ids.includes(fact.contactId));
}

/**
 * Forgets the person of a conversation, if it is somebody, and what is being typed there, and puts the conversation on the never list: all
 * in one stroke, so that nobody is forgotten and recorded again. Gives what was removed and the ids of the list's entries.
 */
export async function neverAgain(
  place: Place,
  ref: string,
  identity: Identity | null,
  now: number,
): Promise<{ removed: Removed; entries: string[] }> {
  const rows = await neverRows(place, now);
  const drafts = await draftsHere({ contactId: null, place, ref });
  return db.transaction('rw', db.tables, async () => {
    const removed = identity ? await forgetIdentity(identity, now) : {};
    await db.drafts.bulkDelete(drafts);
    await db.never.bulkPut(rows);
    return { removed, entries: rows.map(({ id }) => id) };
  });
}

/** Undo records and the old states kept by restores could bring back, or at least still hold, what was to leave no trace. */
async function forgetUndos(ids: readonly string[]): Promise<void> {
  const holds = (row: object | null | undefined): boolean =>
    row !== null &&
    row !== undefined &&
    ids.some((id) =>
      ['id', 'contactId', 'identityId', 'into', 'from', 'a', 'b'].some((field) => (row as Record<string, unknown>)[field] === id),
    );
  await db.undos
    .filter(({ steps }) => steps.some(({ key, before, after }) => ids.includes(String(key)) || holds(before) || holds(after)))
    .delete();
  const snapshots = new Set<string>();
  await db.staged.each((part) => {
    if (part.rows.some(holds)) snapshots.add(part.job);
  });
  for (const job of snapshots) await db.staged.where({ job }).delete();
  await db.undos.filter(({ snapshot }) => snapshot !== undefined && snapshots.has(snapshot)).delete();
  await forgetTaken();
}
