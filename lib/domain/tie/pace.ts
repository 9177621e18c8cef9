// How often two people are in touch now, against how often they usually are. DOMAIN.md §1 (change: warming, cooling).
import type { Day } from '../day';
import type { DayCount } from '../interaction';
import { dayNumber } from '../workdays';
import { weight } from './pulse';

/**
 * Active days each way as two decayed sums as of the day `on`: of late (half-life `span` days) and usually (six times as long).
 * Days are counted, not messages: one long evening is no warming.
 */
export interface Pace {
  on: Day;
  first: Day;
  span: number;
  late: { in: number; out: number };
  usual: { in: number; out: number };
}

/** How many times longer the usual is than of late. */
const LONGER = 6;
/** Of late are about two of the contact's own gaps, so a quarter's customer is not cooling after a month. */
const GAPS = 2;
const SHORTEST = 7;
const LONGEST = 120;

/** The pace of one contact from its days in any order; null without a rhythm. */
export function paceOf(days: readonly DayCount[], rhythm: number | null): Pace | null {
  if (rhythm === null) return null;
  const span = Math.min(LONGEST, Math.max(SHORTEST, GAPS * rhythm));
  const sides = { in: new Set<number>(), out: new Set<number>() };
  let first: Day | null = null;
  let on: Day | null = null;
  for (const row of days) {
    if (row.in > 0) sides.in.add(dayNumber(row.day));
    if (row.out > 0) sides.out.add(dayNumber(row.day));
    if (row.in + row.out === 0) continue;
    if (first === null || row.day < first) first = row.day;
    if (on === null || row.day > on) on = row.day;
  }
  if (first === null || on === null) return null;
  const last = dayNumber(on);
  const sum = (active: ReadonlySet<number>, halfLife: number): number => {
    let total = 0;
    for (const day of [...active].sort((a, b) => a - b)) total += weight(last - day, halfLife);
    return Math.round(total * 10_000) / 10_000;
  };
  return {
    on,
    first,
    span,
    late: { in: sum(sides.in, span), out: sum(sides.out, span) },
    usual: { in: sum(sides.in, span * LONGER), out: sum(sides.out, span * LONGER) },
  };
}

/** Active days per day of each side on a day: of late and usually. What is shorter known than it reaches back weighs by what is known. */
export function ratesAt({ on, first, span, late, usual }: Pace, day: Day): { late: Rates; usual: Rates } {
  const since = Math.max(0, dayNumber(day) - dayNumber(on));
  const age = Math.max(0, dayNumber(day) - dayNumber(first));
  const rate = (sums: Rates, halfLife: number): Rates => {
    const known = (1 - weight(age + 1, halfLife)) / (1 - weight(1, halfLife));
    const share = weight(since, halfLife) / known;
    return { in: sums.in * share, out: sums.out * share };
  };
  return { late: rate(late, span), usual: rate(usual, span * LONGER) };
}

/** Something per day, each way. */
export interface Rates {
  in: number;
  out: number;
}
