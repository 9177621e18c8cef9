// A stretch of the book, packed: columns of some hundred entries instead of as many objects, so that a hundred thousand of them are read
// from the database in a fraction of a second. Texts of a column are one string, a line each.
import { CUSTOMER_TYPES, NURTURES, TIERS } from '../kinds';
import { TRENDS } from '../tie/trend';
import { dayNumber as numberAt } from '../workdays';
import type { Entry } from './entry';
import { keyNumber } from './name-key';
import { indexWords, type WordIndex } from './word-index';

/** Columns of text; an empty line is null or nothing. */
const TEXTS = [
  'id',
  'name',
  'key',
  'tags',
  'sites',
  'last',
  'due',
  'date',
  'touched',
  'stage',
  'since',
  'worth',
  'source',
  'text',
] as const;
export type TextColumn = (typeof TEXTS)[number];
const CODES = ['kind', 'type', 'tier', 'trend', 'nurture'] as const;
export type CodeColumn = (typeof CODES)[number];
/** `added` is ms since 1970, `lastAt` seconds; `nextAt`, `dueAt`, `touchedOn` and `sinceOn` days; they say again what the texts say. */
const NUMBERS = [
  'in',
  'out',
  'strength',
  'added',
  'lastAt',
  'nextAt',
  'dueAt',
  'touchedOn',
  'sinceOn',
  'over',
  'score',
  'key0',
  'key7',
  'key14',
] as const;
export type NumberColumn = (typeof NUMBERS)[number];

/** The words that stand behind the codes; code 0 is null, 1 the first of them. */
export const WORDS_OF = {
  kind: ['person', 'group'],
  type: CUSTOMER_TYPES,
  tier: TIERS,
  trend: TRENDS,
  nurture: NURTURES,
} as const satisfies Record<CodeColumn, readonly string[]>;

/** As it is stored. */
export interface Sheet {
  /** It holds the contacts from this id on, up to the next sheet; the first one begins with the empty string. */
  from: string;
  /** By what its entries were worked out. */
  by: string;
  many: number;
  texts: Record<TextColumn, string>;
  codes: Record<CodeColumn, Uint8Array>;
  /** NaN is null. */
  numbers: Record<NumberColumn, Float64Array>;
  /** Its lines in the order of their names, so that the whole book is not sorted but merged. */
  byName: Uint16Array;
}

const columns = <K extends string, V>(names: readonly K[], make: (name: K) => V): Record<K, V> =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<K, V>;

/** Names and tags come from pages: what would break a line or a list is a space. */
const flat = (text: string): string => text.replace(/[\n\r\t]/g, ' ');
const joined = (list: readonly string[]): string => list.map(flat).join('\t');

function cell(entry: Entry, column: TextColumn): string {
  if (column === 'tags' || column === 'sites') return joined(entry[column]);
  // The parts of these are divided by tabs.
  return column === 'text' || column === 'worth' ? entry[column] : flat(entry[column] ?? '');
}

const dayAt = (day: string | null): number | null => (day === null ? null : numberAt(day));
const number: Record<NumberColumn, (entry: Entry) => number | null> = {
  in: (entry) => entry.in,
  out: (entry) => entry.out,
  strength: (entry) => entry.strength,
  added: (entry) => entry.added,
  lastAt: ({ last }) => (last === null ? null : Math.floor(Date.parse(last) / 1000)),
  nextAt: ({ due, date }) => dayAt(due !== null && (date === null || due < date) ? due : date),
  dueAt: ({ due }) => dayAt(due),
  touchedOn: ({ touched }) => dayAt(touched),
  sinceOn: ({ since }) => dayAt(since),
  over: ({ over }) => over,
  score: ({ score }) => score,
  key0: ({ key }) => keyNumber(key, 0),
  key7: ({ key }) => keyNumber(key, 7),
  key14: ({ key }) => keyNumber(key, 14),
};

/** Packs entries, which are in the order of their ids. */
export function sheetOf(from: string, by: string, entries: readonly Entry[]): Sheet {
  return {
    from,
    by,
    many: entries.length,
    texts: columns(TEXTS, (column) => entries.map((entry) => cell(entry, column)).join('\n')),
    codes: columns(CODES, (column) =>
      Uint8Array.from(entries, (entry) => (WORDS_OF[column] as readonly (string | null)[]).indexOf(entry[column]) + 1),
    ),
    numbers: columns(NUMBERS, (column) => Float64Array.from(entries, (entry) => number[column](entry) ?? Number.NaN)),
    byName: Uint16Array.from(entries, (_, line) => line).sort((a, b) => {
      const [one, other] = [entries[a]!.key, entries[b]!.key];
      return one === other ? a - b : one < other ? -1 : 1;
    }),
  };
}

/** A sheet as it is worked with. */
export interface OpenSheet extends Sheet {
  /** A column of text, cut into lines when it is first asked for: those of the whole book are more than a million. */
  lines: (column: TextColumn) => readonly string[];
  /** Null until it was read, see Book.putWords; searches go without it before. */
  index: WordIndex | null;
}

/** A sheet as it was read, without its words. */
export function openSheet(sheet: Sheet): OpenSheet {
  const cut: Partial<Record<TextColumn, readonly string[]>> = {};
  return { ...sheet, lines: (column) => (cut[column] ??= sheet.many === 0 ? [] : sheet.texts[column].split('\n')), index: null };
}

/** A sheet as it was made, with its words. */
export function indexedSheet(sheet: Sheet): OpenSheet & { index: WordIndex } {
  const open = openSheet(sheet);
  return { ...open, index: indexWords(open.lines('text')) };
}

const listOf = (text: string): string[] => (text === '' ? [] : text.split('\t'));

/** One entry of a sheet. */
export function entryAt({ lines, codes, numbers }: OpenSheet, row: number): Entry {
  const text = (column: TextColumn): string => lines(column)[row]!;
  const code = <K extends CodeColumn>(column: K) => (WORDS_OF[column][codes[column][row]! - 1] ?? null) as Entry[K];
  const number = (column: NumberColumn): number | null => (Number.isNaN(numbers[column][row]!) ? null : numbers[column][row]!);
  return {
    id: text('id'),
    kind: code('kind'),
    name: text('name'),
    tags: listOf(text('tags')),
    sites: listOf(text('sites')),
    in: numbers.in[row]!,
    out: numbers.out[row]!,
    last: text('last') || null,
    due: text('due') || null,
    date: text('date') || null,
    stage: text('stage') || null,
    since: text('since') || null,
    over: number('over'),
    score: number('score'),
    worth: text('worth'),
    source: text('source'),
    nurture: code('nurture'),
    type: code('type'),
    tier: code('tier'),
    trend: code('trend'),
    strength: number('strength'),
    added: numbers.added[row]!,
    touched: text('touched') || null,
    key: text('key'),
    text: text('text'),
  };
}

/** All entries of a sheet. */
export const entriesOf = (sheet: OpenSheet): Entry[] => Array.from({ length: sheet.many }, (_, row) => entryAt(sheet, row));
