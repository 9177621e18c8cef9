// Taking back who is whom: the act the other way round, so that it works whatever happened since.
import { Failure } from '../domain/failure';
import type { Merge } from '../domain/tie-records';
import { db, type Undo, type UndoStep } from './database';
import { forgetStood } from './moves';
import { moveIn, moveOut, moveRows, moveStrays } from './merge-rows';
import { seenAs } from './merge-tree';

/** Takes back a merge, a taking apart or a splitting off. Gives the steps that remain to be taken. Fails with `undone` or `gone`. */
export async function turnBack({ people, steps }: Undo, now: number): Promise<UndoStep[]> {
  if (people === 'split') {
    await unsplit(steps, now);
    return steps;
  }
  const { key, before } = steps.find(({ table }) => table === 'merges')!;
  const merge = await db.merges.get(key as string);
  if (people === 'merge') {
    if (!merge) throw new Failure('undone');
    await moveOut(merge, now);
  } else {
    const old = before as unknown as Merge;
    if (merge) throw new Failure('undone');
    const [from, seen] = await db.contacts.bulkGet([old.from, await seenAs(old.into)]);
    if (from?.deletedAt !== null || seen?.deletedAt !== null || seen.id === from.id) throw new Failure('gone');
    await moveIn(old, now);
  }
  return steps.filter(({ table }) => table !== 'merges');
}

/** Everything goes back from where it was split off, also what came there since. */
async function unsplit(steps: readonly UndoStep[], now: number): Promise<void> {
  const fresh = steps.find(({ table }) => table === 'contacts')!.key as string;
  const old = steps.find(({ table }) => table === 'identities')!.before!['contactId'] as string;
  const [from, into] = await db.contacts.bulkGet([fresh, old]);
  if (from?.deletedAt !== null || !into) throw new Failure('gone');
  await moveRows(fresh, old, now);
  await forgetStood([fresh, old]);
}

/** Rows that came back to somebody merged meanwhile go where that one is seen. */
export async function followMerges(steps: readonly UndoStep[], now: number): Promise<void> {
  const ids = new Set<string>();
  for (const { before } of steps)
    for (const field of ['contactId', 'other']) if (typeof before?.[field] === 'string') ids.add(before[field]);
  for (const id of ids) {
    const merge = await db.merges.where({ from: id }).first();
    if (merge) await moveStrays(merge, now);
  }
}
