// The same change to many contacts. So many as one message names are one transaction; what a screen asks for in several of them is still
// one act, with one way back.
import type { BulkChange } from '../domain/book/bulk-change';
import type { Day } from '../domain/day';
import type { Contact } from '../domain/records';
import { deleteContact, setTags } from './contacts';
import { db, type Undo } from './database';
import { say } from './marks';

/**
 * Changes these contacts; those that are gone are left out. `first` is the undo of what was done before of the same act, and what is given
 * back is the undo of all of it; null when nothing changed yet. Fails with `invalid` for a stage that does not exist.
 */
export async function changeMany(
  ids: readonly string[],
  change: BulkChange,
  first: string | null,
  today: Day,
  now: number,
): Promise<{ undo: string | null; changed: number }> {
  return db.transaction('rw', db.tables, async () => {
    const undos: string[] = [];
    for (const contact of await db.contacts.bulkGet([...new Set(ids)])) {
      const undo = contact?.deletedAt === null ? await changeOne(contact, change, today, now) : null;
      if (undo !== null) undos.push(undo);
    }
    if (undos.length === 0) return { undo: first, changed: 0 };
    return { undo: await joinUndos(undos, first), changed: undos.length };
  });
}

function changeOne(contact: Contact, change: BulkChange, today: Day, now: number): Promise<string | null> {
  const { id, tags } = contact;
  const isTag = (tag: string) => (other: string) => other.toLowerCase() === tag.toLowerCase();
  switch (change.what) {
    case 'tag':
      return tags.some(isTag(change.tag)) ? Promise.resolve(null) : setTags(id, [...tags, change.tag], now);
    case 'untag':
      return tags.some(isTag(change.tag))
        ? setTags(
            id,
            tags.filter((tag) => !isTag(change.tag)(tag)),
            now,
          )
        : Promise.resolve(null);
    case 'cadence':
      return contact.cadence === change.cadence ? Promise.resolve(null) : say(id, { cadence: change.cadence }, today, now);
    case 'stage':
      return contact.stage === change.stage ? Promise.resolve(null) : say(id, { stage: change.stage }, today, now);
    case 'delete':
      return deleteContact(id, now);
  }
}

/**
 * Makes one undo of these, and hangs it on that of the same act before it. Gives the undo of the whole act. Runs inside the caller's
 * transaction.
 */
export async function joinUndos(ids: readonly string[], first: string | null): Promise<string> {
  const undos = (await db.undos.bulkGet([...ids])).filter((undo) => undo !== undefined);
  await db.undos.bulkDelete([...ids]);
  const head = first === null ? undefined : await db.undos.get(first);
  const one: Undo = { id: undos[0]!.id, at: undos[0]!.at, steps: undos.flatMap(({ steps }) => steps) };
  if (!head) {
    await db.undos.add(one);
    return one.id;
  }
  // Each knows the one before, so that no row grows with the act: the first one knows the last.
  await db.undos.add({ ...one, isPart: true, ...(head.before === undefined ? {} : { before: head.before }) });
  await db.undos.update(head.id, { before: one.id });
  return head.id;
}
