// The index of all templates: what is stored, and asked with every message.

/** What the index is made of: one template with what is known of the messages it answers. */
export interface Known {
  id: string;
  title: string;
  /** Messages to which it was the right answer. */
  examples: readonly string[];
  /** What accepted suggestions taught, see learn.ts. */
  learned?: { accepted: number; features: readonly (readonly [number, number])[] } | null;
}

/**
 * Weights of features by template. Plain data without any word of a message: it can be structured-cloned, so it can stand in
 * IndexedDB and outlive a worker. Made by buildIndex, never changed afterwards.
 */
export interface RankIndex {
  version: 1;
  /** Template ids; everything below speaks of their positions. */
  ids: string[];
  /** How many texts the index was made from: the base of the rarity of features. */
  texts: number;
  /** Hashes, ascending. */
  features: Uint32Array;
  /** In how many texts each feature stood. */
  counts: Uint16Array;
  /** Where each feature's weights begin in the two lists below; one longer than `features`. */
  starts: Uint32Array;
  templates: Uint16Array;
  weights: Int8Array;
  /** What a weight of 1 is worth, by template. */
  scales: Float32Array;
}

/** What the index takes in memory and in the database, without the ids of the templates. */
export function indexBytes(index: RankIndex): number {
  const { features, counts, starts, templates, weights, scales } = index;
  return [features, counts, starts, templates, weights, scales].reduce((sum, part) => sum + part.byteLength, 0);
}
