// Reads a backup file as its text arrives: rows are passed on in parts and forgotten, so that a file may be larger than the memory.
import { DATA_TABLES } from '../domain/tables';
import { BACKUP_VERSION, FORMAT } from './backup-file';
import { JsonPieces } from './json-pieces';

/** Why a file cannot be read in. `damaged` names the row after which it is no backup any more; 0 stands for the head. */
export type BackupProblem =
  | { code: 'truncated' | 'foreign' | 'newer' | 'hostile' }
  | { code: 'miscounted'; table: string; said: number; found: number }
  | { code: 'damaged'; table: string; row: number };

/** Rows of one table. `first` is the place of the first one, counted from 1. They are as they stand: the background checks each. */
export interface ReadPart {
  table: string;
  first: number;
  rows: unknown[];
}

export interface BackupReader {
  /** Takes the next characters. Gives the parts that are complete by now. */
  push(text: string): ReadPart[];
  /** The file is over. Gives the last part. */
  end(): ReadPart[];
  /** What is wrong with the file, as far as it was read; null as long as nothing is. Nothing is read after a problem. */
  readonly problem: BackupProblem | null;
  /** When it was saved, an ISO time; empty until the head was read, or when the file does not say. */
  readonly exportedAt: string;
  readonly rows: number;
}

/** What the background can take over, and how large a part may be: so many rows and about so many characters. */
export interface Reading {
  schema: number;
  tables?: readonly string[];
  mostRows?: number;
  mostCharacters?: number;
}

const HOSTILE = new Set(['__proto__', 'constructor', 'prototype']);
/** A row without these characters holds no hostile name, however it is written. */
const MAYBE_HOSTILE = /__proto__|constructor|prototype|\\u/;

/** Levels of the file: its outermost object, the tables in it, the rows of one of them. */
const [TOP, TABLES, ROWS] = [0, 1, 2];

export function backupReader({ schema, tables = DATA_TABLES, mostRows = 2000, mostCharacters = 240_000 }: Reading): BackupReader {
  const pieces = new JsonPieces();
  const head = new Map<string, unknown>();
  const found = new Map<string, number>();
  let problem: BackupProblem | null = null;
  let level = TOP;
  let expects: 'file' | 'first' | 'key' | 'colon' | 'value' | 'next' | 'nothing' = 'file';
  let name = '';
  let table = '';
  let part: ReadPart = { table: '', first: 1, rows: [] };
  let size = 0;
  let ready: ReadPart[] = [];

  const fail = (wrong: BackupProblem): false => {
    problem ??= wrong;
    return false;
  };
  const isOurs = (): boolean => head.get('format') === FORMAT;
  const broken = (): false =>
    fail(isOurs() ? { code: 'damaged', table, row: table === '' ? 0 : (found.get(table) ?? 0) } : { code: 'foreign' });

  const pass = (): void => {
    if (part.rows.length > 0) ready.push(part);
    part = { table, first: (found.get(table) ?? 0) + 1, rows: [] };
    size = 0;
  };
  /** Whether what stood before the tables is the head of a file that can be read. */
  const checkHead = (): boolean => {
    const [version, rowSchema] = [head.get('version'), head.get('schema')];
    if (!isOurs() || !isCount(version) || !isCount(rowSchema)) return fail({ code: 'foreign' });
    return version <= BACKUP_VERSION && rowSchema <= schema ? true : fail({ code: 'newer' });
  };
  const checkCounts = (): boolean => {
    const counts = head.get('counts');
    if (!head.has('tables') || !isObject(counts)) return fail({ code: 'foreign' });
    for (const one of new Set([...found.keys(), ...Object.keys(counts)])) {
      const said = Object.hasOwn(counts, one) ? counts[one] : undefined;
      const rows = found.get(one) ?? 0;
      if (!tables.includes(one)) return fail({ code: 'foreign' });
      if (said !== rows) return fail({ code: 'miscounted', table: one, said: isCount(said) ? said : 0, found: rows });
    }
    return true;
  };

  /** The value of `text`, or undefined when the file is no good. */
  const parse = (text: string): { value: unknown } | undefined => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      broken();
      return undefined;
    }
    if (MAYBE_HOSTILE.test(text) && hasHostileKey(value)) {
      fail({ code: 'hostile' });
      return undefined;
    }
    return { value };
  };
  /** The next whole value. Undefined when more text is needed, or when it is no good. */
  const take = (): { value: unknown; length: number } | undefined => {
    const text = pieces.value();
    if (pieces.isExcessive) fail({ code: isOurs() ? 'hostile' : 'foreign' });
    if (text === null || problem) return undefined;
    const parsed = parse(text);
    return parsed && { ...parsed, length: text.length };
  };

  const takeKey = (): boolean => {
    const key = take();
    if (!key) return false;
    name = key.value as string;
    if (HOSTILE.has(name)) return fail({ code: 'hostile' });
    // A name that stands twice would hide the rows of one of them.
    if (level === TOP ? head.has(name) : found.has(name)) return broken();
    expects = 'colon';
    return true;
  };
  const takeValue = (mark: string): boolean => {
    if (level === TOP && name === 'tables') {
      if (!checkHead()) return false;
      if (mark !== '{') return fail({ code: 'foreign' });
      head.set('tables', true);
      return enter(TABLES);
    }
    if (level === TABLES) {
      if (!tables.includes(name) || mark !== '[') return fail({ code: 'foreign' });
      found.set(name, 0);
      table = name;
      pass();
      return enter(ROWS);
    }
    const taken = take();
    if (!taken) return false;
    if (level === TOP) head.set(name, taken.value);
    else {
      if (part.rows.length > 0 && (part.rows.length >= mostRows || size + taken.length > mostCharacters)) pass();
      part.rows.push(taken.value);
      size += taken.length;
      found.set(table, found.get(table)! + 1);
    }
    expects = 'next';
    return true;
  };
  const enter = (into: number): true => {
    pieces.skip();
    level = into;
    expects = 'first';
    return true;
  };
  const leave = (): boolean => {
    pieces.skip();
    if (level === ROWS) pass();
    expects = level === TOP ? 'nothing' : 'next';
    level -= 1;
    return true;
  };

  /** Reads on by one step. False when more text is needed, or when there is a problem. */
  const step = (): boolean => {
    const mark = pieces.peek();
    if (mark === '') return false;
    const isClose = mark === (level === ROWS ? ']' : '}');
    switch (expects) {
      case 'file':
        return mark === '{' ? enter(TOP) : fail({ code: 'foreign' });
      case 'first':
        if (isClose) return leave();
        return level === ROWS ? takeValue(mark) : mark === '"' ? takeKey() : broken();
      case 'key':
        return mark === '"' ? takeKey() : broken();
      case 'colon':
        if (mark !== ':') return broken();
        pieces.skip();
        expects = 'value';
        return true;
      case 'value':
        return takeValue(mark);
      case 'next':
        if (isClose) return leave();
        if (mark !== ',') return broken();
        pieces.skip();
        expects = level === ROWS ? 'value' : 'key';
        return true;
      case 'nothing':
        return broken();
    }
  };
  const taken = (): ReadPart[] => {
    const parts = ready;
    ready = [];
    return problem ? [] : parts;
  };

  return {
    push(text) {
      pieces.add(text);
      while (!problem && step());
      return taken();
    },
    end() {
      if (problem) return [];
      if (expects !== 'nothing') fail({ code: isOurs() ? 'truncated' : 'foreign' });
      else if (checkHead()) checkCounts();
      return taken();
    },
    get problem() {
      return problem;
    },
    get exportedAt() {
      const said = head.get('exportedAt');
      return typeof said === 'string' ? said : '';
    },
    get rows() {
      return [...found.values()].reduce((sum, rows) => sum + rows, 0);
    },
  };
}

/** Bytes to text as they arrive: UTF-8, or the UTF-16 that some editors make of a file on saving. Without bytes: the end of it. */
export function backupDecoder(): (bytes?: Uint8Array) => string {
  let decoder: TextDecoder | null = null;
  return (bytes) => {
    if (!bytes) return decoder?.decode() ?? '';
    decoder ??= new TextDecoder(encodingOf(bytes));
    return decoder.decode(bytes, { stream: true });
  };
}

/** A backup begins with an ASCII brace: a zero byte beside it means two bytes per character. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}

/** Whether a key that could reach into every object of the program stands anywhere. Walks without recursion: depth is the file's choice. */
function hasHostileKey(root: unknown): boolean {
  const open: unknown[] = [root];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, value] of Object.entries(next)) {
      if (HOSTILE.has(key)) return true;
      open.push(value);
    }
  }
  return false;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
