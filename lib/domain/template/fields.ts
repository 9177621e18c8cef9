// The words of the template language: what a template can name, in both languages. Every spelling is understood in every template.

/** What a template can say of the person, the moment, or leave to be asked. */
export const FIELDS = ['name', 'first_name', 'company', 'last_promise', 'next_date', 'occasion', 'greeting', 'date', 'weekday'] as const;
export type Field = (typeof FIELDS)[number];

/** The Chinese spelling that is offered first, and others that are understood. */
const IN_CHINESE: Record<Field, readonly string[]> = {
  name: ['姓名', '名字', '全名'],
  first_name: ['称呼', '名'],
  company: ['公司', '单位'],
  last_promise: ['承诺', '答应的事', '上次承诺'],
  next_date: ['下个日子', '重要日期'],
  occasion: ['什么日子', '由头'],
  greeting: ['问候', '问候语'],
  date: ['日期', '今天'],
  weekday: ['星期', '周几'],
};

const BY_WORD: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...FIELDS.flatMap((field) => [field, ...IN_CHINESE[field]].map((word): [string, Field] => [word, field])),
  ['firstname', 'first_name'],
  ['today', 'date'],
]);

/** Every word for a field. */
export const spellingsOf = (field: Field): string[] => [...BY_WORD].flatMap(([word, of]) => (of === field ? [word] : []));

/** How a field is written in a language. */
export const spellingOf = (field: Field, language: 'en' | 'zh'): string => (language === 'zh' ? IN_CHINESE[field][0]! : field);

/** A word as it is compared: case and the kind of space do not matter. */
export const plainWord = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '_');

export const fieldOf = (word: string): Field | null => BY_WORD.get(plainWord(word)) ?? null;

export const isCursor = (word: string): boolean => /^(cursor|光标)$/i.test(word.trim());

/** A day so far from today: `date+3d`, `日期+2周`. */
export interface Offset {
  n: number;
  unit: 'day' | 'week' | 'month' | 'year';
}

const UNITS: ReadonlyMap<string, Offset['unit']> = new Map<string, Offset['unit']>([
  ...['d', 'day', 'days', '天', '日'].map((word): [string, 'day'] => [word, 'day']),
  ...['w', 'week', 'weeks', '周', '星期', '个星期'].map((word): [string, 'week'] => [word, 'week']),
  ...['m', 'month', 'months', '月', '个月'].map((word): [string, 'month'] => [word, 'month']),
  ...['y', 'year', 'years', '年'].map((word): [string, 'year'] => [word, 'year']),
]);

/** Every word that may stand behind the number of `date+3d`. */
export const UNIT_WORDS: readonly string[] = [...UNITS.keys()];

/** Reads `date+3d`; null when it is none. Three digits are enough: nobody promises anything a thousand years ahead. */
export function datedField(word: string): { field: 'date' | 'weekday'; offset: Offset } | null {
  const match = /^([^+＋\-－−]{1,20})([+＋\-－−])\s{0,4}(\d{1,3})\s{0,4}([^\d\s]{1,6})$/.exec(word.trim());
  if (!match) return null;
  const field = fieldOf(match[1]!);
  const unit = UNITS.get(match[4]!.toLowerCase());
  if ((field !== 'date' && field !== 'weekday') || !unit) return null;
  const n = Number(match[3]);
  return { field, offset: { n: /[+＋]/.test(match[2]!) ? n : -n, unit } };
}
