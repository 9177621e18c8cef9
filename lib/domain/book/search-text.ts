// What a contact is found by, as one line of text, and how well a search fits it. A line has three parts, divided by tabs: the name, how
// the name is spoken in Chinese, and everything else (tags, company, merged names, phones, mail). Every word has a space before it.
import { pinyinOf } from '../pinyin';
import type { Contact } from '../records';
import { fold } from '../search-words';

const WORDS = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
const HAN = /\p{Script=Han}/u;
const LETTERS_LATIN = /^[a-z]+$/;

/** Words of a text: runs of Chinese characters and runs of other letters and digits. */
const wordsIn = (text: string): string[] => splitMixed(fold(text).slice(0, 400)).slice(0, 60);

/** "王Anna" is two words. */
function splitMixed(text: string): string[] {
  return [...text.matchAll(WORDS)].flatMap(([word]) =>
    HAN.test(word) ? (word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []) : word,
  );
}

const spaced = (words: Iterable<string>): string => [...words].map((word) => ` ${word}`).join('');

/** The line of a contact. No line breaks, at most some 2,000 characters. */
export function searchText(contact: Pick<Contact, 'name' | 'words' | 'tags' | 'company' | 'phones' | 'emails'>): string {
  const name = wordsIn(contact.name);
  const inName = spaced(name);
  // What the rep wrote in text fields is among the index words and may be long: what is cut off is the end of that.
  const more = [...[...contact.tags, contact.company, ...contact.emails, ...contact.phones].flatMap(wordsIn), ...contact.words];
  // Chinese words stand in the index with each of their endings; what is there already is found there.
  const rest = new Set(more.filter((word) => !inName.includes(HAN.test(word) ? word : ` ${word} `) && !name.includes(word)));
  const text = `${inName}\t${spaced(spokenOf(name))}\t${spaced(shortest(rest))}`;
  return text.replace(/[\n\r]/g, ' ').slice(0, 2000);
}

/** Without Chinese words that are the ending of another one. */
function shortest(words: ReadonlySet<string>): string[] {
  const all = [...words];
  return all.filter((word) => !HAN.test(word) || !all.some((other) => other.length > word.length && other.endsWith(word)));
}

/** A name has so many characters of several readings, at most, that all of them are tried. */
const MOST_READINGS = 4;

/** How Chinese words are spoken: whole and in first letters, from each of their characters on. 王小明: wangxiaoming wxm xiaoming xm ming. */
function spokenOf(words: readonly string[]): Set<string> {
  const spoken = new Set<string>();
  for (const word of words) {
    if (!HAN.test(word)) continue;
    for (const syllables of readingsOf([...word].slice(0, 8))) {
      for (let from = 0; from < syllables.length; from++) {
        const rest = syllables.slice(from);
        spoken.add(rest.join(''));
        if (rest.length > 1) spoken.add(rest.map((syllable) => syllable[0]).join(''));
      }
    }
  }
  return spoken;
}

/** The ways in which these characters may be spoken one after the other, the usual one first. */
function readingsOf(characters: readonly string[]): string[][] {
  let ways: string[][] = [[]];
  for (const character of characters) {
    const readings = pinyinOf(character);
    if (readings.length === 0) continue;
    ways = ways.flatMap((way) => readings.map((reading) => [...way, reading])).slice(0, MOST_READINGS);
  }
  return ways;
}

/** How well a search fits, the best first: the name begins with it, a word of the name does, another word does, it is inside of one. */
export const RANKS = { nameStart: 0, nameWord: 1, otherWord: 2, inside: 3 } as const;

/** A search as it is typed, cut into words. */
export interface Sought {
  /** All words, as they would stand in a line. */
  whole: string;
  words: readonly string[];
}

/** Cuts what was typed into words, each of which has to be found; null when there is none. */
export function soughtIn(query: string): Sought | null {
  // ü is written u or v.
  const words = [...new Set(wordsIn(query).map((word) => (LETTERS_LATIN.test(word) ? word.replace(/^([ln])v/, '$1u') : word)))].slice(0, 8);
  return words.length === 0 ? null : { whole: spaced(words), words };
}

/** Shorter ones are in the middle of too many words to mean anything. */
const INSIDE_FROM = 3;

/** Whether a word may stand anywhere in another one: Chinese is not divided into words. */
export const isAnywhere = (word: string): boolean => HAN.test(word[0]!);
/** Whether some end of it may: asked once instead of of each of its ends. */
export const hasAnywhere = (word: string): boolean => HAN.test(word);
/** Whether it is looked for inside of words. */
export const isInside = (word: string): boolean => word.length >= INSIDE_FROM;

/** The rank of a line for what is sought, or null when a word of that is not in it. The worst word counts. */
export function rankOf(line: string, { whole, words }: Sought): number | null {
  if (line.startsWith(whole)) return RANKS.nameStart;
  const spoken = line.indexOf('\t') + 1;
  if (line.startsWith(whole, spoken)) return RANKS.nameStart;
  const others = line.indexOf('\t', spoken);
  let worst: number = RANKS.nameStart;
  for (const word of words) {
    const rank = rankOfWord(line, word, others);
    if (rank === null) return null;
    worst = Math.max(worst, rank);
  }
  return worst;
}

function rankOfWord(line: string, word: string, others: number): number | null {
  const at = isAnywhere(word) ? line.indexOf(word) : line.indexOf(` ${word}`);
  if (at >= 0) return at < others ? RANKS.nameWord : RANKS.otherWord;
  return isInside(word) && line.includes(word) ? RANKS.inside : null;
}
