// Remembering people: a contact with one identity per way of reaching them.
import { plainName } from '../domain/common-names';
import { ANY_ACCOUNT } from '../domain/conversation';
import { Failure } from '../domain/failure';
import { blankContact } from '../domain/blank-contact';
import { newId } from '../domain/id';
import type { Identity } from '../domain/records';
import { db } from './database';
import { wordsWithMerged } from './merge-tree';
import { mergeContacts } from './same-person';
import { undoable, type Touched } from './undo';
import { formerIdentity, handlesOf, whoIs, type Place } from './who';

function makeIdentity(contactId: string, place: Place, now: number): Identity {
  const { site, account, conversation, link } = place;
  return {
    id: newId(now),
    contactId,
    site,
    account,
    handles: allHandles(place),
    weak: conversation.ids[0].kind === 'weak',
    name: conversation.name,
    link,
    in: 0,
    out: 0,
    acts: 0,
    lastIn: null,
    lastOut: null,
    undatedIn: null,
    undatedOut: null,
    watchedSince: now,
    createdAt: now,
    updatedAt: now,
  };
}

/** Every handle under which the place is to be found again. */
function allHandles(place: Place): string[] {
  return [...handlesOf(place, 'permanent'), ...handlesOf(place, 'permanent', ANY_ACCOUNT), ...handlesOf(place, 'weak')];
}

/** Gives the place an identity under this contact: a former one with its counts, or a new one. */
async function attach(place: Place, contactId: string, former: Identity | null, now: number): Promise<Identity> {
  const identity = former ? { ...former, contactId, updatedAt: now } : makeIdentity(contactId, place, now);
  await db.identities.put(identity);
  return identity;
}

/** Somebody remembered: `fresh` when it happened just now, with the way to take it back. */
export interface Remembered {
  identity: Identity;
  fresh: boolean;
  undo: string | null;
}

/** The identity of the open conversation, made now if nobody remembered it yet. Fails with `moved` when it is unclear who this is. */
export async function remember(place: Place, now: number): Promise<Remembered> {
  // The look and the writing are one transaction: two tabs asking at once make one person.
  return db.transaction('rw', db.tables, async () => {
    const who = await whoIs(place);
    if (who.is === 'known') return { identity: who.identity, undo: null, fresh: false };
    if (who.is === 'ask') throw new Failure('moved');
    const contact = blankContact(place.conversation.kind, place.conversation.name, now);
    const former = await formerIdentity(place);
    let identity: Identity | undefined;
    const touched: Touched[] = [['contacts', contact.id]];
    if (former) touched.push(['identities', former.id]);
    const undo = await undoable(touched, now, async () => {
      await db.contacts.add(contact);
      identity = await attach(place, contact.id, former, now);
    });
    return { identity: identity!, undo, fresh: true };
  });
}

/** Follows the site: new ids are taken up, and a new name, also by a contact that was still called by the old one. */
export async function followSite(identity: Identity, place: Place, now: number): Promise<void> {
  const { name } = place.conversation;
  // Of names only the present one counts; permanent ids stay for ever.
  const kept = identity.handles.filter((handle) => (JSON.parse(handle) as string[])[2] === 'permanent');
  const handles = [...new Set([...allHandles(place), ...kept])].slice(0, 24);
  if (identity.name === name && identity.link === place.link && handles.join('\0') === identity.handles.join('\0')) return;
  await db.transaction('rw', db.identities, db.contacts, db.merges, db.fields, async () => {
    await db.identities.update(identity.id, { name, handles, link: place.link, updatedAt: now });
    const contact = await db.contacts.get(identity.contactId);
    if (contact && contact.name === identity.name && contact.name !== name) {
      await db.contacts.update(contact.id, {
        name,
        called: plainName(name),
        words: await wordsWithMerged({ ...contact, name }),
        updatedAt: now,
      });
    }
  });
}

/** Makes the open conversation another identity of a contact: "this is the same person as". Undoable. */
export async function joinTo(place: Place, contactId: string, now: number): Promise<{ identityId: string; undo: string | null }> {
  return db.transaction('rw', db.tables, async () => {
    const target = await db.contacts.get(contactId);
    if (!target || target.deletedAt !== null) throw new Failure('gone');
    const who = await whoIs(place);
    if (who.is === 'ask') throw new Failure('moved');
    if (who.is === 'stranger') {
      const former = await formerIdentity(place);
      const identity = former ?? makeIdentity(contactId, place, now);
      const undo = await undoable([['identities', identity.id]], now, async () => {
        await db.identities.put({ ...identity, contactId, updatedAt: now });
      });
      return { identityId: identity.id, undo };
    }
    const { id: identityId, contactId: from } = who.identity;
    return { identityId, undo: from === contactId ? null : await mergeContacts(from, contactId, now) };
  });
}
