// When a key date comes (DOMAIN.md §6 B). Days are calendar days of the rep's own place: no hour, no zone, nothing for DST to shift.
import type { Day } from '../day';
import type { KeyDate } from '../tie-records';
import { dayFrom, dayNumber, monthLength, numberOf } from './day-number';
import { FIRST_YEAR, LAST_YEAR, leapMonthOf, lunarOf, solarOf } from './lunar';

/** What of a key date decides when it comes. */
export type Recurring = Pick<KeyDate, 'calendar' | 'year' | 'month' | 'leapMonth' | 'day' | 'everyMonths' | 'createdAt'>;

export interface Occurrence {
  on: Day;
  /** How many years since the first one ("turns 3"): null when the year is unknown, of the first one itself, and of what is not yearly. */
  years: number | null;
}

/** Months counted through, twelve a year, `month` from 1. */
const indexOf = (year: number, month: number): number => year * 12 + month - 1;

/**
 * The days on which it falls in one month, mostly one. A day that the month lacks (the 31st, 29 February, the lunar 30th) is the
 * month's last; a birth in a leap month is kept in the leap month of years that have it, else in the plain month of that number.
 * Both are SKIP=BACKWARD of RFC 7529 §4.1, and how leap-month birthdays are commonly kept. What comes every lunar month comes in
 * leap months, too.
 */
function daysIn(date: Recurring, index: number): Day[] {
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  if (date.calendar === 'solar') return [dayFrom(numberOf(year, month, Math.min(date.day, monthLength(year, month))))];
  const leaps = date.everyMonths === 1 && leapMonthOf(year) === month ? [false, true] : [date.leapMonth];
  return leaps.map((leap) => solarOf({ year, month, leap, day: date.day })).filter((day) => day !== null);
}

/** The month in which a day lies in this calendar; null outside of the lunar calendar's years. */
function indexAt(date: Recurring, day: Day): number | null {
  if (date.calendar === 'solar') return indexOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
  const lunar = lunarOf(day);
  return lunar && indexOf(lunar.year, lunar.month);
}

/**
 * The month of the first occurrence. Without a year, what comes at the same time of every year has always come; anything else
 * begins on or after the day it was put down (a day of slack, because that day is known in UTC only).
 */
function firstIndex(date: Recurring): number {
  if (date.year !== null) return indexOf(date.year, date.month);
  if (date.everyMonths !== null && 12 % date.everyMonths === 0) return indexOf(FIRST_YEAR, date.month);
  const put = dayFrom(Math.floor(date.createdAt / 86_400_000) - 1);
  const year = Number(put.slice(0, 4));
  const first = [year - 1, year, year + 1].find((one) => (daysIn(date, indexOf(one, date.month))[0] ?? '') >= put);
  return indexOf(first ?? year, date.month);
}

/** Occurrences on or after a day, one after the other; ends with a date that comes once, and with the years of the lunar calendar. */
function* occurrencesFrom(date: Recurring, from: Day): Generator<Occurrence> {
  const first = firstIndex(date);
  const start = indexAt(date, from);
  if (start === null) return;
  const step = date.everyMonths;
  const skipped = step === null ? 0 : Math.max(0, Math.floor((start - first) / step));
  const last = date.calendar === 'lunar' ? indexOf(LAST_YEAR, 12) : indexOf(9998, 12);
  for (let index = first + skipped * (step ?? 0); index <= last; index += step) {
    const isYearly = step !== null && step % 12 === 0;
    const years = isYearly && date.year !== null && index > first ? (index - first) / 12 : null;
    for (const on of daysIn(date, index)) if (on >= from) yield { on, years };
    if (step === null) return;
  }
}

/** All occurrences from one day to another, both included, in their order. */
export function occurrencesBetween(date: Recurring, from: Day, to: Day): Occurrence[] {
  const found: Occurrence[] = [];
  for (const one of occurrencesFrom(date, from)) {
    if (one.on > to) break;
    found.push(one);
  }
  return found;
}

/** The first occurrence today or later; null when it came once and is over, or when the lunar calendar's table (to 2100) ends. */
export function nextOccurrence(date: Recurring, today: Day): Occurrence | null {
  for (const one of occurrencesFrom(date, today)) return one;
  return null;
}

/** Whole days from one day to another. */
export function daysUntil(on: Day, today: Day): number {
  return dayNumber(on) - dayNumber(today);
}
