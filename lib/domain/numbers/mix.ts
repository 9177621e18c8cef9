// From which channels contacts come and how large customers are, beside the shares that the rep wants. DOMAIN.md §5 (source, mix).
import { intervalOf, type Interval } from './interval';
import { addTo, countsUnder } from './months';
import type { Month } from './share';
import { stepFrom } from './size';
import type { MonthSums } from './sums';

export const SIZES = ['small', 'medium', 'large'] as const;
export type Size = (typeof SIZES)[number];

/** Wanted shares in percent, by channel and by size; and the steps (size.ts) from which on a customer is medium and large, by currency. */
export interface Mix {
  sources: Readonly<Record<string, number>>;
  sizes: Partial<Record<Size, number>>;
  bounds: Readonly<Record<string, { medium: number; large: number }>>;
}
/** 1,000 and 10,000 of a currency. */
export const FIRST_BOUNDS = { medium: 10, large: 13 } as const;

export interface MixRow<T> {
  what: T;
  many: number;
  /** Of all whose channel or size is known. */
  real: Interval | null;
  /** In percent; null where the rep said nothing. */
  wanted: number | null;
}
export type SourceRow = MixRow<string> & {
  /** Of those who came by it, who bought. */
  buyers: number;
};

/** Channels of the contacts that were added from one month to another, the most frequent first; and those that are wanted and brought nobody. */
export function sourcesOf(sums: readonly MonthSums[], from: Month, to: Month, wanted: Mix['sources']): SourceRow[] {
  const [came, bought] = [new Map<string, number>(), new Map<string, number>()];
  for (const one of sums) {
    if (one.month < from || one.month > to) continue;
    for (const [source, count] of countsUnder(one, 'source:')) addTo(came, source, count);
    for (const [source, count] of countsUnder(one, 'buyers:')) addTo(bought, source, count);
  }
  const total = [...came.values()].reduce((sum, many) => sum + many, 0);
  const names = new Set([...came.keys(), ...bought.keys(), ...Object.keys(wanted)]);
  return [...names]
    .map((what) => {
      const many = came.get(what) ?? 0;
      return { what, many, buyers: bought.get(what) ?? 0, real: intervalOf({ yes: many, of: total }), wanted: wantedOf(wanted, what) };
    })
    .sort((a, b) => b.many - a.many || (a.what < b.what ? -1 : 1));
}

/** Sizes of all customers, by the currency of their orders: whoever paid in two is in both, for nothing is summed across. */
export function sizesOf(sums: readonly MonthSums[], mix: Mix): { currency: string; medium: number; large: number; rows: MixRow<Size>[] }[] {
  const undated = sums.find(({ month }) => month === '');
  const steps = new Map<string, [step: number, count: number][]>();
  for (const [name, count] of countsUnder(undated, 'size:')) {
    const [currency = '', at = '0'] = name.split(':');
    steps.set(currency, [...(steps.get(currency) ?? []), [Number(at), count]]);
  }
  return [...steps]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, all]) => {
      const { medium, large } = Object.hasOwn(mix.bounds, currency) ? mix.bounds[currency]! : FIRST_BOUNDS;
      const many = { small: 0, medium: 0, large: 0 };
      for (const [at, count] of all) many[at >= large ? 'large' : at >= medium ? 'medium' : 'small'] += count;
      const total = many.small + many.medium + many.large;
      const rows = SIZES.map((what) => ({
        what,
        many: many[what],
        real: intervalOf({ yes: many[what], of: total }),
        wanted: mix.sizes[what] ?? null,
      }));
      return { currency, medium, large, rows };
    });
}

/** The bounds that can be chosen, in whole units of the currency. */
export const boundsToChoose = (): { step: number; from: bigint }[] =>
  Array.from({ length: 24 }, (_, i) => ({ step: i + 4, from: stepFrom(i + 4) }));

const wantedOf = (wanted: Readonly<Record<string, number>>, name: string): number | null =>
  Object.hasOwn(wanted, name) ? wanted[name]! : null;
