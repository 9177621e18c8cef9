// Replies found by what was typed: fuzzy in shortcut and title, by words in the text and the tags, Chinese by any part of it and
// by the first letters of how it is spoken.
import { pinyinLetters } from './pinyin';
import { fold } from './search-words';

export interface Findable {
  title: string;
  body: string;
  shortcut: string;
  tags: readonly string[];
  uses: number;
  /** ms since 1970, or null when never used. */
  lastUsedAt: number | null;
}

/** A stretch of a text, as character offsets: the end is the first character that is not in it. */
export type Stretch = readonly [from: number, to: number];

/** How good a match is. Where a field is better than another, so is what is found in it. */
const SCORE = {
  shortcutExact: 1000,
  shortcutStart: 900,
  titleStart: 800,
  titleWord: 700,
  titlePart: 600,
  titleSpoken: 580,
  shortcutFuzzy: 450,
  titleFuzzy: 300,
  titleSlip: 290,
  body: 200,
  tag: 100,
} as const;
const MOST_WORDS = 8;
const LONGEST_WORD = 40;

/** The words typed, folded; the mark that opened the picker is none of them. */
export function wordsTyped(query: string): string[] {
  const plain = fold(query.trim()).replace(/^[/、]/, '');
  return [...new Set(plain.split(/[\s,.;:!?]+/).filter(Boolean))].slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
}

/** The replies in which every word typed is found, best first; of equals, what was used last, then most, then by title. */
export function findReplies<T extends Findable>(replies: readonly T[], query: string): T[] {
  const words = wordsTyped(query);
  const scored = replies.flatMap((reply) => {
    const score = scoreOf(reply, words);
    return score === null ? [] : [{ reply, score }];
  });
  return scored
    .sort(
      (a, b) =>
        b.score - a.score ||
        (b.reply.lastUsedAt ?? 0) - (a.reply.lastUsedAt ?? 0) ||
        b.reply.uses - a.reply.uses ||
        (a.reply.title < b.reply.title ? -1 : a.reply.title > b.reply.title ? 1 : 0),
    )
    .map(({ reply }) => reply);
}

/** The worst of its words counts most: a reply is as good as what it is found by. Null when a word is not found. */
function scoreOf(reply: Findable, words: readonly string[]): number | null {
  const shortcut = fold(reply.shortcut).replace(/^[/、]/, '');
  const title = fold(reply.title);
  let body: string | null = null;
  let worst: number = SCORE.shortcutExact;
  let sum = 0;
  for (const word of words) {
    let score = inShortcut(shortcut, word) ?? 0;
    if (score < SCORE.titleStart) score = Math.max(score, inTitle(title, reply.title, word));
    if (score === 0 && startsWordIn((body ??= fold(reply.body)), word)) score = SCORE.body;
    if (score === 0 && reply.tags.some((tag) => startsWordIn(fold(tag), word))) score = SCORE.tag;
    if (score === 0) return null;
    worst = Math.min(worst, score);
    sum += score;
  }
  return worst + sum / 100_000;
}

function inShortcut(shortcut: string, word: string): number | null {
  if (shortcut === '') return null;
  if (shortcut === word) return SCORE.shortcutExact;
  if (shortcut.startsWith(word)) return SCORE.shortcutStart;
  return word.length > 1 && scattered(shortcut, word) ? SCORE.shortcutFuzzy : null;
}

function inTitle(title: string, shown: string, word: string): number {
  if (title.startsWith(word)) return SCORE.titleStart;
  if (startsWordIn(title, word)) return SCORE.titleWord;
  if (title.includes(word) && word.length > 1) return SCORE.titlePart;
  if (spoken(shown, word)) return SCORE.titleSpoken;
  const spread = word.length > 2 || HAN.test(word) ? scattered(title, word) : null;
  // The closer together, the better.
  if (spread) return SCORE.titleFuzzy + Math.max(0, 100 - (spread.at(-1)![1] - spread[0]![0]));
  return word.length > 3 && slips(title, word) ? SCORE.titleSlip : 0;
}

const HAN = /\p{Script=Han}/u;
const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Whether a word of the text begins like this; Chinese is not divided into words, so any place in it will do. */
function startsWordIn(text: string, word: string): Stretch | null {
  const anywhere = HAN.test(word[0]!);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (anywhere || !isLetter(text[at - 1]) || HAN.test(text[at - 1]!)) return [at, at + word.length];
  return null;
}

/** The places of the letters of the word in this order, each as far to the front as can be; the first begins a word. */
function scattered(text: string, word: string): Stretch[] | null {
  for (let start = text.indexOf(word[0]!); start >= 0; start = text.indexOf(word[0]!, start + 1)) {
    if (!HAN.test(word[0]!) && isLetter(text[start - 1])) continue;
    const places: Stretch[] = [];
    let at = start;
    for (const letter of word) {
      at = text.indexOf(letter, at);
      if (at < 0) return null;
      const last = places.at(-1);
      if (last && last[1] === at) places[places.length - 1] = [last[0], at + letter.length];
      else places.push([at, at + letter.length]);
      at += letter.length;
    }
    return places;
  }
  return null;
}

/** Where the title has Chinese characters in a row that begin with these letters when they are spoken. */
function spoken(title: string, word: string): Stretch | null {
  if (!/^[a-z]+$/.test(word) || !HAN.test(title)) return null;
  for (let start = 0; start + word.length <= title.length; start++) {
    // One letter alone is found in too many: it has to be the first.
    if (word.length === 1 && start > 0) return null;
    let length = 0;
    while (length < word.length && pinyinLetters(title[start + length]!).includes(word[length]!)) length++;
    if (length === word.length) return [start, start + length];
  }
  return null;
}

/** Where a word of the title begins like the one typed but for one slip: a letter too many, too few, wrong, or two swapped. */
function slips(title: string, word: string): Stretch | null {
  for (const { 0: other, index } of title.matchAll(/[\p{L}\p{N}]+/gu)) {
    let same = 0;
    while (same < word.length && word[same] === other[same]) same++;
    const rest = word.slice(same);
    const after = other.slice(same);
    const isClose =
      after.slice(1).startsWith(rest) ||
      after.startsWith(rest.slice(1)) ||
      after.slice(1).startsWith(rest.slice(1)) ||
      (rest.length > 1 && after.startsWith(`${rest[1]}${rest[0]}${rest.slice(2)}`));
    // The first letter has to be right: else everything is close to everything.
    if (same > 0 && isClose) return [index, index + Math.min(other.length, word.length)];
  }
  return null;
}

/**
 * The stretches of a text that are why it was found, in order and apart from each other. `isTitle`: letters may be scattered, spoken
 * or have a slip; otherwise words only.
 */
export function marksIn(text: string, query: string, isTitle = false): Stretch[] {
  const { folded, places } = foldInPlace(text);
  const found = wordsTyped(query).flatMap((word): Stretch[] => {
    const at = folded.indexOf(word);
    const start = startsWordIn(folded, word) ?? (isTitle && at >= 0 ? ([at, at + word.length] as const) : null);
    if (start) return [start];
    if (!isTitle) return [];
    const sound = spoken(folded, word);
    if (sound) return [sound];
    const slip = word.length > 3 ? slips(folded, word) : null;
    return scattered(folded, word) ?? (slip ? [slip] : []);
  });
  const marks: [number, number][] = [];
  for (const [from, to] of found.sort((a, b) => a[0] - b[0])) {
    const begin = places[from]!;
    const end = places[to]!;
    const last = marks.at(-1);
    if (last && begin <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([begin, end]);
  }
  return marks;
}

/** The folded text with the place in the original at which each of its characters began; one more for the end. */
function foldInPlace(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = fold(character);
    for (let i = 0; i < plain.length; i++) places.push(at);
    folded += plain;
    at += character.length;
  }
  places.push(at);
  return { folded, places };
}
