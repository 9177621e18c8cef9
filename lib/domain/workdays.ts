// Days of the week and of work.
import { dayNumber, weekday } from './dates/day-number';
import type { Day } from './day';

export { dayNumber };

/** The day of the week, 1 is Monday. */
export function weekdayOf(day: Day): number {
  return weekday(dayNumber(day));
}

/** How many days that are no days of rest (1 is Monday) lie after `from`, until `to` and with it; 0 when `to` is not later. */
export function workdaysBetween(from: Day, to: Day, restDays: readonly number[]): number {
  const first = dayNumber(from);
  const last = dayNumber(to);
  if (last <= first) return 0;
  const rest = new Set(restDays);
  const weeks = Math.floor((last - first) / 7);
  let count = weeks * (7 - rest.size);
  for (let n = first + weeks * 7 + 1; n <= last; n++) if (!rest.has(weekday(n))) count += 1;
  return count;
}
