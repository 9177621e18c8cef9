// Who was merged into whom. The contacts that are one person form a tree: each merge remembers the rows that were its contact's
// own, so that any of them can leave at any time, alone or with those merged into it, in whatever order.
import type { Contact } from '../domain/records';
import { wordsOf } from '../domain/search-words';
import type { Merge } from '../domain/tie-records';
import { db } from './database';

/** The oldest first, on every machine alike. */
export const inOrder = (merges: Merge[]): Merge[] => merges.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));

/** The merges into a contact itself, the oldest first. */
export const mergesInto = async (id: string): Promise<Merge[]> => inOrder(await db.merges.where({ into: id }).toArray());

/** The merges into a contact and into those merged into it. */
export async function mergesBelow(id: string): Promise<Merge[]> {
  const all: Merge[] = [];
  const seen = new Set([id]);
  for (let ids = [id]; ids.length > 0;) {
    const more = (await db.merges.where('into').anyOf(ids).toArray()).filter(({ from }) => !seen.has(from));
    for (const { from } of more) seen.add(from);
    all.push(...more);
    ids = more.map(({ from }) => from);
  }
  return inOrder(all);
}

/** The merges from a contact up to the one that is seen in its place: none when that is itself. */
export async function mergesAbove(id: string): Promise<Merge[]> {
  const path: Merge[] = [];
  for (let at = id; ;) {
    const merge = await db.merges.where({ from: at }).first();
    if (!merge || path.some((one) => one.id === merge.id)) return path;
    path.push(merge);
    at = merge.into;
  }
}

/** The contact that is seen in place of this one: itself when it was merged into nobody. */
export async function seenAs(id: string): Promise<string> {
  return (await mergesAbove(id)).at(-1)?.into ?? id;
}

/** Everything that a contact is made of: itself and all who were merged into it. */
export async function familyOf(id: string): Promise<string[]> {
  return [id, ...(await mergesBelow(id)).map(({ from }) => from)];
}

/** The index words of a contact with the names of those merged into it, and what its text fields say. */
export async function wordsWithMerged(contact: Pick<Contact, 'id' | 'name' | 'tags' | 'own'>): Promise<string[]> {
  const others = await db.contacts.bulkGet((await mergesBelow(contact.id)).map(({ from }) => from));
  const fields = await db.fields.bulkGet(Object.keys(contact.own));
  const values = fields.flatMap((field) => (field?.kind === 'text' ? (contact.own[field.id] ?? []) : []));
  return wordsOf([contact.name, ...others.flatMap((other) => (other ? [other.name] : []))], contact.tags, values);
}
