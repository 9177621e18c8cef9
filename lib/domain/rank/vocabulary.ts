// All features of the texts that an index is made from, the common ones first.
import type { Features } from './features';

export interface Vocabulary {
  /** Hashes, by how many texts they stand in, the most first. */
  features: Uint32Array;
  counts: Uint16Array;
  /** Where a feature stands in these lists. */
  places: Map<number, number>;
  /** So many, the first ones, stand in several texts; each of the others belongs to one text alone. */
  common: number;
}

/** `most` is how many common features can be dealt with; the rarest beyond are left out. */
export function vocabularyOf(texts: readonly Features[], most: number): Vocabulary {
  const found = new Map<number, number>();
  for (const text of texts) for (const feature of text.keys()) found.set(feature, (found.get(feature) ?? 0) + 1);
  const order = [...found.keys()].sort((a, b) => found.get(b)! - found.get(a)! || a - b);
  const firstLone = order.findIndex((feature) => found.get(feature) === 1);
  const shared = firstLone < 0 ? order.length : firstLone;
  const common = Math.min(shared, most);
  const features = Uint32Array.from([...order.slice(0, common), ...order.slice(shared)]);
  const counts = Uint16Array.from(features, (feature) => Math.min(found.get(feature)!, 0xffff));
  return { features, counts, places: new Map(Array.from(features, (feature, at) => [feature, at])), common };
}
