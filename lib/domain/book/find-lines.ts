// Who is found by a search: by the words of a sheet where they are indexed, else by going through its texts as one.
import type { Columns, WordLines } from './columns';
import { Hits, NONE } from './hits';
import { isAnywhere, isInside, RANKS, rankOf, type Sought } from './search-text';
import type { OpenSheet } from './sheet';
import { hitsIn } from './word-index';

/** Rows that are found, in no order, and their ranks (search-text.ts): those of the same place belong together. */
export interface Found {
  rows: Uint32Array;
  ranks: Uint8Array;
}

/**
 * Who is found: every word has to be. What it costs goes by how many have the rarest word rather than by how many there are: the first
 * searches of a worker run before any of this is compiled.
 */
export function findLines(columns: Columns, sought: Sought): Found {
  const words = sought.words.map((word) => linesOf(columns, word));
  const { rows: some, ranks: first } = words.reduce((one, other) => (other.rows.length < one.rows.length ? other : one));
  const found = { rows: new Uint32Array(some.length), ranks: new Uint8Array(some.length) };
  let many = 0;
  for (let i = 0; i < some.length; i++) {
    const row = some[i]!;
    let rank = first[row]!;
    if (words.length > 1) {
      for (const { ranks } of words) if (ranks[row]! > rank) rank = ranks[row]!;
      if (rank === NONE) continue;
      // Where all of them are in the name, they may be its beginning in this very order.
      if (rank <= RANKS.nameWord) rank = rankOf(columns.text('text', row), sought) ?? rank;
    }
    found.rows[many] = row;
    found.ranks[many++] = rank;
  }
  return { rows: found.rows.subarray(0, many), ranks: found.ranks.subarray(0, many) };
}

/** So many words are remembered: of two that are typed, the first stays while the second grows. */
const REMEMBERED = 8;

/** Who has one word. */
function linesOf(columns: Columns, word: string): WordLines {
  const known = columns.words.get(word);
  if (known) return known;
  const hits = new Hits(columns.many);
  for (let i = 0; i < columns.sheets.length; i++) {
    const sheet = columns.sheets[i]!;
    hits.start = columns.starts[i]!;
    if (sheet.index) hitsIn(sheet.index, word, hits);
    else goThrough(sheet, { whole: ` ${word}`, words: [word] }, hits);
  }
  const lines = hits.all();
  if (columns.words.size >= REMEMBERED) columns.words.delete(columns.words.keys().next().value!);
  columns.words.set(word, lines);
  return lines;
}

/** Only lines that have the word are looked at. */
function goThrough(sheet: OpenSheet, sought: Sought, hits: Hits): void {
  const [word] = sought.words as [string];
  const needle = isAnywhere(word) || isInside(word) ? word : ` ${word}`;
  const text = sheet.texts.text;
  const lines = sheet.lines('text');
  let line = 0;
  let end = lines[0]?.length ?? 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, end)) {
    while (at >= end + 1) end += 1 + lines[++line]!.length;
    const rank = rankOf(lines[line]!, sought);
    if (rank !== null) hits.take(line, rank);
  }
}
