// Restraint: who does not answer is let be, and rest is rest. DOMAIN.md §1 (one-way ties), §6 (care is not advertising).
import type { Care } from '../care';
import type { Day } from '../day';
import { dayNumber } from '../dates/day-number';
import { weekdayOf } from '../workdays';

/** Unanswered attempts after which care weighs half, and after which the contact is let be. */
export const HALVED_AFTER = 2;
export const RESTS_AFTER = 3;

/** Days between attempts where no cadence is set. */
export const REST_PERIOD = 30;

/** Of a contact: unanswered attempts (days on which the rep wrote since they did), the last one, and the quiet time. */
export interface Guarded {
  unanswered: number;
  lastTry: Day | null;
  quietUntil: Day | null;
}

export type Guard = 'open' | 'halved' | 'rests' | 'quiet';

/**
 * How much may be asked about a contact on a day. `quiet`: nothing, by the rep's own word, until that day and with it. `rests`: three
 * attempts or more stay unanswered, so nothing is suggested until they write or two periods have passed since the last attempt (the
 * cadence would have come once: that time is let pass); what the rep asked for (follow-ups, key dates, pins) still shows, at half
 * weight. `halved`: two attempts, or the rest is over and they have still not written.
 */
export function guardOf({ unanswered, lastTry, quietUntil }: Guarded, period: number | null, today: Day): Guard {
  if (quietUntil !== null && quietUntil >= today) return 'quiet';
  if (unanswered < HALVED_AFTER) return 'open';
  if (unanswered < RESTS_AFTER || lastTry === null) return 'halved';
  return dayNumber(today) - dayNumber(lastTry) < 2 * (period ?? REST_PERIOD) ? 'rests' : 'halved';
}

/** Whether a day is one of rest: what the rep asked for still stands in Today, nothing is suggested, nobody is notified. */
export function isRestDay(day: Day, { restDays }: Pick<Care, 'restDays'>): boolean {
  return restDays.includes(weekdayOf(day));
}

/** Whether an hour of the day (0 to 23) is without notifications. Hours may run over midnight; equal ones mean none. */
export function isQuietHour(hour: number, { from, to }: Care['quietHours']): boolean {
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}
