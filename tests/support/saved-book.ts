// A book with one of everything, and its backup out and in again.
import { expect } from 'vitest';
import { NOW, place, weak } from './people';
import { countAct } from '@/lib/db/acts';
import { backupPart } from '@/lib/db/backup';
import { setTags } from '@/lib/db/contacts';
import { countMessages, markWatched } from '@/lib/db/count';
import { db, SCHEMA } from '@/lib/db/database';
import { setFollowUp } from '@/lib/db/follow-ups';
import { neverRows } from '@/lib/db/never';
import { addNote } from '@/lib/db/notes';
import { remember } from '@/lib/db/people';
import { creditInsertion, creditSending, saveReply } from '@/lib/db/replies';
import { beginRestore, commitRestore, stageRows } from '@/lib/db/restore';
import { changeSettings } from '@/lib/db/settings';
import { DATA_TABLES } from '@/lib/domain/tables';

/** A part of a backup as its file has it. */
export interface Part {
  table: string;
  rows: Record<string, unknown>[];
}

/** When and where messages are counted. */
export const seeing = { now: NOW, zone: 'UTC', source: 's' };
/** All of the user's rows. */
export const exact = async () =>
  Object.fromEntries(await Promise.all(DATA_TABLES.map(async (table) => [table, await db.table(table).toArray()] as const)));

/** Fills the book with one of everything. */
export async function fill(): Promise<{ contact: string; identity: string }> {
  const { identity } = await remember(place('c1', 'Anna'), NOW);
  await remember(weak('小明', ['x']), NOW);
  await setTags(identity.contactId, ['lead'], NOW);
  await markWatched(identity.id, NOW, 'UTC');
  await countMessages(
    identity.id,
    [
      { id: 'm1', direction: 'in', at: '2026-03-01', live: false },
      { id: 'm2', direction: 'out', at: null, live: true },
    ],
    seeing,
  );
  await countAct(identity.id, 'a1', 'comment', seeing);
  await addNote(identity.contactId, 'n1', 'a note, 一条', NOW);
  await setFollowUp(identity.contactId, '2026-03-09', 'call', NOW);
  await creditInsertion('i1', await saveReply(null, 'Hello', 'Hello {{name}}', NOW), identity.id, null, NOW);
  await creditSending('i1', false, NOW);
  await db.never.bulkPut(await neverRows(place('c9', 'Never'), NOW));
  await db.tombstones.add({ id: 'gone', deletedAt: NOW });
  await changeSettings(NOW, () => ({
    theme: 'dark',
    sites: { demo: { off: false, everyone: true, surface: null } },
    origins: { 'https://chat.example.org': 'converse' },
  }));
  return { contact: identity.contactId, identity: identity.id };
}

/** The whole backup, part by part. */
export async function exported(): Promise<Part[]> {
  const parts: Part[] = [];
  let cursor: string | null = null;
  do {
    const part: Awaited<ReturnType<typeof backupPart>> = await backupPart(cursor);
    expect(part.schema).toBe(SCHEMA);
    if (cursor === null)
      expect(part.of).toBe((await Promise.all(DATA_TABLES.map((table) => db.table(table).count()))).reduce((a, b) => a + b, 0));
    parts.push({ table: part.table, rows: JSON.parse(JSON.stringify(part.rows)) as Part['rows'] });
    cursor = part.next;
  } while (cursor !== null);
  return parts;
}

/** Takes a backup over, of which every row fits. Gives the undo id. */
export async function restore(parts: Part[], mode: 'merge' | 'replace', now = NOW): Promise<string> {
  const job = await beginRestore(now);
  for (const [n, { table, rows }] of parts.entries()) expect(await stageRows(job, n, table, rows, now)).toEqual([]);
  return commitRestore(job, mode, now);
}
