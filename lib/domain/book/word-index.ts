// Which lines of a sheet have a word, without going through its texts: words in their order, each with the lines that have it.
import { hasAnywhere, isAnywhere, isInside, RANKS } from './search-text';
import type { OpenSheet } from './sheet';

export interface WordIndex {
  /** Every word once, in the order of code units; of words with Chinese characters also each ending that begins with one. */
  words: readonly string[];
  /** The same, a line each: to look inside of words. */
  all: string;
  /** The hits of word `i` are those from `starts[i]` to before `starts[i + 1]`. */
  starts: Uint32Array;
  /** Of each hit, the line in the sheet, and the rank of a search that begins like the word. */
  lines: Uint16Array;
  ranks: Uint8Array;
}

/** No rank: the line is not found. */
export const NONE = 255;

/** Makes the index of a sheet, some milliseconds per thousand lines. */
export function indexWords({ lines: { text } }: Pick<OpenSheet, 'lines'>): WordIndex {
  const hits = new Map<string, number[]>();
  let many = 0;
  const add = (word: string, line: number, rank: number): void => {
    const known = hits.get(word);
    if (known) known.push(line * 4 + rank);
    else hits.set(word, [line * 4 + rank]);
    many += 1;
  };
  for (const [line, whole] of text.entries()) {
    for (const [part, words] of whole.split('\t').entries()) {
      const inName = part < 2;
      for (const [place, word] of words.split(' ').entries()) {
        if (word === '') continue;
        // Each part begins with a space: its first word is at place 1.
        add(word, line, inName ? (place === 1 ? RANKS.nameStart : RANKS.nameWord) : RANKS.otherWord);
        if (hasAnywhere(word))
          for (let from = 1; from < word.length; from += 1)
            if (isAnywhere(word.slice(from))) add(word.slice(from), line, inName ? RANKS.nameWord : RANKS.otherWord);
      }
    }
  }
  const words = [...hits.keys()].sort();
  const index = { starts: new Uint32Array(words.length + 1), lines: new Uint16Array(many), ranks: new Uint8Array(many) };
  let at = 0;
  for (const [i, word] of words.entries()) {
    index.starts[i] = at;
    for (const hit of hits.get(word)!) {
      index.lines[at] = hit >> 2;
      index.ranks[at++] = hit & 3;
    }
  }
  index.starts[words.length] = at;
  return { words, all: words.join('\n'), ...index };
}

/** Writes into `ranks`, NONE everywhere, how well each line of the sheet fits a word: by the best hit that it has. */
export function rankByIndex(index: WordIndex, word: string, ranks: Uint8Array): void {
  const { words, all } = index;
  const take = (i: number, least: number): void => {
    for (let hit = index.starts[i]!; hit < index.starts[i + 1]!; hit++) {
      const line = index.lines[hit]!;
      ranks[line] = Math.min(ranks[line]!, Math.max(least, index.ranks[hit]!));
    }
  };
  for (let i = firstFrom(words, word); i < words.length && words[i]!.startsWith(word); i++) take(i, 0);
  if (isAnywhere(word) || !isInside(word)) return;
  let i = 0;
  let end = words[0]?.length ?? 0;
  for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, end)) {
    while (at > end) end += 1 + words[++i]!.length;
    if (!words[i]!.startsWith(word)) take(i, RANKS.inside);
  }
}

/** The place of the first word that is not before this one. */
function firstFrom(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
