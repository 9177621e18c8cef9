// Who is found by a search: by the words of a sheet where they are indexed, else by going through its texts as one.
import type { Columns } from './columns';
import { isAnywhere, isInside, RANKS, rankOf, type Sought } from './search-text';
import type { OpenSheet } from './sheet';
import { NONE, rankByIndex, type WordIndex } from './word-index';

/** Of each row its rank (search-text.ts), NONE for who is not found. Every word has to be found. */
export function findLines(columns: Columns, sought: Sought): Uint8Array {
  const ranks = new Uint8Array(columns.many).fill(NONE);
  for (const [i, sheet] of columns.sheets.entries()) {
    const part = ranks.subarray(columns.starts[i], columns.starts[i]! + sheet.many);
    if (sheet.index) lookUp(sheet, sheet.index, sought, part);
    else goThrough(sheet, sought, part);
  }
  return ranks;
}

/** Only lines that have the longest word are looked at. */
function goThrough(sheet: OpenSheet, sought: Sought, ranks: Uint8Array): void {
  const word = sought.words.reduce((a, b) => (b.length > a.length ? b : a));
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

function lookUp(sheet: OpenSheet, index: WordIndex, sought: Sought, ranks: Uint8Array): void {
  const [first, ...others] = sought.words as [string, ...string[]];
  rankByIndex(index, first, ranks);
  if (others.length === 0) return;
  const also = new Uint8Array(sheet.many);
  for (const word of others) {
    rankByIndex(index, word, also.fill(NONE));
    for (let line = 0; line < sheet.many; line++) ranks[line] = Math.max(ranks[line]!, also[line]!);
  }
  // Where all of them are in the name, they may be its beginning in this very order.
  for (let line = 0; line < sheet.many; line++)
    if (ranks[line]! <= RANKS.nameWord) ranks[line] = rankOf(sheet.lines.text[line]!, sought) ?? NONE;
}
