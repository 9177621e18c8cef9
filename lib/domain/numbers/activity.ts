// Days with what was counted on them, for the heat map. A day on which no conversation was open and nothing came to light is unknown, not empty.
import { addDays, type Day } from '../day';
import { dayFrom, dayNumber } from '../dates/day-number';
import { weekOf } from '../tie/weeks';
import { countIn } from './months';
import { monthOf, type Month } from './share';
import type { MonthSums } from './sums';

export interface ActiveDay {
  day: Day;
  /** Messages each way; null where nobody looked and nothing is known. */
  in: number | null;
  out: number | null;
  /** How many contacts' conversations were open on it. */
  open: number;
}

/** All days of the last `weeks` weeks up to today, Mondays first. */
export function activeDays(sums: readonly MonthSums[], today: Day, weeks: number): ActiveDay[] {
  const byMonth = new Map<Month, MonthSums>(sums.map((one) => [one.month, one]));
  const first = dayNumber(addDays(weekOf(today), 7 * (1 - weeks)));
  return Array.from({ length: dayNumber(today) - first + 1 }, (_, i) => {
    const day = dayFrom(first + i);
    const one = byMonth.get(monthOf(day));
    const of = (what: 'i' | 'o' | 'w'): number => countIn(one, `${what}:${day.slice(8)}`);
    const isKnown = of('w') + of('i') + of('o') > 0;
    return { day, in: isKnown ? of('i') : null, out: isKnown ? of('o') : null, open: of('w') };
  });
}

/** Four steps of "how much", by the largest count: 0 is none, 4 the most. */
export function heatOf(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0 || most <= 0) return 0;
  return Math.min(4, Math.ceil((4 * Math.log1p(count)) / Math.log1p(most))) as 1 | 2 | 3 | 4;
}
