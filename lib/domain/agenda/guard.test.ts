import { describe, expect, test } from 'vitest';
import { guardOf, isQuietHour, isRestDay, type Guarded } from './guard';

const who = (more: Partial<Guarded>): Guarded => ({ unanswered: 0, lastTry: null, quietUntil: null, ...more });

describe('the guard', () => {
  test.each<[string, Partial<Guarded>, number | null, string, string]>([
    ['is open for who answers', {}, 30, '2026-03-02', 'open'],
    ['is open after one attempt', { unanswered: 1, lastTry: '2026-03-01' }, 30, '2026-03-02', 'open'],
    ['halves after two', { unanswered: 2, lastTry: '2026-03-01' }, 30, '2026-03-02', 'halved'],
    ['rests after three', { unanswered: 3, lastTry: '2026-03-01' }, 30, '2026-03-02', 'rests'],
    ['rests while the cadence passes a first time', { unanswered: 3, lastTry: '2026-03-01' }, 10, '2026-03-20', 'rests'],
    ['ends the rest as it passes again', { unanswered: 3, lastTry: '2026-03-01' }, 10, '2026-03-21', 'halved'],
    ['takes thirty days where there is no cadence', { unanswered: 5, lastTry: '2026-03-01' }, null, '2026-04-29', 'rests'],
    ['and ends then', { unanswered: 5, lastTry: '2026-03-01' }, null, '2026-04-30', 'halved'],
    ['is quiet through the last quiet day', { quietUntil: '2026-03-02' }, 30, '2026-03-02', 'quiet'],
    ['is open on the day after', { quietUntil: '2026-03-02' }, 30, '2026-03-03', 'open'],
    ['is quiet before all else', { quietUntil: '2026-03-09', unanswered: 3, lastTry: '2026-03-01' }, 30, '2026-03-03', 'quiet'],
  ])('%s', (_, more, period, today, expected) => expect(guardOf(who(more), period, today)).toBe(expected));
});

test('days of rest are days of the week, 1 is Monday', () => {
  expect(isRestDay('2026-03-07', { restDays: [6, 7] })).toBe(true);
  expect(isRestDay('2026-03-08', { restDays: [6, 7] })).toBe(true);
  expect(isRestDay('2026-03-09', { restDays: [6, 7] })).toBe(false);
  expect(isRestDay('2026-03-06', { restDays: [5, 6] })).toBe(true);
});

describe('quiet hours', () => {
  test.each([
    [21, 8, 22, true],
    [21, 8, 21, true],
    [21, 8, 8, false],
    [21, 8, 3, true],
    [12, 14, 13, true],
    [12, 14, 14, false],
    [9, 9, 9, false],
    [0, 0, 5, false],
  ])('from %i to %i: at %i it is %s', (from, to, hour, expected) => expect(isQuietHour(hour, { from, to })).toBe(expected));
});
