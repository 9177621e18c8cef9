// The last weeks of a tie in numbers, for the line under its picture. DOMAIN.md §1 (change).
import { addDays, type Day } from '../day';
import { windowOf, type DayCount, type Window } from '../interaction';
import { weekdayOf } from '../workdays';

/** The counts of one week. `watched` says on how many of its days the conversation was open: zero counts of a week unwatched are unknown. */
export interface Week extends Window {
  monday: Day;
}

/** The Monday of a day's week. */
export const weekOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** The last `length` calendar weeks, the oldest first, the running one last, from days in any order. */
export function weeksOf(days: readonly DayCount[], today: Day, length: number): Week[] {
  const monday = weekOf(today);
  return Array.from({ length }, (_, i) => {
    const first = addDays(monday, 7 * (i + 1 - length));
    return { monday: first, ...windowOf(days, addDays(first, 6), 7) };
  });
}
