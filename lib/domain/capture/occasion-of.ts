// What kind of day it is, from the words around it, and what is left of them as its label.
import type { DateKind } from '../kinds';
import { chineseNumber } from './chinese-numbers';
import { cardinal } from './english-numbers';
import { plain } from './plain';

export interface OccasionWords {
  kind: DateKind;
  /** Whose or what, in the rep's own words; may be empty. */
  label: string;
  /** Years completed on that day, when that was said. */
  age: number | null;
  /** The day is the first of its kind, not one of many: a birth or a wedding to come. */
  isFirst: boolean;
}

const CHILD =
  /女儿|儿子|孩子|小孩|娃|宝宝|宝贝|闺女|小朋友|老大|老二|孙子|孙女|外孙|双胞胎|\b(?:daughters?|sons?|kids?|child(?:ren)?|baby|babies|toddlers?|twins?|grand(?:son|daughter|child|kid)s?|(?:little|youngest|eldest|oldest) (?:one|girl|boy))\b/i;
const DUE = /预产期|要生|生二胎|生三胎|\b(?:due date|baby(?: is|'s)? due|she(?: is|'s) due|expecting (?:a|her|their|twins))\b/i;
const BIRTHDAY =
  /生日|生辰|出生|生于|\s生(?:的|人)?$|过寿|做寿|大寿|寿辰|周岁|满月|百日|\b(?:birthday|b-?day|born|dob|date of birth|turns|turning)\b/i;
const AGE =
  /(?:满)?([一二两三四五六七八九十\d]{1,3})\s*周?岁(?!半)|\b(?:turns?|turning|will be|is going to be)\s+(\d{1,3}|[a-z]+(?:-[a-z]+)?)\b(?!\s*(?:pm|am|o'clock))/i;
const NTH_BIRTHDAY = /\b(\d{1,3})(?:st|nd|rd|th)\s+(?:birthday|anniversary)\b|([一二三四五六七八九十\d]{1,3})周年/i;
const EXAM = /考试|开考|高考|中考|考研|期末|期中|月考|会考|面试|\b(?:exams?|finals|mid-?terms?|sats?|test day|recital|graduat\w+)\b/i;
const ANNIVERSARY = /纪念日|结婚|周年|婚礼|结的婚|领证|\b(?:anniversary|wedding|married|marries|got married)\b/i;
const WEDDING = /婚礼|\bwedding\b(?!\s+anniversary)|\bmarries\b|\bget(?:ting)? married\b/i;
const EXPIRY =
  /到期|过期|续保|续费|续约|续签|期满|失效|截止|年检|年审|换证|\b(?:expir\w*|runs? out|running out|renew\w*|lapses?|ends?|is up|(?:lease|contract|policy|insurance|passport|visa|licen[cs]e|warranty|subscription|registration|mortgage)\b.{0,20}\b(?:up|over|until|till|through))\b/i;

const DROPPED: Record<DateKind, RegExp[]> = {
  birthday: [
    /(?:的|是)?(?:过)?(?:生日|生辰|出生|生于|周岁)(?:是|在)?|(?:满)?[一二两三四五六七八九十\d]{1,3}\s*周?岁/g,
    /(?:'s|’s)?\s*\b(?:\d+(?:st|nd|rd|th)\s+)?(?:birthday|b-?day|dob|date of birth)\b(?:\s+(?:is|falls|comes|on))*|\b(?:(?:turns?|turning|will be)\s+[\w-]+|(?:was\s+)?born)\b/gi,
  ],
  'child-birth': [],
  anniversary: [/(?:的)?(?:纪念日)(?:是|在)?|[一二三四五六七八九十\d]{1,3}周年(?:是|在)?/g, /\banniversary\b(?:\s+(?:is|falls|on))*/gi],
  'child-exam': [],
  expiry: [/(?:就|要|会|快|将)?(?:到期|过期|期满|失效|截止)(?:了)?/g, /\b(?:expir\w*|runs? out|running out|lapses?|ends|is up)\b/gi],
  custom: [],
};
DROPPED['child-birth'] = DROPPED.birthday;

const EDGES =
  /^(?:[\s,，。;；:：、.!?()（）-]|担心|打算|准备|计划|可能|大概|想|的|是|在|于|就|要|把|等|了|之?前|之?后|(?:on|in|by|at|the|is|are|was|until|till|before|after|for|of|and|from|this|to|it's|its|since|around|but|so|then)(?![\w'’]))+|(?:[\s,，。;；:：、.!?()（）-]|的|是|在|于|就|要|把|定|之?前|之?后|(?<![\w'’])(?:on|in|by|at|the|is|are|was|until|till|before|after|for|of|and|from|this|to|since|around|but|so|then))+$/giu;

function ageIn(words: string): number | null {
  const found = AGE.exec(words);
  const nth = NTH_BIRTHDAY.exec(words);
  const text = found ? (found[1] ?? found[2]) : nth ? (nth[1] ?? nth[2]) : undefined;
  if (text === undefined) return null;
  const number = /[a-z]/i.test(text) ? cardinal(text) : chineseNumber(text);
  return Number.isInteger(number) && number > 0 && number < 130 ? number : null;
}

function kindOf(words: string, age: number | null): DateKind {
  if (DUE.test(words)) return 'child-birth';
  // An anniversary is told by its own word even when a birthday stands near.
  if (BIRTHDAY.test(words) || (age !== null && !ANNIVERSARY.test(words))) return CHILD.test(words) ? 'child-birth' : 'birthday';
  if (ANNIVERSARY.test(words)) return 'anniversary';
  if (EXAM.test(words)) return 'child-exam';
  return EXPIRY.test(words) ? 'expiry' : 'custom';
}

/** Reads the words before and after a day in its clause, and those of the day itself (高考 is a day and an exam). */
export function occasionOf(before: string, day: string, after: string): OccasionWords {
  const words = plain(`${before} ${EXAM.test(day) ? day : ''} ${after}`);
  const age = ageIn(words);
  const kind = kindOf(words, age);
  const gap = /[a-z]\s*$/i.test(before) && /^\s*[a-z]/i.test(after) ? ' ' : '';
  let label = `${before.trimEnd()}${EXAM.test(day) ? day : gap}${after.trimStart()}`;
  if (kind === 'birthday' || kind === 'child-birth') label = label.replace(/(?<!出)生(?:的|人)?$/, '');
  for (const pattern of DROPPED[kind]) label = label.replace(pattern, ' ');
  for (let last = ''; last !== label;) {
    last = label;
    label = label.replace(EDGES, '').trim();
  }
  return { kind, label: label.replace(/\s+/g, ' ').slice(0, 120), age, isFirst: DUE.test(words) || WEDDING.test(words) };
}
