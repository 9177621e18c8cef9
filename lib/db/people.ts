// Remembering people: a contact with one identity per way of reaching them.
import { ANY_ACCOUNT } from '../domain/conversation';
import { Failure } from '../domain/failure';
import { newId } from '../domain/id';
import type { Contact, Identity } from '../domain/records';
import { indexWords } from '../domain/search-words';
import { OWNED_TABLES } from '../domain/tables';
import { db } from './database';
import { undoable, type Touched } from './undo';
import { formerIdentity, handlesOf, whoIs, type Place } from './who';

/** The index words of a contact. */
export function wordsOf(name: string, tags: readonly string[]): string[] {
  return indexWords([name, ...tags].join(' '));
}

function makeContact({ conversation: { kind, name } }: Place, now: number): Contact {
  return {
    id: newId(now),
    kind,
    name,
    tags: [],
    words: wordsOf(name, []),
    company: '',
    phones: [],
    emails: [],
    bonds: [],
    type: null,
    cadence: null,
    quietUntil: null,
    stage: null,
    stageSince: null,
    source: '',
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    mergedInto: null,
  };
}

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
    const contact = makeContact(place, now);
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
  await db.transaction('rw', db.identities, db.contacts, async () => {
    await db.identities.update(identity.id, { name, handles, link: place.link, updatedAt: now });
    const contact = await db.contacts.get(identity.contactId);
    if (contact && contact.name === identity.name && contact.name !== name) {
      await db.contacts.update(contact.id, { name, words: wordsOf(name, contact.tags), updatedAt: now });
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
    return { identityId, undo: from === contactId ? null : await moveEverything(from, contactId, now) };
  });
}

/** Moves all that belongs to one contact to another and marks the empty one as deleted; every step is in the undo. */
async function moveEverything(from: string, to: string, now: number): Promise<string | null> {
  const [source, target, identities] = await Promise.all([
    db.contacts.get(from),
    db.contacts.get(to),
    db.identities.where({ contactId: from }).primaryKeys(),
  ]);
  if (!source || !target) throw new Failure('gone');
  const owned: Touched[] = [];
  for (const table of OWNED_TABLES) {
    for (const id of (await db.table(table).where({ contactId: from }).primaryKeys()) as string[]) owned.push([table, id]);
  }
  const open = await db.followUps
    .where({ contactId: from })
    .filter(({ status }) => status === 'open')
    .primaryKeys();
  const hasOpen =
    (await db.followUps
      .where({ contactId: to })
      .filter(({ status }) => status === 'open')
      .count()) > 0;
  const touched: Touched[] = [['contacts', from], ['contacts', to], ...identities.map((id): Touched => ['identities', id]), ...owned];
  return undoable(touched, now, async () => {
    const tags = [...new Set([...target.tags, ...source.tags])];
    await db.contacts.update(to, { tags, words: wordsOf(`${target.name} ${source.name}`, tags), updatedAt: now });
    await db.contacts.update(from, { deletedAt: now, updatedAt: now });
    for (const id of identities) await db.identities.update(id, { contactId: to, updatedAt: now });
    for (const [table, id] of owned) await db.table(table).update(id, { contactId: to, updatedAt: now });
    if (hasOpen) for (const id of open) await db.followUps.update(id, { status: 'replaced' });
  });
}
