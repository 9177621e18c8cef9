// What a message is made of for ranking: hashed words, word pairs and letter groups. Only hashes are kept, no words.
import { fold } from '../search-words';
import { hash } from './hash';
import { meaningOf, type Meanings } from './meanings';

/** Longer messages are cut: what a message asks for stands near its beginning, and a hostile one must not cost time. */
const LONGEST = 600;
const HAN = /\p{Script=Han}+/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** How much each kind of feature weighs; chosen by cross-validation within training data. */
const WEIGHTS = { word: 1, pair: 1, letters: 0.7, han: 1, hanPair: 1, hanWord: 0.5 } as const;

/** Kinds are hashed apart, so that the word "ab" and the letters "ab" differ. */
const SEEDS = {
  word: 0x811c9dc5,
  pair: 0x01000193,
  letters: 0x9e3779b9,
  han: 0x85ebca6b,
  hanPair: 0xc2b2ae35,
  hanWord: 0x27d4eb2f,
} as const;
type Kind = keyof typeof SEEDS;

/** Hashed features of one text and their weights. The lowest bit of a feature tells whether it is of Han characters. */
export type Features = Map<number, number>;

export const isHanFeature = (feature: number): boolean => (feature & 1) === 1;

/** Features below this one are the numbers of a meaning, see meanings.ts: signed, and no count of anything. */
const FIRST = 512;
export const isMeaning = (feature: number): boolean => feature < FIRST;

/** What a hash becomes as a feature. */
const asFeature = (hashed: number, isHan: boolean): number => (isHan ? hashed | FIRST | 1 : (hashed | FIRST) & ~1) >>> 0;

let segmenter: Intl.Segmenter | null = null;

/**
 * The features of a text. Each script in it is cut its own way, so a message in two languages gives both: Chinese as characters,
 * pairs of characters and words; everything else as words, pairs of words and groups of two to four letters within a word, and as the
 * meaning of the words together where a table of meanings is given.
 */
export function featuresOf(text: string, meanings: Meanings | null = null): Features {
  const found: Features = new Map();
  const add = (kind: Kind, key: string): void => {
    const feature = asFeature(hash(key, SEEDS[kind]), kind.startsWith('han'));
    found.set(feature, (found.get(feature) ?? 0) + WEIGHTS[kind]);
  };
  const plain = fold(text.slice(0, LONGEST)).replace(/\p{N}+/gu, '0');
  for (const [run] of plain.matchAll(HAN)) {
    const characters = [...run];
    for (const [i, character] of characters.entries()) {
      add('han', character);
      const next = characters[i + 1];
      if (next !== undefined) add('hanPair', character + next);
    }
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    for (const { segment } of segmenter.segment(run)) if ([...segment].length > 1) add('hanWord', segment);
  }
  const words = plain.replace(HAN, ' ').replace(/['’]/g, '').match(WORD) ?? [];
  for (const [i, word] of words.entries()) {
    add('word', word);
    const next = words[i + 1];
    if (next !== undefined) add('pair', `${word} ${next}`);
    const bounded = ` ${word} `;
    for (let size = 2; size <= 4; size++) {
      for (let at = 0; at + size <= bounded.length; at++) add('letters', bounded.slice(at, at + size));
    }
  }
  const meaning = meanings && meaningOf(words, meanings);
  if (meaning) for (const [i, value] of meaning.entries()) found.set(2 * i, value);
  return found;
}
