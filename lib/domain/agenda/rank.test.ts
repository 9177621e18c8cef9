import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BANDS, strongerFirst, type Line } from './line';
import { agenda } from './rank';

let n = 0;
function line(more: Partial<Line> = {}): Line {
  const key = more.key ?? `touch:c${(n += 1)}:x`;
  const words = { word: 'x', args: [] };
  return { key, kind: 'touch', ref: key, why: words, act: words, band: BANDS.suggested, score: 50, contactId: key, also: [], ...more };
}
const keys = (lines: readonly Line[]): string[] => lines.map(({ key }) => key);

describe('the list of the day', () => {
  test('has what is pinned first, then what the rep asked for, then what is suggested, each by score', () => {
    const all = [
      line({ key: 'low', score: 10 }),
      line({ key: 'high', score: 90 }),
      line({ key: 'promise', band: BANDS.asked, score: 60 }),
      line({ key: 'birthday', band: BANDS.asked, score: 100 }),
      line({ key: 'pin', band: BANDS.pinned, score: 1 }),
    ];
    expect(keys(agenda(all, 10).lines)).toEqual(['pin', 'birthday', 'promise', 'high', 'low']);
  });

  test('ends with the budget, and says how many wait', () => {
    const all = [...Array.from({ length: 4 }, () => line({ band: BANDS.asked })), ...Array.from({ length: 9 }, () => line())];
    const { lines, waiting } = agenda(all, 10);
    expect(lines).toHaveLength(10);
    expect(waiting).toEqual({ asked: 0, suggested: 3 });
    expect(agenda(all, 3).waiting).toEqual({ asked: 1, suggested: 9 });
  });

  test('counts what was dealt with today against suggestions, not against what the rep asked for', () => {
    const all = [line({ key: 'promise', band: BANDS.asked }), ...Array.from({ length: 9 }, () => line())];
    expect(agenda(all, 10, 7).lines).toHaveLength(3);
    expect(keys(agenda(all, 10, 30).lines)).toEqual(['promise']);
  });
});

const any = fc.array(
  fc.record({ key: fc.string({ minLength: 1, maxLength: 3 }), band: fc.constantFrom(0, 1, 2), score: fc.integer({ min: 0, max: 5 }) }),
  { maxLength: 40 },
);

test('the list is the first of all lines in their order, whatever the order they come in', () => {
  fc.assert(
    fc.property(any, fc.array(fc.nat(), { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), fc.nat(15), (some, order, budget, settled) => {
      const all = [...new Map(some.map((one) => [one.key, line(one as Partial<Line>)])).values()];
      const mixed = all.map((one, i) => [order[i] ?? 0, one] as const).sort((a, b) => a[0] - b[0]);
      const made = agenda(
        mixed.map(([, one]) => one),
        budget,
        settled,
      );
      expect(made).toEqual(agenda(all, budget, settled));
      const sorted = all.sort(strongerFirst);
      expect(keys(made.lines)).toEqual(keys(sorted.slice(0, made.lines.length)));
      expect(made.lines.length + made.waiting.asked + made.waiting.suggested).toBe(all.length);
      expect(made.lines.length).toBeLessThanOrEqual(budget);
      if (settled === 0) expect(made.lines).toHaveLength(Math.min(budget, all.length));
    }),
  );
});

test('lines have a total order: two of the same strength go by their keys', () => {
  expect(strongerFirst(line({ key: 'a' }), line({ key: 'b' }))).toBeLessThan(0);
  expect(strongerFirst(line({ key: 'b' }), line({ key: 'a' }))).toBeGreaterThan(0);
});
