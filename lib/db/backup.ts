// Backup and restore of all the user's data, part by part. The file around it is lib/formats/backup-file.ts.
import type { z } from 'zod';
import { Failure } from '../domain/failure';
import { newId } from '../domain/id';
import { DATA_TABLES, type DataTable } from '../domain/tables';
import {
  contactSchema,
  daySchema,
  followUpSchema,
  identitySchema,
  interactionSchema,
  neverSchema,
  noteSchema,
  settingsSchema,
  tombstoneSchema,
} from '../domain/records';
import { ownFieldSchema } from '../domain/own-field';
import { creditSchema, exampleSchema, learnedSchema, replySchema } from '../domain/reply-records';
import { apartSchema, dealSchema, factSchema, handledSchema, keyDateSchema, markSchema, mergeSchema } from '../domain/tie-records';
import { taughtSiteSchema } from '../domain/taught-site';
import { recount } from './count';
import { db, SCHEMA } from './database';
import { dropIndex } from './reply-index';
import { settleMerges } from './settle-merges';

type Row = Record<string, unknown>;

const schemas: Record<DataTable, z.ZodObject> = {
  contacts: contactSchema,
  identities: identitySchema,
  interactions: interactionSchema,
  days: daySchema,
  notes: noteSchema,
  followUps: followUpSchema,
  deals: dealSchema,
  facts: factSchema,
  keyDates: keyDateSchema,
  marks: markSchema,
  handled: handledSchema,
  merges: mergeSchema,
  apart: apartSchema,
  fields: ownFieldSchema,
  replies: replySchema,
  examples: exampleSchema,
  learned: learnedSchema,
  credits: creditSchema,
  never: neverSchema,
  tombstones: tombstoneSchema,
  taught: taughtSiteSchema,
  settings: settingsSchema,
};

const PART_ROWS = 2000;
const PART_CHARACTERS = 700_000;
const isDataTable = (table: string): table is DataTable => (DATA_TABLES as readonly string[]).includes(table);
const keyOf = (table: string, row: Row): string | string[] =>
  table === 'days' ? [row['identityId'] as string, row['day'] as string] : (row['id'] as string);

export interface BackupPart {
  table: string;
  rows: Row[];
  next: string | null;
  schema: number;
  /** With the first part: how many rows the whole backup has, by what is here now. */
  of: number | null;
}

/** The part of the backup that the cursor stands for: rows of one table in key order, under 1 MB. `next` null ends it. */
export async function backupPart(cursor: string | null): Promise<BackupPart> {
  const [table, after] = cursor === null ? [DATA_TABLES[0], null] : (JSON.parse(cursor) as [DataTable, string | string[] | null]);
  if (!isDataTable(table)) throw new Failure('invalid');
  const source = after === null ? db.table<Row>(table).orderBy(':id') : db.table<Row>(table).where(':id').above(after);
  const rows: Row[] = [];
  let size = 0;
  let full = false;
  for (const row of await source.limit(PART_ROWS).toArray()) {
    size += JSON.stringify(row).length;
    if (rows.length > 0 && size > PART_CHARACTERS) {
      full = true;
      break;
    }
    rows.push(row);
  }
  if (rows.length === PART_ROWS) full = true;
  const following = DATA_TABLES[DATA_TABLES.indexOf(table) + 1];
  const next = full ? JSON.stringify([table, keyOf(table, rows[rows.length - 1]!)]) : following ? JSON.stringify([following, null]) : null;
  return { table, rows, next, schema: SCHEMA, of: cursor === null ? await rowsInAll() : null };
}

async function rowsInAll(): Promise<number> {
  const counts = await Promise.all(DATA_TABLES.map((table) => db.table(table).count()));
  return counts.reduce((sum, rows) => sum + rows, 0);
}

/** Opens a restore: rows can now be set aside under the job id. Nothing of the data is touched before `commit`. */
export async function beginRestore(now: number): Promise<string> {
  await db.staged.filter((part) => !part.job.startsWith('undo') && part.at < now - 24 * 3_600_000).delete();
  return newId(now);
}

/** Checks the rows of part `n` and sets the good ones aside. Gives the bad ones with their place in this part and a reason. */
export async function stageRows(
  job: string,
  n: number,
  table: string,
  rows: readonly unknown[],
  now: number,
): Promise<{ row: number; why: string }[]> {
  if (!isDataTable(table)) throw new Failure('foreign');
  const good: Row[] = [];
  const bad: { row: number; why: string }[] = [];
  for (const [i, row] of rows.entries()) {
    const checked = schemas[table].safeParse(row);
    if (checked.success) good.push(checked.data);
    else
      bad.push({
        row: i,
        why: checked.error.issues
          .map((issue) => `${issue.path.join('.') || 'row'}: ${issue.message}`)
          .slice(0, 3)
          .join('; '),
      });
  }
  // Asked twice, because the worker died in between, a part is there once all the same.
  await db.staged.put({ job, n, table, rows: good, at: now });
  return bad;
}

export interface RestorePreview {
  here: Record<string, number>;
  file: Record<string, number>;
  added: Record<string, number>;
  changed: Record<string, number>;
}

/** What the rows set aside would change: per table the rows here, in the file, new ones, and newer versions of rows here. */
export async function previewRestore(job: string): Promise<RestorePreview> {
  const preview: RestorePreview = { here: {}, file: {}, added: {}, changed: {} };
  for (const table of DATA_TABLES) {
    preview.here[table] = await db.table(table).count();
    for (const tally of [preview.file, preview.added, preview.changed]) tally[table] = 0;
  }
  await eachPart(job, async (part) => {
    const current = await db.table<Row>(part.table).bulkGet(part.rows.map((row) => keyOf(part.table, row)));
    preview.file[part.table]! += part.rows.length;
    for (const [i, row] of part.rows.entries()) {
      const here = current[i];
      if (!here) preview.added[part.table]! += 1;
      else if (wins(row, here)) preview.changed[part.table]! += 1;
    }
  });
  return preview;
}

/** Takes the rows over in one transaction and keeps the whole old state. Gives the undo id. */
export async function commitRestore(job: string, mode: 'merge' | 'replace', now: number): Promise<string> {
  return db.transaction('rw', db.tables, async () => {
    if ((await db.staged.where({ job }).count()) === 0) throw new Failure('gone');
    const snapshot = `undo-${newId(now)}`;
    await takeSnapshot(snapshot, now);
    if (mode === 'replace') {
      for (const table of DATA_TABLES) await db.table(table).clear();
      await eachPart(job, ({ table, rows }) => db.table(table).bulkPut(rows));
    } else {
      const uncertain = uncertainCounts();
      await eachPart(job, ({ table, rows }) => mergeRows(table as DataTable, rows, uncertain));
      for (const identityId of uncertain.identities()) await recount(identityId);
    }
    await settleMerges(now);
    await dropIndex();
    await db.staged.where({ job }).delete();
    const id = newId(now);
    await db.undos.add({ id, at: now, steps: [], snapshot });
    return id;
  });
}

/** Forgets rows that were set aside. */
export async function dropRestore(job: string): Promise<void> {
  await db.staged.where({ job }).delete();
}

/** Puts the state back that `takeSnapshot` kept. Runs inside the caller's transaction. */
export async function restoreSnapshot(snapshot: string): Promise<void> {
  for (const table of DATA_TABLES) await db.table(table).clear();
  await eachPart(snapshot, ({ table, rows }) => db.table(table).bulkPut(rows));
  await db.staged.where({ job: snapshot }).delete();
  await dropIndex();
}

async function takeSnapshot(job: string, now: number): Promise<void> {
  let n = 0;
  let cursor: string | null = null;
  do {
    const part: BackupPart = await backupPart(cursor);
    if (part.rows.length > 0) await db.staged.add({ job, n: n++, table: part.table, rows: part.rows, at: now });
    cursor = part.next;
  } while (cursor !== null);
}

/** Newer rows win. A day watched there counts as watched; how much was counted on it is counted again afterwards. */
async function mergeRows(table: DataTable, rows: readonly Row[], uncertain: ReturnType<typeof uncertainCounts>): Promise<void> {
  const current = await db.table<Row>(table).bulkGet(rows.map((row) => keyOf(table, row)));
  const taken = rows.flatMap((row, i) => {
    const here = current[i];
    uncertain.see(table, row, here);
    if (!here) return [row];
    if (table === 'days') return !here['watched'] && row['watched'] ? [{ ...here, watched: true }] : [];
    return wins(row, here) ? [row] : [];
  });
  await db.table(table).bulkPut(taken);
}

/**
 * Whose counters have to be counted again after a merge: of identities that are on both sides, or whose messages are counted here for
 * somebody else. One that is new with all its messages brings its counters along.
 */
function uncertainCounts() {
  const added = new Set<string>();
  const grown = new Set<string>();
  const contested = new Set<string>();
  return {
    see(table: DataTable, row: Row, here: Row | undefined): void {
      if (table === 'identities') {
        if (!here) added.add(row['id'] as string);
        else if (wins(row, here)) contested.add(row['id'] as string);
      }
      if (table !== 'interactions' && table !== 'days') return;
      const identityId = row['identityId'] as string;
      if (!here) grown.add(identityId);
      else if (here['identityId'] !== identityId) contested.add(identityId);
    },
    identities: (): Set<string> => new Set([...contested, ...[...grown].filter((id) => !added.has(id))]),
  };
}

const wins = (row: Row, here: Row): boolean => typeof row['updatedAt'] === 'number' && row['updatedAt'] > Number(here['updatedAt'] ?? 0);

/** The parts of a job in their order, one at a time in memory. */
async function eachPart(job: string, act: (part: { table: string; rows: Row[] }) => Promise<unknown>): Promise<void> {
  for (let after = -1; ;) {
    const part = await db.staged.where('[job+n]').between([job, after], [job, Infinity], false).first();
    if (!part) return;
    after = part.n;
    await act(part);
  }
}
