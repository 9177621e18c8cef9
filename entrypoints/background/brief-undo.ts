// Undo for acts that promise to leave no trace: what they removed is held in memory only, for ten minutes at most.
import browser from 'webextension-polyfill';
import { db } from '@/lib/db/database';
import { recount } from '@/lib/db/count';
import { settleMerges } from '@/lib/db/settle-merges';
import { Failure } from '@/lib/domain/failure';

const KEEP_MS = 10 * 60_000;
const PREFIX = 'undo:';

/** What to put back and what to take away. */
export interface BriefUndo {
  put: Record<string, Record<string, unknown>[]>;
  remove: Record<string, string[]>;
  at: number;
}

/** Keeps a brief undo. Gives its id. */
export async function keepBrief(undo: Omit<BriefUndo, 'at'>, now: number): Promise<string> {
  const id = `brief-${crypto.randomUUID()}`;
  await browser.storage.session.set({ [PREFIX + id]: { ...undo, at: now } });
  return id;
}

/** Whether the id is one of a brief undo. */
export const isBrief = (id: string): boolean => id.startsWith('brief-');

/** Takes the act back. Gives the tables that changed. Fails with `undone` when it is too late. */
export async function runBrief(id: string, now: number): Promise<string[]> {
  const key = PREFIX + id;
  const undo = (await browser.storage.session.get(key))[key] as BriefUndo | undefined;
  await browser.storage.session.remove(key);
  if (!undo || now - undo.at > KEEP_MS) throw new Failure('undone');
  await db.transaction('rw', db.tables, async () => {
    for (const [table, ids] of Object.entries(undo.remove)) await db.table(table).bulkDelete(ids);
    for (const [table, rows] of Object.entries(undo.put)) await db.table(table).bulkPut(rows);
    const counted = new Set((undo.put['interactions'] ?? []).map((row) => row['identityId'] as string));
    for (const identityId of counted) await recount(identityId);
    if ((undo.put['merges'] ?? []).length > 0) await settleMerges(now);
  });
  return [...Object.keys(undo.put), ...Object.keys(undo.remove)];
}

/** Drops brief undos that are over. */
export async function purgeBrief(now: number): Promise<void> {
  const stored = await browser.storage.session.get(null);
  const over = Object.entries(stored).flatMap(([key, value]) =>
    key.startsWith(PREFIX) && now - (value as BriefUndo).at > KEEP_MS ? [key] : [],
  );
  await browser.storage.session.remove(over);
}
