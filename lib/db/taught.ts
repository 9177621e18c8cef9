// Sites the user taught.
import { Failure } from '../domain/failure';
import type { TaughtSite, TaughtSpec } from '../domain/taught-site';
import { db } from './database';
import { undoable } from './undo';

/** All taught sites that are not deleted, by name. */
export async function taughtSites(): Promise<TaughtSite[]> {
  const all = await db.taught.toArray();
  return all.filter((site) => site.deletedAt === null).sort((a, b) => a.name.localeCompare(b.name));
}

/** One by its id, deleted or not: the people it was for still need its name. */
export async function taughtSite(id: string): Promise<TaughtSite | null> {
  return (await db.taught.get(id)) ?? null;
}

/** Keeps what was taught, imported or edited, in place of what the same origin had. Fails with `invalid` when the id is another origin's. */
export async function saveTaught(site: TaughtSpec, now: number): Promise<void> {
  await db.transaction('rw', db.taught, async () => {
    const old = await db.taught.get(site.id);
    // Two origins share an id once in four thousand million; somebody may have looked for such a pair.
    if (old && old.origin !== site.origin) throw new Failure('invalid');
    await db.taught.put({ ...site, createdAt: old?.createdAt ?? now, updatedAt: now, deletedAt: null });
  });
}

/** Deletes a taught site; what was counted on it stays with the people. Gives the undo. */
export async function deleteTaught(id: string, now: number): Promise<string | null> {
  return undoable([['taught', id]], now, async () => {
    if ((await db.taught.update(id, { deletedAt: now, updatedAt: now })) === 0) throw new Failure('gone');
  });
}

/** Sites that were deleted before this moment. */
export async function deletedBefore(moment: number): Promise<TaughtSite[]> {
  return db.taught.filter(({ deletedAt }) => deletedAt !== null && deletedAt < moment).toArray();
}

/** Removes deleted sites whose undo is over and that nobody was met on. */
export async function purgeTaught(now: number): Promise<void> {
  for (const { id } of await deletedBefore(now - 30 * 24 * 3_600_000))
    if ((await db.identities.filter(({ site }) => site === id).count()) === 0) await db.taught.delete(id);
}
