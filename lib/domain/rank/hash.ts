// Words as numbers of 32 bits.

/** FNV-1a from a seed, with a final mix. */
export function hash(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}

/** The hash of a whole word. */
export const wordHash = (word: string): number => hash(word, 0x811c9dc5);
