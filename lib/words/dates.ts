// Dates in words. "Today" is given, never taken from the clock.
import { daysBetween, type Day } from '../domain/day';
import { languageTag } from './words';

const formats = new Map<string, Intl.DateTimeFormat>();
/** Making a format takes longer than all that is done with it; a table asks for hundreds. */
function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([languageTag(), options]);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(languageTag(), options)));
  return format;
}

/** A day near today in words ("today", "tomorrow", "in 3 days", "3 days ago"), a far one as a date. */
export function dayInWords(day: Day, today: Day): string {
  const away = daysBetween(today, day);
  if (Math.abs(away) <= 14) return new Intl.RelativeTimeFormat(languageTag(), { numeric: 'auto' }).format(away, 'day');
  return dateInWords(day, today);
}

/** A date: "Fri, 3 Apr", with the year when it is another one. */
export function dateInWords(day: Day, today: Day): string {
  const date = Temporal.PlainDate.from(day);
  const options: Intl.DateTimeFormatOptions = { weekday: 'short', month: 'short', day: 'numeric' };
  if (date.year !== Temporal.PlainDate.from(today).year) options.year = 'numeric';
  return formatOf({ ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** The first and the last day of a stretch: where one of them has another year than today, both say theirs. */
export function spanInWords(from: Day, to: Day, today: Day): [from: string, to: string] {
  const year = today.slice(0, 4);
  const hasOther = from.slice(0, 4) !== year || to.slice(0, 4) !== year;
  const options: Intl.DateTimeFormatOptions = { weekday: 'short', month: 'short', day: 'numeric', ...(hasOther && { year: 'numeric' }) };
  const inWords = (day: Day) => formatOf({ ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return [inWords(from), inWords(to)];
}

/** The month of a day, with its year: "April 2026". */
export function monthInWords(day: Day): string {
  return formatOf({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** When something happened (an ISO instant or a day): the clock time if it was today, else the day in words. */
export function timeInWords(at: string, today: Day, zone: string): string {
  if (!at.includes('T')) return dayInWords(at, today);
  const when = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const day = when.toPlainDate().toString();
  if (day !== today) return dayInWords(day, today);
  return formatOf({ hour: 'numeric', minute: '2-digit', timeZone: zone }).format(new Date(at));
}
