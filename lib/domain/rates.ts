// The rep's own exchange rates: nothing is fetched, and nothing is converted that the rep gave no rate for.
import { z } from 'zod';
import { decimal, divided, SCALE, tenThousandths } from './decimal';

/** ISO 4217. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/);
/** How much of `into` one unit is worth: up to eight places, and more than nothing. */
export const rateSchema = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,8})?$/)
  .refine((text) => /[1-9]/.test(text));
export const MOST_RATES = 30;

export const ratesSchema = z.object({ into: currencySchema.nullable(), of: z.record(currencySchema, rateSchema) });
export type Rates = z.infer<typeof ratesSchema>;
export const noRates: Rates = { into: null, of: {} };

/** Amounts by currency as one amount of the rep's choice; what has no rate is left out, and named. */
export interface Converted {
  currency: string;
  amount: string;
  /** Currencies that are not in it. */
  without: string[];
}

const RATE_SCALE = 100_000_000n;
function rateIn(text: string): bigint {
  const [whole = '0', rest = ''] = text.split('.');
  return BigInt(whole) * RATE_SCALE + BigInt(rest.slice(0, 8).padEnd(8, '0'));
}
/** To the hundredth: more would look more exact than any rate is. */
const HUNDREDTH = SCALE / 100n;

/** By which rates these currencies would be converted: how much of `into` one unit of each is worth. */
export function ratesUsed(currencies: Iterable<string>, { into, of }: Rates): [currency: string, rate: string][] {
  if (into === null) return [];
  return [...new Set(currencies)]
    .sort()
    .flatMap((one): [string, string][] => (one !== into && Object.hasOwn(of, one) ? [[one, of[one]!]] : []));
}

/** Sums of several currencies in the one that the rep chose. Null where nothing was chosen, or nothing has to be converted. */
export function converted(sums: Readonly<Record<string, string>>, { into, of }: Rates): Converted | null {
  const currencies = Object.keys(sums).sort();
  if (into === null || currencies.every((currency) => currency === into)) return null;
  let all = 0n;
  const without: string[] = [];
  for (const currency of currencies) {
    const rate = currency === into ? '1' : Object.hasOwn(of, currency) ? of[currency] : undefined;
    if (rate === undefined) without.push(currency);
    else all += tenThousandths(sums[currency]!) * rateIn(rate);
  }
  if (without.length === currencies.length) return null;
  return { currency: into, amount: decimal(divided(all, RATE_SCALE * HUNDREDTH) * HUNDREDTH), without };
}
