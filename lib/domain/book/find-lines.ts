// Who is found by a search: by the words of a sheet where they are indexed, else by going through its texts as one.
import type { Columns } from './columns';
import { isAnywhere, isInside, RANKS, rankOf, type Sought } from './search-text';
import type { OpenSheet } from './sheet';
import { NONE, rankByIndex } from './word-index';

/** Of each row its rank (search-text.ts), NONE for who is not found. Every word has to be found. The array is the caller's own. */
export function findLines(columns: Columns, sought: Sought): Uint8Array {
  const [first, ...others] = sought.words as [string, ...string[]];
  const ranks = linesOf(columns, first).slice();
  if (others.length === 0) return ranks;
  for (const word of others) {
    const also = linesOf(columns, word);
    for (let row = 0; row < ranks.length; row++) if (also[row]! > ranks[row]!) ranks[row] = also[row]!;
  }
  // Where all of them are in the name, they may be its beginning in this very order.
  for (let row = 0; row < ranks.length; row++)
    if (ranks[row]! <= RANKS.nameWord) ranks[row] = rankOf(columns.text('text', row), sought) ?? NONE;
  return ranks;
}

/** So many words are remembered: of two that are typed, the first stays while the second grows. */
const REMEMBERED = 8;

/** Of each row the rank of one word. */
function linesOf(columns: Columns, word: string): Uint8Array {
  const known = columns.words.get(word);
  if (known) return known;
  const ranks = new Uint8Array(columns.many).fill(NONE);
  for (const [i, sheet] of columns.sheets.entries()) {
    const part = ranks.subarray(columns.starts[i], columns.starts[i]! + sheet.many);
    if (sheet.index) rankByIndex(sheet.index, word, part);
    else goThrough(sheet, { whole: ` ${word}`, words: [word] }, part);
  }
  if (columns.words.size >= REMEMBERED) columns.words.delete(columns.words.keys().next().value!);
  columns.words.set(word, ranks);
  return ranks;
}

/** Only lines that have the word are looked at. */
function goThrough(sheet: OpenSheet, sought: Sought, ranks: Uint8Array): void {
  const [word] = sought.words as [string];
  const needle = isAnywhere(word) || isInside(word) ? word : ` ${word}`;
  const text = sheet.texts.text;
  const lines = sheet.lines.text;
  let line = 0;
  let end = lines[0]?.length ?? 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, end)) {
    while (at >= end + 1) end += 1 + lines[++line]!.length;
    ranks[line] = rankOf(lines[line]!, sought) ?? NONE;
  }
}
