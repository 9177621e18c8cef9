// How often a reply was answered: counts of few, so a belief with its interval and not a percentage.

/** Of how many sent ones how many were answered within the time of credit.ts. Heavily edited ones are not counted. */
export interface Tally {
  sent: number;
  answered: number;
}

export interface Belief extends Tally {
  /** The expected share of answers, 0 to 1, and the interval in which the true one lies with 90 %. */
  mean: number;
  low: number;
  high: number;
}

/** How much is believed before anything was sent: as if so many had been sent already. */
const PRIOR = 2;

/**
 * What is believed of a reply by its counts. `usual` is the share that replies are answered on the whole, or this reply among all
 * tiers, and is what is believed of one that was never sent.
 */
export function beliefOf({ sent, answered }: Tally, usual = 0.5): Belief {
  const n = Math.max(0, sent);
  const k = Math.min(Math.max(0, answered), n);
  const hits = k + PRIOR * Math.min(Math.max(usual, 0.05), 0.95);
  const misses = n + PRIOR - hits;
  return { sent: n, answered: k, mean: hits / (n + PRIOR), low: quantile(0.05, hits, misses), high: quantile(0.95, hits, misses) };
}

/** The value below which a beta distribution has the share `p`, by halving. */
function quantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (betaBelow(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised incomplete beta function, by Lentz's continued fraction (DLMF 8.17.22). */
function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
  let f = d;
  for (let m = 1; m < 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || tiny);
    c = 1 + even / c || tiny;
    f *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || tiny);
    c = 1 + odd / c || tiny;
    f *= c * d;
    if (Math.abs(c * d - 1) < 1e-10) break;
  }
  return front * f;
}

/** Stirling's series, after a shift to where it is exact enough. */
function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  while (z < 8) shift -= Math.log(z++);
  const r = 1 / (z * z);
  return shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + (1 / 12 - r * (1 / 360 - r / 1260)) / z;
}
