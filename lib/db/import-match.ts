// Who of a file is in the book already: asked of the indexes, many people at a time.
import type { Table } from 'dexie';
import { ANY_ACCOUNT, handleOf } from '../domain/conversation';
import type { Incoming, MatchKey } from '../domain/import/person';
import type { Contact } from '../domain/records';
import { cluesOf, lookupsOf, type Clue } from '../domain/same-person';
import { db } from './database';
import { grouped } from './grouped';
import { seenAs } from './merge-tree';
import { neverAmong } from './never';

/** The handles by which somebody is found whom a file names, in whichever mailbox. */
export const handlesFor = ({ ids }: Pick<Incoming, 'ids'>): { site: string; link: string | null; handles: string[] }[] =>
  ids.map(({ site, value, link }) => ({
    site,
    link,
    handles: ['', ANY_ACCOUNT].map((account) => handleOf(site, account, { kind: 'permanent', value })),
  }));

const KEY_OF: Record<Clue['kind'], MatchKey | null> = { phone: 'phone', email: 'email', handle: 'id', company: null };

/** What is looked up for a person: entries of the three indexes, each with its table's letter. What many share is no key. */
function keysOf(person: Incoming, keys: ReadonlySet<MatchKey>): string[] {
  const identities = handlesFor(person);
  const known = { id: '', kind: 'person' as const, name: '', company: '', phones: person.phones, emails: person.emails, identities };
  const clues = cluesOf(known).filter(({ kind }) => keys.has(KEY_OF[kind]!));
  const { phones, emails, handles } = lookupsOf(clues);
  return [...phones.map((one) => `p${one}`), ...emails.map((one) => `e${one}`), ...handles.map((one) => `h${one}`)];
}

/** Who in the book a person of the file is: nobody, one, several, or one of whom nothing may come in. */
export type Match =
  { is: 'nobody' } | { is: 'one'; contact: Contact } | { is: 'several' | 'group' | 'deleted'; contacts: Contact[] } | { is: 'never' };

/** Finds all of them, in their order. `never` holds the places of those on the never list. */
export async function matches(people: readonly Incoming[], by: readonly MatchKey[], never: ReadonlySet<number>): Promise<Match[]> {
  // In an empty book there is nobody to be compared with.
  if ((await db.contacts.limit(1).primaryKeys()).length === 0) return people.map((_, i) => ({ is: never.has(i) ? 'never' : 'nobody' }));
  const keys = new Set(by);
  const places = new Map<string, number[]>();
  for (const [i, person] of people.entries())
    if (!never.has(i)) for (const key of keysOf(person, keys)) places.set(key, [...(places.get(key) ?? []), i]);
  const found = await lookUp(places);
  // Somebody who was merged is the one they are seen as. Nothing else is waited for: a transaction in which nothing is asked for long ends.
  for (const contacts of found.values())
    for (const { id, mergedInto } of [...contacts.values()]) {
      if (mergedInto === null) continue;
      const seen = await db.contacts.get(await seenAs(id));
      contacts.delete(id);
      if (seen) contacts.set(seen.id, seen);
    }
  return people.map((_, i) => (never.has(i) ? { is: 'never' } : matchOf(found.get(i))));
}

/** The contacts that hold something looked up, by the places of those it was looked up for. */
async function lookUp(places: ReadonlyMap<string, readonly number[]>): Promise<Map<number, Map<string, Contact>>> {
  const of = (letter: string): string[] => [...places.keys()].flatMap((key) => (key.startsWith(letter) ? key.slice(1) : []));
  const [phones, emails, handles] = [of('p'), of('e'), of('h')];
  const [byPhone, byEmail, identities] = await Promise.all([
    holding(db.contacts, 'phones', phones, (phone) => phone.slice(0, 1)),
    holding(db.contacts, 'emails', emails, () => ''),
    holding(db.identities, 'handles', handles, siteOf),
  ]);
  const found = new Map<number, Map<string, Contact>>();
  const note = (key: string, contact: Contact | undefined): void => {
    for (const i of contact ? (places.get(key) ?? []) : [])
      found.set(i, (found.get(i) ?? new Map<string, Contact>()).set(contact!.id, contact!));
  };
  for (const contact of byPhone) for (const phone of contact.phones) note(`p${phone}`, contact);
  for (const contact of byEmail) for (const email of contact.emails) note(`e${email}`, contact);
  const owners = await db.contacts.bulkGet(identities.map(({ contactId }) => contactId));
  for (const [i, identity] of identities.entries()) for (const handle of identity.handles) note(`h${handle}`, owners[i]);
  return found;
}

/** What a handle begins with that others in the same mailbox begin with, too. */
const siteOf = (handle: string): string => `${JSON.stringify((JSON.parse(handle) as string[]).slice(0, 2)).slice(0, -1)},`;

/**
 * The rows that hold one of these keys. A person may be known by ten, and in most books nobody is by most of them: of keys that begin alike it
 * is asked first whether any does. Then each by itself and all at once; one question about all would wait at every single one.
 */
async function holding<R, I>(
  table: Table<R, string, I>,
  index: string,
  keys: readonly string[],
  beginning: (key: string) => string,
): Promise<R[]> {
  const alike = grouped(keys, beginning);
  const rows = await Promise.all(
    [...alike].map(async ([begin, some]) => {
      const isAny = (await table.where(index).startsWith(begin).limit(1).primaryKeys()).length > 0;
      return isAny ? Promise.all(some.map((key) => table.where(index).equals(key).toArray())) : [];
    }),
  );
  return rows.flat(2);
}

function matchOf(found: ReadonlyMap<string, Contact> | undefined): Match {
  const contacts = [...(found?.values() ?? [])];
  const alive = contacts.filter(({ deletedAt }) => deletedAt === null);
  const people = alive.filter(({ kind }) => kind === 'person');
  if (people.length === 1) return { is: 'one', contact: people[0]! };
  if (people.length > 1) return { is: 'several', contacts: people };
  if (alive.length > 0) return { is: 'group', contacts: alive };
  return contacts.length > 0 ? { is: 'deleted', contacts } : { is: 'nobody' };
}

/** Places of those whom the rep never wants to see again, known by what sites may call them. Hashes: not within a transaction. */
export async function placesOfNever(people: readonly Incoming[]): Promise<Set<number>> {
  if ((await db.never.limit(1).primaryKeys()).length === 0) return new Set();
  const names = people.map((person) => {
    const clues = cluesOf({ id: '', kind: 'person', name: '', company: '', phones: person.phones, emails: person.emails, identities: [] });
    const handles = lookupsOf(clues).handles.map((handle) => JSON.parse(handle) as [string, string, string, string]);
    return [...person.ids.map(({ site, value }) => ({ site, value })), ...handles.map(([site, , , value]) => ({ site, value }))];
  });
  return neverAmong(names);
}
