// Nearly the same text: 64-bit SimHash for Chinese and everything else, of which no word can be read back.
import { fold } from './search-words';

/** Texts with less than this many letters and digits say too little to be compared. */
const SHORTEST = 12;
/** Up to so many of 64 bits apart, two texts count as nearly the same. */
export const NEAR = 12;
const LONGEST = 4000;
/** A Han character, or a word of anything else. */
const UNIT = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;

/** The hash as 16 hexadecimal digits; null where the text is too short to be compared. */
export function simhash(text: string): string | null {
  const units = fold(text.slice(0, LONGEST)).match(UNIT) ?? [];
  const letters = units.reduce((sum, unit) => sum + (HAN.test(unit) ? 2 : unit.length), 0);
  if (letters < SHORTEST) return null;
  const votes = new Float64Array(64);
  for (const [piece, weight] of piecesOf(units)) {
    const [high, low] = hash64(piece);
    for (let bit = 0; bit < 32; bit++) {
      votes[bit]! += (low >>> bit) & 1 ? weight : -weight;
      votes[32 + bit]! += (high >>> bit) & 1 ? weight : -weight;
    }
  }
  let low = 0;
  let high = 0;
  for (let bit = 0; bit < 32; bit++) {
    if (votes[bit]! > 0) low |= 1 << bit;
    if (votes[32 + bit]! > 0) high |= 1 << bit;
  }
  return hex(high) + hex(low);
}

/** In how many of 64 bits two hashes differ. */
export function distance(a: string, b: string): number {
  return bits(part(a, 0) ^ part(b, 0)) + bits(part(a, 8) ^ part(b, 8));
}

export const areNearlyTheSame = (a: string, b: string): boolean => distance(a, b) <= NEAR;

/**
 * Groups of nearly the same texts, by the smallest id of each group; who is alone is in none. A chain counts: if the first is near
 * the second and the second near the third, all three are one group.
 */
export function nearDuplicates(texts: readonly { id: string; text: string }[]): string[][] {
  const hashed = [...texts]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, text }) => {
      const hash = simhash(text);
      // As numbers: every text is compared with every other.
      return hash === null ? [] : [{ id, high: part(hash, 0), low: part(hash, 8), group: [id] }];
    });
  for (const [i, one] of hashed.entries()) {
    for (let j = 0; j < i; j++) {
      const other = hashed[j]!;
      if (bits(one.high ^ other.high) + bits(one.low ^ other.low) > NEAR || one.group === other.group) continue;
      const joined = [...other.group, ...one.group];
      for (const member of hashed) if (joined.includes(member.id)) member.group = joined;
    }
  }
  const groups = new Set(hashed.map(({ group }) => group).filter((group) => group.length > 1));
  return [...groups].map((group) => [...group].sort()).sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
}

/** Words with the one before, and single Han characters with the one before: order counts a little, a changed name little. */
function piecesOf(units: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  const add = (piece: string, weight: number): void => void found.set(piece, (found.get(piece) ?? 0) + weight);
  for (const [i, unit] of units.entries()) {
    add(unit, 1);
    const next = units[i + 1];
    if (next !== undefined) add(`${unit} ${next}`, 1);
  }
  return found;
}

/** Two rounds of FNV-1a from different beginnings, each with a final mix. */
function hash64(text: string): [number, number] {
  return [hash32(text, 0x811c9dc5), hash32(text, 0x9e3779b9)];
}

function hash32(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const hex = (part: number): string => (part >>> 0).toString(16).padStart(8, '0');
const part = (hash: string, from: number): number => Number.parseInt(hash.slice(from, from + 8), 16) | 0;

function bits(value: number): number {
  let n = value - ((value >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
