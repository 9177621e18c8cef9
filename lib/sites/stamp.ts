// Reads a date and clock as the page's language writes them, and says no more than is certain.
import type { At } from './site';
import { HALF_DAY } from './words';

const DATE = /(\d+)[^\d:,،]{1,3}(\d\d?)[^\d:,،]{1,3}(\d+)/;

/** What stands beside the date; year, first and second number of the date; whether the day is the first, null when it cannot be told. */
function partsOf(stamp: string): [string, number, number, number, boolean | null] {
  const text = stamp.replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 15}`);
  const [date = '', ...numbers] = DATE.exec(text) ?? [];
  const isYearLast = numbers[0]?.length !== 4;
  if (isYearLast) numbers.unshift(numbers.pop()!);
  const [year, first, second] = numbers.map(Number) as [number, number, number];
  const isDayFirst = isYearLast && (first > 12 || date.includes('.') || (second > 12 ? false : null));
  return [text.replace(date, ' '), year, first, second, isDayFirst];
}

/**
 * The instant of a stamp such as `10:42, 3/9/2026`, whose clock is local; its day when the half of the day is unclear or no more
 * is wanted; null when the order of day and month is unclear and none of the page's other stamps shows it.
 */
export function readStamp(stamp: string, others: () => readonly string[], isDayEnough = false): At {
  const [rest, year, first, second, own] = partsOf(stamp);
  let isDayFirst = own;
  if (own === null && first !== second) {
    for (const other of others()) isDayFirst ??= partsOf(other)[4];
    if (isDayFirst === null) return null;
  }
  const [month, day] = isDayFirst ? [second, first] : [first, second];
  const noon = new Date(Date.UTC(year, month - 1, day));
  // Other calendars (2569, 1405) have other years.
  if (Math.abs(year - 2100) > 99 || noon.getUTCMonth() !== month - 1) return null;

  const [, hours, minutes] = (/(\d\d?)[:.](\d\d)/.exec(rest) ?? []).map(Number);
  const half = HALF_DAY.exec(rest);
  if (isDayEnough || hours === undefined || (!half && /\p{L}/u.test(rest))) return noon.toISOString().slice(0, 10);
  return new Date(year, month - 1, day, half ? (hours % 12) + (half[1] ? 12 : 0) : hours, minutes).toISOString();
}
