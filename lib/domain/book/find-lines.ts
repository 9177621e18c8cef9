// Who is found by a search: the texts of a sheet are gone through as one, and only lines that have its longest word are looked at.
import type { Columns } from './columns';
import { isAnywhere, isInside, rankOf, type Sought } from './search-text';
import type { OpenSheet } from './sheet';

export interface Found {
  many: number;
  rows: Uint32Array;
  ranks: Uint8Array;
}

/** The rows in which every word is found, each with its rank. */
export function findLines(columns: Columns, sought: Sought): Found {
  const found: Found = { many: 0, rows: new Uint32Array(columns.many), ranks: new Uint8Array(columns.many) };
  const word = sought.words.reduce((a, b) => (b.length > a.length ? b : a));
  const needle = isAnywhere(word) || isInside(word) ? word : ` ${word}`;
  for (const [i, sheet] of columns.sheets.entries()) findIn(sheet, columns.starts[i]!, needle, sought, found);
  return found;
}

function findIn(sheet: OpenSheet, start: number, needle: string, sought: Sought, found: Found): void {
  const text = sheet.texts.text;
  const lines = sheet.lines.text;
  let line = 0;
  let end = lines[0]?.length ?? 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, end)) {
    while (at >= end + 1) end += 1 + lines[++line]!.length;
    const rank = rankOf(lines[line]!, sought);
    if (rank === null) continue;
    found.rows[found.many] = start + line;
    found.ranks[found.many++] = rank;
  }
}
