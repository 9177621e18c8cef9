// Weights made small: the heaviest of each template, as whole numbers from -127 to 127.
import type { RankIndex } from './rank-index';
import type { Vocabulary } from './vocabulary';
import type { Weights } from './weights';

/** Weights kept of one template, and of all together: 300 templates with ten examples stay below one megabyte. */
const MOST_PER_TEMPLATE = 1200;
const MOST = 240_000;
/** Steps in which weights are sorted by size. */
const STEPS = 1024;

type Packed = Pick<RankIndex, 'features' | 'counts' | 'starts' | 'templates' | 'weights' | 'scales'>;

/** Features without a weight are left out. */
export function packWeights(given: Weights, { features, counts }: Vocabulary): Packed {
  const { templates: width, common, table, owners, lone } = given;
  const each = Math.min(MOST_PER_TEMPLATE, Math.floor(MOST / Math.max(1, width)));
  const { scales, least } = scalesOf(given, each);
  const weightAt = (template: number, value: number): number =>
    Math.abs(value) < least[template]! ? 0 : Math.round(value / (scales[template]! || 1));
  const order = Uint32Array.from(features.keys()).sort((a, b) => features[a]! - features[b]!);
  const kept: number[] = [];
  const starts: number[] = [];
  const templates: number[] = [];
  const weights: number[] = [];
  for (const at of order) {
    const before = templates.length;
    const put = (template: number, value: number): void => {
      const weight = value === 0 ? 0 : weightAt(template, value);
      if (weight === 0) return;
      templates.push(template);
      weights.push(weight);
    };
    if (at >= common) put(owners[at - common]!, lone[at - common]!);
    else for (let template = 0; template < width; template++) put(template, table[template * common + at]!);
    if (templates.length === before) continue;
    kept.push(at);
    starts.push(before);
  }
  return {
    features: Uint32Array.from(kept, (at) => features[at]!),
    counts: Uint16Array.from(kept, (at) => counts[at]!),
    starts: Uint32Array.from([...starts, templates.length]),
    templates: Uint16Array.from(templates),
    weights: Int8Array.from(weights),
    scales,
  };
}

/** For each template what a weight of 1 is worth, and the smallest weight that is among its `each` heaviest (give or take one step). */
function scalesOf({ templates, common, table, owners, lone }: Weights, each: number): { scales: Float32Array; least: Float32Array } {
  const largest = new Float32Array(templates);
  const visit = (see: (template: number, size: number) => void): void => {
    for (let template = 0; template < templates; template++) {
      for (let at = template * common; at < (template + 1) * common; at++) if (table[at] !== 0) see(template, Math.abs(table[at]!));
    }
    for (let i = 0; i < lone.length; i++) see(owners[i]!, Math.abs(lone[i]!));
  };
  visit((template, size) => {
    if (size > largest[template]!) largest[template] = size;
  });
  const sizes = new Uint32Array(templates * (STEPS + 1));
  visit((template, size) => {
    const step = largest[template]! > 0 ? Math.floor((size / largest[template]!) * STEPS) : 0;
    sizes[template * (STEPS + 1) + Math.min(step, STEPS)]! += 1;
  });
  const least = largest.map((most, template) => {
    let step = STEPS;
    let n = sizes[template * (STEPS + 1) + step]!;
    while (step > 0 && n + sizes[template * (STEPS + 1) + step - 1]! <= each) n += sizes[template * (STEPS + 1) + --step]!;
    return (most * step) / STEPS;
  });
  return { scales: largest.map((most) => most / 127), least };
}
