// Days that belong together: from one to the other, the end of something, a week after something.
import { dayFrom, monthLength, weekday } from '../dates/day-number';
import { CARDINAL_WORD } from './english-numbers';
import { moved, near } from './english-readings';
import type { Mention } from './rule';
import { comingWeekday, dateSpan, oneDay, partOf, weekSpan, type Span, type Today } from './span';

const COUNT = `(?:\\d{1,3}|an?|the|(?:a )?couple of|${CARDINAL_WORD})`;
const SHIFT = new RegExp(
  `(?:^|\\s|\\b)(${COUNT})\\s+(days?|weeks?|fortnights?|months?|years?)\\s+(after|from|before|prior to|following|past|on)\\s+(?:the\\s+)?$`,
  'iu',
);
const PART = /\b(?:the\s+|at\s+the\s+)?(very end|end|close|beginning|start|middle|mid|early|late|later)(?:\s+of|\s+in|-)?\s*(?:the\s+)?$/iu;
const BARE_PART =
  /\b(?:the\s+)?(?:(end|close|beginning|start|middle|mid)(?:\s+of\s+(?:(the|this|next|last|each|every)\s+)?|-)(month|year|week|quarter)\b(?!\s+of)|(month|year|week|quarter)[- ](end)\b|\b(EOM|EOY|EOW|EOQ)\b)/giu;
const NAMES: Record<string, Parameters<typeof partOf>[1]> = {
  'very end': 'end',
  end: 'end',
  close: 'end',
  beginning: 'start',
  start: 'start',
  middle: 'middle',
  mid: 'middle',
  early: 'early',
  late: 'late',
};
const UNIT_OF: Record<string, string> = { EOM: 'month', EOY: 'year', EOW: 'week', EOQ: 'quarter' };
const TO = /^\s*(?:-|–|—|~|～|to|until|till|through|thru|至|到)\s*(?:the\s+)?$/iu;

/** "end of the month", "year-end", "EOQ": parts of what goes on now. */
function bareParts(text: string, today: Today): Mention[] {
  return [...text.matchAll(BARE_PART)].map((found) => {
    const [all, part, rel, unit, endUnit, , short] = found;
    const span = near(rel ?? 'this', unit ?? endUnit ?? UNIT_OF[short!.toUpperCase()]!, today)!;
    const whole = partOf(span, part ? NAMES[part.toLowerCase()]! : 'end');
    const isOver = whole.to < today.number && !/this|last/i.test(rel ?? '');
    const next = isOver ? partOf(near('next', unit ?? endUnit ?? 'month', today)!, part ? NAMES[part.toLowerCase()]! : 'end') : whole;
    const isEach = /each|every/i.test(rel ?? '') && (unit ?? '').toLowerCase() === 'month';
    return { start: found.index, end: found.index + all.length, span: isEach ? { ...next, every: 1 } : next };
  });
}

/** What stands before a day and changes it: "a week after", "end of", "the week of", "every". Words before `from` belong to another day. */
function withBefore(text: string, mention: Mention, from: number): Mention {
  const before = text.slice(from, mention.start);
  const { span } = mention;
  const shift = span.unit === 'day' ? SHIFT.exec(before) : null;
  if (shift) {
    const [all, count, unit, side] = shift as unknown as [string, string, string, string];
    const number = moved(span.on, count, unit, /before|prior/i.test(side) ? -1 : 1);
    // "A week on Friday" is said in Britain; "a week on 3 June" is not.
    const isSaid = !/^on$/i.test(side) || span.weekday !== undefined;
    if (number !== null && isSaid) return { ...mention, start: mention.start - all.trimStart().length, span: oneDay(number) };
  }
  const week =
    span.unit === 'day'
      ? /\b(?:the\s+week(end)?\s+(?:of|beginning|starting|commencing)(?:\s+on)?|w\/c|week\s+(?:of|commencing))\s+(?:the\s+)?$/i.exec(before)
      : null;
  if (week) {
    const monday = weekSpan({ number: span.on, weekday: weekday(span.on), year: 0, month: 0, day: 0 }, 0);
    const whole: Span = week[1] ? { unit: 'weekend', from: monday.from + 5, to: monday.to, on: monday.from + 5 } : monday;
    return { ...mention, start: mention.start - week[0].length, span: whole };
  }
  const part = span.unit !== 'day' && span.unit !== 'weekend' ? PART.exec(before) : null;
  if (part && !/^later/i.test(part[1]!))
    return { ...mention, start: mention.start - part[0].length, span: partOf(span, NAMES[part[1]!.toLowerCase()]!) };
  const every =
    span.weekday === undefined ? /\b(?:every|each)\s+(?:year\s+(?:on\s+|in\s+|at\s+|around\s+)?(?:the\s+)?)?$/i.exec(before) : null;
  if (every && span.every === undefined) return { ...mention, start: mention.start - every[0].length, span: { ...span, every: 12 } };
  return mention;
}

/** What stands after a day and changes it: "every year". */
function withAfter(text: string, mention: Mention): Mention {
  const after = /^,?\s+(?:(?:every|each)\s+year|yearly|annually)\b/i.exec(text.slice(mention.end));
  return after ? { ...mention, end: mention.end + after[0].length, span: { ...mention.span, every: 12 } } : mention;
}

/** The second day, said after the first: in its month when only the day was said, and never before it. */
function following(first: Span, second: Span): Span | null {
  const [year, month] = dayFrom(first.on).split('-').map(Number) as [number, number];
  if (second.dayOnly !== undefined) {
    const inMonth = dateSpan(year, month, Math.min(second.dayOnly, monthLength(year, month)));
    return inMonth && inMonth.on > first.on ? inMonth : second;
  }
  if (second.weekday !== undefined && second.on <= first.on) {
    const from = { year: 0, month: 0, day: 0, number: first.on, weekday: weekday(first.on) };
    return comingWeekday(from, second.weekday);
  }
  if (second.to < first.from && second.inYear) return second.inYear(year) ?? second;
  return second;
}

/** Two that stand side by side: a range, or a day of the week with its date. */
function pairs(text: string, mentions: Mention[]): Mention[] {
  const out: Mention[] = [];
  for (const mention of mentions) {
    const last = out.at(-1);
    const between = last && text.slice(last.end, mention.start);
    if (last && between !== undefined) {
      const isNamed = last.span.weekday !== undefined && mention.span.weekday === undefined && mention.span.unit === 'day';
      if (isNamed && /^[,.]?\s*(?:the\s+|\()?$/.test(between)) {
        out[out.length - 1] = { ...mention, start: last.start };
        continue;
      }
      const isNamedAfter =
        mention.span.weekday !== undefined &&
        last.span.weekday === undefined &&
        last.span.unit === 'day' &&
        last.span.from === last.span.to;
      if (isNamedAfter && /^\s*[,，]?\s*[（(]?$/.test(between) && weekday(last.span.on) === mention.span.weekday) {
        out[out.length - 1] = { ...last, end: mention.end };
        continue;
      }
      // "1 October, National Day" is one day said twice.
      const isSame = last.span.on === mention.span.on && last.span.from === last.span.to && mention.span.from === mention.span.to;
      if (isSame && /^\s*[,，是的]?\s*[（(]?$/.test(between)) {
        out[out.length - 1] = { ...last, end: mention.end };
        continue;
      }
      const isBetween = /\bbetween\s+(?:the\s+)?$/i.test(text.slice(0, last.start)) && /^\s*and\s+(?:the\s+)?$/i.test(between);
      const isRange = isBetween || TO.test(between);
      const second =
        isRange && last.span.from === last.span.on && !last.span.every ? following(fitting(last.span, mention.span), mention.span) : null;
      const first = second && fitting(last.span, mention.span);
      if (second && first && second.to > first.from && second.to - first.from < 8_000) {
        const joint: Span = { ...first, to: second.to };
        delete joint.inYear;
        out[out.length - 1] = { start: last.start, end: mention.end, span: joint };
        continue;
      }
    }
    out.push(mention);
  }
  return out;
}

/** The first as it fits the second: "20 to 25 June" gives its month to both. */
function fitting(first: Span, second: Span): Span {
  if (first.dayOnly !== undefined && second.dayOnly === undefined && second.unit === 'day') {
    const [year, month] = dayFrom(second.on).split('-').map(Number) as [number, number];
    return dateSpan(year, month, first.dayOnly) ?? first;
  }
  // "November to February 2017": the year was said for the second.
  if (!first.inYear || second.inYear || second.weekday !== undefined || second.unit === 'week') return first;
  const year = Number(dayFrom(second.on).slice(0, 4));
  const same = first.inYear(year);
  return (same && same.on <= second.on ? same : first.inYear(year - 1)) ?? first;
}

/** Mentions as they belong together, in the order of the text. */
export function joined(text: string, mentions: Mention[], today: Today): Mention[] {
  const parts = bareParts(text, today).filter((part) => !mentions.some((one) => one.start <= part.start && part.end <= one.end));
  const free = mentions.filter((one) => !parts.some((part) => one.start < part.end && part.start < one.end));
  // "Week end, June": its end is said of the week, and not once more of June.
  const said = (at: number): number => Math.max(0, ...parts.filter(({ end }) => end <= at).map(({ end }) => end));
  const changed = [...free.map((one) => withAfter(text, withBefore(text, one, said(one.start)))), ...parts].sort(
    (a, b) => a.start - b.start,
  );
  const apart = changed.filter(
    (one, n) =>
      !changed.some(
        (other, m) =>
          m !== n && other.start <= one.start && one.end <= other.end && (other.end - other.start > one.end - one.start || m < n),
      ),
  );
  return pairs(text, apart);
}
