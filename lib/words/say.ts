// What rules have to say, in the words of the language in use.
import type { Day } from '../domain/day';
import type { Said, Value } from '../domain/said';
import { dayInWords } from './dates';
import { t, tn, type WordKey } from './words';

/** The words of something said. Days are told from `today`. */
export function say({ word, args, count }: Said, today: Day): string {
  const values = args.map((value) => valueInWords(value, today));
  if (!count) return t(word as WordKey, ...values);
  const [, ...rest] = values;
  return tn(word as Parameters<typeof tn>[0], Number(args[0]), ...rest);
}

function valueInWords(value: Value, today: Day): string | number {
  if (typeof value !== 'object') return value;
  return 'day' in value ? dayInWords(value.day, today) : say(value, today);
}
