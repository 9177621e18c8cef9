// How well each template fits a message.
import { featuresOf } from './features';
import { placeIn, type Meanings } from './meanings';
import type { RankIndex } from './rank-index';
import { vectorOf } from './rarity';

/** One template beside one message. */
export interface Match {
  id: string;
  /** Raw score: about 14 for the very example, around 0 for what has nothing in common. */
  score: number;
  /** 0 to 1: the chance that this is the answer to the message. All of them add up to less than 1: the rest is "none fits". */
  chance: number;
}

/** All templates that have something in common with the message, the likeliest first; among equals by id. */
export function matchMessage(index: RankIndex, message: string, meanings: Meanings | null = null): Match[] {
  const { ids, texts, counts, starts, templates, weights, scales } = index;
  const vector = vectorOf(
    featuresOf(message, meanings),
    (feature) => placeIn(index.features, feature),
    (at) => counts[at]!,
    texts,
  );
  const sums = new Float64Array(ids.length);
  for (const [i, at] of vector.places.entries()) {
    const value = vector.values[i]!;
    for (let n = starts[at]!; n < starts[at + 1]!; n++) sums[templates[n]!]! += value * weights[n]!;
  }
  const found: { id: string; score: number }[] = [];
  for (const [template, sum] of sums.entries()) {
    if (sum > 0) found.push({ id: ids[template]!, score: sum * scales[template]! });
  }
  found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return withChances(found);
}

/** How likely any template fits, by the best score and the best one's share of all; fitted on training data. */
const FITS = { base: -2.35, score: 0.35, share: 1.24 } as const;

/** Chances from scores: which one, if any, times whether any fits at all. */
function withChances(found: readonly { id: string; score: number }[]): Match[] {
  const best = found[0]?.score ?? 0;
  const parts = found.map(({ score }) => Math.exp(score - best));
  const total = parts.reduce((sum, part) => sum + part, 0);
  const evidence = FITS.base + FITS.score * best + FITS.share / total;
  const fits = 1 / (1 + Math.exp(-evidence));
  return found.map((match, i) => ({ ...match, chance: (fits * parts[i]!) / total }));
}
