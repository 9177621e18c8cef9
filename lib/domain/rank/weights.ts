// The weights of features by template while an index is built.
import type { Vector } from './rarity';

/** One text that a template is known by. */
export interface Sample {
  template: number;
  vector: Vector;
}

/** Features that stand in several texts have a weight for each template; one that stands in a single text, for its template alone. */
export interface Weights {
  templates: number;
  common: number;
  /** One row of `common` weights for each template. */
  table: Float32Array;
  /** For the places from `common` on: whose it is, and its weight. */
  owners: Uint16Array;
  lone: Float32Array;
}

/** The centroid of each template: the sum of its texts, brought to the length `length`. */
export function centroids(samples: readonly Sample[], templates: number, features: number, common: number, length: number): Weights {
  const table = new Float32Array(templates * common);
  const owners = new Uint16Array(features - common);
  const lone = new Float32Array(features - common);
  for (const { template, vector } of samples) {
    const row = template * common;
    for (let i = 0; i < vector.places.length; i++) {
      const at = vector.places[i]!;
      if (at < common) table[row + at]! += vector.values[i]!;
      else {
        owners[at - common] = template;
        lone[at - common]! += vector.values[i]!;
      }
    }
  }
  const squares = new Float64Array(templates);
  for (let template = 0; template < templates; template++) {
    for (let at = template * common; at < (template + 1) * common; at++) squares[template]! += table[at]! * table[at]!;
  }
  for (let i = 0; i < lone.length; i++) squares[owners[i]!]! += lone[i]! * lone[i]!;
  const factors = squares.map((square) => length / (Math.sqrt(square) || 1));
  for (let template = 0; template < templates; template++) {
    for (let at = template * common; at < (template + 1) * common; at++) table[at]! *= factors[template]!;
  }
  for (let i = 0; i < lone.length; i++) lone[i]! *= factors[owners[i]!]!;
  return { templates, common, table, owners, lone };
}
