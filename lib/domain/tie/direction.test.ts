import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidence, every, looks, message, on, type Talk } from '../../../tests/support/evidence';
import { defaultCare } from '../care';
import type { Evidence } from './evidence';
import { directionOf } from './direction';
import { standingOf } from './standing';

const direction = (talks: readonly Talk[], day: number, more: Partial<Evidence> = {}) =>
  directionOf(standingOf(evidence(talks, more), defaultCare, on(day)), on(day), defaultCare);
const seen = (direction: 'in' | 'out', day: number) => message(direction, null, { seenAt: Date.parse(`${on(day)}T12:00:00Z`) });

describe('the direction', () => {
  test.each<[string, Talk[], number, string]>([
    ['is both where both wrote', [{ day: 0, in: 1, out: 1 }], 3, 'both'],
    [
      'is both where they wrote on different days',
      [
        { day: 0, in: 1 },
        { day: 9, out: 1 },
      ],
      20,
      'both',
    ],
    ['is out where only the rep did', [{ day: 0, out: 3 }], 3, 'out'],
    ['is in where only they did', [{ day: 0, in: 3 }], 3, 'in'],
    [
      'loses a side that lies before the window',
      [
        { day: 0, in: 9, out: 1 },
        { day: 25, out: 1 },
      ],
      30,
      'out',
    ],
    [
      'keeps it on the last day of the window',
      [
        { day: 0, in: 9, out: 1 },
        { day: 25, out: 1 },
      ],
      29,
      'both',
    ],
    ['is none where the chat was open and nothing passed', [{ day: 0, in: 1, out: 1 }, ...looks(40)], 45, 'none'],
    ['is unknown where it was not open: no zero that nobody saw', [{ day: 0, in: 1, out: 1 }], 45, 'unknown'],
    ['is unknown where nothing was ever seen', [], 3, 'unknown'],
    ['has a wider window where they talk once in six weeks', every(42, 5), 230, 'both'],
  ])('%s', (_, talks, day, expected) => expect(direction(talks, day).is).toBe(expected));

  test('calls no side silent that may have written undated messages', () => {
    const talks = [{ day: 0, out: 1 }];
    expect(direction(talks, 5, { interactions: [seen('in', 2)] }).is).toBe('unknown');
    expect(direction(talks, 5, { interactions: [seen('out', 2)] }).is).toBe('out');
    expect(direction([{ day: 40, out: 1 }], 41, { interactions: [seen('in', 2)] }).is).toBe('out');
  });
});

test('Of any counts it is what a plain look into the window says', () => {
  const talks = fc.uniqueArray(fc.record({ day: fc.nat(80), in: fc.nat(2), out: fc.nat(2), watched: fc.boolean() }), {
    maxLength: 3,
    selector: (talk) => talk.day,
  });
  fc.assert(
    fc.property(talks, fc.nat(100), (rows, day) => {
      const past = rows.filter((row) => row.day <= day);
      const window = past.filter((row) => row.day > day - 30);
      const they = window.some((row) => row.in > 0);
      const you = window.some((row) => row.out > 0);
      const silent = window.some((row) => row.watched) ? 'none' : 'unknown';
      expect(direction(past, day).is).toBe(they && you ? 'both' : they ? 'in' : you ? 'out' : silent);
    }),
  );
});
