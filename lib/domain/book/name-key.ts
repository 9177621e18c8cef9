// The place of a name in the alphabet: letters as they are, without accents and case; Chinese as it is spoken.
import { pinyinOf } from '../pinyin';
import { fold } from '../search-words';

/** A text whose plain order is that of names. Names without any letter come last. */
export function nameKey(name: string): string {
  let key = '';
  for (const character of fold(name).slice(0, 80)) {
    const spoken = pinyinOf(character)[0];
    if (spoken) key += `${spoken} `;
    else if (/[\p{L}\p{N}]/u.test(character)) key += character;
    else if (key !== '' && !key.endsWith(' ')) key += ' ';
  }
  return key === '' ? '\uffff' : key;
}

const LETTERS = 7;
/** Beyond the letters that seven bits hold. */
const BEYOND = 127;

/**
 * Seven characters of a key as one number, so that two are mostly compared without looking at texts. A letter beyond seven bits ends it:
 * what comes after that letter is not told, and of the characters after those it is not a number.
 */
export function keyNumber(key: string, from: 0 | 7 | 14): number {
  let number = 0;
  let isTold = true;
  for (let i = 0; i < from; i++) if (key.charCodeAt(i) >= BEYOND) return Number.NaN;
  for (let i = from; i < from + LETTERS; i++) {
    const code = isTold && i < key.length ? Math.min(BEYOND, key.charCodeAt(i)) : 0;
    if (code === BEYOND) isTold = false;
    number = number * 128 + code;
  }
  return number;
}
