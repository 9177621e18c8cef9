// Softmax regression that begins at the centroids: where two templates are confused, it finds the features that tell them apart.
import type { Vector } from './rarity';

/** Rivals looked at for each text: the templates whose centroids are nearest to it. */
const RIVALS = 12;
const ROUNDS = 6;
/** The step of the first round; it falls to nothing towards the last. */
const STEP = 10;
/** Features of more templates than this choose no rivals: they tell little and cost most. */
const TELLING = 64;

/**
 * Weights by template, better than the centroids `sums` they begin at. The same input gives the same weights: the order in which
 * texts are gone through is fixed.
 */
export function sharpen(
  samples: readonly { template: number; vector: Vector }[],
  sums: readonly ReadonlyMap<number, number>[],
  features: number,
): Map<number, number>[] {
  const width = sums.length;
  const table = new Float32Array(features * width);
  for (const [template, sum] of sums.entries()) for (const [at, value] of sum) table[at * width + template] = value;
  const rivals = rivalsOf(samples, sums, features);
  const order = shuffled(samples.length);
  const scores = new Float64Array(RIVALS + 1);
  for (let round = 0; round < ROUNDS; round++) {
    const step = STEP * (1 - round / ROUNDS);
    for (const n of order) {
      const { places, values } = samples[n]!.vector;
      const against = rivals[n]!;
      const size = against.length;
      scores.fill(0);
      for (let i = 0; i < places.length; i++) {
        const row = places[i]! * width;
        const value = values[i]!;
        for (let k = 0; k < size; k++) scores[k]! += value * table[row + against[k]!]!;
      }
      if (!intoSteps(scores, size, step)) continue;
      for (let i = 0; i < places.length; i++) {
        const row = places[i]! * width;
        const value = values[i]!;
        for (let k = 0; k < size; k++) table[row + against[k]!]! += value * scores[k]!;
      }
    }
  }
  const rows = sums.map(() => new Map<number, number>());
  for (let at = 0; at < features; at++) {
    for (let template = 0; template < width; template++) {
      const value = table[at * width + template]!;
      if (value !== 0) rows[template]!.set(at, value);
    }
  }
  return rows;
}

/** Turns scores (the right template's first) into what each template's weights move by. False when there is nothing to learn. */
function intoSteps(scores: Float64Array, size: number, step: number): boolean {
  let most = -Infinity;
  for (let k = 0; k < size; k++) most = Math.max(most, scores[k]!);
  let total = 0;
  for (let k = 0; k < size; k++) total += scores[k] = Math.exp(scores[k]! - most);
  if (1 - scores[0]! / total < 1e-3) return false;
  for (let k = 0; k < size; k++) scores[k] = (-step * scores[k]!) / total;
  scores[0]! += step;
  return true;
}

/** For each text its own template and then the nearest others, by the features that few templates share. */
function rivalsOf(
  samples: readonly { template: number; vector: Vector }[],
  sums: readonly ReadonlyMap<number, number>[],
  features: number,
): Uint16Array[] {
  const spread = new Uint16Array(features);
  for (const sum of sums) for (const at of sum.keys()) spread[at]! += 1;
  const lists: { template: number; value: number }[][] = Array.from({ length: features }, () => []);
  for (const [template, sum] of sums.entries()) {
    for (const [at, value] of sum) if (spread[at]! > 1 && spread[at]! <= TELLING) lists[at]!.push({ template, value });
  }
  const near = new Float64Array(sums.length);
  return samples.map(({ template, vector: { places, values } }) => {
    near.fill(0);
    for (let i = 0; i < places.length; i++) for (const one of lists[places[i]!]!) near[one.template]! += values[i]! * one.value;
    const others = [...near.keys()].filter((other) => other !== template && near[other]! > 0);
    return Uint16Array.from([template, ...others.sort((a, b) => near[b]! - near[a]! || a - b).slice(0, RIVALS)]);
  });
}

/** 0 … n-1 in an order by chance that is always the same. */
function shuffled(n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  let state = 7;
  for (let i = n - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
