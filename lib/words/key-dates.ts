// Key dates in words.
import type { KeyDate } from '../domain/tie-records';
import { lunarName } from '../domain/dates/occasion';
import { languageTag, t } from './words';

/** The day of a key date itself, with its year when that is known: "3 April 1990", "lunar 八月十五". */
export function keyDateInWords(date: Pick<KeyDate, 'calendar' | 'year' | 'month' | 'leapMonth' | 'day'>): string {
  if (date.calendar === 'lunar') {
    const name = lunarName(date);
    return date.year === null ? t('dates_lunar', name) : t('dates_lunar_of', name, date.year);
  }
  // 2000 has a 29 February; it is not shown.
  const day = new Date(Date.UTC(date.year ?? 2000, date.month - 1, date.day));
  const options: Intl.DateTimeFormatOptions = { month: 'long', day: 'numeric', timeZone: 'UTC' };
  if (date.year !== null) options.year = 'numeric';
  return new Intl.DateTimeFormat(languageTag(), options).format(day);
}
