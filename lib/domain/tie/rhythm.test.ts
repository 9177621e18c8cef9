import fc from 'fast-check';
import { expect, test } from 'vitest';
import { on } from '../../../tests/support/evidence';
import { rhythmOf } from './rhythm';

test.each<[string, number[], number | null]>([
  ['a weekly talk', [0, 7, 14, 21, 28], 7],
  ['a talk each day', [0, 1, 2, 3, 4], 1],
  ['three days running once a month: the month, not the day', [0, 1, 2, 30, 31, 32, 60, 61, 62], 28],
  ['a holiday in a daily talk changes nothing', [...Array(30).keys(), 44, 45, 46], 1],
  ['three days tell nothing', [0, 7, 14], null],
  ['four days do', [0, 7, 14, 21], 7],
  ['one day told twice is one', [0, 0, 0, 0, 0], null],
  ['nothing', [], null],
])('The rhythm of %s', (_, days, expected) => expect(rhythmOf(days.map(on))).toBe(expected));

test('Custom changes: years of daily talk do not hide that it is monthly now', () => {
  const daily = Array.from({ length: 400 }, (_, day) => day);
  const monthly = [430, 460, 490];
  expect(rhythmOf([...daily, ...monthly].map(on))).toBe(30);
});

test('Of any days it is one of their gaps, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(2000), { minLength: 4, maxLength: 60 }), (days) => {
      const sorted = [...days].sort((a, b) => a - b);
      const rhythm = rhythmOf(days.map(on))!;
      expect(sorted.slice(1).map((day, i) => day - sorted[i]!)).toContain(rhythm);
      expect(rhythmOf([...days].reverse().map(on))).toBe(rhythm);
    }),
  );
});
