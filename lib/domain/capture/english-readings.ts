// What the words of an English day stand for; english.ts has their patterns.
import { cardinal, monthOf, ordinal, weekdayOf } from './english-numbers';
import type { Groups, Rule } from './rule';
import * as s from './span';
import type { Span, Today } from './span';

const AWAY: Record<string, number> = {
  next: 1,
  last: -1,
  past: -1,
  previous: -1,
  'this past': -1,
  following: 1,
  'the following': 1,
  'the next': 1,
};
const away = (rel: string | undefined): number => AWAY[rel?.toLowerCase() ?? ''] ?? 0;

function saidYear({ year: after, year1, near }: Groups, today: Today): number | null {
  if (near) return today.year + away(near);
  const year = after ?? year1;
  if (!year) return null;
  return year.startsWith("'") ? Number(year.slice(1)) + (Number(year.slice(1)) > 45 ? 1900 : 2000) : Number(year);
}

function inSaidYear(groups: Groups, today: Today, inYear: (year: number) => Span | null): Span | null {
  const year = saidYear(groups, today);
  return year === null ? s.yearless(today, inYear) : inYear(year);
}

export function monthDay(groups: Groups, today: Today): Span | null {
  const month = monthOf(groups['month']!);
  const from = ordinal(groups['day']!);
  return inSaidYear(groups, today, (year) => {
    const span = s.dateSpan(year, month, from);
    if (!span || !groups['last']) return span;
    const to = s.dateSpan(year, month, ordinal(groups['last']));
    return to && to.on > span.on ? { ...span, to: to.on } : null;
  });
}

/** "June", "next June", "June 2027". */
export function wholeMonth(groups: Groups, today: Today): Span | null {
  const month = monthOf(groups['month']!);
  const inYear = (year: number) => s.monthSpan(year, month);
  if (/last|past/i.test(groups['rel'] ?? '')) {
    const span = s.yearless(today, inYear);
    return span && s.lastTime({ ...today, number: s.monthSpan(today.year, today.month).from - 1 }, span);
  }
  if (/^(?:next|this)$/i.test(groups['rel'] ?? '')) return inYear(today.year + away(groups['rel']));
  return inSaidYear(groups, today, inYear);
}

export function aWeekday({ rel, weekday, after }: Groups, today: Today): Span {
  const day = weekdayOf(weekday!);
  const word = rel?.toLowerCase();
  if (after)
    return /week$/i.test(after) && !/next|last|this|following|coming/i.test(after)
      ? oneMore(s.comingWeekday(today, day))
      : s.weekdaySpan(today, day, away(/next|last|following/i.exec(after)?.[0]));
  if (word === 'next' || word === 'last' || word === 'previous') return s.weekdaySpan(today, day, away(word));
  if (word && /coming/.test(word)) return s.comingWeekday({ ...today, number: today.number + 1, weekday: (today.weekday % 7) + 1 }, day);
  if (word && away(word) < 0) return { ...s.comingWeekday({ ...today, number: today.number - 7 }, day) };
  if (word === 'this') return s.weekdaySpan(today, day, 0);
  return s.comingWeekday(today, day);
}
/** "Two Thursdays ago" counts from the last one before today, "from now" from the next one after it. */
export function weekdaysAway({ count, weekday, side }: Groups, today: Today): Span | null {
  const amount = cardinal(count!);
  if (Number.isNaN(amount) || amount < 1) return null;
  const next = s.comingWeekday({ ...today, number: today.number + 1, weekday: (today.weekday % 7) + 1 }, weekdayOf(weekday!)).on;
  const coming = s.comingWeekday(today, weekdayOf(weekday!)).on;
  return s.oneDay(side!.toLowerCase() === 'ago' ? coming - 7 * amount : next + 7 * (amount - 1));
}

/** "Friday 31": the next such day that is that weekday. */
export function weekdayAndDay({ weekday, day }: Groups, today: Today): Span | null {
  for (let number = today.number; number < today.number + 800; number++) {
    const span = s.oneDay(number);
    if (s.dayOfMonth(number) === Number(day) && s.comingWeekday(today, weekdayOf(weekday!)).on % 7 === number % 7) return span;
  }
  return null;
}
const oneMore = (span: Span): Span => ({ ...s.oneDay(span.on + 7) });

export const unitOf = (text: string): ['day' | 'week' | 'month' | 'year', number] | null => {
  const word = text.toLowerCase().replace(/s$/, '');
  if (word === 'fortnight') return ['week', 2];
  if (word === 'quarter') return ['month', 3];
  if (word === 'day' || word === 'week' || word === 'month' || word === 'year') return [word, 1];
  return word === 'yr' ? ['year', 1] : word === 'wk' ? ['week', 1] : null;
};

/** How far: so many days, weeks, months or years, in one direction from a day. */
export function moved(from: number, count: string, unit: string, direction: 1 | -1): number | null {
  const amount = cardinal(count);
  if (Number.isNaN(amount)) return null;
  if (/^(?:business|working)/i.test(unit)) {
    let day = from;
    for (let left = Math.round(amount); left > 0;) if (((day += direction) + 3) % 7 < 5) left--;
    return day;
  }
  const kind = unitOf(unit);
  if (!kind) return null;
  const [name, times] = kind;
  return name === 'year' && amount === 0.5 ? s.shifted(from, direction * 6, 'month') : s.shifted(from, direction * amount * times, name);
}

export function later(direction: 1 | -1, isWithin = false): Rule['read'] {
  return ({ count, unit }, today) => {
    const number = moved(today.number, count!, unit!, direction);
    if (number === null) return null;
    return isWithin ? { ...s.oneDay(number), from: today.number } : s.oneDay(number);
  };
}

/** "The next 3 days" begin tomorrow. */
export const ahead: Rule['read'] = ({ count, unit }, today) => {
  const number = moved(today.number, count!, unit!, 1);
  return number === null || /^an?$/i.test(count!) ? null : { ...s.oneDay(number), from: today.number + 1 };
};
export const behind: Rule['read'] = ({ count, unit }, today) => {
  const from = moved(today.number, count!, unit!, -1);
  return from === null || /^an?$/i.test(count!) ? null : { ...s.oneDay(from), to: today.number };
};

/** "this week", "next month", "the weekend", "month after next". */
export function near(rel: string | undefined, unit: string, today: Today): Span | null {
  const count = /after next/i.test(rel ?? '') ? 2 : away(rel);
  switch (unit.toLowerCase()) {
    case 'week':
      return s.weekSpan(today, count);
    case 'weekend':
      return s.weekendSpan(today, count);
    case 'month':
      return s.monthSpan(today.year, today.month + count);
    case 'quarter':
      return s.monthSpan(today.year, Math.ceil(today.month / 3) * 3 - 2 + count * 3, 3, 'quarter');
    default:
      return s.yearSpan(today.year + count);
  }
}

export const nearDay =
  (count: number): Rule['read'] =>
  (_, today) =>
    s.oneDay(today.number + count);

const SEASONS: Record<string, number> = { spring: 1, summer: 2, fall: 3, autumn: 3, winter: 4 };

export function season(groups: Groups, today: Today): Span | null {
  const number = SEASONS[groups['season']!.toLowerCase()]!;
  const inYear = (year: number) => s.seasonSpan(year, number);
  const word = groups['rel']?.toLowerCase();
  const span = inSaidYear(groups, today, inYear);
  if (word === 'last') return span && s.lastTime({ ...today, number: today.number - 92 }, span);
  if (word === 'this' && inYear(today.year).to >= today.number) return inYear(today.year);
  return span;
}

export function nthWeekday({ nth, weekday, month, rel, ...groups }: Groups, today: Today): Span | null {
  const count = nth!.toLowerCase() === 'last' ? -1 : ordinal(nth!);
  const day = weekdayOf(weekday!);
  if (month) return inSaidYear(groups, today, (year) => s.nthWeekday(year, monthOf(month), day, count));
  const at = today.year * 12 + today.month - 1 + away(rel);
  const found = s.nthWeekday(Math.floor(at / 12), (at % 12) + 1, day, count);
  if (!/every|each/i.test(rel ?? '')) return found;
  const next = found && found.on >= today.number ? found : s.nthWeekday(Math.floor((at + 1) / 12), ((at + 1) % 12) + 1, day, count);
  return next && { ...next, every: 1 };
}

/** The first week of a month is its first seven days, the last its last seven. */
export function weekOfMonth(groups: Groups, today: Today): Span | null {
  const week = (span: Span): Span => {
    const from = groups['nth']!.toLowerCase() === 'last' ? span.to - 6 : span.from + (ordinal(groups['nth']!) - 1) * 7;
    return { unit: 'week', from, to: from + 6, on: from };
  };
  if (!groups['month']) return week(near(groups['rel'], 'month', today)!);
  return inSaidYear(groups, today, (year) => week(s.monthSpan(year, monthOf(groups['month']!))));
}

export function dayOfMonth({ day, rel }: Groups, today: Today): Span | null {
  const number = ordinal(day!);
  const word = rel?.toLowerCase();
  if (word === 'next' || word === 'last') {
    const at = today.year * 12 + today.month - 1 + away(word);
    return s.dateSpan(Math.floor(at / 12), (at % 12) + 1, number);
  }
  const span = s.comingDay(today, number);
  return span && (word === 'every' || word === 'each') ? { ...span, every: 1 } : span;
}

export const half = (groups: Groups, today: Today): Span | null => {
  const which = /^(?:h?1|first)$/i.test(groups['half']!) ? 1 : 2;
  const year = saidYear(groups, today);
  return s.halfSpan(year ?? today.year, which);
};
export const quarter = (groups: Groups, today: Today): Span | null =>
  inSaidYear(groups, today, (year) => s.quarterSpan(year, ordinal(groups['q']!)));

/** 6/18 is June, 18/6 cannot be anything else. */
export function slashed({ a, b, year }: Groups, today: Today): Span | null {
  const [first, second] = [Number(a), Number(b)];
  const [month, day] = first > 12 ? [second, first] : [first, second];
  if (!year) return s.yearless(today, (one) => s.dateSpan(one, month, day));
  const full = year.length === 2 ? Number(year) + (Number(year) > 45 ? 1900 : 2000) : Number(year);
  return s.dateSpan(full, month, day);
}
