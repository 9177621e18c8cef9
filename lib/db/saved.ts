// Which backups were saved, so that somebody who is forgotten can be looked for in them. Belongs to this machine: in no backup.
import { newId } from '../domain/id';
import { db, type Saved } from './database';
import { changeSettings } from './settings';

const MOST = 200;

/** Notes a backup that was just saved. */
export async function noteSaved(file: Pick<Saved, 'name' | 'where' | 'sealed'>, now: number): Promise<void> {
  await db.transaction('rw', db.saved, db.settings, async () => {
    await db.saved.add({ id: newId(now), at: now, ...file });
    const surplus = (await db.saved.count()) - MOST;
    if (surplus > 0) await db.saved.bulkDelete(await db.saved.orderBy('at').limit(surplus).primaryKeys());
    await changeSettings(now, ({ backup }) => ({ backup: { ...backup, last: now } }));
  });
}

/** The backups that may still be there, the newest first. */
export async function listSaved(): Promise<Saved[]> {
  return db.saved.orderBy('at').reverse().toArray();
}

/** The backups that hold somebody who was kept since then, as far as we know. */
export async function savedSince(since: number): Promise<Saved[]> {
  return db.saved.where('at').aboveOrEqual(since).reverse().toArray();
}

/** A backup is not there any more. Gives its row; undefined when it was struck off before. */
export async function dropSaved(id: string): Promise<Saved | undefined> {
  return db.transaction('rw', db.saved, async () => {
    const row = await db.saved.get(id);
    await db.saved.delete(id);
    return row;
  });
}
