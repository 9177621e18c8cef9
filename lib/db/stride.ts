// How much is done in one transaction: so much that it takes a few hundredths of a second on this machine, today.

/** A step of this many ms lets every message through before anybody notices; much shorter ones cost more than they do. */
const STEP_MS = 35;
/** While nobody asks anything, for so long (ms), a step may be longer: less is lost to its beginning and its end. */
const QUIET_MS = 2_000;
const QUIET_STEP_MS = 100;

let askedAt = -Infinity;
/** Somebody asks something: whoever works beside takes short steps from here on. */
export function somebodyAsks(): void {
  askedAt = performance.now();
}

const stepMs = (): number => (performance.now() - askedAt > QUIET_MS ? QUIET_STEP_MS : STEP_MS);

export interface Stride {
  /** How many the next step should take. */
  many: () => number;
  /** Tells how many were taken, in how many ms. */
  took: (many: number, ms: number) => void;
}

/** A stride that begins with `first` and stays between `least` and `most`. It is learned anew by every worker. */
export function stride(first: number, least: number, most: number): Stride {
  let now = first;
  /** How many ms one took; null before the first step. */
  let each: number | null = null;
  return {
    many: () => {
      if (each !== null) now = Math.round(Math.min(most, Math.max(least, stepMs() / each)));
      return now;
    },
    took: (many, ms) => {
      // The last, short step of a pass tells nothing.
      if (many < now) return;
      // One bad measurement is not remembered for longer than it takes to see that it was one.
      const took = Math.min(Math.max(1, ms) / many, QUIET_STEP_MS / least);
      // At most twice as much at a time: one measurement can be wrong by much.
      each = Math.max(took, (each ?? STEP_MS / first) / 2);
    },
  };
}
