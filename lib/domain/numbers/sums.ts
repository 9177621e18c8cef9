// Sums of shares by month, and what a changed share changes about them.
import type { Month, Share, Tally } from './share';

/** The sums of one month. */
export interface MonthSums extends Tally {
  month: Month;
}

/** By month, what has to be added to the sums when these shares take the place of those. Months that stay as they were are missing. */
export function difference(before: readonly Share[], after: readonly Share[]): Map<Month, Tally> {
  const changed = new Map<Month, Tally>();
  for (const share of before) add(changed, share, -1);
  for (const share of after) add(changed, share, 1);
  for (const [month, { counts, money }] of changed) {
    prune(counts, 0);
    prune(money, '0');
    if (Object.keys(counts).length + Object.keys(money).length === 0) changed.delete(month);
  }
  return changed;
}

/** The sums of a month with a difference added; null when nothing is left of them. */
export function added(sums: MonthSums | undefined, month: Month, change: Tally): MonthSums | null {
  const next = new Map([[month, { counts: { ...sums?.counts }, money: { ...sums?.money } }]]);
  add(next, { [month]: change }, 1);
  const { counts, money } = next.get(month)!;
  prune(counts, 0);
  prune(money, '0');
  return Object.keys(counts).length + Object.keys(money).length === 0 ? null : { month, counts, money };
}

/** Several shares as one, without those that went. */
export const together = (shares: readonly Share[], gone: readonly Share[] = []): Share => Object.fromEntries(difference(gone, shares));

function add(sums: Map<Month, Tally>, share: Share, times: 1 | -1): void {
  for (const [month, { counts, money }] of Object.entries(share)) {
    let sum = sums.get(month);
    if (!sum) sums.set(month, (sum = { counts: {}, money: {} }));
    for (const name in counts) sum.counts[name] = (sum.counts[name] ?? 0) + times * counts[name]!;
    for (const name in money) sum.money[name] = String(BigInt(sum.money[name] ?? '0') + BigInt(times) * BigInt(money[name]!));
  }
}

function prune<T>(record: Record<string, T>, nothing: T): void {
  for (const name of Object.keys(record)) if (record[name] === nothing) delete record[name];
}

/** The sums of all shares, worked out at once, the oldest month first. */
export function sumsOf(shares: readonly Share[]): MonthSums[] {
  return [...difference([], shares)].map(([month, tally]) => ({ month, ...tally })).sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** Sums in the order of their months, all before a month as one: for what adds up over the years. Which days they were is left out. */
export function foldedBefore(sums: readonly MonthSums[], month: Month): MonthSums[] {
  const isOld = (one: MonthSums): boolean => one.month !== '' && one.month < month;
  const old = sums.filter(isOld);
  if (old.length <= 1) return [...sums];
  const total: Tally = { counts: {}, money: {} };
  const all = new Map([['', total]]);
  for (const { counts, money } of old) add(all, { '': { counts: withoutDays(counts), money } }, 1);
  const rest = sums.filter((one) => !isOld(one));
  const at = rest.findIndex((one) => one.month !== '');
  rest.splice(at < 0 ? rest.length : at, 0, { month: old[old.length - 1]!.month, ...total });
  return rest;
}

const withoutDays = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([name]) => !/^[iow]:/.test(name)));
