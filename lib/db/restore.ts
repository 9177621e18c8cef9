// A backup taken over: its rows are set aside first, part by part, and then go in in one transaction, which keeps the old state as undo.
import type { z } from 'zod';
import { plainName } from '../domain/common-names';
import { Failure } from '../domain/failure';
import { newId } from '../domain/id';
import type { DataTable } from '../domain/tables';
import {
  contactSchema,
  daySchema,
  followUpSchema,
  identitySchema,
  interactionSchema,
  neverSchema,
  noteSchema,
  rolledSchema,
  settingsSchema,
  tombstoneSchema,
} from '../domain/records';
import { ownFieldSchema } from '../domain/own-field';
import { creditSchema, exampleSchema, learnedSchema, replySchema } from '../domain/reply-records';
import {
  apartSchema,
  dealSchema,
  factSchema,
  handledSchema,
  keyDateSchema,
  markSchema,
  mergeSchema,
  moveSchema,
} from '../domain/tie-records';
import { taughtSiteSchema } from '../domain/taught-site';
import { recount } from './count';
import { backupPart, isDataTable, keyOf, type BackupPart, type Row } from './backup';
import { db } from './database';
import { holdExactly } from './hold-exactly';
import { forgetMarkedStood } from './standings';
import { dropIndex } from './reply-index';
import { rolledAmong } from './roll-up';
import { rowsNear } from './rows-near';
import { settleMerges } from './settle-merges';
import { eachPart } from './staged-parts';

const schemas: Record<DataTable, z.ZodObject> = {
  contacts: contactSchema,
  identities: identitySchema,
  rolled: rolledSchema,
  interactions: interactionSchema,
  days: daySchema,
  notes: noteSchema,
  followUps: followUpSchema,
  deals: dealSchema,
  facts: factSchema,
  keyDates: keyDateSchema,
  marks: markSchema,
  moves: moveSchema,
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

/** Opens a restore: rows can now be set aside under the job id. Nothing of the data is touched before `commit`. */
export async function beginRestore(now: number): Promise<string> {
  for (const job of (await db.staged.orderBy('job').uniqueKeys()) as string[]) {
    if (job.startsWith('undo')) continue;
    const last = await db.staged.where('[job+n]').between([job, -1], [job, Infinity]).last();
    if (last && last.at < now - 24 * 3_600_000) await dropRestore(job);
  }
  return newId(now);
}

/** So many fields of a bad row are named. */
const NAMED = 3;
/** And so many characters of a name: a file may hold any. */
const LONGEST_NAME = 60;

/**
 * Checks the rows of part `n` and sets the good ones aside. Gives the bad ones: their place in this part, and the first of the fields that
 * cannot be read, as the file calls them; none where the row is no record at all.
 */
export async function stageRows(
  job: string,
  n: number,
  table: string,
  rows: readonly unknown[],
  now: number,
): Promise<{ row: number; fields: string[] }[]> {
  if (!isDataTable(table)) throw new Failure('foreign');
  const good: Row[] = [];
  const bad: { row: number; fields: string[] }[] = [];
  for (const [i, row] of rows.entries()) {
    const checked = schemas[table].safeParse(row);
    // By what a contact is found follows from the name, whatever a file says.
    if (checked.success) good.push(table === 'contacts' ? calledSo(checked.data) : checked.data);
    else {
      const paths = checked.error.issues.map(({ path }) => path.join('.').slice(0, LONGEST_NAME)).filter((path) => path !== '');
      bad.push({ row: i, fields: [...new Set(paths)].slice(0, NAMED) });
    }
  }
  // Asked twice, because the worker died in between, a part is there once all the same.
  await db.staged.put({ job, n, table, rows: good, at: now });
  return bad;
}

const calledSo = (row: Row): Row => ({ ...row, called: plainName(String(row['name'])) });

/** Hears how many parts are done, of how many. */
export type OnParts = (done: number, of: number) => void;

/** Takes the rows over in one transaction and keeps the whole old state. Gives the undo id. */
export async function commitRestore(job: string, mode: 'merge' | 'replace', now: number, onParts: OnParts = () => {}): Promise<string> {
  return db.transaction('rw', db.tables, async () => {
    const parts = await db.staged.where({ job }).count();
    if (parts === 0) throw new Failure('gone');
    const snapshot = `undo-${newId(now)}`;
    const tell = telling(onParts, parts);
    await takeSnapshot(snapshot, now);
    if (mode === 'replace') {
      await forgetStandings();
      await holdExactly(job, tell);
    } else {
      const uncertain = uncertainCounts();
      await eachPart(job, ({ table, rows }) => mergeRows(table as DataTable, rows, uncertain).then(tell));
      for (const identityId of uncertain.identities()) await recount(identityId);
      await forgetMarkedStood();
    }
    await settleMerges(now);
    await dropIndex();
    await db.staged.where({ job }).delete();
    const id = newId(now);
    await db.undos.add({ id, at: now, steps: [], snapshot });
    return id;
  });
}

/** What stood before is of another book: nobody moves by a restore. Its numbers go at once, and the day is begun anew. */
async function forgetStandings(): Promise<void> {
  await db.standings.clear();
  await db.sums.clear();
  await db.progress.clear();
}

/** Forgets rows that were set aside. */
export async function dropRestore(job: string): Promise<void> {
  await db.staged.where({ job }).delete();
}

/** Puts the state back that `takeSnapshot` kept. Runs inside the caller's transaction. */
export async function restoreSnapshot(snapshot: string, onParts: OnParts = () => {}): Promise<void> {
  const tell = telling(onParts, await db.staged.where({ job: snapshot }).count());
  await forgetStandings();
  await holdExactly(snapshot, tell);
  await db.staged.where({ job: snapshot }).delete();
  await dropIndex();
}

/** Says after each part how many are done. */
function telling(onParts: OnParts, parts: number): () => void {
  let done = 0;
  onParts(done, parts);
  return () => onParts((done += 1), parts);
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

/**
 * Newer rows win. A day watched there counts as watched; how much was counted on it is counted again afterwards. What is rolled up there
 * comes with identities that are not here: of others nobody knows on which days it was counted here already.
 */
async function mergeRows(table: DataTable, rows: readonly Row[], uncertain: ReturnType<typeof uncertainCounts>): Promise<void> {
  const current = await rowsNear(
    table,
    rows.map((row) => keyOf(table, row)),
  );
  const known = table === 'interactions' ? await rolledAmong(rows.flatMap((row, i) => (current[i] ? [] : (row['id'] as string)))) : null;
  const taken = rows.flatMap((row, i) => {
    const here = current[i] ?? (known?.has(row['id'] as string) ? { identityId: known.get(row['id'] as string) } : undefined);
    uncertain.see(table, row, here);
    if (!here && (table === 'rolled' || table === 'days') && !uncertain.isNew(row['identityId'] as string)) {
      const { rolled: _, ...day } = row;
      return table === 'days' ? [day] : [];
    }
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
    isNew: (identityId: string): boolean => added.has(identityId),
    identities: (): Set<string> => new Set([...contested, ...[...grown].filter((id) => !added.has(id))]),
  };
}

export const wins = (row: Row, here: Row): boolean =>
  typeof row['updatedAt'] === 'number' && row['updatedAt'] > Number(here['updatedAt'] ?? 0);
