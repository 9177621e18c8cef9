// What one typed line says about somebody (DOMAIN.md §6): dates, facts and tags, each with its place in the line, each for the rep to
// confirm. Nothing is kept here; a wrong guess costs one click.
import type { Day } from '../day';
import { dayFrom, monthLength } from '../dates/day-number';
import { lunarOf } from '../dates/lunar';
import type { FactKind } from '../kinds';
import type { KeyDate } from '../tie-records';
import { clauseAt, findDates } from './find-dates';
import { factsIn, tagsIn } from './facts';
import { occasionOf } from './occasion-of';
import type { Mention } from './rule';

/** Where in the line something was found, in UTF-16 units; `text` is the line between both. */
export interface Place {
  start: number;
  end: number;
  text: string;
}

/** A key date as it would be kept, but for whose it is. */
export interface FoundDate
  extends Place, Pick<KeyDate, 'kind' | 'label' | 'calendar' | 'year' | 'month' | 'leapMonth' | 'day' | 'everyMonths' | 'inferred'> {
  /** The day that was meant. */
  on: Day;
}

export interface FoundFact extends Place {
  kind: FactKind;
}

export interface FoundTag extends Place {
  tag: string;
}

export interface Found {
  dates: FoundDate[];
  facts: FoundFact[];
  tags: FoundTag[];
}

/** What is not said for certain: a plan, a guess, or a stretch of days of which one had to be taken. */
const HEDGE =
  /打算|考虑|想|可能|大概|也许|左右|前后|估计|应该|\b(?:maybe|perhaps|probably|might|should|thinking|considering|around|about|roughly|someday|likely)\b/i;
/** "They may move", unlike the month. */
const MAY =
  /\b(?:may|May)\b(?=\s+(?:not\s+|also\s+|well\s+)?[a-z])(?<!\d(?:st|nd|rd|th)?\s+(?:of\s+)?[Mm]ay)(?<!\b(?:in|of|since|until|till|by|every|next|last|this|early|mid|late)\s+[Mm]ay)/;
const SAID_YEAR = /\d{4}|\d\d\s*年|[〇零]|'\d\d|\/\d\d$/;

function dateFrom(line: string, { start, end, span }: Mention, today: Day): FoundDate | null {
  const text = line.slice(start, end);
  const { from, to } = clauseAt(line, start, end);
  const clause = line.slice(from, to);
  const { kind, label, age, isFirst } = occasionOf(line.slice(from, start), text, line.slice(end, to));
  const on = dayFrom(span.on);
  const isYearly = kind === 'birthday' || kind === 'child-birth' || kind === 'anniversary';
  const everyMonths = span.every && !(span.floats && span.every === 12) ? span.every : isYearly ? 12 : null;
  if (on < today && everyMonths === null) return null;
  const lunar = span.lunar ? lunarOf(on) : null;
  const [solarYear, month, day] = on.split('-').map(Number) as [number, number, number];
  const ownYear = lunar ? lunar.year : solarYear;
  const isOwn = everyMonths === null || isFirst || SAID_YEAR.test(text);
  const year = age !== null ? ownYear - age : isOwn && everyMonths !== 1 ? ownYear : null;
  return {
    start,
    end,
    text,
    on,
    kind,
    label,
    calendar: lunar ? 'lunar' : 'solar',
    year,
    month: span.lunar ? span.lunar.month : month,
    leapMonth: span.lunar?.leap ?? false,
    // "The last day of every month" is the 31st of those that have it.
    day: span.lunar ? span.lunar.day : span.every === 1 && day === monthLength(solarYear, month) ? 31 : day,
    everyMonths,
    inferred: span.unit !== 'day' || HEDGE.test(clause) || MAY.test(clause),
  };
}

/** Dates, facts and tags in a line, in the order in which they stand. What is over and does not come again is left out. */
export function capture(line: string, today: Day): Found {
  return {
    dates: findDates(line, today)
      .map((mention) => dateFrom(line, mention, today))
      .filter((date) => date !== null),
    facts: factsIn(line),
    tags: tagsIn(line),
  };
}
