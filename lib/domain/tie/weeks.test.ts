import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayRow, on } from '../../../tests/support/evidence';
import { weekOf, weeksOf } from './weeks';

test('Weeks begin on Monday', () => {
  expect([0, 3, 6, 7].map((day) => weekOf(on(day)))).toEqual([on(0), on(0), on(0), on(7)]);
});

test('The last weeks, the oldest first, with the days on which the conversation was open', () => {
  const days = [
    { day: 0, in: 2 },
    { day: 6, out: 1, watched: false },
    { day: 7, out: 5 },
    { day: -1, in: 9 },
  ].map(dayRow);
  expect(weeksOf(days, on(9), 2)).toEqual([
    { monday: on(0), in: 2, out: 1, watched: 1 },
    { monday: on(7), in: 0, out: 5, watched: 1 },
  ]);
});

test('No count of these weeks is lost or told twice', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ day: fc.nat(83), in: fc.nat(9), out: fc.nat(9) })),
      fc.integer({ min: 77, max: 83 }),
      (talks, today) => {
        const weeks = weeksOf(talks.map(dayRow), on(today), 12);
        expect(weeks.reduce((sum, week) => sum + week.in, 0)).toBe(talks.reduce((sum, talk) => sum + talk.in, 0));
        expect(weeks.reduce((sum, week) => sum + week.out, 0)).toBe(talks.reduce((sum, talk) => sum + talk.out, 0));
      },
    ),
    { numRuns: 40 },
  );
});
