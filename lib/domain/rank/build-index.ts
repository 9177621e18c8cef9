// From templates to the index: a centroid for each, sharpened against its rivals, the lightest weights dropped.
import { featuresOf, type Features } from './features';
import type { Meanings } from './meanings';
import { packWeights } from './pack-weights';
import type { Known, RankIndex } from './rank-index';
import { vectorOf, type Vector } from './rarity';
import { sharpen } from './sharpen';
import { vocabularyOf } from './vocabulary';
import { centroids, type Sample } from './weights';

/** The largest table of weights held while building: 16 million are 64 MB. */
const CELLS = 16_000_000;
/** How many templates an index can hold. */
export const MOST_TEMPLATES = 10_000;
/** A centroid's similarity, 0 to 1, becomes a score of so many units; the softmax that sharpens the centroids works on these. */
const SIMILARITY = 14;

/**
 * Builds the index. The order of the templates does not matter, neither does that of their examples. A template without a word
 * in its title and examples is in the index and never found.
 */
export function buildIndex(templates: readonly Known[], meanings: Meanings | null = null): RankIndex {
  const known = [...templates].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).slice(0, MOST_TEMPLATES);
  const texts = known.map(({ title, examples }) =>
    [title, ...[...examples].sort()].map((text) => featuresOf(text, meanings)).filter(({ size }) => size > 0),
  );
  const lessons = known.map(({ learned }): Features => new Map(learned?.features ?? []));
  const all = [...texts.flat(), ...lessons.filter(({ size }) => size > 0)];
  const vocabulary = vocabularyOf(all, Math.floor(CELLS / Math.max(1, known.length)));
  const place = (feature: number): number => vocabulary.places.get(feature) ?? -1;
  const count = (at: number): number => vocabulary.counts[at]!;
  const samples = texts.flatMap((list, template) =>
    list.map((found): Sample => ({ template, vector: vectorOf(found, place, count, all.length) })),
  );
  const learned = lessons.flatMap((lesson, template): Sample[] =>
    lesson.size === 0 ? [] : [{ template, vector: vectorOf(lesson, place, count, all.length, true) }],
  );
  const { features, common } = vocabulary;
  const weights = centroids([...samples, ...learned], known.length, features.length, common, SIMILARITY);
  sharpen(weights, [...samples, ...learned.map(({ template, vector }) => ({ template, vector: unit(vector) }))]);
  return { version: 1, ids: known.map(({ id }) => id), texts: all.length, ...packWeights(weights, vocabulary) };
}

function unit({ places, values }: Vector): Vector {
  const length = Math.hypot(...values) || 1;
  return { places, values: values.map((value) => value / length) };
}
