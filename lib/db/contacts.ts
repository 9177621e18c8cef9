// Contacts: list, search, change, delete.
import { windowOf, later } from '../domain/interaction';
import { plainName } from '../domain/common-names';
import { addDays, type Day } from '../domain/day';
import { Failure } from '../domain/failure';
import type { Contact, DayRow, FollowUp, Identity, Note } from '../domain/records';
import { matchesWords, queryWords } from '../domain/search-words';
import { OWNED_TABLES } from '../domain/tables';
import { forgetCounted } from './count';
import { db } from './database';
import { draftOf } from './drafts';
import { keepByHand } from './merge-rows';
import { familyOf, mergesInto, wordsWithMerged } from './merge-tree';
import { undoable, type Touched } from './undo';

/** How long a deleted contact can be brought back. */
export const KEEP_DELETED_MS = 30 * 24 * 3_600_000;

/** The contact, or `gone` when it is not there or deleted. */
export async function contactOf(id: string): Promise<Contact> {
  const contact = await db.contacts.get(id);
  if (!contact || contact.deletedAt !== null) throw new Failure('gone');
  return contact;
}

/** So many contacts are looked at in one go. */
const AT_ONCE = 500;

/**
 * A page of the contacts in which every word of the query begins some word (see search-words.ts), or of all: in the order of their ids, looked
 * at one after the other. The book finds them faster and better, see book.ts: this is for as long as it is not complete.
 */
export async function listContacts(
  query: string,
  cursor: string | null,
  limit: number,
): Promise<{ contacts: Contact[]; next: string | null }> {
  const words = queryWords(query);
  const found: Contact[] = [];
  for (let after = cursor ?? ''; found.length <= limit;) {
    const contacts = await db.contacts.where(':id').above(after).limit(AT_ONCE).toArray();
    found.push(...contacts.filter((contact) => contact.deletedAt === null && matchesWords(contact.words, words)));
    if (contacts.length < AT_ONCE) break;
    after = contacts.at(-1)!.id;
  }
  const shown = found.slice(0, limit);
  return { contacts: shown, next: found.length > limit ? shown.at(-1)!.id : null };
}

/** How many contacts there are, deleted ones left out. */
export async function countContacts(): Promise<number> {
  return (await db.contacts.count()) - (await db.contacts.where('deletedAt').above(0).count());
}

/** When the first contact was kept (ms), or null while there is none. Ids begin with their time. */
export async function firstContactAt(): Promise<number | null> {
  return (await db.contacts.orderBy('id').first())?.createdAt ?? null;
}

/** Everything that hangs on a contact, as far as screens show it. Notes: pinned first, then the newest. */
export interface Dossier {
  contact: Contact;
  identities: Identity[];
  notes: Note[];
  followUp: FollowUp | null;
  days: DayRow[];
  /** The note that is being typed, or the empty string. */
  draft: string;
}

const daysOf = (identity: string, from: Day): Promise<DayRow[]> =>
  db.days.where('[identityId+day]').between([identity, from], [identity, '\uffff']).toArray();

/** Reads a contact with all that a screen shows; `days` go back twelve weeks. */
export async function dossier(id: string, today: Day): Promise<Dossier> {
  const from = addDays(today, -7 * 13);
  // In one transaction: to begin one takes longer than to read what is in it.
  const [contact, [identities, days], notes, followUps, draft] = await db.transaction(
    'r',
    [db.contacts, db.identities, db.days, db.notes, db.followUps, db.drafts],
    () =>
      Promise.all([
        contactOf(id),
        db.identities
          .where({ contactId: id })
          .toArray()
          .then(async (own) => [own, await Promise.all(own.map((identity) => daysOf(identity.id, from)))] as const),
        db.notes.where({ contactId: id }).toArray(),
        db.followUps.where({ contactId: id }).toArray(),
        db.drafts.get(draftOf(id)),
      ]),
  );
  return {
    contact,
    identities: identities.sort((a, b) => a.createdAt - b.createdAt),
    notes: notes.filter((note) => note.hiddenAt === null).sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.createdAt - a.createdAt),
    followUp: followUps.find((followUp) => followUp.status === 'open') ?? null,
    days: days.flat(),
    draft: draft?.text ?? '',
  };
}

/** Counts over a contact's identities: windows of 7 and 30 days, totals, last each way, twelve weeks. */
export function countsOf({ identities, days }: Pick<Dossier, 'identities' | 'days'>, today: Day) {
  return {
    week: windowOf(days, today, 7),
    month: windowOf(days, today, 30),
    in: identities.reduce((sum, identity) => sum + identity.in, 0),
    out: identities.reduce((sum, identity) => sum + identity.out, 0),
    acts: identities.reduce((sum, identity) => sum + identity.acts, 0),
    lastIn: identities.reduce<string | null>((last, identity) => later(last, identity.lastIn), null),
    lastOut: identities.reduce<string | null>((last, identity) => later(last, identity.lastOut), null),
    watchedSince: identities.length === 0 ? null : Math.min(...identities.map((identity) => identity.watchedSince)),
    weeks: Array.from({ length: 12 }, (_, i) => {
      const week = windowOf(days, addDays(today, -7 * (11 - i)), 7);
      return { in: week.in, out: week.out, watched: week.watched > 0 };
    }),
  };
}

/** Gives a contact another name. Undoable. */
export async function renameContact(id: string, name: string, now: number): Promise<string | null> {
  const contact = await contactOf(id);
  return undoable([['contacts', id]], now, async () => {
    await db.contacts.update(id, { name, called: plainName(name), words: await wordsWithMerged({ ...contact, name }), updatedAt: now });
  });
}

/** The merges that change with what the rep takes away from a contact by hand. */
export const mergesTouched = async (id: string): Promise<Touched[]> => (await mergesInto(id)).map((merge): Touched => ['merges', merge.id]);

/** Sets the tags of a contact; doubles that differ in case only are dropped. Undoable. */
export async function setTags(id: string, tags: readonly string[], now: number): Promise<string | null> {
  const contact = await contactOf(id);
  const unique = [...new Map(tags.map((tag) => [tag.trim().toLowerCase(), tag.trim()])).values()].filter((tag) => tag !== '');
  return undoable([['contacts', id], ...(await mergesTouched(id))], now, async () => {
    await db.contacts.update(id, { tags: unique, words: await wordsWithMerged({ ...contact, tags: unique }), updatedAt: now });
    await keepByHand(contact, now);
  });
}

/** The channels by which contacts came, as they were written, in order; at most `limit`. */
export async function knownSources(limit: number): Promise<string[]> {
  const keys = (await db.contacts.where('source').above('').uniqueKeys()) as string[];
  return keys.sort((a, b) => a.localeCompare(b)).slice(0, limit);
}

/** Deletes a contact. It can be brought back for 30 days. */
export async function deleteContact(id: string, now: number): Promise<string | null> {
  await contactOf(id);
  return undoable([['contacts', id]], now, async () => {
    await db.contacts.update(id, { deletedAt: now, updatedAt: now });
  });
}

/** Removes for good what was deleted more than 30 days ago; tombstones keep id and time only. */
export async function purgeDeleted(now: number): Promise<void> {
  for (const id of await db.contacts
    .where('deletedAt')
    .between(1, now - KEEP_DELETED_MS)
    // One merged into somebody is part of that one, and goes when that one goes.
    .filter(({ mergedInto }) => mergedInto === null)
    .primaryKeys())
    await purgeContact(id, now);
}

/** Removes a contact and all that belongs to it, now; with those merged into it. */
export async function purgeContact(id: string, now: number): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    for (const one of await familyOf(id)) {
      for (const identity of await db.identities.where({ contactId: one }).primaryKeys()) await purgeIdentity(identity, now);
      for (const table of OWNED_TABLES) await db.table(table).where({ contactId: one }).delete();
      // Who was brought by this contact stays brought, by somebody who is forgotten.
      await db.facts.where({ other: one }).modify({ other: null });
      await purgeShell(one, now);
    }
  });
}

/** Removes a contact to whom nothing belongs. Runs inside the caller's transaction. */
export async function purgeShell(id: string, now: number): Promise<void> {
  await db.apart.where({ a: id }).or('b').equals(id).delete();
  await db.merges.where({ from: id }).delete();
  await db.drafts.delete(`contact:${id}`);
  await db.contacts.delete(id);
  await db.tombstones.put({ id, deletedAt: now });
}

/** Removes an identity and what was counted for it. */
export async function purgeIdentity(id: string, now: number): Promise<void> {
  await forgetCounted(id);
  await db.identities.delete(id);
  await db.tombstones.put({ id, deletedAt: now });
}
