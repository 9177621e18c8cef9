// What words like "next Friday", "mid-June" or 下个月底 stand for: a stretch of days, and the one of them to be reminded of.
// Days are numbers since 1970-01-01 here (dates/day-number.ts).
import { dayFrom, dayNumber, monthLength, numberOf, weekday } from '../dates/day-number';
import { solarOf, type LunarDate } from '../dates/lunar';
import type { Day } from '../day';

export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'half' | 'season' | 'year';

export interface Span {
  unit: Unit;
  from: number;
  to: number;
  /** The day of it that counts: the day itself, the first of a month, the last of "end of June". */
  on: number;
  /** Said in the lunar calendar. */
  lunar?: LunarDate;
  /** Comes again after so many months. */
  every?: number;
  /** The same words in another year; only when no year was said. */
  inYear?: (year: number) => Span | null;
  /** Not on the same day of every year, as Easter. */
  floats?: boolean;
  /** Only the day of the month was said. */
  dayOnly?: number;
  /** Which day of the week was said, 1 is Monday. */
  weekday?: number;
}

/** Today, taken apart. */
export interface Today {
  number: number;
  year: number;
  month: number;
  day: number;
  weekday: number;
}

export function todayOf(day: Day): Today {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const number = dayNumber(day);
  return { number, year, month, day: date, weekday: weekday(number) };
}

export const oneDay = (number: number): Span => ({ unit: 'day', from: number, to: number, on: number });

/** A day of the calendar; null when there is none (30 February, 31 June). */
export function dateSpan(year: number, month: number, day: number): Span | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null;
  return oneDay(numberOf(year, month, day));
}

/** A lunar day; null outside of the table. */
export function lunarSpan(lunar: LunarDate): Span | null {
  const day = solarOf(lunar);
  return day === null ? null : { ...oneDay(dayNumber(day)), lunar };
}

/** A lunar month; null outside of the table. Of a key date it is the first day that counts. */
export function lunarMonthSpan(year: number, month: number, leap: boolean): Span | null {
  const [first, last] = [lunarSpan({ year, month, leap, day: 1 }), lunarSpan({ year, month, leap, day: 30 })];
  return first && last && { ...first, unit: 'month', to: last.on };
}

/** Months may run over: month 13 is January of the next year. */
export function monthSpan(year: number, month: number, months = 1, unit: Unit = 'month'): Span {
  const from = numberOf(year, month, 1);
  return { unit, from, to: numberOf(year, month + months, 1) - 1, on: from };
}

export const quarterSpan = (year: number, quarter: number): Span => monthSpan(year, quarter * 3 - 2, 3, 'quarter');
export const halfSpan = (year: number, half: number): Span => monthSpan(year, half * 6 - 5, 6, 'half');
export const yearSpan = (year: number): Span => monthSpan(year, 1, 12, 'year');
/** Seasons of the north: 1 is spring, from March; winter runs into the next year. */
export const seasonSpan = (year: number, season: number): Span => monthSpan(year, season * 3, 3, 'season');

/** The week from Monday to Sunday, so many weeks from this one. */
export function weekSpan(today: Today, weeks: number): Span {
  const from = today.number - today.weekday + 1 + weeks * 7;
  return { unit: 'week', from, to: from + 6, on: from };
}

export function weekendSpan(today: Today, weeks: number): Span {
  const { from } = weekSpan(today, weeks);
  return { unit: 'weekend', from: from + 5, to: from + 6, on: from + 5 };
}

/** The day of the week in the week so many weeks from this one. */
export function weekdaySpan(today: Today, day: number, weeks: number): Span {
  return { ...oneDay(weekSpan(today, weeks).from + day - 1), weekday: day };
}

/** A day of the week without any other word: the next one, today included. */
export const comingWeekday = (today: Today, day: number): Span => ({
  ...oneDay(today.number + ((day - today.weekday + 7) % 7)),
  weekday: day,
});

/** The n-th such weekday of a month, -1 is the last; null when there are not so many. */
export function nthWeekday(year: number, month: number, day: number, nth: number): Span | null {
  const first = numberOf(year, month, 1);
  const end = numberOf(year, month + 1, 1);
  const number = nth > 0 ? first + ((day - weekday(first) + 7) % 7) + (nth - 1) * 7 : end - 1 - ((weekday(end - 1) - day + 7) % 7);
  return number < end ? oneDay(number) : null;
}

/** A day so many days, weeks, months or years from another; the 31st is the last day of shorter months. */
export function shifted(number: number, count: number, unit: 'day' | 'week' | 'month' | 'year'): number {
  if (unit === 'day' || unit === 'week') return number + Math.round(count * (unit === 'week' ? 7 : 1));
  const [year, month, day] = dayFrom(number).split('-').map(Number) as [number, number, number];
  const whole = Math.floor(unit === 'year' ? count * 12 : count);
  const extra = unit === 'month' ? Math.round((count - whole) * 30) : 0;
  const at = year * 12 + month - 1 + whole;
  const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
  return numberOf(y, m, Math.min(day, monthLength(y, m))) + extra;
}

/** Words without a year: the first time that is not over (a season: that has not begun). Null when no year near has it. */
export function yearless(today: Today, inYear: (year: number) => Span | null): Span | null {
  for (let year = today.year - 1; year <= today.year + 8; year++) {
    const span = inYear(year);
    if (span && (span.unit === 'season' ? span.from : span.to) >= today.number) return { ...span, inYear };
  }
  return null;
}

/** The last time that has begun, for what is told of the past. */
export function lastTime(today: Today, span: Span): Span {
  if (!span.inYear) return span;
  for (let year = today.year; year >= today.year - 8; year--) {
    const earlier = span.inYear(year);
    if (earlier && earlier.from <= today.number) return { ...span, ...earlier };
  }
  return span;
}

/** A day of the month without month: the next one, today included; months without it are passed over. */
export function comingDay(today: Today, day: number): Span | null {
  for (let month = today.month; month < today.month + 3; month++) {
    const [y, m] = [today.year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1];
    const span = dateSpan(y, m, day);
    if (span && span.to >= today.number) return { ...span, dayOnly: day };
  }
  return null;
}

/** The part of a span: its beginning, middle or end as a day, its early or late third as a stretch. */
export function partOf(span: Span, part: 'start' | 'middle' | 'end' | 'early' | 'mid' | 'late'): Span {
  const { from, to, unit } = span;
  const inYear =
    span.inYear &&
    ((year: number) => {
      const other = span.inYear!(year);
      return other && partOf(other, part);
    });
  const day = (number: number): Span => ({ ...oneDay(number), ...(inYear && { inYear }) });
  if (part === 'start') return day(from);
  if (part === 'end') return day(to);
  if (part === 'middle')
    return day(unit === 'month' ? from + 14 : unit === 'year' ? shifted(from, 6, 'month') - 1 : Math.floor((from + to) / 2));
  const whole = to - from + 1;
  // A month has three parts of ten days; a longer stretch is meant less exactly.
  const size = unit === 'month' ? 10 : unit === 'year' ? 90 : Math.round(whole / 3);
  const third =
    part === 'early'
      ? { from, to: unit === 'year' ? shifted(from, 3, 'month') - 1 : from + size - 1 }
      : part === 'mid'
        ? { from: from + size, to: from + 2 * size - 1 }
        : { from: unit === 'year' ? shifted(from, 9, 'month') : from + 2 * size, to };
  return { unit, ...third, on: third.from, ...(inYear && { inYear }) };
}

/** The year and month in which a day lies. */
export function monthOf(number: number): [number, number] {
  const [year, month] = dayFrom(number).split('-').map(Number) as [number, number];
  return [year, month];
}

/** The day of its month, 1–31. */
export const dayOfMonth = (number: number): number => Number(dayFrom(number).slice(8));
