// After rows came from a backup: who was merged into whom has to fit again, whatever was in the file and whatever was here.
import type { Merge } from '../domain/tie-records';
import { db } from './database';
import { moveStrays, rewriteWords } from './merge-rows';
import { inOrder, seenAs } from './merge-tree';

/** Drops merges that are none any more, brings back who was merged into nobody, and moves what lies with hidden contacts. */
export async function settleMerges(now: number): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const held = await validMerges();
    const hidden = await db.contacts
      .where('deletedAt')
      .above(0)
      .filter(({ id, mergedInto }) => mergedInto !== null && !held.has(id))
      .primaryKeys();
    for (const id of hidden) {
      await db.contacts.update(id, { deletedAt: null, mergedInto: null, updatedAt: now });
      await rewriteWords(id);
    }
    for (const merge of held.values()) await moveStrays(merge, now);
    for (const id of new Set(await Promise.all([...held.keys()].map(seenAs)))) await rewriteWords(id);
  });
}

/** The merges that agree with their contacts, by the contact that is hidden. Others are removed. */
async function validMerges(): Promise<Map<string, Merge>> {
  const held = new Map<string, Merge>();
  for (const merge of inOrder(await db.merges.toArray())) {
    const [from, into] = await db.contacts.bulkGet([merge.from, merge.into]);
    const agrees = from?.mergedInto === merge.into && from.deletedAt !== null && into !== undefined;
    if (agrees && !held.has(merge.from) && !leadsTo(held, merge.into, merge.from)) held.set(merge.from, merge);
    else await db.merges.delete(merge.id);
  }
  return held;
}

/** Whether following the merges from one contact comes to another: a file may hold a circle. */
function leadsTo(held: ReadonlyMap<string, Merge>, from: string, to: string): boolean {
  for (let at: string | undefined = from; at !== undefined; at = held.get(at)?.into) if (at === to) return true;
  return false;
}
