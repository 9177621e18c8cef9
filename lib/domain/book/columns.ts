// All sheets as one: whole columns of numbers, and where the line of a row is.
import type { CodeColumn, NumberColumn, OpenSheet, TextColumn } from './sheet';

export interface Columns {
  many: number;
  sheets: readonly OpenSheet[];
  /** The row with which each sheet begins. */
  starts: Uint32Array;
  codes: (column: CodeColumn) => Uint8Array;
  numbers: (column: NumberColumn) => Float64Array;
  /** The sheet of a row, and its line there. */
  place: (row: number) => [sheet: OpenSheet, line: number];
  /** One text of a row. */
  text: (column: TextColumn, row: number) => string;
  /** Orders that were worked out, by their name. */
  orders: Map<string, Order>;
  /** Words that were looked for. */
  words: Map<string, WordLines>;
}
/** Rows that have a word, in no order; and of each row its rank, which is higher than any where it has not: see find-lines.ts. */
export interface WordLines {
  rows: Uint32Array;
  ranks: Uint8Array;
}
/** Rows in an order, and of each row its place in that. */
export interface Order {
  rows: Uint32Array;
  places: Uint32Array;
}

/** Sheets in the order of their ids. Columns are put together when they are first asked for. */
export function columnsOf(sheets: readonly OpenSheet[]): Columns {
  const starts = new Uint32Array(sheets.length);
  let many = 0;
  for (const [i, sheet] of sheets.entries()) {
    starts[i] = many;
    many += sheet.many;
  }
  const inSheet = new Uint16Array(many);
  for (let i = 0; i < sheets.length; i++) inSheet.fill(i, starts[i], starts[i]! + sheets[i]!.many);
  const codes = new Map<CodeColumn, Uint8Array>();
  const numbers = new Map<NumberColumn, Float64Array>();
  return {
    many,
    sheets,
    starts,
    codes: (column) => known(codes, column, () => joined(new Uint8Array(many), (sheet) => sheet.codes[column])),
    numbers: (column) => known(numbers, column, () => joined(new Float64Array(many), (sheet) => sheet.numbers[column])),
    place: (row) => [sheets[inSheet[row]!]!, row - starts[inSheet[row]!]!],
    text: (column, row) => sheets[inSheet[row]!]!.lines(column)[row - starts[inSheet[row]!]!]!,
    orders: new Map(),
    words: new Map(),
  };

  function joined<T extends Uint8Array | Float64Array>(whole: T, part: (sheet: OpenSheet) => T): T {
    for (const [i, sheet] of sheets.entries()) whole.set(part(sheet), starts[i]);
    return whole;
  }
}

/** What stands in a map, put there first if need be. */
export function known<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
