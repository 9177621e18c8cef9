// Strength as two numbers that fade. DOMAIN.md §1 (strength): interactions with exponential decay.
import type { Day } from '../day';
import type { DayCount } from '../interaction';
import { dayNumber } from '../workdays';

/** What was counted each way, each interaction weighing half after every half-life, summed up as of the day `on`. */
export interface Pulse {
  /** The last day with an interaction. */
  on: Day;
  in: number;
  out: number;
}

/** What is kept of a sum: 1/10,000 of an interaction is nothing, and short numbers are small rows. */
const kept = (sum: number): number => Math.round(sum * 10_000) / 10_000;

/** Weight of what lies `days` back. */
export const weight = (days: number, halfLife: number): number => 2 ** (-days / halfLife);

/**
 * The pulse of one contact, from its days in any order (several rows of one day add up); null when nothing was counted on any day.
 * `halfLife` in days.
 */
export function pulseOf(days: readonly DayCount[], halfLife: number): Pulse | null {
  const active = days.filter((row) => row.in + row.out > 0).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const on = active.at(-1)?.day;
  if (on === undefined) return null;
  const last = dayNumber(on);
  const sum = { in: 0, out: 0 };
  for (const row of active) {
    const share = weight(last - dayNumber(row.day), halfLife);
    sum.in += row.in * share;
    sum.out += row.out * share;
  }
  return { on, in: kept(sum.in), out: kept(sum.out) };
}

/** What is left of a pulse on a later day; nothing fades before the day of the pulse itself, so a clock turned back adds nothing. */
export function pulseAt(pulse: Pulse | null, day: Day, halfLife: number): { in: number; out: number } {
  if (pulse === null) return { in: 0, out: 0 };
  const share = weight(Math.max(0, dayNumber(day) - dayNumber(pulse.on)), halfLife);
  return { in: pulse.in * share, out: pulse.out * share };
}
