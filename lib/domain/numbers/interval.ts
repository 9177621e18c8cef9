// Shares of few: never a bare percentage, always the stretch in which the true share lies.

/** So many of so many. */
export interface Rate {
  yes: number;
  of: number;
}

/** The share 0 to 1 and the interval in which the true one lies nine times in ten; `small` says that more cases would change much. */
export interface Interval extends Rate {
  share: number;
  low: number;
  high: number;
  small: boolean;
}

/** The quantile of the normal distribution that leaves 5 % on each side. */
const Z = 1.6449;
/** With fewer cases than this a share is said to be of few. */
const FEW = 20;

/** Wilson's score interval; null where nothing is known, for nothing of nothing is no share. */
export function intervalOf({ yes, of }: Rate): Interval | null {
  const n = Math.max(0, of);
  if (n === 0) return null;
  const k = Math.min(Math.max(0, yes), n);
  const share = k / n;
  const middle = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  // Rounding must not put the share outside.
  return {
    yes: k,
    of: n,
    share,
    low: Math.min(share, Math.max(0, middle - half)),
    high: Math.max(share, Math.min(1, middle + half)),
    small: n < FEW,
  };
}

/** Middle value and the values that a quarter lie below and above; `small` as with shares. Null without any value. */
export interface Spread {
  many: number;
  low: number;
  middle: number;
  high: number;
  small: boolean;
}

/** Of values that each occur so often. The value at a share is the smallest one that at least that share of them does not exceed. */
export function spreadOf(often: ReadonlyMap<number, number>): Spread | null {
  const values = [...often].filter(([, times]) => times > 0).sort(([a], [b]) => a - b);
  const many = values.reduce((sum, [, times]) => sum + times, 0);
  if (many === 0) return null;
  const at = (share: number): number => {
    let below = 0;
    return (values.find(([, times]) => (below += times) >= share * many) ?? values[values.length - 1]!)[0];
  };
  return { many, low: at(0.25), middle: at(0.5), high: at(0.75), small: many < FEW };
}
