// On which days a key date falls, found by asking every day of some years: slow, plain, and nothing of lib/domain/dates.
import type { KeyDate } from '@/lib/domain/tie-records';
import { dayAt, hasLeap, lunarAt, place } from './plain-days';

const FROM = place('2025-06-01');
const UNTIL = place('2028-06-01');
const known = new Map<string, number[]>();

/** The days from the middle of 2025 to that of 2028 on which the date falls. */
export function fallsOn(date: KeyDate): number[] {
  const days = known.get(date.id) ?? Array.from({ length: UNTIL - FROM }, (_, i) => FROM + i).filter((n) => isIt(date, n));
  known.set(date.id, days);
  return days;
}

function isIt(date: KeyDate, n: number): boolean {
  const { year, month, isRightDay } = date.calendar === 'solar' ? solarDay(date, n) : lunarDay(date, n);
  if (!isRightDay) return false;
  if (date.everyMonths === null) return date.year === year && date.month === month;
  // The day belongs to the series when the months since its first one are a multiple of the step.
  const months = (year - (date.year ?? 1900)) * 12 + month - date.month;
  return months >= 0 && months % date.everyMonths === 0;
}

interface Right {
  year: number;
  month: number;
  isRightDay: boolean;
}

function solarDay({ day }: KeyDate, n: number): Right {
  const [year, month, of] = dayAt(n).split('-').map(Number) as [number, number, number];
  const isLast = dayAt(n + 1).endsWith('-01');
  return { year, month, isRightDay: of === day || (isLast && of < day) };
}

function lunarDay({ day, month, leapMonth }: KeyDate, n: number): Right {
  const one = lunarAt(n);
  const isRightMonth = one.leap === (leapMonth && one.month === month && hasLeap(one.year, one.month));
  return { year: one.year, month: one.month, isRightDay: isRightMonth && (one.day === day || (one.isLast && one.day < day)) };
}
