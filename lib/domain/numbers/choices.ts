// What the rep wants of the numbers: goals of a month, and the mix of channels and sizes. Kept with the settings.
import { z } from 'zod';
import { line } from '../fields';
import { GOALS, wantedSchema } from './goals';
import { mixSchema, percent, SIZES, step } from './mix';

export const numbersChoicesSchema = z.object({ wanted: wantedSchema, mix: mixSchema });
export type NumbersChoices = z.infer<typeof numbersChoicesSchema>;
export const defaultNumbersChoices: NumbersChoices = { wanted: {}, mix: { sources: {}, sizes: {}, bounds: {} } };

/** One change, so that two screens do not take each other's away; null wants nothing any more. */
export const numbersChangeSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('goal'), goal: z.enum(GOALS), value: z.number().int().min(0).max(100_000).nullable() }),
  z.object({ what: z.literal('source'), source: line(60).refine((name) => name.trim() !== ''), percent: percent.nullable() }),
  z.object({ what: z.literal('size'), size: z.enum(SIZES), percent: percent.nullable() }),
  z.object({ what: z.literal('bounds'), currency: z.string().regex(/^([A-Z]{3})?$/), medium: step, large: step }),
]);
export type NumbersChange = z.infer<typeof numbersChangeSchema>;

/** So many channels can have a wanted share. */
const MOST_SOURCES = 100;

/** What is kept after a change. Bounds that are the wrong way round become one and the same. */
export function changedNumbers({ wanted, mix }: NumbersChoices, change: NumbersChange): NumbersChoices {
  if (change.what === 'goal') return { wanted: set(wanted, change.goal, change.value), mix };
  if (change.what === 'size') return { wanted, mix: { ...mix, sizes: set(mix.sizes, change.size, change.percent) } };
  if (change.what === 'source') {
    const sources = set(mix.sources, change.source.trim(), change.percent);
    return { wanted, mix: { ...mix, sources: Object.fromEntries(Object.entries(sources).slice(-MOST_SOURCES)) } };
  }
  const { currency, medium, large } = change;
  return { wanted, mix: { ...mix, bounds: { ...mix.bounds, [currency]: { medium, large: Math.max(medium, large) } } } };
}

/** A channel may be called like anything, `__proto__` too: entries, and no assignment. */
function set<T extends Readonly<Record<string, number>>>(record: T, name: string, value: number | null): T {
  const others = Object.entries(record).filter(([key]) => key !== name);
  return Object.fromEntries(value === null ? others : [...others, [name, value]]) as unknown as T;
}
