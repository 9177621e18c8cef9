// Invented conversations for tests of the database and the background.
import { db } from '@/lib/db/database';
import type { Place } from '@/lib/db/who';

export const NOW = Date.parse('2026-03-02T09:00:00Z');
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** Empties the database. Run before each test. */
export async function wipe(): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    // Emptying leaves marks of its own; that of the book stays, for it may be in memory.
    await Promise.all(db.tables.filter((table) => table.name !== 'unlisted').map((table) => table.clear()));
    await db.stale.clear();
  });
}

/** A chat on a site with permanent ids. */
export function place(id = 'c1', name = 'Anna', more: Partial<Place> = {}): Place {
  return {
    site: 'demo',
    account: 'me',
    conversation: { kind: 'person', ids: [{ value: id, kind: 'permanent' }], name },
    link: null,
    hashes: [],
    ...more,
  };
}

/** A chat on a site that shows only names; `hashes` are the messages on the screen. */
export function weak(name: string, hashes: string[] = [], more: Partial<Place> = {}): Place {
  return {
    ...place('', name),
    site: 'whatsapp',
    conversation: { kind: 'person', ids: [{ value: name, kind: 'weak' }], name },
    hashes,
    ...more,
  };
}

/** All rows of the given tables, without `updatedAt`: what an act and its undo have to leave as it was. */
export async function dump(
  tables: readonly string[] = ['contacts', 'identities', 'interactions', 'days', 'notes', 'followUps', 'replies', 'credits', 'tombstones'],
) {
  const all: Record<string, unknown[]> = {};
  for (const table of tables)
    all[table] = (await db.table<Record<string, unknown>>(table).toArray()).map(({ updatedAt: _, ...row }) => row);
  return all;
}
