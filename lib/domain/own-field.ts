// The records of fields the rep invents for contacts, and of their values.
import { z } from 'zod';
import { id, line, ms } from './fields';
import { LONGEST_FIELD, LONGEST_VALUE, OWN_KINDS } from './own-value';

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
