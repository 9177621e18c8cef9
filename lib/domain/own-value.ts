// Rules of the fields the rep invents, without the schemas: screens use them, too.
import { isDay } from './day';
import type { OwnField } from './own-field';
import { plainWord } from './template/fields';

export const OWN_KINDS = ['text', 'number', 'date', 'yesno', 'choice'] as const;
export type OwnKind = (typeof OWN_KINDS)[number];

/** So many can be in use at a time, and so many options can be offered. */
export const MOST_FIELDS = 40;
export const MOST_OPTIONS = 40;
export const LONGEST_FIELD = 60;
export const LONGEST_VALUE = 500;

type Placed = Pick<OwnField, 'id' | 'name' | 'place' | 'removedAt'>;

/** Those in use, in their order. */
export const inUse = <F extends Placed>(fields: readonly F[]): F[] => fields.filter(({ removedAt }) => removedAt === null).sort(byPlace);
export const byPlace = (a: Placed, b: Placed): number => a.place - b.place || (a.id < b.id ? -1 : 1);

/** What was typed or chosen, in the form in which it is kept; empty takes the value away, null is none of the field's. */
export function readOwnValue({ kind, options }: Pick<OwnField, 'kind' | 'options'>, given: string): string | null {
  const text = given.replace(/\s+/g, ' ').trim();
  if (text === '') return '';
  if (text.length > LONGEST_VALUE) return null;
  if (kind === 'text') return text;
  if (kind === 'number') return readNumber(text);
  if (kind === 'date') return isDay(text) ? text : null;
  if (kind === 'yesno') return text === 'yes' || text === 'no' ? text : null;
  return options.some((option) => option.id === text && !option.removed) ? text : null;
}

/** A number as people type it: `1,200`, `3,5`, `１２`. */
function readNumber(text: string): string | null {
  let plain = text.normalize('NFKC').replace(/\s/g, '').replace('−', '-');
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replaceAll(',', '');
  const match = /^([+-]?)0*(\d{1,15})(?:[.,](\d{1,10}))?$/.exec(plain);
  if (!match) return null;
  const [, sign, whole, part = ''] = match;
  const rest = part.replace(/0+$/, '');
  const number = rest === '' ? whole! : `${whole}.${rest}`;
  return sign === '-' && number !== '0' ? `-${number}` : number;
}

/** What is wrong with a name, or null. Braces and signs of the language would make it one that no template can say. */
export function wrongFieldName(fields: readonly Placed[], own: string | null, name: string): 'empty' | 'sign' | 'taken' | null {
  const plain = plainWord(name);
  if (plain === '') return 'empty';
  if (/[{}｛｝|｜=＝!！\\]|\p{Cc}/u.test(name)) return 'sign';
  return inUse(fields).some((field) => field.id !== own && plainWord(field.name) === plain) ? 'taken' : null;
}
