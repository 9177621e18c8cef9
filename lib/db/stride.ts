// How much is done in one transaction: so much that it takes a few hundredths of a second on this machine, today.

/** A step of this many ms lets every message through before anybody notices; much shorter ones cost more than they do. */
const STEP_MS = 35;

export interface Stride {
  /** How many the next step should take. */
  many: () => number;
  /** Tells how many were taken, in how many ms. */
  took: (many: number, ms: number) => void;
}

/** A stride that begins with `first` and stays between `least` and `most`. It is learned anew by every worker. */
export function stride(first: number, least: number, most: number): Stride {
  let now = first;
  return {
    many: () => now,
    took: (many, ms) => {
      // The last, short step of a pass tells nothing.
      if (many < now) return;
      // At most twice as much at a time: one measurement can be wrong by much.
      now = Math.round(Math.min(most, Math.max(least, Math.min(now * 2, (now * STEP_MS) / Math.max(1, ms)))));
    },
  };
}
