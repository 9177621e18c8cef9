// Changes of how the book is cared for: each names only what it changes, so that two screens that change different things at once
// do not overwrite one another.
import { z } from 'zod';
import { careDays, careHour, careSchema, defaultCare, MOST_STAGES, stageSchema, type Care, type Stage } from './care';
import { Failure } from './failure';
import { CUSTOMER_TYPES, TIERS } from './kinds';
import { isClosedStage } from './lead/closed';
import { currencySchema, MOST_RATES, rateSchema } from './rates';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
/** Null takes a cadence away. */
const period = careDays.nullable();
const MOST_TAGS = 100;

/** A stage with other values; one with an id that is not there is new. `before` is the one it comes to stand in front of, null the end. */
const stageChange = stageSchema
  .omit({ removed: true })
  .partial({ name: true, days: true })
  .extend({ removed: z.boolean().optional(), before: stageSchema.shape.id.nullable().optional() });
export type StageChange = z.infer<typeof stageChange>;

export const careChangeSchema = careSchema
  .extend({
    restDays: z.partialRecord(z.enum(WEEKDAYS), z.boolean()),
    quietHours: z.object({ from: careHour, to: careHour }).partial(),
    cadences: z
      .object({
        tags: z.record(z.string().trim().min(1).max(60), period),
        types: z.partialRecord(z.enum(CUSTOMER_TYPES), period),
        tiers: z.partialRecord(z.enum(TIERS), period),
      })
      .partial(),
    stages: z.array(stageChange).max(MOST_STAGES),
    // Without the defaults that a stored record has: what is not named does not change.
    country: careSchema.shape.country.unwrap(),
    rollUp: careSchema.shape.rollUp.unwrap(),
    holding: careSchema.shape.holding.unwrap(),
    /** Null takes a rate away. */
    rates: z.object({ into: currencySchema.nullable(), of: z.record(currencySchema, rateSchema.nullable()) }).partial(),
  })
  .partial();
export type CareChange = z.infer<typeof careChangeSchema>;

/**
 * How the book is cared for after a change. `inUse` holds the stages somebody is in: such a one is kept for them when it is removed.
 * Fails with `invalid` when no day of work, too many stages, tags or rates would be left.
 */
export function changedCare(care: Care, change: CareChange, inUse: ReadonlySet<string>): Care {
  const { restDays = {}, quietHours = {}, cadences = {}, rates = {}, stages, ...others } = change;
  const rests = patched<boolean>(Object.fromEntries(care.restDays.map((day) => [day, true])), restDays, false);
  const { tags = {}, types = {}, tiers = {} } = cadences;
  const fresh = {
    ...care,
    ...others,
    restDays: Object.keys(rests).map(Number),
    quietHours: { ...care.quietHours, ...quietHours },
    cadences: {
      tags: Object.entries(tags).reduce(withTag, care.cadences.tags),
      types: patched<number>(care.cadences.types, types, null),
      tiers: patched<number>(care.cadences.tiers, tiers, null),
    },
    rates: { into: care.rates.into, ...defined(rates), of: patched<string>(care.rates.of, rates.of ?? {}, null) },
    stages: stages ? stages.reduce(withStage, care.stages).filter(({ id, removed }) => !removed || inUse.has(id)) : care.stages,
  } as Care;
  const tooMany =
    Object.keys(fresh.cadences.tags).length > MOST_TAGS ||
    fresh.stages.length > MOST_STAGES ||
    Object.keys(fresh.rates.of).length > MOST_RATES;
  if (tooMany || fresh.restDays.length > 6) throw new Failure('invalid');
  return fresh;
}

/** A table with other values for some keys; `none` takes a key out. */
function patched<T>(
  table: Partial<Record<string, T>>,
  change: Partial<Record<string, T | null>>,
  none: T | null,
): Partial<Record<string, T>> {
  return Object.fromEntries(Object.entries({ ...table, ...change }).filter(([, value]) => value !== none)) as Partial<Record<string, T>>;
}

/** Tags are the same in whatever case. */
function withTag(tags: Record<string, number>, [tag, days]: [string, number | null]): Record<string, number> {
  const others = Object.entries(tags).filter(([one]) => one.toLowerCase() !== tag.toLowerCase());
  return Object.fromEntries(days === null ? others : [...others, [tag, days]]);
}

const FIRST: ReadonlySet<string> = new Set(defaultCare.stages.map(({ id }) => id));

function withStage(stages: readonly Stage[], { before, ...change }: StageChange): Stage[] {
  const old = stages.find(({ id }) => id === change.id);
  // Somebody else has removed it for good meanwhile, or it never was.
  if (!old && change.name === undefined) return [...stages];
  const stage: Stage = { name: '', days: null, removed: false, ...old, ...defined(change) };
  if (isClosedStage(stage.id) || (stage.name.trim() === '' && !FIRST.has(stage.id))) throw new Failure('invalid');
  const next = old ? stages.map((one) => (one === old ? stage : one)) : [...stages, stage];
  if (before === undefined || before === stage.id || (before !== null && !next.some(({ id }) => id === before))) return next;
  const others = next.filter((one) => one !== stage);
  const place = before === null ? others.length : others.findIndex(({ id }) => id === before);
  return others.toSpliced(place, 0, stage);
}

function defined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
