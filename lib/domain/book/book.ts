// The book of contacts in memory: sheets side by side, asked for a stretch of those who fit, in some order.
import type { Day } from '../day';
import { dayNumber } from '../workdays';
import type { TiersNow } from '../numbers/flow';
import type { Held } from '../lead/let-go';
import { heldAt, heldLeads, stageSums, type StageSum } from './board';
import { columnsOf, type Columns } from './columns';
import type { Entry } from './entry';
import { fits } from './fits';
import { findLines } from './find-lines';
import { NONE } from './hits';
import { orderBy } from './order';
import type { BookQuery } from './query';
import { RANKS, soughtIn } from './search-text';
import { entryAt, type OpenSheet } from './sheet';
import type { SheetWords } from './sheet-words';
import { tagsInUse } from './tags-in-use';

export interface Stretch {
  entries: Entry[];
  /** How many there are who fit. */
  total: number;
}

export class Book {
  #sheets = new Map<string, OpenSheet>();
  #columns: Columns | null = null;
  /** The last answers, as rows in their order: who scrolls or selects asks the same again. */
  #answers = new Map<string, Uint32Array>();
  #tags: string[] | null = null;

  /** Puts a sheet in its place. */
  put(sheet: OpenSheet): void {
    this.#sheets.set(sheet.from, sheet);
    this.#changed();
  }

  /** Removes all sheets but these. */
  keepOnly(froms: ReadonlySet<string>): void {
    for (const from of this.#sheets.keys()) if (!froms.has(from)) this.#sheets.delete(from);
    this.#changed();
  }

  #changed(): void {
    this.#columns = null;
    this.#answers.clear();
    this.#tags = null;
  }

  #all(): Columns {
    const inOrder = () => [...this.#sheets.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
    return (this.#columns ??= columnsOf(inOrder()));
  }

  /** Gives sheets their words. One that was made anew meanwhile has its own. */
  putWords(all: readonly SheetWords[]): void {
    for (const { from, many, ...index } of all) {
      const sheet = this.#sheets.get(from);
      if (sheet?.many === many) sheet.index ??= index;
    }
  }

  /** How many contacts there are. */
  get many(): number {
    return this.#all().many;
  }

  /** Entries `from` to before `from + many` of those who fit. */
  stretch(query: BookQuery, today: Day, from: number, many: number): Stretch {
    const rows = this.#rows(query, today);
    const entries = [...rows.subarray(from, from + many)].map((row) => entryAt(...this.#all().place(row)));
    return { entries, total: rows.length };
  }

  /** The ids of those, from one place to before another. */
  ids(query: BookQuery, today: Day, from = 0, to = Infinity): string[] {
    const columns = this.#all();
    return Array.from(this.#rows(query, today).subarray(from, to), (row) => columns.text('id', row));
  }

  /** Who is in which tier, in the order of their ids. */
  tiers(): TiersNow[] {
    return this.#all().sheets.map(({ codes, numbers, lines }) => ({ tiers: codes.tier, added: numbers.added, ids: lines('id') }));
  }

  /** All tags in use, the most used first, at most `most`. Those that differ in case only are one, written as most write it. */
  tags(most: number): string[] {
    this.#tags ??= tagsInUse(this.#all());
    return this.#tags.slice(0, most);
  }

  /** The stages somebody of those is in, with what stands there. */
  sums(query: BookQuery, today: Day): Map<string, StageSum> {
    return stageSums(this.#all(), this.#rows(query, today));
  }

  /** How many leads there are in all, and those to let go first. */
  held(today: Day, most: number): { held: number; leads: { entry: Entry; held: Held }[] } {
    const columns = this.#all();
    const now = dayNumber(today);
    const { held, rows } = heldLeads(columns, now, most);
    return { held, leads: rows.map((row) => ({ entry: entryAt(...columns.place(row)), held: heldAt(columns, row, now) })) };
  }

  #rows(query: BookQuery, today: Day): Uint32Array {
    const key = JSON.stringify([query, today]);
    const known = this.#answers.get(key);
    if (known) return known;
    const rows = rowsOf(this.#all(), query, today);
    if (this.#answers.size >= KEPT_ANSWERS) this.#answers.delete(this.#answers.keys().next().value!);
    this.#answers.set(key, rows);
    return rows;
  }
}

/** A board asks for each of its stages. */
const KEPT_ANSWERS = 12;

/** The rows of those who fit, in their order. */
function rowsOf(columns: Columns, query: BookQuery, today: Day): Uint32Array {
  const order = orderBy(columns, query.sort, query.down);
  const isFit = fits(columns, query.filter, dayNumber(today));
  const sought = soughtIn(query.words);
  if (sought === null) return isFit ? only(order.rows, isFit) : order.rows;
  const found = findLines(columns, sought);
  // By name, what fits the search best comes first; who asks for another order gets that.
  const isRanked = query.sort === 'name';
  const atPlace = new Uint8Array(columns.many).fill(NONE);
  const next = new Uint32Array(LEVELS + 1);
  for (let i = 0; i < found.rows.length; i++) {
    const row = found.rows[i]!;
    if (isFit !== null && !isFit(row)) continue;
    const level = isRanked ? found.ranks[i]! : 0;
    atPlace[order.places[row]!] = level;
    next[level + 1]!++;
  }
  // Where the rows of each rank begin; those of one rank then follow each other as they do in the order.
  for (let level = 1; level < next.length; level++) next[level]! += next[level - 1]!;
  const rows = new Uint32Array(next[LEVELS]!);
  // By number: going through a hundred thousand with an iterator takes several times as long.
  for (let place = 0; place < atPlace.length; place++) {
    const level = atPlace[place]!;
    if (level !== NONE) rows[next[level]!++] = order.rows[place]!;
  }
  return rows;
}

const LEVELS = Object.keys(RANKS).length;

function only(order: Uint32Array, isFit: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(order.length);
  let many = 0;
  for (let place = 0; place < order.length; place++) if (isFit(order[place]!)) rows[many++] = order[place]!;
  return rows.slice(0, many);
}
