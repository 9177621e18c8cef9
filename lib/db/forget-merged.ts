// Forgetting one identity of somebody who was made of several: the contact by which it had been known goes as well.
import type { Contact, Identity } from '../domain/records';
import type { Merge } from '../domain/tie-records';
import { purgeShell } from './contacts';
import { db } from './database';
import { forgetOrigin, rewriteWords } from './merge-rows';
import { mergesBelow } from './merge-tree';

/** What was removed or changed, as it was before. */
export interface Shell {
  contacts: Contact[];
  merges: Merge[];
}

/**
 * Removes the merged contact that was known by this identity alone, name and merge included; its notes stay with the person it is part
 * of. Runs inside the caller's transaction.
 */
export async function forgetShell({ id, contactId }: Identity, now: number): Promise<Shell> {
  const before = await mergesBelow(contactId);
  await forgetOrigin(contactId, new Set([id]));
  const merge = before.find(({ moved }) => moved['identities']?.includes(id));
  if (!merge) return { contacts: [], merges: [] };
  const inside = await mergesBelow(merge.from);
  const others = [merge, ...inside].flatMap(({ moved }) => moved['identities'] ?? []).filter((one) => one !== id);
  if (others.length > 0) return { contacts: [], merges: [merge] };
  const shell = await db.contacts.get(merge.from);
  // What others had brought to it is the person's own from now on; they themselves can still be taken apart.
  const children = before.filter(({ into }) => into === merge.from);
  for (const child of children) {
    await db.merges.update(child.id, { into: merge.into, brought: {}, updatedAt: now });
    await db.contacts.update(child.from, { mergedInto: merge.into, updatedAt: now });
  }
  const above = await db.contacts.bulkGet(children.map(({ from }) => from));
  await purgeShell(merge.from, now);
  await rewriteWords(contactId);
  const changed = above.flatMap((one): Contact[] => (one ? [{ ...one, mergedInto: merge.from }] : []));
  return { contacts: [...(shell ? [shell] : []), ...changed], merges: [merge, ...children] };
}
