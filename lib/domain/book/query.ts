// What is asked of the book: who is looked for, who is left out, and in which order.
import { z } from 'zod';
import { id, line } from '../fields';
import { CUSTOMER_TYPES, NURTURES, TIERS } from '../kinds';
import { SORTS } from './first-query';

const days = z.number().int().min(0).max(3660).nullable();

/** Within one list any of its words will do, and a contact has to pass all of them; an empty list lets everybody pass. */
export const filterSchema = z.object({
  tags: z.array(line(60)).max(20),
  types: z.array(z.enum(CUSTOMER_TYPES)).max(9),
  tiers: z.array(z.enum(TIERS)).max(4),
  stages: z.array(id).max(30),
  sites: z.array(line(40)).max(30),
  sources: z.array(line(60)).max(20).default([]),
  nurtures: z.array(z.enum(NURTURES)).max(5).default([]),
  /** Longer in the stage than it should be. */
  over: z.boolean().default(false),
  cooling: z.boolean(),
  /** No open follow-up. */
  noNext: z.boolean(),
  /** A follow-up or a key date comes within so many days, or is overdue. */
  within: days,
  /** Nothing was seen for so many days. */
  silent: days,
});
export type BookFilter = z.infer<typeof filterSchema>;

export const querySchema = z.object({
  words: z.string().max(200),
  filter: filterSchema,
  sort: z.enum(SORTS),
  /** The largest, latest, strongest first; who has none of it comes last either way. */
  down: z.boolean(),
});
export type BookQuery = z.infer<typeof querySchema>;
