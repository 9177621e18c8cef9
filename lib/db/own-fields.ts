// Fields the rep invented: their definitions, and what they say of a contact.
import { Failure } from '../domain/failure';
import type { OwnField, OwnValues } from '../domain/own-field';
import { byPlace, inUse, readOwnValue } from '../domain/own-value';
import { changedFields, type OwnFieldChange } from '../domain/own-field-change';
import { contactOf, KEEP_DELETED_MS, mergesTouched } from './contacts';
import { db } from './database';
import { keepByHand } from './merge-rows';
import { wordsWithMerged } from './merge-tree';
import { stride } from './stride';
import { undoable, type Touched } from './undo';

/** A file may hold any number; so many are read. */
const MOST_READ = 300;

/** All of them in their order, the removed ones too. */
export const readFields = async (): Promise<OwnField[]> => (await db.fields.limit(MOST_READ).toArray()).sort(byPlace);

/** Makes, renames, moves, removes or brings back a field; values stay as they are. Undoable. Fails with `invalid` or `gone`. */
export async function changeField(change: OwnFieldChange, now: number): Promise<string | null> {
  return db.transaction('rw', db.tables, async () => {
    const before = await readFields();
    const after = changedFields(before, change, now);
    const changed = after.filter((field) => JSON.stringify(field) !== JSON.stringify(before.find(({ id }) => id === field.id)));
    return undoable(
      changed.map(({ id }): Touched => ['fields', id]),
      now,
      async () => void (await db.fields.bulkPut(changed.map((field) => ({ ...field, updatedAt: now })))),
    );
  });
}

/** The fields in use, each with what it says of a contact (the empty string is nothing). Fails with `gone`. */
export async function valuesOf(contactId: string): Promise<{ field: OwnField; value: string }[]> {
  const [{ own }, fields] = [await contactOf(contactId), await readFields()];
  return inUse(fields).map((field) => ({ field, value: Object.hasOwn(own, field.id) ? own[field.id]! : '' }));
}

/** Sets what one field says of a contact; empty takes it away. Undoable. Fails with `gone`, and with `invalid` for what is no value of the field. */
export async function sayValue(contactId: string, fieldId: string, given: string, now: number): Promise<string | null> {
  return db.transaction('rw', db.tables, async () => {
    const contact = await contactOf(contactId);
    const field = await db.fields.get(fieldId);
    if (!field || field.removedAt !== null) throw new Failure('gone');
    const value = given === contact.own[fieldId] ? given : readOwnValue(field, given);
    if (value === null) throw new Failure('invalid');
    const own: OwnValues = Object.fromEntries(Object.entries({ ...contact.own, [fieldId]: value }).filter(([, text]) => text !== ''));
    return undoable([['contacts', contactId], ...(await mergesTouched(contactId))], now, async () => {
      if (JSON.stringify(own) === JSON.stringify(contact.own)) return;
      await db.contacts.update(contactId, { own, words: await wordsWithMerged({ ...contact, own }), updatedAt: now });
      await keepByHand(contact, now);
    });
  });
}

/**
 * Removes for good what was removed more than 30 days ago, with the values of all contacts, and then the field. Contacts are gone through in
 * steps: a worker that dies begins again, and a field that was brought back meanwhile keeps the values that it still has.
 */
export async function purgeFields(now: number): Promise<void> {
  const over = (await readFields()).filter(({ removedAt }) => removedAt !== null && removedAt < now - KEEP_DELETED_MS);
  if (over.length === 0) return;
  const ids = over.map(({ id }) => id);
  const step = stride(200, 20, 5_000);
  for (let after: string | null = ''; after !== null;) {
    const [from, many, began]: [string, number, number] = [after, step.many(), performance.now()];
    after = await db.transaction('rw', db.tables, async () => {
      const still = new Set((await db.fields.bulkGet(ids)).flatMap((field) => (field && field.removedAt !== null ? [field.id] : [])));
      const contacts = await db.contacts.where('id').above(from).limit(many).toArray();
      for (const contact of contacts) {
        const own = Object.fromEntries(Object.entries(contact.own).filter(([id]) => !still.has(id)));
        if (Object.keys(own).length === Object.keys(contact.own).length) continue;
        await db.contacts.update(contact.id, { own, words: await wordsWithMerged({ ...contact, own }) });
      }
      return contacts.length === many ? contacts[many - 1]!.id : null;
    });
    step.took(many, performance.now() - began);
  }
  await db.transaction('rw', db.fields, db.merges, async () => {
    const gone = (await db.fields.bulkGet(ids)).flatMap((field) => (field && field.removedAt !== null ? [field.id] : []));
    await db.merges
      .filter(({ brought }) => gone.some((id) => Object.hasOwn(brought.own ?? {}, id)))
      .modify((merge) => {
        for (const id of gone) delete merge.brought.own?.[id];
      });
    await db.fields.bulkDelete(gone);
  });
}
