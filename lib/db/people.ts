// Remembering people: a contact with one identity per way of reaching them.
import { newId } from '../domain/id';
import type { Contact, Identity } from '../domain/records';
import { indexWords } from '../domain/search-words';
import { db } from './database';
import { Failure } from '../domain/failure';
import { undoable, type Touched } from './undo';
import { whoIs, type Place } from './who';

/** The index words of a contact. */
export function wordsOf(name: string, tags: readonly string[]): string[] {
  return indexWords([name, ...tags].join(' '));
}

/** A fresh contact and identity for the open conversation, not stored yet. */
export function makePerson(place: Place, now: number): { contact: Contact; identity: Identity } {
  const { conversation, site, account, link } = place;
  const contact: Contact = {
    id: newId(now),
    kind: conversation.kind,
    name: conversation.name,
    tags: [],
    words: wordsOf(conversation.name, []),
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
  return { contact, identity: makeIdentity(contact.id, place, now, { site, account, link }) };
}

function makeIdentity(contactId: string, { conversation }: Place, now: number, where: Pick<Identity, 'site' | 'account' | 'link'>): Identity {
  const [best] = conversation.ids;
  return {
    id: newId(now),
    contactId,
    ...where,
    key: best.value,
    weak: best.kind === 'weak',
    name: conversation.name,
    in: 0,
    out: 0,
    lastIn: null,
    lastOut: null,
    watchedSince: now,
    createdAt: now,
    updatedAt: now,
  };
}

/** The identity of the open conversation, made now if nobody remembered it yet. Fails with `moved` when it is unclear who this is. */
export async function remember(place: Place, now: number): Promise<{ identity: Identity; undo: string | null; fresh: boolean }> {
  // The look and the writing are one transaction: two tabs asking at once make one person.
  return db.transaction('rw', db.tables, async () => {
    const who = await whoIs(place);
    if (who.is === 'known') return { identity: who.identity, undo: null, fresh: false };
    if (who.is === 'ask') throw new Failure('moved');
    const { contact, identity } = makePerson(place, now);
    const touched: Touched[] = [['contacts', contact.id]];
    const undo = await undoable(touched, now, async () => {
      await db.contacts.add(contact);
      await db.identities.add(identity);
    });
    return { identity, undo, fresh: true };
  });
}

/** Follows a rename on the site: the identity takes the new name, and so does a contact still called by the old one. */
export async function followRename(identity: Identity, place: Place, now: number): Promise<void> {
  const { name, ids } = place.conversation;
  const [best] = ids;
  const key = identity.weak && best.kind === 'weak' ? best.value : identity.key;
  if (identity.name === name && identity.key === key && identity.link === place.link) return;
  await db.transaction('rw', db.identities, db.contacts, async () => {
    await db.identities.update(identity.id, { name, key, link: place.link, updatedAt: now });
    const contact = await db.contacts.get(identity.contactId);
    if (contact && contact.name === identity.name && contact.name !== name) {
      await db.contacts.update(contact.id, { name, words: wordsOf(name, contact.tags), updatedAt: now });
    }
  });
}

/** Makes the open conversation another identity of a contact: "this is the same person as". Undoable. */
export async function joinTo(place: Place, contactId: string, now: number): Promise<string | null> {
  return db.transaction('rw', db.tables, async () => {
    const target = await db.contacts.get(contactId);
    if (!target || target.deletedAt !== null) throw new Failure('gone');
    const who = await whoIs(place);
    if (who.is === 'ask') throw new Failure('moved');
    if (who.is === 'stranger') {
      const { identity } = makePerson(place, now);
      return undoable([['identities', identity.id]], now, async () => {
        await db.identities.add({ ...identity, contactId });
      });
    }
    const from = who.identity.contactId;
    if (from === contactId) return null;
    return moveEverything(from, contactId, now);
  });
}

/** Moves all that belongs to one contact to another and marks the empty one as deleted; every step is in the undo. */
async function moveEverything(from: string, to: string, now: number): Promise<string | null> {
  const [identities, notes, followUps, source, target] = await Promise.all([
    db.identities.where({ contactId: from }).primaryKeys(),
    db.notes.where({ contactId: from }).primaryKeys(),
    db.followUps.where({ contactId: from }).toArray(),
    db.contacts.get(from),
    db.contacts.get(to),
  ]);
  if (!source || !target) throw new Failure('gone');
  const hasOpen = (await db.followUps.where({ contactId: to }).toArray()).some((followUp) => followUp.status === 'open');
  const touched: Touched[] = [
    ['contacts', from],
    ['contacts', to],
    ...identities.map((id): Touched => ['identities', id]),
    ...notes.map((id): Touched => ['notes', id]),
    ...followUps.map(({ id }): Touched => ['followUps', id]),
  ];
  return undoable(touched, now, async () => {
    const tags = [...new Set([...target.tags, ...source.tags])];
    await db.contacts.update(to, { tags, words: wordsOf(`${target.name} ${source.name}`, tags), updatedAt: now });
    await db.contacts.update(from, { deletedAt: now, updatedAt: now });
    for (const id of identities) await db.identities.update(id, { contactId: to, updatedAt: now });
    for (const id of notes) await db.notes.update(id, { contactId: to, updatedAt: now });
    for (const { id, status } of followUps) {
      await db.followUps.update(id, { contactId: to, status: status === 'open' && hasOpen ? 'replaced' : status, updatedAt: now });
    }
  });
}
