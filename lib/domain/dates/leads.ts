// How long before a key date the rep is reminded (DOMAIN.md §6 B: "reminded ahead of time").
import type { Day } from '../day';
import type { KeyDate } from '../tie-records';
import { dayFrom, dayNumber } from './day-number';
import { daysUntil, nextOccurrence, occurrencesBetween, type Occurrence, type Recurring } from './occurrences';

export type Reminded = Recurring & Pick<KeyDate, 'leads'>;

/** Days ahead unless the rep chose others. */
export const DEFAULT_LEADS = [30, 7, 1];

/** One reminder that stands today. */
export interface DueLead extends Occurrence {
  /** The lead that reminds now, in days: the latest that has begun. */
  lead: number;
  /** The day on which it began: the same reminder has the same `on` and `lead` on every day of its life. */
  began: Day;
  /** Days from today until `on`, 0 on the day itself. */
  left: number;
}

/**
 * The reminders that stand today, the nearest occurrence first. A lead begins so many days ahead and stands until the next
 * lead begins, the last one until the day itself is over: what fell on days when the computer was off is still there afterwards.
 */
export function dueLeads(date: Reminded, today: Day): DueLead[] {
  if (date.leads.length === 0) return [];
  const furthest = Math.max(...date.leads);
  return occurrencesBetween(date, today, dayFrom(dayNumber(today) + furthest)).map((one) => {
    const left = daysUntil(one.on, today);
    const lead = Math.min(...date.leads.filter((days) => days >= left));
    return { ...one, lead, left, began: dayFrom(dayNumber(one.on) - lead) };
  });
}

/**
 * When this date stands on Today next: from the day `from` (before today when it already does) up to and including `on`.
 * Null when it never will again. Stored by day it answers "which dates stand today" without reading them all; it has to be
 * reckoned again once `on` is past.
 */
export function nextStanding(date: Reminded, today: Day): { from: Day; on: Day } | null {
  const next = date.leads.length > 0 ? nextOccurrence(date, today) : null;
  return next && { from: dayFrom(dayNumber(next.on) - Math.max(...date.leads)), on: next.on };
}
