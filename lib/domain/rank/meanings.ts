// What English words mean: a small table of numbers, in which words that can stand for each other lie close together.
import { wordHash } from './hash';

/** A table as it is shipped in public/meanings-en.bin, made by scripts/meanings.mjs. */
export interface Meanings {
  /** Numbers a word. */
  size: number;
  /** Hashes of the words, ascending. */
  words: Uint32Array;
  /** How much a word says, 0 to 255: little for "the". */
  telling: Uint8Array;
  /** `size` numbers for each word. */
  numbers: Int8Array;
}

const MAGIC = 0x314e4d52;
const HEADER = 12;

/** Reads a table, or null where the bytes are none. Layout: magic, size, count (32 bits each, little-endian), words, telling, numbers. */
export function readMeanings(bytes: ArrayBuffer): Meanings | null {
  if (bytes.byteLength < HEADER) return null;
  const head = new DataView(bytes);
  const [magic, size, count] = [head.getUint32(0, true), head.getUint32(4, true), head.getUint32(8, true)];
  if (magic !== MAGIC || size < 1 || size > 128 || bytes.byteLength !== HEADER + count * (5 + size)) return null;
  return {
    size,
    words: new Uint32Array(bytes, HEADER, count),
    telling: new Uint8Array(bytes, HEADER + 4 * count, count),
    numbers: new Int8Array(bytes, HEADER + 5 * count, count * size),
  };
}

/** The meaning of a row of words: the mean of theirs, of length 1; null where the table has none of them. Unknown words say nothing. */
export function meaningOf(words: readonly string[], { size, words: known, telling, numbers }: Meanings): Float64Array | null {
  const sum = new Float64Array(size);
  for (const word of words) {
    const at = placeIn(known, wordHash(word));
    if (at < 0) continue;
    for (let i = 0; i < size; i++) sum[i]! += telling[at]! * numbers[at * size + i]!;
  }
  const length = Math.hypot(...sum);
  return length === 0 ? null : sum.map((value) => value / length);
}

/** Where a number stands in an ascending list, or -1. */
export function placeIn(list: Uint32Array, value: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = list[middle]!;
    if (there === value) return middle;
    if (there < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
