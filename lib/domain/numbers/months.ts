// Months in a row, and what the sums say of them.
import type { Day } from '../day';
import { monthOf, type Month } from './share';
import type { MonthSums } from './sums';

/** The month so many months later, or earlier. */
export function addMonths(month: Month, many: number): Month {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + many;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** The last `many` months, the running one last, but none before anything is known. */
export function lastMonths(sums: readonly MonthSums[], today: Day, many: number): Month[] {
  const now = monthOf(today);
  const first = sums.find(({ month }) => month !== '' && month <= now)?.month ?? now;
  const months = Array.from({ length: many }, (_, i) => addMonths(now, i + 1 - many));
  return months.filter((month) => month >= first);
}

/** What was counted under a name in a month. */
export const countIn = (sums: MonthSums | undefined, name: string): number => sums?.counts[name] ?? 0;

/** Whatever was counted under names that begin so: the rest of the name, and the count. */
export function countsUnder(sums: MonthSums | undefined, beginning: string): [rest: string, count: number][] {
  return Object.entries(sums?.counts ?? {}).flatMap(([name, count]) =>
    name.startsWith(beginning) ? [[name.slice(beginning.length), count] as [string, number]] : [],
  );
}

/** Amounts under names that begin so, by currency, in ten-thousandths. */
export function moneyUnder(sums: MonthSums | undefined, beginning: string): [currency: string, sum: bigint][] {
  return Object.entries(sums?.money ?? {}).flatMap(([name, sum]) =>
    name.startsWith(beginning) ? [[name.slice(beginning.length), BigInt(sum)] as [string, bigint]] : [],
  );
}

/** Adds to what stands under a key. */
export function addTo<K>(map: Map<K, number>, key: K, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by);
}
