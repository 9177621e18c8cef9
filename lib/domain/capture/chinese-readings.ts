// What the words of a Chinese day stand for; chinese.ts has their patterns.
import { chineseNumber, chineseYear } from './chinese-numbers';
import type { Groups } from './rule';
import * as s from './span';
import type { Span, Today } from './span';

const NEAR_YEARS: Record<string, number> = { 大前年: -3, 前年: -2, 去年: -1, 今年: 0, 本年: 0, 明年: 1, 后年: 2, 大后年: 3 };
export const AWAY: Record<string, number> = { 上上: -2, 上: -1, 这: 0, 本: 0, 当: 0, 每: 0, 今: 0, 下: 1, 下下: 2 };
export const PARTS: Record<string, Parameters<typeof s.partOf>[1]> = {
  初: 'start',
  年初: 'start',
  底: 'end',
  末: 'end',
  年底: 'end',
  年末: 'end',
  尾: 'end',
  中: 'middle',
  年中: 'middle',
  上旬: 'early',
  中旬: 'mid',
  下旬: 'late',
};

/** The year that was said, or null. */
export function saidYear({ near, year, short }: Groups, today: Today): number | null {
  if (near) return today.year + NEAR_YEARS[near]!;
  const text = year ?? short;
  return text ? chineseYear(text) : null;
}

/** A span in the year that was said, or in the next year that has it. */
export function inSaidYear(groups: Groups, today: Today, inYear: (year: number) => Span | null): Span | null {
  const year = saidYear(groups, today);
  return year === null ? s.yearless(today, inYear) : inYear(year);
}

export const part = (span: Span | null, name: string | undefined): Span | null => (span && name ? s.partOf(span, PARTS[name]!) : span);
export const yearly = (span: Span | null, { every }: Groups): Span | null => (span && every ? { ...span, every: 12 } : span);

export function monthAndDay(groups: Groups, today: Today): Span | null {
  const month = chineseNumber(groups['month']!);
  const text = groups['day']!;
  const day = chineseNumber(text);
  const isOld =
    groups['old'] !== undefined ||
    groups['older'] !== undefined ||
    groups['leap'] !== undefined ||
    /^[初廿]/.test(text) ||
    /[正冬腊]/.test(groups['month']!);
  // Mid-autumn is never the 15th of August.
  const isFeast = `${groups['month']}${text}` === '八月十五' || (groups['month'] === '八' && text === '十五' && !groups['suffix']);
  if (!isOld && !isFeast)
    return yearly(
      inSaidYear(groups, today, (year) => s.dateSpan(year, month, day)),
      groups,
    );
  const inLunar = (year: number) => (day > 30 ? null : s.lunarSpan({ year, month, leap: groups['leap'] !== undefined, day }));
  return yearly(inSaidYear(groups, today, inLunar), groups);
}

export const monthOnly = (groups: Groups, today: Today): Span | null =>
  inSaidYear(groups, today, (year) => s.monthSpan(year, chineseNumber(groups['month']!)));

/** 6月第一周 is its first seven days, 6月第二个周日 its second Sunday. */
export function weekOfMonth(groups: Groups, today: Today): Span | null {
  const nth = groups['nth'] === '最后一' ? -1 : chineseNumber(groups['nth']!.slice(1));
  const inMonth = (year: number, month: number): Span | null => {
    const whole = s.monthSpan(year, month);
    const name = groups['weekday'];
    if (name) return s.nthWeekday(...s.monthOf(whole.from), weekdayNumber(name), nth);
    const from = nth < 0 ? whole.to - 6 : whole.from + (nth - 1) * 7;
    return { unit: 'week', from, to: from + 6, on: from };
  };
  if (groups['month']) return inSaidYear(groups, today, (year) => inMonth(year, chineseNumber(groups['month']!)));
  const near = groups['near'];
  if (near === undefined) return null;
  const found = inMonth(today.year, today.month + AWAY[near]!);
  if (near !== '每' || !found) return found;
  const next = found.to < today.number ? inMonth(today.year, today.month + 1) : found;
  return next && { ...next, every: 1 };
}

/** A month so many from this one. */
export const nearMonth = (today: Today, near: string): Span => s.monthSpan(today.year, today.month + AWAY[near]!);

export function dayOfNearMonth({ near, day }: Groups, today: Today): Span | null {
  const number = chineseNumber(day!);
  if (near === '每') {
    const span = s.comingDay(today, number);
    return span && { ...span, every: 1 };
  }
  const at = today.year * 12 + today.month - 1 + AWAY[near!]!;
  const span = s.dateSpan(Math.floor(at / 12), (at % 12) + 1, number);
  return span && { ...span, dayOnly: number };
}

export function nearDay(count: number): (groups: Groups, today: Today) => Span {
  return (_, today) => s.oneDay(today.number + count);
}

const UNITS: Record<string, 'day' | 'week' | 'month' | 'year'> = {
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  年: 'year',
};

export function away({ count, unit, half, side }: Groups, today: Today): Span | null {
  const amount = chineseNumber(count!) + (half ? 0.5 : 0);
  if (Number.isNaN(amount) || amount === 0) return null;
  const name = unit!.replace(/^个/, '');
  if (name === '季度') return s.oneDay(s.shifted(today.number, amount * 3, 'month'));
  if (name === '工作日') return s.oneDay(workingDaysOn(today.number, Math.round(amount)));
  const kind = UNITS[name];
  if (!kind) return null;
  const signed = side === '前' ? -amount : amount;
  if (kind === 'month' && amount === 0.5) return s.oneDay(today.number + (signed < 0 ? -15 : 15));
  const on = s.oneDay(s.shifted(today.number, signed, kind));
  return side === '内' || side === '里' ? { ...on, from: today.number } : on;
}

function workingDaysOn(from: number, count: number): number {
  let day = from;
  for (let left = count; left > 0;) if ((((++day + 3) % 7) + 7) % 7 < 5) left--;
  return day;
}

const weekdayNumber = (text: string): number => (/[日天7]/.test(text) ? 7 : chineseNumber(text));

export function dayOfWeek({ near, weekday }: Groups, today: Today): Span {
  const day = weekdayNumber(weekday!);
  return near && near !== '每' ? s.weekdaySpan(today, day, AWAY[near]!) : s.comingWeekday(today, day);
}

const quarterOf = (text: string): number => chineseNumber(text);

export function quarter(groups: Groups, today: Today): Span | null {
  const span = inSaidYear(groups, today, (year) => s.quarterSpan(year, quarterOf((groups['q'] ?? groups['quarter'])!)));
  return part(span, groups['part']);
}

export function half(groups: Groups, today: Today): Span | null {
  const which = groups['half'] === '上' ? 1 : 2;
  const year = saidYear(groups, today) ?? today.year;
  return s.halfSpan(year, which);
}

export const SEASONS: Record<string, number> = { 春: 1, 夏: 2, 秋: 3, 冬: 4 };

/** Year, month, day in digits, and the eight digits of forms. */
export const digits = ({ year, month, day }: Groups): Span | null => s.dateSpan(Number(year), Number(month), Number(day));
export const monthDay = ({ month, day }: Groups, today: Today): Span | null =>
  s.yearless(today, (year) => s.dateSpan(year, Number(month), Number(day)));
