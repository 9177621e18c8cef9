// Dates, weekdays and greetings in the language of a template. "Now" is given, never taken from the clock.
import type { Day } from '../day';
import { dayFrom, dayNumber, monthLength, numberOf } from '../dates/day-number';
import type { Offset } from './fields';

export type Language = 'en' | 'zh';

/** The rep's own day and hour (0–23). */
export interface Moment {
  today: Day;
  hour: number;
}

/** Nobody says the year of a day so near, also when it is the next one. */
const NEAR = 180;

/** In words as one says them in a chat: "26 November" or, as the rep's country has it, "November 26"; 11月26日. The year only where it is another and far off. */
export function dateText(day: Day, { today }: Pick<Moment, 'today'>, language: Language, locale: string): string {
  const isFar = day.slice(0, 4) !== today.slice(0, 4) && Math.abs(dayNumber(day) - dayNumber(today)) > NEAR;
  return format(language, locale, isFar ? 'year' : 'date').format(dayNumber(day) * 86_400_000);
}

/** "Thursday", 周四. */
export function weekdayText(day: Day, language: Language, locale: string): string {
  return format(language, locale, 'weekday').format(dayNumber(day) * 86_400_000);
}

/** By the hour of the rep; at night neither says "good morning". */
export function greetingText(hour: number, language: Language): string {
  if (language === 'zh') {
    if (hour < 5) return '您好';
    if (hour < 9) return '早上好';
    if (hour < 12) return '上午好';
    if (hour < 14) return '中午好';
    return hour < 18 ? '下午好' : '晚上好';
  }
  if (hour < 5) return 'Hello';
  if (hour < 12) return 'Good morning';
  return hour < 18 ? 'Good afternoon' : 'Good evening';
}

/** The day so far away. A month later is the same day of the month, or the last one of a shorter month. */
export function dayAway(today: Day, offset: Offset | null): Day {
  if (!offset) return today;
  const { n, unit } = offset;
  const start = dayNumber(today);
  if (unit === 'day' || unit === 'week') return dayFrom(start + n * (unit === 'week' ? 7 : 1));
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + n * (unit === 'year' ? 12 : 1);
  const [year, of] = [Math.floor(month / 12), (month % 12) + 1];
  return dayFrom(numberOf(year, of, Math.min(Number(today.slice(8, 10)), monthLength(year, of))));
}

const FORMS = {
  date: { month: 'long', day: 'numeric' },
  year: { month: 'long', day: 'numeric', year: 'numeric' },
  weekday: { weekday: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making one takes longer than filling a hundred templates. */
const formats = new Map<string, Intl.DateTimeFormat>();
function format(language: Language, locale: string, form: keyof typeof FORMS): Intl.DateTimeFormat {
  const tag = tagFor(language, locale);
  const key = `${tag} ${form}`;
  let made = formats.get(key);
  if (!made) {
    const options: Intl.DateTimeFormatOptions = { ...FORMS[form], timeZone: 'UTC' };
    if (language === 'zh' && form === 'weekday') options.weekday = 'short';
    made = new Intl.DateTimeFormat(tag, options);
    formats.set(key, made);
  }
  return made;
}

/** The rep's own English or Chinese, where the browser speaks that; else the plain one. */
function tagFor(language: Language, locale: string): string {
  const plain = language === 'zh' ? 'zh-CN' : 'en-GB';
  if (!locale.toLowerCase().startsWith(language) || locale.length > 35) return plain;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([locale])[0] ?? plain;
  } catch {
    return plain;
  }
}
