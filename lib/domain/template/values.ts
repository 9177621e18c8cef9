// What is known of the person and the moment when a reply is filled in.
import { z } from 'zod';
import { day, line } from '../fields';
import { CUSTOMER_TYPES, DATE_KINDS, TIERS } from '../kinds';

/** What a field the rep invented says, so that it can be told in the language of a template. */
const ownValueSchema = z.union([z.object({ text: line(500) }), z.object({ on: day }), z.object({ yes: z.boolean() })]);
export type OwnValue = z.infer<typeof ownValueSchema>;

export const valuesSchema = z.object({
  /** The display name; null for a group, or where it is unclear who this is. */
  name: line(200).nullable(),
  company: line(200),
  /** What the rep promised next: the reason of the open follow-up. */
  promise: line(500),
  /** The key date that comes next. `label` is what the rep calls it. */
  date: z.object({ on: day, kind: z.enum(DATE_KINDS), label: line(120) }).nullable(),
  /** Null where they are not known: a stranger, or not reckoned yet. */
  type: z.enum(CUSTOMER_TYPES).nullable(),
  tier: z.enum(TIERS).nullable(),
  /** Every word for the stage: its id, and what the rep calls it. Empty is no lead. */
  stage: z.array(line(64)).max(3),
  tags: z.array(line(60)).max(200),
  /** Fields the rep invented, by their name in its plain form (see plainWord); null where nothing is known. */
  own: z.array(z.object({ name: line(120), value: ownValueSchema.nullable() })).max(1000),
  today: day,
  /** 0–23. */
  hour: z.number().int().min(0).max(23),
  /** Of templates that say no language. */
  language: z.enum(['en', 'zh']),
  /** BCP 47, of the rep's browser: which English, which Chinese. */
  locale: line(40),
});
export type Values = z.infer<typeof valuesSchema>;
