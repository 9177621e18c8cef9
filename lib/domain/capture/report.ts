// What is found in a text, as plain data for whoever measures it (scripts/dates.mjs, scripts/bench/recognizers.mjs).
import type { Day } from '../day';
import { dayFrom } from '../dates/day-number';
import { capture, type Found } from './capture';
import { findDates } from './find-dates';

export interface ReportedDate {
  /** The words, and where they stand in the text, in UTF-16 units. */
  text: string;
  start: number;
  end: number;
  /** The day to be reminded of; of a stretch its first, of "end of June" its last. */
  date: Day;
  /** The whole stretch, both days included. */
  from: Day;
  to: Day;
  calendar: 'solar' | 'lunar';
  everyMonths: number | null;
}

/** Every day that is named, also past ones. */
export function datesIn(text: string, today: Day): ReportedDate[] {
  return findDates(text, today).map(({ start, end, span }) => ({
    text: text.slice(start, end),
    start,
    end,
    date: dayFrom(span.on),
    from: dayFrom(span.from),
    to: dayFrom(span.to),
    calendar: span.lunar ? 'lunar' : 'solar',
    everyMonths: span.every ?? null,
  }));
}

/** The days that are named, and what the panel would offer to keep. */
export function report(text: string, today: Day): { dates: ReportedDate[]; offered: Found } {
  return { dates: datesIn(text, today), offered: capture(text, today) };
}
