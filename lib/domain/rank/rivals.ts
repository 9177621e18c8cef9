// Which templates a text could be mistaken for.
import type { Sample, Weights } from './weights';

/** Features of more templates than this tell little and cost most. */
const TELLING = 64;

/** For each text its own template and then the nearest others, at most `most`, by the features that not too many templates share. */
export function rivalsOf(samples: readonly Sample[], { table, templates, common }: Weights, most: number): Uint16Array[] {
  const starts = new Uint32Array(common + 1);
  for (let at = 0; at < common; at++) {
    let spread = 0;
    for (let cell = at; cell < table.length; cell += common) if (table[cell]! > 0) spread += 1;
    starts[at + 1] = starts[at]! + (spread > 1 && spread <= TELLING ? spread : 0);
  }
  const listed = new Uint16Array(starts[common]!);
  const values = new Float32Array(starts[common]!);
  const next = starts.slice();
  for (let template = 0; template < templates; template++) {
    for (let at = 0; at < common; at++) {
      const value = table[template * common + at]!;
      if (value <= 0 || starts[at] === starts[at + 1]) continue;
      listed[next[at]!] = template;
      values[next[at]!++] = value;
    }
  }
  const near = new Float32Array(templates);
  return samples.map(({ template, vector }) => {
    near.fill(0);
    for (let i = 0; i < vector.places.length; i++) {
      const at = vector.places[i]!;
      if (at >= common) continue;
      const value = vector.values[i]!;
      for (let n = starts[at]!; n < starts[at + 1]!; n++) near[listed[n]!]! += value * values[n]!;
    }
    near[template] = 0;
    return Uint16Array.from([template, ...nearest(near, most)]);
  });
}

/** The positions of the largest values above zero, the largest first. */
function nearest(values: Float32Array, most: number): number[] {
  const found: number[] = [];
  let least = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value <= least) continue;
    let to = found.length;
    while (to > 0 && values[found[to - 1]!]! < value) to -= 1;
    found.splice(to, 0, i);
    if (found.length > most) found.pop();
    if (found.length === most) least = values[found[most - 1]!]!;
  }
  return found;
}
