// The orders in which the book can be read. Each is worked out once and kept with its columns.
import { known, type Columns, type Order } from './columns';
import type { SortBy } from './first-query';
import type { NumberColumn } from './sheet';

/** More contacts than this cannot be told apart in one number with what they are sorted by. */
const MOST = 2 ** 20;

/** All rows in an order. Who is equal, or has nothing to sort by, comes by name; the latter last. */
export function orderBy(columns: Columns, by: SortBy, isDown: boolean): Order {
  return known(columns.orders, `${by} ${isDown}`, () => {
    const name = known(columns.orders, 'name false', () => byName(columns));
    if (by === 'name') return isDown ? withPlaces(name.rows.slice().reverse()) : name;
    return byNumber(name, valuesOf(columns, by), isDown);
  });
}

const COLUMN: Record<Exclude<SortBy, 'name' | 'tier'>, NumberColumn> = {
  last: 'lastAt',
  strength: 'strength',
  next: 'nextAt',
  added: 'added',
  score: 'score',
  since: 'sinceOn',
};

function valuesOf(columns: Columns, by: Exclude<SortBy, 'name'>): Float64Array {
  // More exact than a second, it would not fit into one number with a place.
  if (by === 'added') return columns.numbers('added').map((ms) => Math.floor(ms / 1000));
  if (by !== 'tier') return columns.numbers(COLUMN[by]);
  return Float64Array.from(columns.codes('tier'), (code) => code || Number.NaN);
}

/** Sorted as plain numbers, of which each holds the value and the place by name: many times faster than comparing pairs. */
function byNumber(name: Order, values: Float64Array, isDown: boolean): Order {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  // Nobody has anything to sort by.
  if (least > most) return name;
  const keys = new Float64Array(values.length);
  const nothing = (most - least + 1) * MOST;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const first = Number.isNaN(value) ? nothing : (isDown ? most - value : value - least) * MOST;
    keys[row] = first + name.places[row]!;
  }
  keys.sort();
  const rows = new Uint32Array(values.length);
  for (let place = 0; place < rows.length; place++) rows[place] = name.rows[keys[place]! % MOST]!;
  return withPlaces(rows);
}

/** Sheets are in order by themselves: neighbours are merged, then what came of it, until one is left. */
function byName(columns: Columns): Order {
  const { many, sheets, starts } = columns;
  const comesFirst = nameComparer(columns);
  let rows = new Uint32Array(many);
  for (const [i, sheet] of sheets.entries()) for (let n = 0; n < sheet.many; n++) rows[starts[i]! + n] = starts[i]! + sheet.byName[n]!;
  let bounds = [...starts, many];
  let merged = new Uint32Array(many);
  while (bounds.length > 2) {
    const next: number[] = [];
    for (let run = 0; run < bounds.length - 1; run += 2) {
      const [from, middle] = [bounds[run]!, bounds[run + 1]!];
      const to = bounds[run + 2] ?? middle;
      next.push(from);
      for (let place = from, a = from, b = middle; place < to; place++)
        merged[place] = b >= to || (a < middle && !comesFirst(rows[b]!, rows[a]!)) ? rows[a++]! : rows[b++]!;
    }
    bounds = [...next, many];
    [rows, merged] = [merged, rows];
  }
  return withPlaces(rows);
}

/** Whether one row comes before another by name. Ids begin with their time: of equal names, who was kept first comes first. */
function nameComparer(columns: Columns): (row: number, other: number) => boolean {
  const first = columns.numbers('key0');
  const second = columns.numbers('key7');
  const third = columns.numbers('key14');
  return (row, other) => {
    if (first[row]! !== first[other]!) return first[row]! < first[other]!;
    // Not a number tells nothing: neither of these is so.
    if (second[row]! < second[other]!) return true;
    if (second[row]! > second[other]!) return false;
    if (third[row]! < third[other]!) return true;
    if (third[row]! > third[other]!) return false;
    const [one, two] = [columns.text('key', row), columns.text('key', other)];
    return one === two ? row < other : one < two;
  };
}

function withPlaces(rows: Uint32Array): Order {
  const places = new Uint32Array(rows.length);
  for (let place = 0; place < rows.length; place++) places[rows[place]!] = place;
  return { rows, places };
}
