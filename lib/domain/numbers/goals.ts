// The six sales goals, month by month, beside what the rep wants. DOMAIN.md §7.
import type { Day } from '../day';
import { decimal } from '../decimal';
import type { Amounts } from '../tie/purchases';
import { spreadOf, type Rate, type Spread } from './interval';
import { countIn, countsUnder, lastMonths, moneyUnder } from './months';
import { monthOf, type Month } from './share';
import type { MonthSums } from './sums';

/**
 * New acquaintances, days from opening a deal to winning it, deals won of those that ended, old customers who bought again, people brought
 * by others, customers who left.
 */
export const GOALS = ['new', 'decision', 'confidence', 'repeat', 'referrals', 'churn'] as const;
export type Goal = (typeof GOALS)[number];

/** Wanted in a month; `confidence` is a percentage, `decision` the days that half of the deals take at most, `churn` people at most. */
export type Wanted = Partial<Record<Goal, number>>;

/** Of these, less is better. */
export const isLessBetter = (goal: Goal): boolean => goal === 'decision' || goal === 'churn';

export interface GoalsRow {
  month: Month;
  new: number;
  /** Null where no deal was won. */
  decision: Spread | null;
  confidence: Rate;
  /** People, their orders, and the amounts of these by currency. */
  repeat: { people: number; orders: number; amounts: Amounts };
  referrals: number;
  /** Who left in the month, of the customers there were at its beginning. */
  churn: Rate;
}

/** The last `many` months, the running one so far. Sums in the order of their months. */
export function goalsByMonth(sums: readonly MonthSums[], today: Day, many: number): GoalsRow[] {
  const byMonth = new Map(sums.map((one) => [one.month, one]));
  const shown = lastMonths(sums, today, many);
  let customers = 0;
  const take = (one: MonthSums | undefined): void => {
    customers += countIn(one, 'bought') + until(one, 'back:', today) - until(one, 'left:', today);
  };
  for (const one of sums) if (one.month !== '' && one.month < (shown[0] ?? '')) take(one);
  return shown.map((month) => {
    const one = byMonth.get(month);
    const row: GoalsRow = {
      month,
      new: countIn(one, 'new'),
      decision: spreadOf(new Map(countsUnder(one, 'took:').map(([days, count]) => [Number(days), count]))),
      confidence: { yes: countIn(one, 'won'), of: countIn(one, 'won') + countIn(one, 'lost') },
      repeat: {
        people: countIn(one, 'repeaters'),
        orders: countIn(one, 'repeat'),
        amounts: amountsOf(moneyUnder(one, 'repeat:')),
      },
      referrals: countIn(one, 'brought'),
      churn: { yes: until(one, 'left:', today), of: customers },
    };
    take(one);
    return row;
  });
}

const amountsOf = (sums: readonly (readonly [string, bigint])[]): Amounts =>
  Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, sum]): [string, string] => [currency, decimal(sum)]));

/** What was counted under days of a month, without those that still lie ahead. */
function until(sums: MonthSums | undefined, beginning: string, today: Day): number {
  if (!sums) return 0;
  const last = sums.month < monthOf(today) ? '31' : sums.month > monthOf(today) ? '' : today.slice(8);
  return countsUnder(sums, beginning).reduce((total, [day, count]) => (day <= last ? total + count : total), 0);
}

/** The real value as it is compared with the wanted one; null where nothing is known. */
export function realOf(row: GoalsRow, goal: Goal): number | null {
  if (goal === 'decision') return row.decision?.middle ?? null;
  if (goal === 'confidence') return row.confidence.of === 0 ? null : Math.round((100 * row.confidence.yes) / row.confidence.of);
  if (goal === 'repeat') return row.repeat.people;
  if (goal === 'churn') return row.churn.of === 0 ? null : row.churn.yes;
  return row[goal];
}

/** Whether a wanted value was reached; null where nothing is wanted or nothing known. */
export function isReached(row: GoalsRow, goal: Goal, wanted: Wanted): boolean | null {
  const [real, want] = [realOf(row, goal), wanted[goal]];
  if (real === null || want === undefined) return null;
  return isLessBetter(goal) ? real <= want : real >= want;
}
