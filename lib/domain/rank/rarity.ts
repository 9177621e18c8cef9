// How telling a feature is: what stands in few texts tells more than what stands in all.
import { isHanFeature, isMeaning, type Features } from './features';

/** How much the meaning of a text counts beside its words; chosen by cross-validation. */
const MEANING = 0.5;

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

/**
 * Weighs features by rarity. `place` gives where a feature stands, or -1; `countAt` how many texts have it; `summed` says that the weights
 * are sums of several texts already, so that their size counts.
 */
export function vectorOf(
  found: Features,
  place: (feature: number) => number,
  countAt: (at: number) => number,
  texts: number,
  summed = false,
): Vector {
  const places = new Int32Array(found.size);
  const values = new Float32Array(found.size);
  const ofMeaning = new Uint8Array(found.size);
  let size = 0;
  let given = 0;
  let square = 0;
  let meaning = 0;
  for (const [feature, weight] of found) {
    const at = place(feature);
    const plain = isMeaning(feature) || summed ? weight : Math.sqrt(weight);
    const value = isMeaning(feature) ? weight : plain * rarity(feature, at < 0 ? 0 : countAt(at), texts);
    if (isMeaning(feature)) meaning += value * value;
    else {
      given += plain * plain;
      square += value * value;
    }
    if (at < 0) continue;
    places[size] = at;
    values[size] = value;
    ofMeaning[size] = isMeaning(feature) ? 1 : 0;
    size += 1;
  }
  const all = meaning > 0 ? Math.sqrt(1 + MEANING * MEANING) : 1;
  const factor = (summed ? Math.sqrt(given) : 1) / (Math.sqrt(square) || 1) / all;
  const meaningFactor = (summed ? 1 : 1 / (Math.sqrt(meaning) || 1)) * (MEANING / all);
  for (let i = 0; i < size; i++) values[i]! *= ofMeaning[i] ? meaningFactor : factor;
  return { places: places.subarray(0, size), values: values.subarray(0, size) };
}
