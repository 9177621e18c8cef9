// Dates and clocks as pages write them for people, `10:42 AM, 9/14/2026`, replaced by invented ones of the same form.
import { HALF_DAY } from '../../sites/words';

const DIGIT = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f]';
const HALF = HALF_DAY.source;
const DATE = `${DIGIT}{1,4}\\s?[-./年년]\\s?${DIGIT}{1,2}\\s?[-./月월]\\s?${DIGIT}{1,4}[日일]?`;
const CLOCK = `(?:(?:${HALF})\\s?)?${DIGIT}{1,2}[:.]${DIGIT}{2}(?:[:.]${DIGIT}{2})?(?:[\\s\\u202f]?(?:${HALF})(?!\\p{L}))?`;

/** Finds dates and clocks in a text. Make a new one for each use of `exec`. */
export const stampsIn = (): RegExp => new RegExp(`(?<!${DIGIT})(?:${DATE}|${CLOCK})(?!${DIGIT})`, 'giu');
/** A text that is a date, a clock or both, and nothing else. */
export const isStamp = (text: string): boolean =>
  new RegExp(`^(?:${DATE}|${CLOCK}|[\\s,，[\\]()]){1,6}$`, 'iu').test(text) && /\d|[\u0660-\u096f]/u.test(text);

/** The value of digits of any of the scripts, and a number written in the digits of another. */
const valueOf = (digits: string): number =>
  Number(
    [...digits].map((digit) => (digit <= '9' ? digit : String((digit.charCodeAt(0) - (digit < '\u0900' ? 0x660 : 0x966)) & 15))).join(''),
  );

function like(digits: string, value: string): string {
  const first = digits.charCodeAt(0);
  const zero = first < 0x660 ? 0x30 : first < 0x6f0 ? 0x660 : first < 0x900 ? 0x6f0 : 0x966;
  return [...value].map((digit) => String.fromCharCode(zero + Number(digit))).join('');
}

/** An invented date or clock in place of one that `stampsIn` has found. What tells day from month stays told, and no more than that. */
export function inventStamp(stamp: string): string {
  const parts = [...stamp.matchAll(new RegExp(`${DIGIT}+`, 'gu'))].map(([digits]) => digits);
  const isClock = new RegExp(`^${CLOCK}$`, 'iu').test(stamp) && parts.every(({ length }) => length <= 2);
  const invented = isClock ? clockLike(parts) : dateLike(parts);
  let n = 0;
  return stamp.replace(new RegExp(`${DIGIT}+`, 'gu'), (digits) => like(digits, invented[n++]!));
}

function clockLike([hours = '', ...rest]: readonly string[]): string[] {
  const hour = valueOf(hours);
  const made = hour > 12 ? '14' : hour > 9 ? '11' : hours.length > 1 ? '09' : '9';
  return [made, ...rest.map(() => '17')];
}

/** Day, month and year in whatever order. A real year is always 2031, of another calendar a year that is none of ours. */
function dateLike(parts: readonly string[]): string[] {
  const year = parts.findIndex(({ length }) => length === 4);
  const others = parts.flatMap((digits, i) => (i === year || (year < 0 && i === 2) ? [] : [{ digits, i, value: valueOf(digits) }]));
  const [a, b] = others;
  const made = parts.map((digits): string => {
    const value = valueOf(digits);
    return digits.length < 4 ? '31' : value < 2009 ? '1399' : value > 2200 ? '2599' : '2031';
  });
  if (!a || !b) return made;
  const isSame = a.value === b.value;
  const write = ({ digits, value, i }: typeof a, small: number): void => {
    made[i] = value > 12 ? '23' : value > 9 ? String(10 + (small & 1)) : digits.length > 1 ? `0${small}` : String(small);
  };
  write(a, 4);
  write(b, isSame ? 4 : 5);
  return made;
}
