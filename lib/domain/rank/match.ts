// How well each template fits a message.
import { featuresOf } from './features';
import { placeOf, type RankIndex } from './rank-index';
import { vectorOf } from './rarity';

/** One template beside one message. */
export interface Match {
  id: string;
  /** Raw score: about 18 for the very example, around 0 for what has nothing in common. */
  score: number;
  /** 0 to 1: the chance that this is the answer to the message. All of them add up to less than 1: the rest is "none fits". */
  chance: number;
}

/** All templates that have something in common with the message, the likeliest first; among equals by id. */
export function matchMessage(index: RankIndex, message: string): Match[] {
  const { ids, texts, counts, starts, templates, weights, scales } = index;
  const vector = vectorOf(
    featuresOf(message),
    (feature) => placeOf(index, feature),
    (at) => counts[at]!,
    texts,
  );
  const sums = new Float64Array(ids.length);
  for (const [i, at] of vector.places.entries()) {
    const value = vector.values[i]!;
    for (let n = starts[at]!; n < starts[at + 1]!; n++) sums[templates[n]!]! += value * weights[n]!;
  }
  const found: Match[] = [];
  for (const [template, sum] of sums.entries()) {
    if (sum > 0) found.push({ id: ids[template]!, score: sum * scales[template]!, chance: 0 });
  }
  found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return withChances(found);
}

/** Chances from scores: which one, if any, times whether any fits at all. */
function withChances(found: Match[]): Match[] {
  const best = found[0];
  if (best === undefined) return found;
  const parts = found.map(({ score }) => Math.exp(score - best.score));
  const total = parts.reduce((sum, part) => sum + part, 0);
  const fits = 1 / (1 + Math.exp(-(-4 + 0.5 * best.score + 2 * (1 / total))));
  return found.map((match, i) => ({ ...match, chance: (fits * parts[i]!) / total }));
}
