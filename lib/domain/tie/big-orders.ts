// What is a big order in this book. DOMAIN.md §2 (major: bought big): big is relative to what the rep sells, and never across currencies.
import type { Deal } from '../tie-records';
import { decimal, tenThousandths } from '../decimal';
import type { Amounts } from './purchases';

/** Fewer won orders of a currency tell nothing about what is big. */
const LEAST = 10;
/** The top tenth is big, if it is at least twice the middle one: where all pay the same price nobody buys big. */
const TOP = 10;
const TIMES = 2n;

/** The amount from which an order is a big one, by currency, from all deals of the book in any order. Currencies without enough orders are left out. */
export function bigFrom(deals: Iterable<Pick<Deal, 'status' | 'amount' | 'currency'>>): Amounts {
  const amounts = new Map<string, bigint[]>();
  for (const { status, amount, currency } of deals) {
    if (status !== 'won' || amount === null || currency === null) continue;
    const list = amounts.get(currency);
    if (list) list.push(tenThousandths(amount));
    else amounts.set(currency, [tenThousandths(amount)]);
  }
  const from: [string, string][] = [];
  for (const [currency, list] of amounts) {
    if (list.length < LEAST) continue;
    list.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const edge = list[list.length - Math.floor(list.length / TOP)]!;
    const middle = list[list.length >> 1]!;
    if (middle > 0n && edge >= TIMES * middle) from.push([currency, decimal(edge)]);
  }
  return Object.fromEntries(from.sort(([a], [b]) => (a < b ? -1 : 1)));
}
