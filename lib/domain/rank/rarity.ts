// How telling a feature is: what stands in few texts tells more than what stands in all.
import { isHanFeature, type Features } from './features';

/**
 * The weight of a feature that stood in `count` of `texts` texts. A Han character is telling even where it is frequent, so rarity
 * counts for less there (chosen by cross-validation).
 */
export function rarity(feature: number, count: number, texts: number): number {
  const plain = Math.log(1 + texts / Math.max(count, 0.5));
  return isHanFeature(feature) ? plain ** 0.35 : plain;
}

/** A text as a vector: features that the index knows, by their place, and their values; of length 1 with the unknown ones. */
export interface Vector {
  places: Int32Array;
  values: Float32Array;
}

/** Weighs features by rarity. `place` gives where a feature stands, or -1; `countAt` how many texts have it. */
export function vectorOf(found: Features, place: (feature: number) => number, countAt: (at: number) => number, texts: number): Vector {
  const places = new Int32Array(found.size);
  const values = new Float32Array(found.size);
  let size = 0;
  let square = 0;
  for (const [feature, weight] of found) {
    const at = place(feature);
    const value = Math.sqrt(weight) * rarity(feature, at < 0 ? 0 : countAt(at), texts);
    square += value * value;
    if (at < 0) continue;
    places[size] = at;
    values[size] = value;
    size += 1;
  }
  const length = Math.sqrt(square) || 1;
  for (let i = 0; i < size; i++) values[i]! /= length;
  return { places: places.subarray(0, size), values: values.subarray(0, size) };
}
