// Who passes a filter.
import type { Columns } from './columns';
import type { BookFilter } from './query';
import { WORDS_OF, type CodeColumn, type TextColumn } from './sheet';

type Test = (row: number) => boolean;

/** A test of rows, or null when everybody passes. `today` is a day number. */
export function fits(columns: Columns, filter: BookFilter, today: number): Test | null {
  const tests = [
    words(columns, 'type', filter.types),
    words(columns, 'tier', filter.tiers),
    words(columns, 'trend', filter.cooling ? ['cooling'] : []),
    number(columns.numbers('dueAt'), filter.noNext ? Number.isNaN : null),
    number(columns.numbers('nextAt'), filter.within === null ? null : (day) => day <= today + filter.within!),
    number(columns.numbers('touchedOn'), filter.silent === null ? null : (day) => !(day > today - filter.silent!)),
    words(columns, 'nurture', filter.nurtures),
    number(columns.numbers('over'), filter.over ? (days) => days > 0 : null),
    texts(columns, 'stage', filter.stages),
    texts(columns, 'source', filter.sources),
    texts(columns, 'sites', filter.sites),
    texts(columns, 'tags', filter.tags),
  ].filter((test) => test !== null);
  const [first] = tests;
  if (first === undefined) return null;
  return tests.length === 1 ? first : (row) => tests.every((test) => test(row));
}

function number(column: Float64Array, isFit: ((value: number) => boolean) | null): Test | null {
  return isFit && ((row) => isFit(column[row]!));
}

function words(columns: Columns, column: CodeColumn, wanted: readonly string[]): Test | null {
  if (wanted.length === 0) return null;
  const codes = columns.codes(column);
  const isWanted = (WORDS_OF[column] as readonly string[]).map((word) => wanted.includes(word));
  return (row) => codes[row] !== 0 && isWanted[codes[row]! - 1]!;
}

/** Of a list in one line, any has to be wanted. Case makes no difference: "VIP" and "vip" are one tag to whoever filters. */
function texts(columns: Columns, column: TextColumn, wanted: readonly string[]): Test | null {
  if (wanted.length === 0) return null;
  const isWanted = new Set(wanted.map((one) => one.toLowerCase()));
  const known = new Map<string, boolean>();
  return (row) => {
    const text = columns.text(column, row);
    if (text === '') return false;
    let isFit = known.get(text);
    if (isFit === undefined) known.set(text, (isFit = text.split('\t').some((one) => isWanted.has(one.toLowerCase()))));
    return isFit;
  };
}
