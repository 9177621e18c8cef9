// The replies that Rapport brings: put in once, removed at once, put in again.
import { starterReplies } from '../domain/starter/starter-replies';
import { db } from './database';
import { changeSettings, readSettings } from './settings';
import { undoable, type Touched } from './undo';

type Language = 'en' | 'zh';

/** Puts them in at the very first start. Gives whether it did. Safe to run at every start, and to be cut off at any point. */
export async function bringStarter(language: Language, now: number): Promise<boolean> {
  // Every start but the first ends here, with one read.
  if ((await readSettings()).replies.starterCame) return false;
  return db.transaction('rw', db.tables, async () => {
    if ((await readSettings()).replies.starterCame) return false;
    await putIn(language, now);
    await changeSettings(now, ({ replies }) => ({ replies: { ...replies, starterCame: true } }));
    return true;
  });
}

/** Puts in those of a language that are not there. Undoable; null when all are. */
export async function addStarter(language: Language, now: number): Promise<string | null> {
  const ids = starterReplies(language, now).map(({ id }) => id);
  return undoable(
    ids.flatMap((id): Touched[] => [
      ['replies', id],
      ['tombstones', id],
    ]),
    now,
    () => putIn(language, now),
  );
}

/** Removes them, except those whose words the rep has changed: they are the rep's own. Undoable. */
export async function removeStarter(now: number): Promise<string | null> {
  return db.transaction('rw', db.tables, async () => {
    const ids = (await db.replies.filter(({ starter }) => starter !== null).toArray()).map(({ id }) => id);
    const examples = await db.examples.where('replyId').anyOf(ids).primaryKeys();
    const touched = [
      ...ids.flatMap((id): Touched[] => [
        ['replies', id],
        ['learned', id],
        ['tombstones', id],
      ]),
      ...examples.map((id): Touched => ['examples', id]),
    ];
    return undoable(touched, now, async () => {
      await db.replies.bulkDelete(ids);
      await db.learned.bulkDelete(ids);
      await db.examples.bulkDelete(examples);
      await db.tombstones.bulkPut(ids.map((id) => ({ id, deletedAt: now })));
    });
  });
}

async function putIn(language: Language, now: number): Promise<void> {
  const there = await db.replies.toArray();
  const ids = new Set(there.map(({ id }) => id));
  const taken = new Set(there.flatMap(({ shortcut, archivedAt }) => (archivedAt === null ? [shortcut] : [])));
  const fresh = starterReplies(language, now).filter(({ id }) => !ids.has(id));
  // A shortcut of the rep's own goes before ours.
  await db.replies.bulkAdd(fresh.map((reply) => (taken.has(reply.shortcut) ? { ...reply, shortcut: '' } : reply)));
  await db.tombstones.bulkDelete(fresh.map(({ id }) => id));
}
