// Weights made small: the heaviest of each template, as whole numbers from -127 to 127.
import type { RankIndex } from './rank-index';

/** Weights kept of one template, and of all together: 300 templates with ten examples stay below one megabyte. */
const MOST_PER_TEMPLATE = 1200;
const MOST = 240_000;

/** `rows` are the weights of each template by place; `features` and `counts` belong to the places. */
export function packWeights(
  rows: readonly ReadonlyMap<number, number>[],
  features: Uint32Array,
  counts: Uint16Array,
): Pick<RankIndex, 'features' | 'counts' | 'starts' | 'templates' | 'weights' | 'scales'> {
  const each = Math.min(MOST_PER_TEMPLATE, Math.floor(MOST / Math.max(1, rows.length)));
  const scales = new Float32Array(rows.length);
  const lists: number[][] = Array.from({ length: features.length }, () => []);
  let size = 0;
  for (const [template, row] of rows.entries()) {
    const heaviest = [...row].sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || a[0] - b[0]).slice(0, each);
    const scale = Math.abs(heaviest[0]?.[1] ?? 0) / 127;
    scales[template] = scale;
    for (const [at, value] of heaviest) {
      const weight = Math.round(value / scale);
      if (weight === 0) continue;
      lists[at]!.push(template, weight);
      size += 1;
    }
  }
  const used = lists.flatMap((list, at) => (list.length > 0 ? [at] : []));
  const starts = new Uint32Array(used.length + 1);
  const templates = new Uint16Array(size);
  const weights = new Int8Array(size);
  let next = 0;
  for (const [n, at] of used.entries()) {
    starts[n] = next;
    const list = lists[at]!;
    for (let i = 0; i < list.length; i += 2) {
      templates[next] = list[i]!;
      weights[next] = list[i + 1]!;
      next += 1;
    }
  }
  starts[used.length] = next;
  return {
    features: Uint32Array.from(used, (at) => features[at]!),
    counts: Uint16Array.from(used, (at) => counts[at]!),
    starts,
    templates,
    weights,
    scales,
  };
}
