// Many replies at once: folders, tags, archive. Each act is one transaction with one way back.
import { arranged, type Arrangement } from '../domain/arrange-reply';
import { db } from './database';
import { yieldShortcuts } from './shortcuts';
import { undoable, type Touched } from './undo';

/** `undo` is null when everything lay so already. `freed`: shortcuts that replies brought back lost, as another has them now. */
export interface Arranged {
  undo: string | null;
  freed: string[];
}

/** Arranges these replies; those that are gone are left out. Undoable in one step. */
export async function arrangeReplies(ids: readonly string[], change: Arrangement, now: number): Promise<Arranged> {
  const each = [...new Set(ids)];
  const freed: string[] = [];
  const undo = await undoable(
    each.map((id): Touched => ['replies', id]),
    now,
    async () => {
      for (const reply of await db.replies.bulkGet(each)) {
        const fresh = reply && arranged(reply, change, now);
        if (fresh && Object.keys(fresh).length > 0) await db.replies.update(reply.id, { ...fresh, updatedAt: now });
      }
      if (change.archived === false) freed.push(...(await yieldShortcuts(each)));
    },
  );
  return { undo, freed };
}

/** Gives a folder another name; under the name of another, the two become one. An empty name takes its replies out. Undoable. */
export async function renameFolder(from: string, to: string, now: number): Promise<string | null> {
  return db.transaction('rw', db.tables, async () => {
    const inside = await db.replies.filter(({ folder }) => folder === from).primaryKeys();
    return (await arrangeReplies(inside, { folder: to }, now)).undo;
  });
}
