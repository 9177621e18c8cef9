// "This is the same person as", and back: merge, take apart at any time, "not the same", split off one way of reaching somebody.
import { blankContact } from '../domain/blank-contact';
import { Failure } from '../domain/failure';
import { newId } from '../domain/id';
import type { Apart } from '../domain/tie-records';
import { contactOf } from './contacts';
import { db, type PeopleUndo } from './database';
import { forgetOrigin, moveIn, moveOut } from './merge-rows';
import { familyOf, mergesBelow, seenAs } from './merge-tree';
import { forgetStood } from './moves';
import { undoable, type Touched } from './undo';

/** Runs an act on who is who: its undo is the act the other way round, whatever happened since. */
async function peopleAct(people: PeopleUndo, touched: readonly Touched[], now: number, act: () => Promise<void>): Promise<string | null> {
  const undo = await undoable(touched, now, act);
  if (undo !== null) await db.undos.update(undo, { people });
  return undo;
}

const pair = (one: string, other: string, now: number): Apart => {
  const [a, b] = one < other ? [one, other] : [other, one];
  return { id: `${a}+${b}`, a, b, createdAt: now };
};

/**
 * Makes a contact part of another one: everything moves there and remembers where it is from. The other's name stays. Undoable, and to be
 * taken apart at any time. Fails with `gone`, and with `invalid` for a person and a group, or one and the same.
 */
export async function mergeContacts(from: string, into: string, now: number): Promise<string | null> {
  return db.transaction('rw', db.tables, async () => {
    const [source, target] = [await contactOf(from), await contactOf(into)];
    if (from === into || source.kind !== target.kind) throw new Failure('invalid');
    const [those, these] = [new Set(await familyOf(from)), new Set(await familyOf(into))];
    const apart = (await apartFrom([...those])).filter(({ a, b }) => these.has(a) || these.has(b)).map(({ id }) => id);
    const id = newId(now);
    return peopleAct('merge', [['merges', id], ...apart.map((one): Touched => ['apart', one])], now, async () => {
      await db.apart.bulkDelete(apart);
      await moveIn({ id, from, into, createdAt: now }, now);
    });
  });
}

/** Takes a merged contact out again and remembers that the two are not the same. Undoable. Gives the contact that is back, too. */
export async function takeApart(mergeId: string, now: number): Promise<{ undo: string | null; contact: string }> {
  return db.transaction('rw', db.tables, async () => {
    const merge = await db.merges.get(mergeId);
    if (!merge) throw new Failure('gone');
    const seen = (await contactOf(await seenAs(merge.into))).id;
    const apart = pair(merge.from, seen, now);
    const undo = await peopleAct(
      'unmerge',
      [
        ['merges', mergeId],
        ['apart', apart.id],
      ],
      now,
      async () => {
        await moveOut(merge, now);
        await db.apart.put(apart);
      },
    );
    return { undo, contact: merge.from };
  });
}

/** Remembers that two contacts are not the same person. Undoable. */
export async function setApart(one: string, other: string, now: number): Promise<string | null> {
  await Promise.all([contactOf(one), contactOf(other)]);
  if (one === other) throw new Failure('invalid');
  const apart = pair(one, other, now);
  return undoable([['apart', apart.id]], now, async () => void (await db.apart.put(apart)));
}

/** What was said not to be the same as any of these. */
export const apartFrom = (ids: readonly string[]): Promise<Apart[]> => db.apart.where('a').anyOf(ids).or('b').anyOf(ids).toArray();

/**
 * Takes one identity out of a contact, with all that was counted for it and these notes, into a contact of its own. Undoable.
 * Fails with `gone`, and with `invalid` for the last identity or somebody else's note.
 */
export async function splitOff(
  contactId: string,
  identityId: string,
  notes: readonly string[],
  now: number,
): Promise<{ undo: string | null; contact: string }> {
  return db.transaction('rw', db.tables, async () => {
    const contact = await contactOf(contactId);
    const identity = await db.identities.get(identityId);
    if (identity?.contactId !== contactId) throw new Failure('gone');
    const all = await db.notes.bulkGet([...notes]);
    const isLast = (await db.identities.where({ contactId }).count()) === 1;
    if (isLast || all.some((note) => note?.contactId !== contactId)) throw new Failure('invalid');
    const fresh = blankContact(contact.kind, identity.name || contact.name, now);
    const apart = pair(contactId, fresh.id, now);
    const merges = (await mergesBelow(contactId)).map(({ id }): Touched => ['merges', id]);
    const moved: Touched[] = [['identities', identityId], ...notes.map((id): Touched => ['notes', id])];
    const undo = await peopleAct('split', [['contacts', fresh.id], ...moved, ...merges, ['apart', apart.id]], now, async () => {
      await db.contacts.add(fresh);
      await db.identities.update(identityId, { contactId: fresh.id, updatedAt: now });
      for (const id of notes) await db.notes.update(id, { contactId: fresh.id, updatedAt: now });
      await forgetOrigin(contactId, new Set([identityId, ...notes]));
      await forgetStood([contactId]);
      await db.apart.put(apart);
    });
    return { undo, contact: fresh.id };
  });
}
