// Records of what moves a relationship: deals, facts, key dates, the rep's own marks, and who is one person with whom.
import { z } from 'zod';
import { day, id, line, ms } from './fields';
import { DATE_KINDS, FACT_KINDS } from './kinds';
import { ownValuesSchema } from './own-field';
import { aboutSchema } from './records';

const decimal = z.string().regex(/^\d{1,12}(\.\d{1,4})?$/);

/** One thing that is sold: so many of it, at a price each. */
export const dealLineSchema = z.object({ item: line(200), quantity: decimal, price: decimal });
export type DealLine = z.infer<typeof dealLineSchema>;
export const MOST_LINES = 50;

/** A deal or order. An amount is a decimal number in words of digits, so that no sum is off by a cent. */
export const dealSchema = z.object({
  id,
  contactId: id,
  item: line(200),
  /** What it consists of, where that was put down; the amount is the sum of these then, see deal-lines.ts. */
  lines: z.array(dealLineSchema).max(MOST_LINES).default([]),
  amount: decimal.nullable(),
  /** ISO 4217. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  status: z.enum(['open', 'won', 'lost']),
  /** When it began, and when it was won or lost. */
  openedOn: day,
  closedOn: day.nullable(),
  paidOn: day.nullable(),
  lostReason: line(200),
  createdAt: ms,
  updatedAt: ms,
});
export type Deal = z.infer<typeof dealSchema>;

/** Something that happened or was said and that moves type or tier (DOMAIN.md §2, §3). */
export const factSchema = z.object({
  id,
  contactId: id,
  kind: z.enum(FACT_KINDS),
  on: day,
  text: line(500),
  /** Of an `nps`: 0 to 10. */
  score: z.number().int().min(0).max(10).nullable(),
  /** Of a `referral`: the contact that was brought. */
  other: id.nullable(),
  createdAt: ms,
  updatedAt: ms,
});
export type Fact = z.infer<typeof factSchema>;

/** A date of life or business to be reminded of (DOMAIN.md §6 B). */
export const keyDateSchema = z.object({
  id,
  contactId: id,
  kind: z.enum(DATE_KINDS),
  label: line(120),
  calendar: z.enum(['solar', 'lunar']),
  /** The first occurrence's year, in the lunar calendar that of its new year; null when nobody knows it. */
  year: z.number().int().min(1900).max(2100).nullable(),
  month: z.number().int().min(1).max(12),
  /** The leap month of this number, lunar only. */
  leapMonth: z.boolean(),
  day: z.number().int().min(1).max(31),
  /** Comes again after so many months; 12 is yearly, null is once. */
  everyMonths: z.number().int().min(1).max(120).nullable(),
  /** Reminded so many days ahead. */
  leads: z.array(z.number().int().min(0).max(365)).max(5),
  /** Supposed from what was said ("should have bought a car by now"), not told. */
  inferred: z.boolean(),
  createdAt: ms,
  updatedAt: ms,
});
export type KeyDate = z.infer<typeof keyDateSchema>;

/** What the rep did with a line of Today that has no record of its own. `id` is the line's key, see agenda/. */
export const handledSchema = z.object({
  id: z.string().min(1).max(200),
  contactId: id,
  status: z.enum(['open', 'done', 'skipped']),
  /** Waits until this day. */
  until: day.nullable(),
  pinned: z.boolean(),
  /** Why it was skipped. */
  reason: line(200),
  on: day,
  createdAt: ms,
  updatedAt: ms,
});
export type Handled = z.infer<typeof handledSchema>;

/** Something the rep changed about the tie by hand, kept as its history. */
export const markSchema = z.object({
  id,
  contactId: id,
  what: z.enum(['bonds', 'type', 'stage']),
  from: line(200),
  to: line(200),
  on: day,
  createdAt: ms,
  updatedAt: ms,
});
export type Mark = z.infer<typeof markSchema>;

/**
 * One step of a contact from stage to stage, type to type or tier to tier: what the board and the numbers are made of. A stage is moved by
 * the rep and is written with that act; type and tier move by what is known, and are written when it is noticed (see db/moves.ts).
 */
export const moveSchema = z.object({
  /** Of a type or tier it joins contact, what and day: a day has one move of each, from where the day began to where it ended. */
  id: z.string().min(1).max(100),
  contactId: id,
  what: z.enum(['stage', 'type', 'tier']),
  /** A stage's id, a type or a tier; null is no stage. */
  from: line(64).nullable(),
  to: line(64).nullable(),
  /** The rep's local day. */
  day,
  createdAt: ms,
  updatedAt: ms,
});
export type Move = z.infer<typeof moveSchema>;

/** What a merged contact gave to the one it went into, beside rows: of lists what was new there, of other fields what was empty. */
export const broughtSchema = aboutSchema.extend({
  tags: z.array(line(60)).max(100).optional(),
  stageSince: day.nullable().optional(),
  own: ownValuesSchema.optional(),
});
export type Brought = z.infer<typeof broughtSchema>;

/** Two contacts made one: what came from the other, so that they can be split again at any time. */
export const mergeSchema = z.object({
  id,
  /** The one that stays; it may have been merged further since. */
  into: id,
  /** The one that is hidden; a contact is merged into one other at a time. */
  from: id,
  /** Rows that were its own, by table; `referrals` are facts that name it. What others had brought to it stays in their merges. */
  moved: z.record(line(40), z.array(z.string().max(200)).max(100_000)),
  /** Open follow-ups that gave way to those of the other one. */
  replaced: z.array(id).max(1000).default([]),
  brought: broughtSchema.default({}),
  createdAt: ms,
  updatedAt: ms,
});
export type Merge = z.infer<typeof mergeSchema>;

/** Two contacts of whom the rep said that they are not the same person. `id` joins both ids, the smaller first. */
export const apartSchema = z.object({ id: z.string().max(140), a: id, b: id, createdAt: ms });
export type Apart = z.infer<typeof apartSchema>;
