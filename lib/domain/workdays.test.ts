import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from './day';
import { dayNumber } from './dates/day-number';
import { weekdayOf, workdaysBetween } from './workdays';

const day = fc.integer({ min: -700_000, max: 2_900_000 }).map((n) => addDays('1970-01-01', n));

test('the number of a day counts days since 1970', () => {
  fc.assert(fc.property(day, (one) => void expect(dayNumber(one)).toBe(daysBetween('1970-01-01', one))));
});

test('the weekday is the calendar’s', () => {
  fc.assert(fc.property(day, (one) => void expect(weekdayOf(one)).toBe(Temporal.PlainDate.from(one).dayOfWeek)));
});

describe('days of work after a day', () => {
  // 2026-03-02 is a Monday.
  test.each([
    ['2026-03-02', '2026-03-02', [6, 7], 0],
    ['2026-03-02', '2026-03-05', [6, 7], 3],
    ['2026-03-06', '2026-03-09', [6, 7], 1],
    ['2026-03-07', '2026-03-08', [6, 7], 0],
    ['2026-03-05', '2026-03-02', [6, 7], 0],
    ['2026-03-02', '2026-03-16', [6, 7], 10],
    ['2026-03-02', '2026-03-16', [], 14],
    ['2026-03-02', '2026-03-16', [7, 7], 12],
  ])('from %s to %s, resting on %j: %i', (from, to, rest, count) => expect(workdaysBetween(from, to, rest)).toBe(count));

  test('are what counting one by one gives', () => {
    const rest = fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 });
    fc.assert(
      fc.property(day, fc.integer({ min: -10, max: 400 }), rest, (from, length, days) => {
        let count = 0;
        for (let i = 1; i <= length; i++) if (!days.includes(Temporal.PlainDate.from(from).add({ days: i }).dayOfWeek)) count += 1;
        expect(workdaysBetween(from, addDays(from, length), days)).toBe(count);
      }),
    );
  });
});
