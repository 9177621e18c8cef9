// Softmax regression that begins at the centroids: where two templates are confused, it finds the features that tell them apart.
import type { Vector } from './rarity';
import { rivalsOf } from './rivals';
import type { Sample, Weights } from './weights';

/** Templates that each text is told apart from: those whose centroids are nearest to it. */
const RIVALS = 8;
const ROUNDS = 4;
/** The step of the first round; it falls to nothing towards the last. */
const STEP = 6;
/** What moves weights by less than this share of a step is left. */
const TOO_LITTLE = 0.004;

/** A text that is told apart this surely is left alone in the next round. */
const SURE = 0.97;

/**
 * Makes the weights of common features better than the centroids they begin at. What stands in one text alone keeps its weight, and is
 * not looked at: a text must not be recognised by what no other text can have. The same input gives the same weights: the order in which
 * texts are gone through is fixed.
 */
export function sharpen(weights: Weights, samples: readonly Sample[]): void {
  const { table, common } = weights;
  const rivals = rivalsOf(samples, weights, RIVALS);
  const vectors = samples.map(({ vector }) => commonOf(vector, common));
  const order = shuffled(samples.length);
  const sure = new Uint8Array(samples.length);
  const scores = new Float64Array(RIVALS + 1);
  for (let round = 0; round < ROUNDS; round++) {
    const step = STEP * (1 - round / ROUNDS);
    for (const n of order) {
      if (sure[n]) {
        sure[n] = 0;
        continue;
      }
      const against = rivals[n]!;
      for (let k = 0; k < against.length; k++) scores[k] = product(table, against[k]! * common, vectors[n]!);
      intoShares(scores, against.length);
      if (scores[0]! > SURE) sure[n] = 1;
      for (let k = 0; k < against.length; k++) {
        const move = (k === 0 ? 1 : 0) - scores[k]!;
        if (Math.abs(move) > TOO_LITTLE) add(table, against[k]! * common, vectors[n]!, step * move);
      }
    }
  }
}

/** The part of a vector that stands in the table. */
function commonOf({ places, values }: Vector, common: number): Vector {
  const kept: Vector = { places: new Int32Array(places.length), values: new Float32Array(places.length) };
  let size = 0;
  for (let i = 0; i < places.length; i++) {
    if (places[i]! >= common) continue;
    kept.places[size] = places[i]!;
    kept.values[size++] = values[i]!;
  }
  return { places: kept.places.subarray(0, size), values: kept.values.subarray(0, size) };
}

function product(table: Float32Array, row: number, { places, values }: Vector): number {
  let sum = 0;
  for (let i = 0; i < places.length; i++) sum += values[i]! * table[row + places[i]!]!;
  return sum;
}

function add(table: Float32Array, row: number, { places, values }: Vector, times: number): void {
  for (let i = 0; i < places.length; i++) table[row + places[i]!]! += times * values[i]!;
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
