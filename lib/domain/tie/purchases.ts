// What was bought, in sums that never mix currencies. DOMAIN.md §2 (bought, bought again, bought big), §3 (average order value).
import type { Day } from '../day';
import { decimal, tenThousandths } from '../decimal';
import type { Deal } from '../tie-records';

/** Decimal numbers in words of digits by currency (ISO 4217); the empty string is a currency nobody noted. */
export type Amounts = Readonly<Record<string, string>>;

/** The won deals of one contact. */
export interface Purchases {
  /** How many orders, and on how many days: two orders of one day are one purchase. */
  orders: number;
  days: number;
  first: Day;
  last: Day;
  sums: Amounts;
  /** How many orders had an amount, by currency. */
  priced: Readonly<Record<string, number>>;
  largest: Amounts;
}

/** The day on which a deal was won; null for every other one. */
export const wonOn = (deal: Pick<Deal, 'status' | 'openedOn' | 'closedOn'>): Day | null =>
  deal.status === 'won' ? (deal.closedOn ?? deal.openedOn) : null;

/** Sums up the won ones of a contact's deals, in any order; null when nothing was bought. */
export function purchasesOf(deals: readonly Deal[]): Purchases | null {
  const days = new Set<Day>();
  const sums = new Map<string, bigint>();
  const largest = new Map<string, bigint>();
  const priced = new Map<string, number>();
  let orders = 0;
  for (const deal of deals) {
    const day = wonOn(deal);
    if (day === null) continue;
    orders += 1;
    days.add(day);
    if (deal.amount === null) continue;
    const currency = deal.currency ?? '';
    const amount = tenThousandths(deal.amount);
    sums.set(currency, (sums.get(currency) ?? 0n) + amount);
    priced.set(currency, (priced.get(currency) ?? 0) + 1);
    if (amount > (largest.get(currency) ?? -1n)) largest.set(currency, amount);
  }
  if (orders === 0) return null;
  const sorted = [...days].sort();
  return {
    orders,
    days: days.size,
    first: sorted[0]!,
    last: sorted.at(-1)!,
    sums: inDigits(sums),
    priced: Object.fromEntries([...priced].sort(byName)),
    largest: inDigits(largest),
  };
}

const byName = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : 1);
const inDigits = (sums: ReadonlyMap<string, bigint>): Amounts =>
  Object.fromEntries([...sums].sort(byName).map(([currency, sum]) => [currency, decimal(sum)]));

/** The sums of the open deals, by currency. */
export function openSums(deals: readonly Deal[]): Amounts {
  const sums = new Map<string, bigint>();
  for (const { status, amount, currency } of deals) {
    if (status !== 'open' || amount === null) continue;
    sums.set(currency ?? '', (sums.get(currency ?? '') ?? 0n) + tenThousandths(amount));
  }
  return inDigits(sums);
}
