// All the user's data, part by part. The file around it is lib/formats/backup-file.ts; the way back is restore.ts.
import { Failure } from '../domain/failure';
import { DATA_TABLES, type DataTable } from '../domain/tables';
import { db, SCHEMA } from './database';

export type Row = Record<string, unknown>;

const PART_ROWS = 2000;
const PART_CHARACTERS = 700_000;
export const isDataTable = (table: string): table is DataTable => (DATA_TABLES as readonly string[]).includes(table);
/** The key of a row: its id, or what a day is of and which one. */
export type Key = string | string[];
export const keyOf = (table: string, row: Row): Key =>
  table === 'days' ? [row['identityId'] as string, row['day'] as string] : (row['id'] as string);
/** Keys of one table as text, to look them up. */
export const nameOf = (key: Key): string => (typeof key === 'string' ? key : JSON.stringify(key));

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
  const [table, after] = cursor === null ? [DATA_TABLES[0], null] : (JSON.parse(cursor) as [DataTable, Key | null]);
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
