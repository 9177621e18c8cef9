// Days in English sentences.
import { CARDINAL_WORD, ORDINAL_WORD, ordinal } from './english-numbers';
import {
  aWeekday,
  ahead,
  behind,
  dayOfMonth,
  half,
  later,
  monthDay,
  near,
  nearDay,
  nthWeekday,
  quarter,
  season,
  slashed,
  weekdaysAway,
  weekOfMonth,
  weekdayAndDay,
  wholeMonth,
} from './english-readings';
import { exactRule, never, rule, type Rule } from './rule';
import * as s from './span';

const MONTH =
  '(?<month>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?';
/** Names of months that are no other word; the abbreviations are, mostly. */
const CLEAR_MONTH = '(?<month>january|february|july|august|september|october|november|december|jan|feb|aug|sept|oct|nov|dec)(?![a-z])';
const WEEKDAY =
  '(?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues|thurs|thur|mon|tue|wed|thu|fri|sat|sun)s?\\.?(?![a-z])';
const CLEAR_WEEKDAY = '(?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues|thurs|thur|thu|fri)(?![a-z])';
const DAY = `(?<day>(?:3[01]|[12]\\d|0?[1-9])(?:\\s?(?:st|nd|rd|th)\\b)?|${ORDINAL_WORD})`;
const NTH = `(?<day>(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)|${ORDINAL_WORD})`;
const YEAR = "(?:\\s*[,-]?\\s*(?:of\\s+|in\\s+)?(?:(?<year>(?:19|20)\\d\\d|'\\d\\d)(?![\\d:])|(?<near>next|this|last) year\\b))";
const COUNT = `(?<count>\\d{1,3}(?:\\.5)?|an?|half an?|(?:a )?couple(?: of)?(?: more)?|${CARDINAL_WORD})`;
const UNIT = '(?<unit>business days?|working days?|days?|weeks?|fortnights?|weekends?|months?|quarters?|years?|yrs?|wks?)';
const REL = '(?<rel>next|last|this coming|this past|this|coming|following|past|previous|upcoming|the following|the coming|the next)';
/** Words before a month or a season that make it a time, and not a name. */
const IN =
  '(?:in|by|until|till|til|before|after|since|during|around|about|through|throughout|early|late|mid|next|last|this|every|each|for|come|from|of)';

const THINGS =
  'floors?|streets?|st|avenues?|ave|times?|grades?|grader|graders|centur(?:y|ies)|rows?|places?|pages?|chapters?|lines?|anniversary|birthday|try|attempts?|person|child|kids?|baby|son|daughter|version|editions?|rounds?|quarters?|half|halves|visits?|calls?|orders?|options?|weeks?|months?|days?|years?|house|home|car|one|ones|party|hand|class|rate|step|thing|things|meeting|largest|biggest|best|most|amendment|generation|gen|wife|husband|marriage|shift|stage|phase|team|door|wave|draft|item|units?|copy|room|item|part|parties|choice|opinion|language|thought';
const AFTER_DAY = `(?=\\s*(?:$|[,.;!?)]|-(?!\\w)|(?:of|at|and|or|in|for|she|he|they|we|i|it|is|was|will|works?|would|if|to|because|with|when|so|but|about|around|from|until|till|through|please|maybe|then|again|this|next|too|instead|morning|afternoon|evening|night|noon|after|before|by|suits|sounds?|he'll|she'll|i'll|we'll|they'll|i'm|he's|she's|we're)\\b))`;

export const ENGLISH: Rule[] = [
  // What looks like a day and is none.
  never(
    `\\b\\d{1,5}\\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\\s+(?:road|rd|street|st|avenue|ave|lane|ln|court|ct|drive|dr|way)\\b`,
  ),
  never('\\bthe second(?= (?:hand|of (?:two|three|them|those|these)))'),
  never('\\b24/7\\b|\\b9/11\\b|\\b20/20\\b|\\b50/50\\b'),
  never('\\b(?:black|ruby|freaky|casual|throwback) (?:tuesday|thursday)\\b'),
  never(
    '\\b(?:spring|summer|fall|autumn|winter) (?:rolls?|water|onions?|dress(?:es)?|tires?|tyres?|coats?|cleaning|jacket|boots|collection|in love|apart|asleep|off|over|down|behind|ill|sick)\\b',
  ),
  // Month and day.
  rule(
    `(?<!\\$)\\b(?:(?<year1>(?:19|20)\\d\\d)[-/ ])?${MONTH}[-/\\s]*(?:the\\s+)?${DAY}(?!\\d|[:]|/\\d\\d?\\b|\\s*(?:%|am\\b|pm\\b|o'clock|dollars|euros|people|units|miles|km|kg|percent))(?:\\s*(?:-|–|—|to|until|till|through|thru|and)\\s*(?:the\\s+)?(?<last>(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?)(?![\\d:/]|\\s*(?:am|pm)\\b|\\s+(?:of\\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))?${YEAR}?`,
    monthDay,
  ),
  rule(
    `(?<![\\d.$/:])\\b(?:the\\s+)?${DAY}(?:\\s*(?:-|–|—|to|until|through|and)\\s*(?:the\\s+)?(?<last>(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?))?\\s*(?:day\\s+)?(?:of\\s+)?[-/\\s]?${MONTH}(?![a-z])[-/\\s]?${YEAR}?`,
    monthDay,
  ),
  // A month.
  rule(`\\b${MONTH}(?![a-z]),?\\s*(?:of\\s+|in\\s+)?(?:(?<year>(?:19|20)\\d\\d)(?!\\d)|(?<near>next|this|last) year\\b)`, wholeMonth),
  rule(
    `\\b(?:(?<rel>next|last|this|this coming|this past|coming|past)\\s+)${MONTH}(?<!this (?:may|march|mar))(?![a-z'’])(?!\\s+\\d)`,
    wholeMonth,
  ),
  exactRule('\\b[Tt]his (?<month>May|March)(?![a-zA-Z])', wholeMonth),
  rule(`(?<![$])\\b${CLEAR_MONTH}`, wholeMonth),
  rule(`(?<![\\d.$/-])(?<year>(?:19|20)\\d\\d)[-/ ](?:${MONTH}(?![a-z\\d])|(?<digits>1[0-2]|0[1-9])(?![\\d:/.-]))`, (groups, today) =>
    groups['digits'] ? s.monthSpan(Number(groups['year']), Number(groups['digits'])) : wholeMonth(groups, today),
  ),
  exactRule(
    `(?<=\\b(?:[Ii]n|[Bb]y|[Uu]ntil|[Tt]ill?|[Bb]efore|[Aa]fter|[Ss]ince|[Dd]uring|[Aa]round|[Tt]hroughout|[Ee]arly|[Ll]ate|[Mm]id|[Mm]iddle of|[Ee]nd of|[Bb]eginning of|[Ss]tart of|[Ee]very|[Ff]rom|[Ww]eek of|[Dd]ay of)[- ])(?<month>[Mm]arch|[Aa]pril|[Mm]ay|[Jj]une|[Aa]pr|[Mm]ar|[Jj]un|[Jj]ul|[Ss]ep)(?![a-zA-Z'’])`,
    wholeMonth,
  ),
  rule(
    `\\b(?<month>june|april|march|may)(?=\\s*(?:-|–|to|through|until)\\s*(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b)`,
    wholeMonth,
  ),
  rule(
    `(?<=\\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\\s+(?:to|through|until|till)\\s+)(?<month>june|april|march|may)\\b`,
    wholeMonth,
  ),
  // Days from here.
  rule('\\b(?:the )?day after tomorrow\\b', nearDay(2)),
  rule('\\b(?:the )?day before yesterday\\b', nearDay(-2)),
  rule("\\b(?:today|tonight|tonite|this (?:morning|afternoon|evening)|later today)(?!'s (?:world|market|standards))(?:'s)?\\b", nearDay(0)),
  rule('\\b(?:tomorrow|tmrw|tmr|tomorow|2morrow)(?:\\s+(?:morning|afternoon|evening|night|noon))?\\b', nearDay(1)),
  rule('\\b(?:yesterday(?:\\s+(?:morning|afternoon|evening))?|last night|last evening)\\b', nearDay(-1)),
  rule(
    `\\b(?:${REL}\\s+)?${CLEAR_WEEKDAY}(?:\\s+(?:morning|afternoon|evening|night))?(?<after>,?\\s+(?:of\\s+)?(?:(?:next|last|this|the following|the coming)\\s+)?week(?!end|ly|\\s+\\d|s))?\\b`,
    aWeekday,
  ),
  rule(`\\b(?<after>(?:next|this|last) week)(?:\\s+on)?,?\\s+${WEEKDAY}`, aWeekday),
  rule(
    `\\b${WEEKDAY},?\\s+(?:the\\s+)?(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\da-z:/-]|\\s*(?:am|pm|o'clock|hours?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\\.\\d)(?=\\s*(?:$|[,.;!?)]|at\\b|between\\b|from\\b|and\\b))`,
    weekdayAndDay,
  ),
  rule(
    `(?<=\\b(?:on|by|until|till|before|after|from|every|each|since|to|and|or)\\s+)${WEEKDAY}(?<after>,?\\s+(?:of\\s+)?(?:next\\s+|last\\s+|this\\s+)?week)?(?![a-z])`,
    aWeekday,
  ),
  rule(`\\b${REL}\\s+${WEEKDAY}`, aWeekday),
  exactRule('(?<=[a-z,] )(?<weekday>Wed|Sat|Sun)(?![a-zA-Z])', aWeekday),
  exactRule('(?<![a-zA-Z])(?<weekday>Mon|Tue)(?![a-zA-Z])', aWeekday),
  rule(
    '\\b(?<weekday>mon|tue|wed|thu|fri|sat|sun)(?=\\.?,?\\s+(?:the\\s+)?(?:\\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?![a-z]*\\s?(?:am|pm)))',
    aWeekday,
  ),
  // A day of a month.
  rule(
    `\\b(?:the\\s+)?${NTH}(?:\\s+day)?\\s+(?:of|in)\\s+(?<rel>every|each|the|this|next|last)(?:\\s+(?:single\\s+)?)month\\b`,
    dayOfMonth,
  ),
  rule(`\\b(?<rel>every|each|next|this)\\s+month,?\\s+on\\s+(?:the\\s+)?${NTH}\\b`, dayOfMonth),
  rule(`\\bmonthly,?\\s+on\\s+(?:the\\s+)?${NTH}\\b`, (groups, today) => dayOfMonth({ ...groups, rel: 'every' }, today)),
  rule(`\\b(?<after>(?:next|this|last) week)(?:\\s+on)?,?\\s+${WEEKDAY}`, aWeekday),
  rule(
    `\\b${WEEKDAY},?\\s+(?:the\\s+)?(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\da-z:/-]|\\s*(?:am|pm|o'clock|hours?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\\.\\d)(?=\\s*(?:$|[,.;!?)]|at\\b|between\\b|from\\b|and\\b))`,
    weekdayAndDay,
  ),
  rule(
    '(?:(?<=\\bbetween )|(?<=\\bfrom )|\\b)the\\s+(?<day>(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th))\\s*(?:-|–|to|until|through|and(?<=between.*))\\s*(?:the\\s+)?(?<last>(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th))\\b',
    ({ day, last }, today) => {
      const span = s.comingDay(today, ordinal(day!));
      const length = ordinal(last!) - ordinal(day!);
      return span && length > 0 ? { unit: 'day', from: span.on, on: span.on, to: span.on + length } : null;
    },
  ),
  rule(
    `(?<=\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? )the (?<day>(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)|${ORDINAL_WORD})(?![a-z])`,
    dayOfMonth,
  ),
  rule(
    `(?<=\\bon )the (?<day>3[01]|[12]\\d|0?[1-9])(?=\\s*(?:$|[,.;!?)]|at\\b|between\\b|from\\b|and\\b|of (?:this|next|the) month))(?!\\.\\d)`,
    dayOfMonth,
  ),
  rule(
    `(?<=\\b(?:on|by|until|till|before|after|from|since|for|to|due|around|about|between|and|or|through) )(?:the\\s+)(?<day>(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)|${ORDINAL_WORD.replace('|second', '')})\\b(?!\\s+(?:${THINGS})\\b|-)`,
    dayOfMonth,
  ),
  rule(`\\bthe\\s+(?<day>(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th))\\b(?!\\s+(?:${THINGS})\\b)${AFTER_DAY}`, dayOfMonth),
  rule(`\\b(?<after>(?:next|this|last) week)(?:\\s+on)?,?\\s+${WEEKDAY}`, aWeekday),
  rule(
    `\\b${WEEKDAY},?\\s+(?:the\\s+)?(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\da-z:/-]|\\s*(?:am|pm|o'clock|hours?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\\.\\d)(?=\\s*(?:$|[,.;!?)]|at\\b|between\\b|from\\b|and\\b))`,
    weekdayAndDay,
  ),
  rule(`(?<=\\b(?:on|by|until) )(?<day>(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th))\\b(?!\\s+(?:${THINGS})\\b)`, dayOfMonth),
  rule(
    `\\b(?:the\\s+)?(?<nth>first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)\\s+${WEEKDAY}(?:\\s+(?:morning|afternoon|evening|night))?\\s+(?:of|in)\\s+(?:${MONTH}(?![a-z])${YEAR}?|(?:(?<rel>every|each|the|this|next|last)\\s+)month\\b)`,
    nthWeekday,
  ),
  rule(
    `\\b(?:the\\s+)?(?<nth>first|second|third|fourth|last|1st|2nd|3rd|4th)\\s+week\\s+(?:of|in)\\s+(?:${MONTH}(?![a-z])${YEAR}?|(?<rel>the|this|next|last)\\s+month\\b)`,
    weekOfMonth,
  ),
  rule(
    '\\b(?:the\\s+)?last\\s+day\\s+of\\s+(?<rel>the|this|next|every|each)\\s+(?<unit>month|year|week|quarter)\\b',
    ({ rel, unit }, today) => {
      const span = near(rel, unit!, today);
      const end = span && s.partOf(span, 'end');
      return end && /every|each/i.test(rel!) && unit === 'month' ? { ...end, every: 1 } : end;
    },
  ),
  rule(
    `\\bevery\\s+(?<day>(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th))\\b(?!\\s+(?:${THINGS}|mon|tue|wed|thu|fri|sat|sun))(?!\\s+of)`,
    (groups, today) => dayOfMonth({ ...groups, rel: 'every' }, today),
  ),
  rule(
    `\\b(?<count>a couple of|${CARDINAL_WORD}|\\d)\\s+(?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)s\\s+(?<side>ago|from now)\\b`,
    weekdaysAway,
  ),
  // So many days, weeks, months.
  rule(
    `\\bin\\s+(?:about\\s+|around\\s+|roughly\\s+|approximately\\s+|another\\s+|only\\s+|just\\s+|exactly\\s+)?(?:the next\\s+)?${COUNT}\\s+${UNIT}(?:\\s+or\\s+(?:so|two))?(?:'s?|’s?)?(?:\\s+time)?\\b`,
    later(1),
  ),
  rule(`\\b${COUNT}\\s+(?:more\\s+)?${UNIT}\\s+(?:from\\s+(?:now|today)|later|hence|out)\\b`, later(1)),
  rule(`\\b${COUNT}\\s+${UNIT}\\s+(?:ago|back|earlier)\\b`, later(-1)),
  rule(`\\bafter\\s+(?:about\\s+|another\\s+)?${COUNT}\\s+(?:more\\s+)?${UNIT}\\b`, later(1)),
  rule(`\\b(?:with)?in(?:side)?(?:\\s+of)?\\s+(?:the\\s+)?(?:next\\s+|coming\\s+)?${COUNT}\\s+${UNIT}(?<=within.*)`, later(1, true)),
  rule(`\\b(?:the\\s+)?(?:next|coming|following)\\s+${COUNT}\\s+${UNIT}\\b`, ahead),
  rule(`\\b(?:the\\s+)?${COUNT}\\s+(?:coming|upcoming|following)\\s+${UNIT}\\b`, ahead),
  rule(`\\b(?:the\\s+)?(?:past|last|previous)\\s+${COUNT}\\s+${UNIT}\\b`, behind),
  rule('\\b(?:a|one) week (?:from )?(?<day>tomorrow|today)\\b', ({ day }, today) =>
    s.oneDay(today.number + (/tomorrow/i.test(day!) ? 8 : 7)),
  ),
  // Weeks, months, years.
  rule(`\\b(?:the\\s+)?(?<unit>week|weekend|month|quarter|year)\\s+(?<rel>after next)\\b`, ({ rel, unit }, today) =>
    near(rel, unit!, today),
  ),
  rule(
    `\\b(?:later\\s+|sometime\\s+|early\\s+(?=never))?(?<rel>next|last|this coming|this past|this|current|coming|past|previous|following|upcoming|the coming|the following|the upcoming)\\s+(?<unit>week|weekend|month|quarter|year)(?:'s|’s)?\\b(?!\\s+old)`,
    ({ rel, unit }, today) => near(rel, unit!, today),
  ),
  rule('\\b(?:over|at|on|during|by|until|for|before|after)\\s+the\\s+(?<unit>weekend)\\b', ({ unit }, today) => near('this', unit!, today)),
  rule(
    '(?:(?<=\\b(?:in|by|until|till|til|since|before|after|from|around|during|early|late|mid|of|to|through|for|between|year)[- ])|(?<=(?<![\\d.-])(?:19|20)\\d\\d\\s?(?:and|to|-|–|or)\\s?)|(?<=(?:^|[\\s(]))(?=\\d{4}\\s?[-–]\\s?(?:19|20)\\d\\d(?![\\d/.-])))(?<year>(?:19|20)\\d\\d)(?!\\d|[:/.]\\d|-\\d(?!\\d\\d\\d(?!\\d)))(?!\\s+(?:dollars|units|people|euros|pounds|miles|times|items|pieces|boxes|of))',
    ({ year }) => s.yearSpan(Number(year)),
  ),
  rule(`\\b(?:the\\s+)?(?:(?<year1>(?:19|20)\\d\\d)[-\\s])?q(?<q>[1-4])\\b${YEAR}?`, quarter),
  rule(
    `\\b(?:the\\s+)?(?<q>first|second|third|fourth|1st|2nd|3rd|4th)\\s+quarter\\b${YEAR}?(?!\\s+of\\s+(?:the\\s+)?(?:game|match))`,
    quarter,
  ),
  rule(`\\bh(?<half>[12])\\b${YEAR}?`, half),
  rule(
    `\\b(?:the\\s+)?(?<half>first|second|1st|2nd)\\s+half\\s+of\\s+(?:(?<year>(?:19|20)\\d\\d)|(?<near>next|this|last) year|the year)\\b`,
    half,
  ),
  rule(
    `(?<=\\b${IN}\\s+(?:the\\s+)?)(?<season>spring|summer|fall|autumn|winter)(?:time)?\\b${YEAR}?(?!\\s+(?:of love|into|apart|out))`,
    season,
  ),
  rule(`\\b(?:the\\s+)?(?<rel>next|last|this|this coming|coming)\\s+(?<season>spring|summer|fall|autumn|winter)\\b`, season),
  rule(`\\b(?<season>spring|summer|fall|autumn|winter)${YEAR}`, season),
  // In digits.
  rule('(?<![\\d./$-])(?<digits>1[0-2]|0?[1-9])/(?<year>(?:19|20)\\d\\d)(?![\\d/])', ({ digits, year }) =>
    s.monthSpan(Number(year), Number(digits)),
  ),
  rule(
    '(?<![\\d.$/]|(?<!/\\d{1,4})-)(?<a>3[01]|[12]\\d|0?[1-9])[/](?<b>3[01]|[12]\\d|0?[1-9])[/](?<year>(?:19|20)?\\d\\d)(?![\\d/])',
    slashed,
  ),
  rule(
    '(?<=\\b(?:on|by|until|before|due) )(?<a>1[0-2]|0?[1-9])\\.(?<b>3[01]|[12]\\d|0?[1-9])(?![\\d.%]|\\s*(?:percent|k|m|million|dollars|euros|x|points?|km|miles|kg|lbs?)\\b)',
    slashed,
  ),
  rule('(?<![\\d.$/-])(?<a>1[0-2]|0?[1-9])-(?<b>3[01]|[12]\\d|0?[1-9])-(?<year>(?:19|20)\\d\\d)(?![\\d/])', slashed),
  rule('(?<![\\d.$/-])(?<b>3[01]|[12]\\d|0?[1-9])\\.\\s?(?<a>1[0-2]|0?[1-9])\\.\\s?(?<year>(?:19|20)\\d\\d)(?![\\d/])', ({ a, b, year }) =>
    s.dateSpan(Number(year), Number(a), Number(b)),
  ),
  rule(
    '(?<![\\d./$€£]|(?<!/\\d{1,4})-)(?<a>3[01]|[12]\\d|0?[1-9])/(?<b>3[01]|[12]\\d|0?[1-9])(?![\\d/]|\\.\\d|\\s*(?:的|cups?|done|stars?|full|price|miles|teaspoons?|tsp|tbsp|lb|would|of\\b|inch|"|″|万|元|%))',
    slashed,
  ),
];
