// From templates to the index: a centroid for each, sharpened against its rivals, the lightest weights dropped.
import { featuresOf, type Features } from './features';
import { packWeights } from './pack-weights';
import { rarity, vectorOf, type Vector } from './rarity';
import type { Known, RankIndex } from './rank-index';
import { sharpen } from './sharpen';

/** The largest table of weights held while building: 16 million cells are 64 MB. Beyond it, centroids stay as they are. */
const CELLS = 16_000_000;
/** How many templates an index can hold, by the size of its numbers. */
export const MOST_TEMPLATES = 0xffff;
/** A centroid's similarity, 0 to 1, becomes a score of so many units; the softmax that sharpens the centroids works on these. */
const SIMILARITY = 18;

/** One text that a template is known by. */
interface Sample {
  template: number;
  vector: Vector;
}

/**
 * Builds the index. The order of the templates does not matter, neither does that of their examples. A template without a word
 * in its title and examples is in the index and never found.
 */
export function buildIndex(templates: readonly Known[]): RankIndex {
  const known = [...templates].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).slice(0, MOST_TEMPLATES);
  const texts = known.map(({ title, examples }) => [title, ...[...examples].sort()].map(featuresOf).filter((found) => found.size > 0));
  const lessons = known.map(({ learned }): Features => new Map(learned?.features ?? []));
  const { places, features, counts } = placesOf([...texts.flat(), ...lessons]);
  const all = texts.flat().length + lessons.filter((lesson) => lesson.size > 0).length;
  const place = (feature: number): number => places.get(feature) ?? -1;
  const samples = texts.flatMap((list, template) =>
    list.map((found): Sample => ({ template, vector: vectorOf(found, place, (at) => counts[at]!, all) })),
  );
  const sums = known.map(() => new Map<number, number>());
  for (const { template, vector } of samples) addTo(sums[template]!, vector);
  for (const [template, lesson] of lessons.entries()) {
    if (lesson.size === 0) continue;
    const vector = lessonVector(lesson, place, counts, all);
    addTo(sums[template]!, vector);
    samples.push({ template, vector: unit(vector) });
  }
  for (const sum of sums) {
    const length = Math.sqrt([...sum.values()].reduce((square, value) => square + value * value, 0)) || 1;
    for (const [at, value] of sum) sum.set(at, (SIMILARITY * value) / length);
  }
  const rows = features.length * known.length <= CELLS ? sharpen(samples, sums, features.length) : sums;
  return { version: 1, ids: known.map(({ id }) => id), texts: all, ...packWeights(rows, features, counts) };
}

/** Every feature's place, in ascending order of the hashes, and in how many texts it stands. */
function placesOf(texts: readonly Features[]): { places: Map<number, number>; features: Uint32Array; counts: Uint16Array } {
  const found = new Map<number, number>();
  for (const text of texts) for (const feature of text.keys()) found.set(feature, (found.get(feature) ?? 0) + 1);
  const features = Uint32Array.from(found.keys()).sort();
  const counts = new Uint16Array(features.length);
  const places = new Map<number, number>();
  for (const [at, feature] of features.entries()) {
    places.set(feature, at);
    counts[at] = Math.min(found.get(feature)!, 0xffff);
  }
  return { places, features, counts };
}

function addTo(sum: Map<number, number>, { places, values }: Vector): void {
  for (let i = 0; i < places.length; i++) sum.set(places[i]!, (sum.get(places[i]!) ?? 0) + values[i]!);
}

/** What was learned is a sum of many messages: rarity weighs its features, its length (how much was learned) stays. */
function lessonVector(lesson: Features, place: (feature: number) => number, counts: Uint16Array, texts: number): Vector {
  const places = Int32Array.from(lesson.keys(), place);
  const plain = [...lesson.values()];
  const values = Float32Array.from([...lesson], ([feature, value], i) => value * rarity(feature, counts[places[i]!]!, texts));
  const factor = (Math.hypot(...plain) || 0) / (Math.hypot(...values) || 1);
  return { places, values: values.map((value) => value * factor) };
}

function unit({ places, values }: Vector): Vector {
  const length = Math.hypot(...values) || 1;
  return { places, values: values.map((value) => value / length) };
}
