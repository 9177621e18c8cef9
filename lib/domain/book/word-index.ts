// Which lines of a sheet have a word, without going through its texts: words in their order, each with the lines that have it.
import type { Hits } from './hits';
import { hasAnywhere, isAnywhere, isInside, RANKS } from './search-text';

/** Packed, so that it is kept beside its sheet and read in no time. */
export interface WordIndex {
  /** Every word once, a line each, in the order of code units; of words with Chinese characters also each ending that begins with one. */
  all: string;
  /** Where in `all` each word ends. */
  ends: Uint32Array;
  /** The hits of word `i` are those from `starts[i]` to before `starts[i + 1]`. */
  starts: Uint32Array;
  /** Of each hit, the line in the sheet, and the rank of a search that begins like the word. */
  lines: Uint16Array;
  ranks: Uint8Array;
}

/** Makes the index of a sheet from its column `text`, some milliseconds per thousand lines. */
export function indexWords(text: readonly string[]): WordIndex {
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
  const index = {
    ends: new Uint32Array(words.length),
    starts: new Uint32Array(words.length + 1),
    lines: new Uint16Array(many),
    ranks: new Uint8Array(many),
  };
  let at = 0;
  let end = -1;
  for (const [i, word] of words.entries()) {
    index.ends[i] = end += 1 + word.length;
    index.starts[i] = at;
    for (const hit of hits.get(word)!) {
      index.lines[at] = hit >> 2;
      index.ranks[at++] = hit & 3;
    }
  }
  index.starts[words.length] = at;
  return { all: words.join('\n'), ...index };
}

/** Where in `all` a word begins. */
const startOf = (ends: Uint32Array, i: number): number => (i === 0 ? 0 : ends[i - 1]! + 1);

/** Tells of the lines of the sheet that have a word, each as often as it has it, and how well it fits there. */
export function hitsIn(index: WordIndex, word: string, hits: Hits): void {
  const { all, ends } = index;
  const takeAll = (i: number, least: number): void => {
    for (let hit = index.starts[i]!; hit < index.starts[i + 1]!; hit++) hits.take(index.lines[hit]!, Math.max(least, index.ranks[hit]!));
  };
  for (let i = firstFrom(index, word); i < ends.length && all.startsWith(word, startOf(ends, i)); i++) takeAll(i, 0);
  if (isAnywhere(word) || !isInside(word)) return;
  let i = 0;
  for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, ends[i])) {
    while (at > ends[i]!) i += 1;
    if (at > startOf(ends, i)) takeAll(i, RANKS.inside);
  }
}

/** The place of the first word that is not before this one. */
function firstFrom({ all, ends }: WordIndex, word: string): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all.slice(startOf(ends, middle), ends[middle]) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
