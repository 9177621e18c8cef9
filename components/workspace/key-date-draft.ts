// A key date as it stands in its form, and back.
import { DEFAULT_LEADS } from '../../lib/domain/dates/leads';
import { DATE_KINDS, type DateKind } from '../../lib/domain/kinds';
import type { KeyDate } from '../../lib/domain/tie-records';
import type { WordKey } from '../../lib/words/words';

export type KeyDateGiven = Omit<KeyDate, 'contactId' | 'createdAt' | 'updatedAt'>;

/** What the form holds, all as text. `every` is months, '' is once; `leap` and `inferred` are 'yes' or ''. */
export type KeyDateDraft = Record<
  'kind' | 'label' | 'calendar' | 'year' | 'month' | 'day' | 'leap' | 'every' | 'leads' | 'inferred',
  string
>;

/** The form of a key date, or of a new one: a yearly one, today's month and day left to choose. */
export function draftOfDate(date: KeyDateGiven | null): KeyDateDraft {
  return {
    kind: date?.kind ?? 'birthday',
    label: date?.label ?? '',
    calendar: date?.calendar ?? 'solar',
    year: date?.year?.toString() ?? '',
    month: date?.month.toString() ?? '',
    day: date?.day.toString() ?? '',
    leap: date?.leapMonth ? 'yes' : '',
    every: date ? (date.everyMonths?.toString() ?? '') : '12',
    leads: (date?.leads ?? DEFAULT_LEADS).join(', '),
    inferred: date?.inferred ? 'yes' : '',
  };
}

/** Days ahead as a list: "30, 7, 1"; none for an empty text, null when it is no such list. */
export function leadsIn(text: string): number[] | null {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,、;]+/)
    .filter((part) => part !== '');
  if (parts.length > 5 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 365)) return null;
  return [...new Set(parts.map(Number))].sort((a, b) => b - a);
}

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The most days that a month of this calendar can have, of any year or of this one. */
function longest(calendar: string, month: number, year: number | null): number {
  if (calendar === 'lunar') return 30;
  const leaps = year === null || new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return month === 2 && !leaps ? 28 : (LONGEST[month - 1] ?? 0);
}

const whole = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null);

/** The key date that the form describes, or what is wrong with it. */
export function keyDateIn(draft: KeyDateDraft, id: string): { date: KeyDateGiven } | { wrong: WordKey } {
  const [month, day, year] = [whole(draft.month), whole(draft.day), whole(draft.year)];
  const kind: DateKind = DATE_KINDS.find((one) => one === draft.kind) ?? 'custom';
  const label = draft.label.trim();
  const calendar = draft.calendar === 'lunar' ? 'lunar' : 'solar';
  if (kind === 'custom' && label === '') return { wrong: 'life_wrong_label' };
  if (draft.year.trim() !== '' && (year === null || year < 1900 || year > 2100)) return { wrong: 'life_wrong_year' };
  if (month === null || day === null || day < 1 || day > longest(calendar, month, year)) return { wrong: 'life_wrong_date' };
  const everyMonths = whole(draft.every);
  if (everyMonths === null && year === null) return { wrong: 'life_wrong_once' };
  const leads = leadsIn(draft.leads);
  if (leads === null) return { wrong: 'life_wrong_leads' };
  const leapMonth = calendar === 'lunar' && draft.leap === 'yes';
  return { date: { id, kind, label, calendar, year, month, leapMonth, day, everyMonths, leads, inferred: draft.inferred === 'yes' } };
}
