import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SolarTerm } from 'tyme4ts';
import { score, SETS } from '@/tests/dates/sentences';
import { addDays } from '../day';
import { dayFrom } from '../dates/day-number';
import { CHINESE } from './chinese';
import { ENGLISH } from './english';
import { capture } from './capture';
import { HOLIDAYS, easter } from './holidays';
import { datesIn } from './report';

describe('days in sentences', () => {
  test.each(SETS)('of the set %s are found, and little else', (set) => {
    const { precision, recall, sentences, wrong } = score(set);
    expect(sentences).toBeGreaterThanOrEqual(150);
    // The rules were written with the development sets at hand, so nothing may be wrong in them.
    if (set.endsWith('development')) expect(wrong).toEqual([]);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  test.each([
    ['Sunday counts to the week before it', '2026-05-17', '下周一', '2026-05-18'],
    ['Sunday in English', '2026-05-17', 'next Monday', '2026-05-18'],
    ['the end of a year', '2026-12-31', 'tomorrow', '2027-01-01'],
    ['the last of January and a month', '2027-01-31', '一个月后', '2027-02-28'],
    ['29 February and a year', '2028-02-29', 'in a year', '2029-02-28'],
    ['the 31st from April', '2026-04-10', 'the 31st', '2026-05-31'],
    ['next month in December', '2026-12-15', '下个月3号', '2027-01-03'],
    ['last month in January', '2027-01-15', '上个月底', '2026-12-31'],
    ['new year from January', '2027-01-20', '春节', '2027-02-06'],
    ['new year’s eve just before', '2027-02-05', '除夕', '2027-02-05'],
    ['the quarter after the fourth', '2026-11-22', '下季度初', '2027-01-01'],
    ['a lunar day in the leap month', '2025-07-01', '农历闰六月初三', '2025-07-27'],
    ['a lunar 30th in a month of 29', '2026-05-13', '农历六月三十', '2026-08-12'],
    ['29 February from a common year', '2026-05-13', 'February 29', '2028-02-29'],
  ])('%s', (_, today, text, day) => {
    expect(datesIn(text, today).map(({ date }) => date)).toEqual([day]);
  });

  test.each(['2月30日', 'February 30', '13/13/2026', '2026-13-01', 'June 31', '农历八月三十一'])('%s is no day', (text) => {
    expect(datesIn(text, '2026-05-13').filter(({ from, to }) => from === to)).toEqual([]);
  });
});

const todays = fc.integer({ min: 0, max: 36_500 }).map((n) => addDays('2000-01-01', n));
const words =
  '下周五 三岁 农历 八月 十五 15号 每月 月底 前 后 到 - 两 周 年 国庆 春节 明年 Q3 初 the next last of end Friday June 3rd 22nd week from in two weeks by spring every Christmas to and between 2027 6/18 5.20 2026-06-18 月 日 号 上旬 闰六月'.split(
    ' ',
  );
const lines = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...words, ' ', ',', '，'), { maxLength: 14 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((parts) => parts.join(' ')),
);

describe('whatever is typed', () => {
  test('finds are real days with their places, in order, none over another', () => {
    fc.assert(
      fc.property(lines, todays, (line, today) => {
        let end = 0;
        for (const one of datesIn(line, today)) {
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(line.slice(one.start, one.end)).toBe(one.text);
          expect(one.text).not.toBe('');
          expect(one.from <= one.date && one.date <= one.to).toBe(true);
          end = one.end;
        }
        const { dates, facts, tags } = capture(line, today);
        for (const { start, end: to, text } of [...dates, ...facts, ...tags]) expect(line.slice(start, to)).toBe(text);
        for (const { on, everyMonths, month, day } of dates) {
          expect(on >= today || everyMonths !== null).toBe(true);
          expect(month >= 1 && month <= 12 && day >= 1 && day <= 31).toBe(true);
        }
      }),
      // Found once by chance: the end of the week was said a second time, of the month behind it.
      { numRuns: 2_000, examples: [['week end 闰六月', '2000-01-01']] },
    );
  });

  test('is read in a moment, however long and repetitive', () => {
    for (const piece of [
      '1/',
      '一',
      '下',
      'the ',
      'next ',
      'a week from ',
      '2026-',
      '1 ',
      'end of the ',
      'in two ',
      '年',
      '每',
      'Mar ',
      '月',
      '廿',
      "'",
    ]) {
      const line = piece.repeat(5_000 / piece.length);
      const before = performance.now();
      capture(line, '2026-05-13');
      expect([piece, performance.now() - before < 1_500]).toEqual([piece, true]);
    }
  });
});

test('a rule never looks into the line with state of its own', () => {
  const text = '下周五和 next Friday';
  expect(datesIn(text, '2026-05-13')).toEqual(datesIn(text, '2026-05-13'));
  expect([...CHINESE, ...ENGLISH].every(({ pattern }) => pattern.global && pattern.lastIndex === 0)).toBe(true);
});

describe('holidays', () => {
  test.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter %i is %s', (year, day) => {
    expect(dayFrom(easter(year)!.on)).toBe(day);
  });

  test.each(['清明', '立春', '立夏', '夏至', '立秋', '秋分', '立冬', '冬至'])('the solar term %s is right from 2022 to 2060', (name) => {
    const [, inYear] = HOLIDAYS.find(([pattern]) => pattern.source.startsWith(name))!;
    for (let year = 2022; year <= 2060; year++) {
      // There the year of terms begins with the winter solstice before it.
      const day = SolarTerm.fromName(year + (name === '冬至' ? 1 : 0), name)
        .getJulianDay()
        .getSolarDay();
      const text = `${day.getYear()}-${String(day.getMonth()).padStart(2, '0')}-${String(day.getDay()).padStart(2, '0')}`;
      expect(dayFrom(inYear(year)!.on)).toBe(text);
    }
  });
});
