// Reads a date and clock as the page's language writes them, and says no more than is certain.
import type { At } from './site';
import { HALF_DAY } from './words';

const SEPARATOR = '[-./年月년월\\s]{1,3}';
const DATE = new RegExp(
  `(\\d{4})${SEPARATOR}(\\d\\d?)${SEPARATOR}(\\d\\d?)(?!\\d)|(?<!\\d)(\\d\\d?)(${SEPARATOR})(\\d\\d?)${SEPARATOR}(\\d{4})`,
);

/** Arabic, Persian and Devanagari digits as 0–9; no invisible marks. */
function plain(stamp: string): string {
  return stamp
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) =>
      String((digit.charCodeAt(0) - (digit < '\u0900' ? 0x660 : 0x966)) & 15),
    )
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e]/g, '');
}

/** Whether `3/9` in this stamp is day, then month; null when it cannot be told. */
function isDayFirst(date: RegExpExecArray | null): boolean | null {
  if (!date?.[4]) return null;
  if (Number(date[4]) > 12 || date[5]!.includes('.')) return true;
  return Number(date[6]) > 12 ? false : null;
}

/**
 * The instant of a stamp such as `10:42, 3/9/2026`, whose clock is local; its day when the half of the day is unclear; null when
 * the order of day and month is unclear and none of the page's other stamps shows it.
 */
export function readStamp(stamp: string, others: () => Iterable<string>): At {
  const text = plain(stamp);
  const date = DATE.exec(text);
  if (!date) return null;
  let order = isDayFirst(date);
  if (order === null && date[4] !== date[6]) {
    for (const other of others()) if ((order ??= isDayFirst(DATE.exec(plain(other)))) !== null) break;
    if (order === null) return null;
  }
  const year = Number(date[1] ?? date[7]);
  const month = Number(date[2] ?? (order ? date[6] : date[4]));
  const day = Number(date[3] ?? (order ? date[4] : date[6]));
  const noon = new Date(Date.UTC(year, month - 1, day));
  // Other calendars (2569, 1405) have other years.
  if (year < 2009 || year > 2200 || noon.getUTCMonth() !== month - 1) return null;

  const clock = text.replace(date[0], ' ');
  const [, hours, minutes] = /(\d\d?)[:.](\d\d)/.exec(clock) ?? [];
  const half = HALF_DAY.findIndex((names) => names.test(clock));
  let hour = Number(hours);
  if (hours && half >= 0 && hour <= 12) hour = (hour % 12) + half * 12;
  else if (!hours || (hour < 13 && /\p{L}/u.test(clock))) return noon.toISOString().slice(0, 10);
  return new Date(year, month - 1, day, hour, Number(minutes)).toISOString();
}
