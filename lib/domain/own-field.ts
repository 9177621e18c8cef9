// Fields the rep invents for contacts: what they are, and the form in which their values are kept.
import { z } from 'zod';
import { isDay } from './day';
import { id, line, ms } from './fields';

export const OWN_KINDS = ['text', 'number', 'date', 'yesno', 'choice'] as const;
export type OwnKind = (typeof OWN_KINDS)[number];

/** So many can be in use at a time, and so many options can be offered. */
export const MOST_FIELDS = 40;
export const MOST_OPTIONS = 40;
export const LONGEST_FIELD = 60;
export const LONGEST_VALUE = 500;

/** What a choice offers. A removed one keeps its name for the contacts that have it. */
export const ownOptionSchema = z.object({ id, name: line(LONGEST_FIELD), removed: z.boolean().default(false) });
export type OwnOption = z.infer<typeof ownOptionSchema>;

export const ownFieldSchema = z.object({
  id,
  name: line(LONGEST_FIELD),
  /** Names it had before, the latest first: replies that still say one of them are filled in all the same. */
  was: z.array(line(LONGEST_FIELD)).max(8).default([]),
  /** Never changes: the values would mean something else. */
  kind: z.enum(OWN_KINDS),
  options: z.array(ownOptionSchema).max(100).default([]),
  /** Its place among the others, from the first. */
  place: z.number().int().min(0).max(10_000),
  /** When it was removed; it goes with its values 30 days later. */
  removedAt: ms.nullable().default(null),
  createdAt: ms,
  updatedAt: ms,
});
export type OwnField = z.infer<typeof ownFieldSchema>;

/**
 * The values of a contact, by the field's id, as text: a number as `12.5`, a date as `2026-03-02`, yes and no, of a choice the option's id.
 * What is empty is not there.
 */
export const ownValuesSchema = z.record(id, line(LONGEST_VALUE)).refine((values) => Object.keys(values).length <= 200);
export type OwnValues = z.infer<typeof ownValuesSchema>;

/** Those in use, in their order. */
export const inUse = <F extends OwnField>(fields: readonly F[]): F[] => fields.filter(({ removedAt }) => removedAt === null).sort(byPlace);
export const byPlace = (a: OwnField, b: OwnField): number => a.place - b.place || (a.id < b.id ? -1 : 1);

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
