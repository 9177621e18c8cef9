// The backup file: one JSON object whose head comes first and whose counts come last, so that a cut-off file is noticed.
//   {"format":"rapport-backup","version":1,"schema":N,"exportedAt":"ISO","tables":{"contacts":[…],…},"counts":{…}}
import { DATA_TABLES } from '../domain/tables';

const FORMAT = 'rapport-backup';

/** The layout of the file itself; `schema` beside it is the layout of the rows. */
export const BACKUP_VERSION = 1;

export type Row = Record<string, unknown>;

/** Why a file cannot be read in. `table`, `said` and `found` go with `miscounted`. */
export type BackupProblem =
  { code: 'truncated' | 'foreign' | 'newer' | 'hostile' } | { code: 'miscounted'; table: string; said: number; found: number };

export type ReadBackup =
  | { ok: true; schema: number; exportedAt: string; tables: { name: string; rows: unknown[] }[]; rows: number }
  | { ok: false; problem: BackupProblem };

/** The first characters of a backup, up to where the tables begin. */
export function backupHead(schema: number, exportedAt: string): string {
  const head = JSON.stringify({ format: FORMAT, version: BACKUP_VERSION, schema, exportedAt });
  return `${head.slice(0, -1)},"tables":{`;
}

/** Writes a backup piece by piece, so that it never has to stand in memory as one string. */
export function backupWriter(schema: number, exportedAt: string) {
  const counts = new Map<string, number>();
  let current: string | null = null;
  return {
    /** The text of these rows. Rows of one table have to come one after another. */
    rows(table: string, rows: readonly Row[]): string {
      let text = counts.size === 0 ? backupHead(schema, exportedAt) : '';
      if (table !== current) {
        // A name written twice would hide the rows of the first one from every JSON reader.
        if (counts.has(table)) throw new Error('A table of the backup came in two pieces.');
        if (current !== null) text += '],';
        text += `\n${JSON.stringify(table)}:[`;
        counts.set(table, 0);
        current = table;
      }
      let separator = counts.get(table) === 0 ? '\n' : ',\n';
      for (const row of rows) {
        text += separator + JSON.stringify(row);
        separator = ',\n';
      }
      counts.set(table, (counts.get(table) ?? 0) + rows.length);
      return text;
    },
    /** The end of the file: how many rows each table holds. */
    end(): string {
      const open = counts.size === 0 ? backupHead(schema, exportedAt) : ']';
      return `${open}},\n"counts":${JSON.stringify(Object.fromEntries(counts))}}\n`;
    },
  };
}

/** Bytes to text: UTF-8, or the UTF-16 that some editors make of a file on saving. */
export function decodeBackup(bytes: Uint8Array): string {
  const [first, second] = bytes;
  // A backup begins with an ASCII brace: a zero byte beside it means two bytes per character.
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return new TextDecoder('utf-16le').decode(bytes);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** Reads a whole backup file. Rows are passed on as they stand: the background checks each against its schema. */
export function readBackup(text: string, supported: { schema: number; tables?: readonly string[] }): ReadBackup {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let file: unknown;
  try {
    file = JSON.parse(plain);
  } catch {
    return wrong(/^\s*\{\s*"format"\s*:\s*"rapport-backup"/.test(plain) ? 'truncated' : 'foreign');
  }
  if (!isObject(file) || own(file, 'format') !== FORMAT) return wrong('foreign');
  const version = own(file, 'version');
  const schema = own(file, 'schema');
  if (!isCount(version) || !isCount(schema)) return wrong('foreign');
  if (version > BACKUP_VERSION || schema > supported.schema) return wrong('newer');
  if (hasHostileKey(file)) return wrong('hostile');
  const inFile = own(file, 'tables');
  const counts = own(file, 'counts');
  const exportedAt = own(file, 'exportedAt');
  if (!isObject(inFile) || !isObject(counts)) return wrong('foreign');
  const known: readonly string[] = supported.tables ?? DATA_TABLES;
  const names = new Set([...Object.keys(inFile), ...Object.keys(counts)]);
  const tables: { name: string; rows: unknown[] }[] = [];
  for (const name of names) {
    const rows = own(inFile, name) ?? [];
    const said = own(counts, name);
    if (!known.includes(name) || !Array.isArray(rows)) return wrong('foreign');
    const problem = { code: 'miscounted', table: name, said: isCount(said) ? said : 0, found: rows.length } as const;
    if (said !== rows.length) return { ok: false, problem };
    tables.push({ name, rows });
  }
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  return { ok: true, schema, exportedAt: typeof exportedAt === 'string' ? exportedAt : '', tables, rows };
}

/** Cuts rows into parts that fit one message: at most `most` rows and about `size` characters, never less than one row. */
export function* partsOf(rows: readonly unknown[], most: number, size: number): Generator<unknown[]> {
  let part: unknown[] = [];
  let length = 0;
  for (const row of rows) {
    const more = JSON.stringify(row).length;
    if (part.length > 0 && (part.length >= most || length + more > size)) {
      yield part;
      part = [];
      length = 0;
    }
    part.push(row);
    length += more;
  }
  if (part.length > 0) yield part;
}

const HOSTILE = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a key that could reach into every object of the program stands anywhere. Walks without recursion: depth is the file's choice. */
function hasHostileKey(root: object): boolean {
  const open: object[] = [root];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const [key, value] of Object.entries(next) as [string, unknown][]) {
      if (HOSTILE.has(key)) return true;
      if (typeof value === 'object' && value !== null) open.push(value);
    }
  }
  return false;
}

function wrong(code: 'truncated' | 'foreign' | 'newer' | 'hostile'): ReadBackup {
  return { ok: false, problem: { code } };
}

function isObject(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function own(object: Row, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
