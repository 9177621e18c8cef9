// Chance that can be repeated: the same seed draws the same numbers. The seed is printed, and RAPPORT_SEED sets it.

export interface Chance {
  seed: number;
  /** From 0 up to 1. */
  next(): number;
  below(count: number): number;
  pick<T>(from: readonly T[]): T;
  /** True in this share of the cases. */
  is(share: number): boolean;
}

/** A generator (mulberry32) from RAPPORT_SEED, or from a seed that stays the same, so that two runs of one commit can be compared. */
export function seeded(seed = Number(process.env['RAPPORT_SEED'] || 448_078)): Chance {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return { seed, next, below, pick: (from) => from[below(from.length)]!, is: (share) => next() < share };
}
