// Softmax regression that begins at the centroids: where two templates are confused, it finds the features that tell them apart.
import { rivalsOf } from './rivals';
import type { Sample, Weights } from './weights';

/** Templates that each text is told apart from: those whose centroids are nearest to it. */
const RIVALS = 8;
const ROUNDS = 4;
/** The step of the first round; it falls to nothing towards the last. */
const STEP = 6;
/** What moves weights by less than this share of a step is left. */
const TOO_LITTLE = 0.004;

/**
 * Makes the weights of common features better than the centroids they begin at. What stands in one text alone keeps its weight, and is
 * not looked at: a text must not be recognised by what no other text can have. The same input gives the same weights: the order in which
 * texts are gone through is fixed.
 */
export function sharpen(weights: Weights, samples: readonly Sample[]): void {
  const { table, common } = weights;
  const rivals = rivalsOf(samples, weights, RIVALS);
  const order = shuffled(samples.length);
  const scores = new Float64Array(RIVALS + 1);
  for (let round = 0; round < ROUNDS; round++) {
    const step = STEP * (1 - round / ROUNDS);
    for (const n of order) {
      const { places, values } = samples[n]!.vector;
      const against = rivals[n]!;
      for (let k = 0; k < against.length; k++) {
        const row = against[k]! * common;
        let score = 0;
        for (let i = 0; i < places.length; i++) {
          const at = places[i]!;
          if (at < common) score += values[i]! * table[row + at]!;
        }
        scores[k] = score;
      }
      intoShares(scores, against.length);
      for (let k = 0; k < against.length; k++) {
        const move = (k === 0 ? 1 : 0) - scores[k]!;
        if (Math.abs(move) < TOO_LITTLE) continue;
        const row = against[k]! * common;
        for (let i = 0; i < places.length; i++) {
          const at = places[i]!;
          if (at < common) table[row + at]! += step * move * values[i]!;
        }
      }
    }
  }
}

/** Softmax of the first `size` scores. */
function intoShares(scores: Float64Array, size: number): void {
  let most = -Infinity;
  for (let k = 0; k < size; k++) most = Math.max(most, scores[k]!);
  let total = 0;
  for (let k = 0; k < size; k++) total += scores[k] = Math.exp(scores[k]! - most);
  for (let k = 0; k < size; k++) scores[k]! /= total;
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
