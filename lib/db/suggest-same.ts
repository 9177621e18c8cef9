// Who may be the same person as a contact: looked up by what they share, never by reading everybody.
import type { Contact } from '../domain/records';
import { cluesOf, lookupsOf, suggestionsOf, type Known, type Suggestion } from '../domain/same-person';
import { plainName } from '../domain/common-names';
import type { Merge } from '../domain/tie-records';
import { contactOf } from './contacts';
import { db } from './database';
import { familyOf, mergesBelow, seenAs } from './merge-tree';
import { apartFrom } from './same-person';

/** So many rows are read for one thing shared; what more have is a switchboard, or a name of many. */
const MOST = 40;

async function knownOf(contacts: readonly Contact[]): Promise<Known[]> {
  const identities = await db.identities
    .where('contactId')
    .anyOf(contacts.map(({ id }) => id))
    .toArray();
  return contacts.map((contact) => ({ ...contact, identities: identities.filter(({ contactId }) => contactId === contact.id) }));
}

/** Suggestions for one contact, the likeliest first, with the other's name. Fails with `gone`. */
export async function suggestSame(id: string): Promise<(Suggestion & { name: string })[]> {
  return db.transaction('r', [db.contacts, db.identities, db.apart, db.merges, db.facts], async () => {
    const contact = await contactOf(id);
    const [subject] = (await knownOf([contact])) as [Known];
    const clues = cluesOf(subject);
    if (clues.length === 0) return [];
    const { phones, emails, handles } = lookupsOf(clues);
    const isNamed = clues.some(({ kind }) => kind === 'company');
    const [byPhone, byEmail, byHandle, byName] = await Promise.all([
      Promise.all(phones.map((phone) => db.contacts.where({ phones: phone }).limit(MOST).toArray())),
      Promise.all(emails.map((email) => db.contacts.where({ emails: email }).limit(MOST).toArray())),
      Promise.all(handles.map((handle) => db.identities.where({ handles: handle }).limit(MOST).toArray())),
      isNamed ? namesakes(contact.name) : [],
    ]);
    const known = await db.contacts.bulkGet([...new Set(byHandle.flat().map(({ contactId }) => contactId))]);
    const found = [...byPhone.flat(), ...byEmail.flat(), ...byName, ...known.filter((one) => one !== undefined)];
    const others = [...new Map(found.filter((one) => one.deletedAt === null && one.id !== id).map((one) => [one.id, one])).values()];
    if (others.length === 0) return [];
    const names = new Map(others.map((one) => [one.id, one.name]));
    return suggestionsOf(subject, await knownOf(others), await notTheSame(id)).map((one) => ({ ...one, name: names.get(one.id)! }));
  });
}

/** Contacts of the same name; none when that is the name of many. */
async function namesakes(name: string): Promise<Contact[]> {
  const found = await db.contacts
    .where({ called: plainName(name) })
    .limit(MOST)
    .toArray();
  return found.length < MOST ? found : [];
}

/** Of whom it is known that they are somebody else: the rep said so, or one of the two brought the other. */
async function notTheSame(id: string): Promise<Set<string>> {
  const family = await familyOf(id);
  const apart = (await apartFrom(family)).flatMap(({ a, b }) => [a, b]);
  const brought = await db.facts.where({ contactId: id }).toArray();
  const broughtBy = await db.facts.where({ other: id }).toArray();
  const ids = [...apart, ...brought.flatMap(({ other }) => other ?? []), ...broughtBy.map(({ contactId }) => contactId)];
  return new Set(await Promise.all(ids.filter((one) => !family.includes(one)).map(seenAs)));
}

/** Somebody who was merged into a contact. */
export interface MergedIn {
  merge: Merge;
  contact: Contact;
}

/** Who was merged into a contact, also by way of others; the newest first. */
export async function mergedInto(id: string): Promise<MergedIn[]> {
  const merges = (await mergesBelow((await contactOf(id)).id)).reverse();
  const contacts = await db.contacts.bulkGet(merges.map(({ from }) => from));
  return merges.flatMap((merge, i) => (contacts[i] ? [{ merge, contact: contacts[i] }] : []));
}
