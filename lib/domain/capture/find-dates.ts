// Finds the days named in a text (DOMAIN.md §6 B). Everything is read by rules of both languages at once: people mix them.
import type { Day } from '../day';
import { dayFrom, numberOf } from '../dates/day-number';
import { CHINESE } from './chinese';
import { ENGLISH } from './english';
import { HOLIDAYS } from './holidays';
import { joined } from './join';
import { plain } from './plain';
import { rule, type Mention, type Rule } from './rule';
import { lastTime, todayOf, yearless, type Span, type Today } from './span';

/** Whether it falls on different days of the solar year, not being a lunar date. */
function floats(inYear: (year: number) => Span | null): boolean {
  const [one, other] = [inYear(2026), inYear(2027)];
  return !one?.lunar && one !== null && other !== null && dayFrom(one.on).slice(5) !== dayFrom(other.on).slice(5);
}

const HOLIDAY_RULES: Rule[] = HOLIDAYS.map(([pattern, inYear]) =>
  rule(
    `(?<every>每年的?)?(?:(?<near>今年|明年|后年|去年|前年|this year'?s?|next year'?s?|last year'?s?|next|last|this)的?\\s*)?(?:(?<year>(?:19|20)\\d\\d)年)?(?:${pattern.source})(?:,?\\s+(?:of\\s+|in\\s+)?(?<after>(?:19|20)\\d\\d|next year|last year|this year))?`,
    ({ every, near, year, after }, today) => {
      const said = near ?? after;
      const away = said && { 今年: 0, 明年: 1, 后年: 2, 去年: -1, 前年: -2 }[said];
      const english = said && /^(next|last|this) year/i.exec(said)?.[1]?.toLowerCase();
      const number = year ?? (after && /^\d/.test(after) ? after : undefined);
      if (number) return inYear(Number(number));
      if (typeof away === 'number') return inYear(today.year + away);
      if (english) return inYear(today.year + (english === 'next' ? 1 : english === 'last' ? -1 : 0));
      const span = yearless(today, inYear);
      if (span && near?.toLowerCase() === 'last') return lastTime({ ...today, number: today.number - 1 }, span);
      return span && { ...span, floats: floats(inYear), ...(every && { every: 12 }) };
    },
  ),
);

const RULES: Rule[] = [...HOLIDAY_RULES, ...CHINESE, ...ENGLISH];
/** Longer texts are not lines somebody typed; the rules would take a while. */
const LONGEST = 5_000;

interface Candidate extends Omit<Mention, 'span'> {
  span: Mention['span'] | null;
}

const EARLIEST = numberOf(1900, 1, 1);
const LATEST = numberOf(2101, 1, 1);
/** Days of which a key date can be made; the rest is arithmetic ("in 900 years"). */
const isSpeakable = ({ from, to }: Span): boolean => from >= EARLIEST && to < LATEST;

/** Everything any rule finds, then from the left the longest at each place. */
function leftmostLongest(text: string, today: Today): Mention[] {
  const all: Candidate[] = [];
  for (const { pattern, read } of RULES)
    for (const found of text.matchAll(pattern))
      if (found[0]) all.push({ start: found.index, end: found.index + found[0].trimEnd().length, span: read(found.groups ?? {}, today) });
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Mention[] = [];
  let end = 0;
  for (const one of all) {
    if (one.start < end) continue;
    const { span } = one;
    // Words that look like a day and are none are used up, too: no shorter rule shall find one in them.
    end = one.end;
    if (span && isSpeakable(span)) kept.push({ start: one.start, end: one.end, span });
  }
  return kept;
}

const CLAUSE = /[,，。;；!！?？\n、]|\.\s/;
const PAST =
  /刚|已经|上次|当时|曾经|[买签订付发来去见聊收退换送寄做办用交搬聚谈成](?:过|了|的)|\b(?:was|were|did|had|met|bought|went|signed|ordered|paid|visited|called|sent|came|got|spoke|talked|since|moved|started|joined|left|closed|happened|told|said|asked|took|made|saw|reviewed|delivered|received|began|became|launched)\b/i;
const AHEAD = /[想要将会]|打算|准备|计划|到期|之?前|\b(?:will|next|due|expires?|going to|plans?|wants?|should|by|until|before)\b|'ll\b/i;

/** The clause in which a place lies. */
export function clauseAt(text: string, start: number, end: number): { from: number; to: number } {
  let from = 0;
  for (let at = start - 1; at >= 0; at--)
    if (CLAUSE.test(text.slice(at, at + 2).replace(/^(.)[^\s].*$/s, '$1'))) {
      from = at + 1;
      break;
    }
  let to = end;
  while (to < text.length && !CLAUSE.test(text[to] === '.' ? text.slice(to, to + 2) : text[to]!)) to++;
  return { from, to };
}

/** The days named in a text, in their order; `today` is what "tomorrow" is reckoned from. */
export function findDates(text: string, today: Day): Mention[] {
  const now = todayOf(today);
  const line = plain(text.slice(0, LONGEST));
  return joined(line, leftmostLongest(line, now), now).map((mention) => {
    const { from, to } = clauseAt(line, mention.start, mention.end);
    const clause = line.slice(from, to);
    return mention.span.inYear && !mention.span.every && PAST.test(clause) && !AHEAD.test(clause)
      ? { ...mention, span: lastTime(now, mention.span) }
      : mention;
  });
}
