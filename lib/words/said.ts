// What rules have to say, in the language in use.
import type { Said, Value } from '../domain/said';
import type { Day } from '../domain/day';
import { dateInWords } from './dates';
import { t, tn, type WordKey } from './words';

/** The words of something said; its days are told as dates, with the year where it is not this one's. */
export function tell({ word, args, count }: Said, today: Day): string {
  const values = args.map((value) => valueInWords(value, today));
  if (!count) return t(word as WordKey, ...values);
  const [n, ...others] = values;
  return tn(word as Parameters<typeof tn>[0], Number(n), ...others);
}

function valueInWords(value: Value, today: Day): string | number {
  if (typeof value !== 'object') return value;
  return 'day' in value ? dateInWords(value.day, today) : tell(value, today);
}
