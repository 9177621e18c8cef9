// How the rep wants the book of contacts cared for: the settings behind tie, cadence and Today.
import { z } from 'zod';
import { CUSTOMER_TYPES, TIERS } from './kinds';
import { noRates, ratesSchema } from './rates';

export const careDays = z.number().int().min(1).max(1000);
export const careHour = z.number().int().min(0).max(23);
/** A country as ISO 3166 has it, such as `CN`. */
const country = z.string().regex(/^[A-Z]{2}$/);

/** A stage that leads pass through. */
export const stageSchema = z.object({
  id: z.string().regex(/^[\w-]{1,64}$/),
  /** The rep's own; empty for one of the first stages, which the screens have words for. */
  name: z.string().max(60),
  /** The most days a lead should stay; null is any number. */
  days: careDays.nullable(),
  /** Deleted while somebody was in it: it keeps its name for them, and nobody else gets into it. */
  removed: z.boolean().default(false),
});
export type Stage = z.infer<typeof stageSchema>;
export const MOST_STAGES = 20;

export const careSchema = z.object({
  /** Days after which an interaction weighs half (DOMAIN.md §1, strength). */
  halfLife: z.number().int().min(3).max(365),
  /** Which comes first, the relationship or the sale (DOMAIN.md §3). */
  path: z.enum(['nurture', 'convert']),
  /** Days between two contacts, by tag, type and tier; a contact's own goes before them, in this order. */
  cadences: z.object({
    tags: z.record(z.string().max(60), careDays),
    types: z.partialRecord(z.enum(CUSTOMER_TYPES), careDays),
    tiers: z.partialRecord(z.enum(TIERS), careDays),
  }),
  /** How many lines Today asks for; the rest waits without guilt. */
  budget: z.number().int().min(1).max(100),
  /** Days of the week without reminders, 1 is Monday. */
  restDays: z.array(z.number().int().min(1).max(7)).max(6),
  /** Hours without notifications, from the first until before the second; equal means none. */
  quietHours: z.object({ from: careHour, to: careHour }),
  /** The hour of the morning notification; null is none. */
  notifyAt: careHour.nullable(),
  /** Days after a won deal until the after-use check (DOMAIN.md §4). */
  afterUse: careDays,
  /** Lead stages in their order (DOMAIN.md §5). */
  stages: z.array(stageSchema).max(MOST_STAGES),
  /** How many leads one rep can hold at once (DOMAIN.md §5); null is any number. */
  holding: z.number().int().min(1).max(10_000).nullable().default(null),
  /** The rep's own exchange rates: how much of the currency `into` one unit of another is worth. */
  rates: ratesSchema.default(noRates),
  /** Where phone numbers written without a country code belong; null is the country of the browser's language. */
  country: country.nullable().default(null),
  /** After so many months old messages are rolled up (see db/roll-up.ts); null is never. */
  rollUp: z.number().int().min(24).max(120).nullable().default(24),
});
export type Care = z.infer<typeof careSchema>;

/** Names of the first stages are empty: the screens know words for their ids. */
const stage = (id: string, most: number | null): Stage => ({ id, name: '', days: most, removed: false });

export const defaultCare: Care = {
  halfLife: 30,
  path: 'nurture',
  cadences: { tags: {}, types: {}, tiers: { sticky: 30, deep: 45, iron: 30 } },
  budget: 10,
  restDays: [6, 7],
  quietHours: { from: 21, to: 8 },
  notifyAt: null,
  afterUse: 14,
  stages: [stage('lead', 7), stage('contacted', 14), stage('visited', 21), stage('tried', 21), stage('quoted', 14)],
  holding: null,
  rates: noRates,
  country: null,
  rollUp: 24,
};
