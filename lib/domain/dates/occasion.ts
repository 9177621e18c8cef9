// A key date in words (DOMAIN.md §6 B), as keys of public/_locales with their values; screens translate.
import type { KeyDate } from '../tie-records';

/** A message key and its values, in the order of $1, $2 … */
export interface Words {
  word: string;
  args: (string | number)[];
}

const WORDS: Record<KeyDate['kind'], string> = {
  birthday: 'dates_birthday',
  anniversary: 'dates_anniversary',
  'child-birth': 'dates_child_birth',
  'child-exam': 'dates_child_exam',
  expiry: 'dates_expiry',
  custom: 'dates_custom',
};

const isBirth = (kind: KeyDate['kind']): boolean => kind === 'birthday' || kind === 'child-birth';

/** What it is: "Birthday, turns 36", "Car insurance runs out". `years` as an occurrence has them. */
export function whatItIs({ kind, label }: Pick<KeyDate, 'kind' | 'label'>, years: number | null): Words {
  const named = label.trim();
  if (years !== null && isBirth(kind))
    return named
      ? { word: 'dates_named_turns', args: [named, years] }
      : { word: kind === 'birthday' ? 'dates_birthday_turns' : 'dates_child_birth_turns', args: [years] };
  if (years !== null && kind === 'anniversary')
    return named ? { word: 'dates_named_years', args: [named, years] } : { word: 'dates_anniversary_years', args: [years] };
  if (!named) return { word: WORDS[kind], args: [] };
  return { word: kind === 'expiry' ? 'dates_named_expiry' : 'dates_named', args: [named] };
}

/** How far off it is: "today", "tomorrow", "in 7 days". `left` is days from today, at least 0. */
export function howFar(left: number): Words {
  if (left === 0) return { word: 'dates_today', args: [] };
  return left === 1 ? { word: 'dates_tomorrow', args: [] } : { word: 'dates_in_days', args: [left] };
}

/** How often it comes. */
export function howOften({ everyMonths }: Pick<KeyDate, 'everyMonths'>): Words {
  if (everyMonths === null) return { word: 'dates_once', args: [] };
  if (everyMonths === 1) return { word: 'dates_monthly', args: [] };
  if (everyMonths === 12) return { word: 'dates_yearly', args: [] };
  return everyMonths % 12 === 0
    ? { word: 'dates_every_years', args: [everyMonths / 12] }
    : { word: 'dates_every_months', args: [everyMonths] };
}

const DIGITS = ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** The name of a lunar day as every Chinese calendar prints it: 正月初一, 闰六月廿三, 腊月三十. */
export function lunarName({ month, leapMonth, day }: Pick<KeyDate, 'month' | 'leapMonth' | 'day'>): string {
  const names = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
  const tens = day % 10 === 0 ? ['', '初', '二', '三'][day / 10]! : ['初', '十', '廿', '三'][Math.floor(day / 10)]!;
  return `${leapMonth ? '闰' : ''}${names[month - 1]}月${tens}${DIGITS[day % 10]}`;
}
