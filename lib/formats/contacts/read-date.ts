// Days as files write them: birthdays with and without a year, of the solar and of the lunar calendar.
import { chineseNumber, chineseYear } from '../../domain/capture/chinese-numbers';
import { monthLength } from '../../domain/dates/day-number';
import type { Day } from '../../domain/day';
import type { IncomingDate } from './incoming';

/** Of 3/4: the day or the month first. */
export type DateOrder = 'dmy' | 'mdy';

export type ReadDay = Pick<IncomingDate, 'calendar' | 'year' | 'month' | 'leapMonth' | 'day'>;

const MONTHS: readonly RegExp[] = [
  /^(jan|janv|januar|january|jänner|ene|enero|janvier)$/,
  /^(feb|febr|februar|february|fév|févr|février|febrero)$/,
  /^(mar|mär|märz|march|mars|marzo|mrz)$/,
  /^(apr|april|avr|avril|abr|abril)$/,
  /^(may|mai|mayo)$/,
  /^(jun|june|juni|juin|junio)$/,
  /^(jul|july|juli|juil|juillet|julio)$/,
  /^(aug|august|août|aou|ago|agosto)$/,
  /^(sep|sept|september|septembre|septiembre)$/,
  /^(oct|okt|october|oktober|octobre|octubre)$/,
  /^(nov|november|novembre|noviembre)$/,
  /^(dec|dez|december|dezember|déc|décembre|dic|diciembre)$/,
];

const HAN_NUMBER = '[\\d〇零一二三四五六七八九十廿卅初正冬腊元]';
const CHINESE = new RegExp(`^(?:(${HAN_NUMBER}{2,4})年)?(闰?)(${HAN_NUMBER}{1,3})月(?:(${HAN_NUMBER}{1,4})[日号]?)$`);

/**
 * A day, or null when the text is none. Programs that know no year write one in which nobody was born: 1604, 0000. `order` decides where nothing else does; `calendar` is what the column says.
 */
export function readDay(given: string, order: DateOrder, calendar: 'solar' | 'lunar' = 'solar'): ReadDay | null {
  // As nearly every program writes it: a large file is full of them.
  const iso = /^([12]\d{3})-(\d\d)-(\d\d)(?:[ T]\d\d:\d\d.*)?$/.exec(given);
  if (iso) return settled({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), leap: false, calendar });
  const text = given.normalize('NFKC').trim().toLowerCase();
  if (text === '' || text.length > 60) return null;
  const lunar = /^[(（]?(?:农历|阴历|旧历|lunar)[)）:：\s]*|\s*[(（]?(?:农历|阴历|lunar)[)）]?$/;
  const isLunar = calendar === 'lunar' || lunar.test(text);
  const plain = text.replace(lunar, '').trim();
  const parts = chinese(plain) ?? (isLunar ? lunarDigits(plain) : null) ?? digits(plain, order) ?? words(plain);
  return parts && settled({ ...parts, calendar: isLunar ? 'lunar' : 'solar' });
}

interface Parts {
  year: number | null;
  month: number;
  day: number;
  leap: boolean;
}

function chinese(text: string): Parts | null {
  const match = CHINESE.exec(text.replace(/\s/g, ''));
  if (!match) return null;
  const [, year, leap, month, day] = match;
  return { year: year === undefined ? null : chineseYear(year), month: chineseNumber(month!), day: chineseNumber(day!), leap: leap !== '' };
}

/** A lunar date in digits, where only the order of the calendar makes sense. */
function lunarDigits(text: string): Parts | null {
  const match = /^(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})$/.exec(text);
  return match && { year: match[1] === undefined ? null : Number(match[1]), month: Number(match[2]), day: Number(match[3]), leap: false };
}

function digits(text: string, order: DateOrder): Parts | null {
  const parts = (year: string | null, month: string, day: string): Parts => ({
    year: year === null ? null : fullYear(year),
    month: Number(month),
    day: Number(day),
    leap: false,
  });
  // With a time behind, which is of no use here.
  const plain = text.replace(/(?<=\d)(?:[t\s]+\d{1,2}:\d{2}.*|t\d{4,6}[z\d+-]*)$/, '').replace(/\s/g, '');
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^--(\d{2})-?(\d{2})$/.exec(plain);
  if (compact) return compact[3] === undefined ? parts(null, compact[1]!, compact[2]!) : parts(compact[1]!, compact[2]!, compact[3]);
  const match = /^(\d{1,4})([-/.])(\d{1,2})(?:\2(\d{1,4})?)?$/.exec(plain);
  if (!match) return null;
  const [, a, mark, b, c] = match as unknown as [string, string, string, string, string | undefined];
  if (a.length > 2) return c === undefined ? null : parts(a, b, c);
  // A point stands between day and month wherever it is used.
  const isDayFirst = mark === '.' || Number(a) > 12 || (order === 'dmy' && !(Number(b) > 12));
  if (c === undefined && mark === '-') return parts(null, a, b);
  return isDayFirst ? parts(c ?? null, b, a) : parts(c ?? null, a, b);
}

function words(text: string): Parts | null {
  const plain = text
    .replace(/[.,]/g, ' ')
    .replace(/(?<=\d)(st|nd|rd|th)\b/, '')
    .replace(/^\p{L}+day\s+/u, '')
    .trim();
  const match =
    /^(?<month>\p{L}{3,10})\s*(?<day>\d{1,2})(?:\s+(?<year>\d{4}))?$/u.exec(plain) ??
    /^(?<day>\d{1,2})[\s-]*(?:de\s+)?(?<month>\p{L}{3,10})(?:[\s-]+(?:de\s+)?(?<year>\d{2,4}))?$/u.exec(plain);
  if (!match?.groups) return null;
  const { day, month, year } = match.groups;
  const number = MONTHS.findIndex((names) => names.test(month!));
  return number < 0 ? null : { year: year === undefined ? null : fullYear(year), month: number + 1, day: Number(day), leap: false };
}

/** Two digits as people say them: 90 is 1990, 27 is 2027. */
const fullYear = (text: string): number => (text.length > 2 ? Number(text) : Number(text) > 45 ? 1900 + Number(text) : 2000 + Number(text));

function settled({ year, month, day, leap, calendar }: Parts & Pick<ReadDay, 'calendar'>): ReadDay | null {
  const known = year !== null && year >= 1900 && year <= 2100 ? year : null;
  // A year that cannot be makes the day doubtful, unless it is one that stands for none.
  if (year !== null && known === null && year !== 0 && year !== 1604) return null;
  const date: ReadDay = { calendar, year: known, month, leapMonth: leap && calendar === 'lunar', day };
  return isDate(date) ? date : null;
}

/** Whether a calendar has such a day; a leap year is given the benefit of the doubt. */
export function isDate({ calendar, year, month, leapMonth, day }: ReadDay): boolean {
  if (!(month >= 1 && month <= 12 && day >= 1) || (year !== null && !(year >= 1900 && year <= 2100))) return false;
  if (calendar === 'lunar') return day <= 30;
  return !leapMonth && day <= monthLength(year ?? 2000, month);
}

/** A day of the solar calendar with its year, as it is kept, or null. */
export function readWholeDay(text: string, order: DateOrder): Day | null {
  const read = readDay(text, order);
  if (!read || read.year === null || read.calendar !== 'solar') return null;
  return `${read.year}-${String(read.month).padStart(2, '0')}-${String(read.day).padStart(2, '0')}`;
}

/** What the days of a column say about their order: the first one that can be read in one way only decides; null is nothing. */
export function orderIn(texts: readonly string[]): DateOrder | null {
  for (const text of texts) {
    const match = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}(?!\d)/.exec(text);
    if (!match) continue;
    if (Number(match[1]) > 12) return 'dmy';
    if (Number(match[2]) > 12) return 'mdy';
  }
  return null;
}
