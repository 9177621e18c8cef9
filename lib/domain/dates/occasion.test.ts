import { describe, expect, test } from 'vitest';
import { speak, t, type WordKey } from '@/lib/words/words';
import { keyDateInWords } from '@/lib/words/key-dates';
import { howFar, howOften, lunarName, whatItIs, type Words } from './occasion';

const said = ({ word, args }: Words) => t(word as WordKey, ...args);
const inBoth = (words: Words) => (['en', 'zh_CN'] as const).map((language) => (speak(language, ''), said(words)));

describe('what it is', () => {
  test.each([
    ['birthday', '', 36, 'Birthday, turns 36', '生日，满 36 岁'],
    ['birthday', '', null, 'Birthday', '生日'],
    ['birthday', ' 女儿 ', 3, '女儿, turns 3', '女儿，满 3 岁'],
    ['child-birth', '', 3, 'Child’s birthday, turns 3', '孩子生日，满 3 岁'],
    ['anniversary', '', 10, '10-year anniversary', '10 周年纪念日'],
    ['anniversary', 'Wedding', 10, 'Wedding, year 10', 'Wedding，10 周年'],
    ['expiry', '车险', 3, '车险 runs out', '车险到期'],
    ['expiry', '', null, 'Something runs out', '有东西要到期'],
    ['custom', '$1', null, '$1', '$1'],
    ['child-exam', '', 2, 'Child’s exam', '孩子考试'],
  ] as const)('%s “%s” after %s years: %s', (kind, label, years, en, zh) => {
    expect(inBoth(whatItIs({ kind, label }, years))).toEqual([en, zh]);
  });
});

test.each([
  [0, 'today', '今天'],
  [1, 'tomorrow', '明天'],
  [7, 'in 7 days', '还有 7 天'],
])('%i days off is %s', (left, en, zh) => {
  expect(inBoth(howFar(left))).toEqual([en, zh]);
});

test.each([
  [null, 'once', '一次'],
  [1, 'every month', '每月'],
  [3, 'every 3 months', '每 3 个月'],
  [12, 'every year', '每年'],
  [24, 'every 2 years', '每 2 年'],
])('every %s months is %s', (everyMonths, en, zh) => {
  expect(inBoth(howOften({ everyMonths }))).toEqual([en, zh]);
});

test.each([
  [1, false, 1, '正月初一'],
  [8, false, 15, '八月十五'],
  [6, true, 23, '闰六月廿三'],
  [12, false, 30, '腊月三十'],
  [11, false, 20, '冬月二十'],
  [10, false, 10, '十月初十'],
  [2, false, 29, '二月廿九'],
])('the lunar %i %s %i is %s', (month, leapMonth, day, name) => {
  expect(lunarName({ month, leapMonth, day })).toBe(name);
});

test('a key date is said in the language of the interface', () => {
  const birthday = { calendar: 'solar', year: 1990, month: 2, leapMonth: false, day: 28 } as const;
  const texts = (['en', 'zh_CN'] as const).map((language) => {
    speak(language, '');
    return [
      keyDateInWords(birthday),
      keyDateInWords({ ...birthday, year: null, day: 29 }),
      keyDateInWords({ ...birthday, calendar: 'lunar' }),
      keyDateInWords({ ...birthday, calendar: 'lunar', year: null, day: 1 }),
    ];
  });
  expect(texts).toEqual([
    ['February 28, 1990', 'February 29', '二月廿八 (lunar), 1990', '二月初一 (lunar)'],
    ['1990年2月28日', '2月29日', '农历 1990 年二月廿八', '农历二月初一'],
  ]);
});
