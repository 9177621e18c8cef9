// Somebody as a file of contacts names them, on the way into the book: the one form in which the readers, the pages and the database speak of it.
import { z } from 'zod';
import { line, day } from '../fields';
import { DATE_KINDS } from '../kinds';
import { contactSchema } from '../records';
import type { Said } from '../said';

/** By what somebody in a file is known to be somebody in the book; a name alone never is enough. */
export const MATCH_KEYS = ['phone', 'email', 'id'] as const;
export type MatchKey = (typeof MATCH_KEYS)[number];

/** What is done with somebody who is in the book already: left as they are, blanks filled, values of the file put over them, or made anew. */
export const KNOWN_WAYS = ['skip', 'fill', 'overwrite', 'create'] as const;
export type KnownWay = (typeof KNOWN_WAYS)[number];

/** How a file is to be brought in. */
export const importChoicesSchema = z.object({
  keys: z.array(z.enum(MATCH_KEYS)).max(MATCH_KEYS.length),
  known: z.enum(KNOWN_WAYS),
  /** Whether those whom the rep deleted come in again. */
  deleted: z.boolean(),
  /** Names of columns that become fields of the rep's own; of the others only fields that are there already are filled. */
  fields: z.array(z.string().trim().min(1).max(60)).max(40),
});
export type ImportChoices = z.infer<typeof importChoicesSchema>;

/** So many people are one part of a file: one message, one transaction, during which popup and panel wait. */
export const PART_PEOPLE = 200;

const incomingDateSchema = z.object({
  kind: z.enum(DATE_KINDS),
  label: line(120),
  calendar: z.enum(['solar', 'lunar']),
  year: z.number().int().min(1900).max(2100).nullable(),
  month: z.number().int().min(1).max(12),
  leapMonth: z.boolean(),
  day: z.number().int().min(1).max(31),
  everyMonths: z.number().int().min(1).max(120).nullable(),
});

const { phones, emails, tags, company, source, bonds, type, cadence, quietUntil } = contactSchema.shape;

/** One person of a file. `ids`: how sites know them; `stage`: the name of a lead stage; `own`: values by the names of fields. */
export const incomingSchema = z.object({
  /** The line or card of the file, from 1. */
  row: z.number().int().min(1).max(1e9),
  name: z.string().trim().min(1).max(200),
  phones: phones.unwrap(),
  emails: emails.unwrap(),
  tags,
  company: company.unwrap(),
  source: source.unwrap(),
  bonds: bonds.unwrap(),
  type: type.unwrap(),
  cadence: cadence.unwrap(),
  quietUntil: quietUntil.unwrap(),
  ids: z
    .array(
      z.object({
        site: line(40).min(1),
        value: line(500).min(1),
        link: z
          .url({ protocol: /^https?$/ })
          .max(2000)
          .nullable(),
      }),
    )
    .max(10),
  note: line(20_000),
  stage: line(60),
  dates: z.array(incomingDateSchema).max(20),
  own: z.record(line(60), line(500)).refine((values) => Object.keys(values).length <= 60),
  addedOn: day.nullable(),
  /** The place in the file (from 0, counting people alone) of an earlier one who is the same person. */
  joins: z.number().int().min(0).nullable(),
});
export type Incoming = z.infer<typeof incomingSchema>;

/** Why somebody of a file stays out for the book's sake, in the words of public/_locales. */
export const BOOK_REASONS = ['intake_never', 'intake_group', 'intake_deleted', 'intake_several'] as const;

const saidSchema: z.ZodType<Said> = z.object({
  word: line(60),
  args: z.array(z.union([line(500), z.number(), z.object({ day }), z.lazy(() => saidSchema)])).max(8),
  count: z.literal(true).optional(),
}) as z.ZodType<Said>;

/** A row that stays out, why, and what the file says in it. */
export const rejectedSchema = z.object({ row: z.number().int().min(0).max(1e9), why: saidSchema, cells: z.array(line(2000)).max(200) });
export type RejectedRow = z.infer<typeof rejectedSchema>;
