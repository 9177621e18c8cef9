// What the rep wants of the numbers: goals of a month, and the mix of channels and sizes. Kept with the settings.
import { z } from 'zod';
import { line } from '../fields';
import { GOALS } from './goals';
import { SIZES } from './mix';

const wanted = z.number().int().min(0).max(100_000);
const percent = z.number().int().min(0).max(100);
const step = z.number().int().min(1).max(42);
const currency = z.string().regex(/^([A-Z]{3})?$/);

/** See goals.ts and mix.ts, which screens need without these checks. */
export const numbersChoicesSchema = z.object({
  wanted: z.partialRecord(z.enum(GOALS), wanted),
  mix: z.object({
    sources: z.record(line(60), percent),
    sizes: z.partialRecord(z.enum(SIZES), percent),
    bounds: z.record(currency, z.object({ medium: step, large: step })),
  }),
});
export type NumbersChoices = z.infer<typeof numbersChoicesSchema>;
export const defaultNumbersChoices: NumbersChoices = { wanted: {}, mix: { sources: {}, sizes: {}, bounds: {} } };

/** One change, so that two screens do not take each other's away; null wants nothing any more. */
export const numbersChangeSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('goal'), goal: z.enum(GOALS), value: wanted.nullable() }),
  z.object({ what: z.literal('source'), source: line(60).refine((name) => name.trim() !== ''), percent: percent.nullable() }),
  z.object({ what: z.literal('size'), size: z.enum(SIZES), percent: percent.nullable() }),
  z.object({ what: z.literal('bounds'), currency, medium: step, large: step }),
]);
export type NumbersChange = z.infer<typeof numbersChangeSchema>;

/** So many channels can have a wanted share. */
const MOST_SOURCES = 100;

/** What is kept after a change. Bounds that are the wrong way round become one and the same. */
export function changedNumbers({ wanted: goals, mix }: NumbersChoices, change: NumbersChange): NumbersChoices {
  if (change.what === 'goal') return { wanted: set(goals, change.goal, change.value), mix };
  if (change.what === 'size') return { wanted: goals, mix: { ...mix, sizes: set(mix.sizes, change.size, change.percent) } };
  if (change.what === 'source') {
    const sources = set(mix.sources, change.source.trim(), change.percent);
    return { wanted: goals, mix: { ...mix, sources: Object.fromEntries(Object.entries(sources).slice(-MOST_SOURCES)) } };
  }
  const { medium, large } = change;
  return { wanted: goals, mix: { ...mix, bounds: { ...mix.bounds, [change.currency]: { medium, large: Math.max(medium, large) } } } };
}

/** A channel may be called like anything, `__proto__` too: entries, and no assignment. */
function set<T extends Readonly<Record<string, number>>>(record: T, name: string, value: number | null): T {
  const others = Object.entries(record).filter(([key]) => key !== name);
  return Object.fromEntries(value === null ? others : [...others, [name, value]]) as unknown as T;
}
