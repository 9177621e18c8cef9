import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidence, identity, on, type Talk } from '../../../tests/support/evidence';
import { defaultCare } from '../care';
import { standingOf } from './standing';
import { reciprocityOf, strengthOf, strengthWord, STRENGTHS } from './strength';

const at = (talks: readonly Talk[], day: number, care = defaultCare) => {
  const standing = standingOf(evidence(talks), care, on(day));
  return { strength: strengthOf(standing, on(day), care), reciprocity: reciprocityOf(standing, on(day), care) };
};

describe('strength', () => {
  test.each<[string, Talk[], number, number, string]>([
    ['counts both ways', [{ day: 0, in: 3, out: 5 }], 0, 8, 'fair'],
    ['is half after a half-life', [{ day: 0, in: 3, out: 5 }], 30, 4, 'fair'],
    ['is zero at the end', [{ day: 0, in: 3, out: 5 }], 200, 0, 'none'],
    ['is zero where nothing passed', [], 0, 0, 'none'],
  ])('%s', (_, talks, day, value, word) => expect(at(talks, day).strength).toMatchObject({ value, word }));

  test('follows the half-life of the settings', () => {
    expect(at([{ day: 0, in: 8 }], 10, { ...defaultCare, halfLife: 10 }).strength?.value).toBe(4);
  });

  test('is unknown, not zero, where only undated messages were seen', () => {
    const standing = standingOf(evidence([], { identities: [identity({ in: 30, out: 20 })] }), defaultCare, on(3));
    expect(strengthOf(standing, on(3), defaultCare)).toBeNull();
  });

  test('has words that climb with the number', () => {
    const steps = [0, 1, 3, 4, 11, 12, 39, 40, 5000].map(strengthWord);
    expect(steps).toEqual(['none', 'weak', 'weak', 'fair', 'fair', 'strong', 'strong', 'firm', 'firm']);
  });

  test('is a natural number that one more message never lowers and one more day never raises', () => {
    const talks = fc.array(fc.record({ day: fc.nat(100), in: fc.nat(30), out: fc.nat(30) }), { maxLength: 20 });
    fc.assert(
      fc.property(talks, fc.nat(100), fc.integer({ min: 100, max: 300 }), fc.nat(100), (rows, extra, day, later) => {
        const value = at(rows, day).strength!.value;
        expect(Number.isInteger(value) && value >= 0).toBe(true);
        const more = at([...rows, { day: extra, in: 1 }], day).strength!;
        expect(more.value).toBeGreaterThanOrEqual(value);
        expect(STRENGTHS.indexOf(more.word)).toBeGreaterThanOrEqual(STRENGTHS.indexOf(strengthWord(value)));
        expect(at(rows, day + later).strength!.value).toBeLessThanOrEqual(value);
      }),
      { numRuns: 60 },
    );
  });
});

test.each<[string, Talk[], string | undefined]>([
  ['is balanced near the middle', [{ day: 0, in: 4, out: 6 }], 'balanced'],
  ['is mostly the rep’s', [{ day: 0, in: 1, out: 9 }], 'mostly-mine'],
  ['is mostly theirs', [{ day: 0, in: 9, out: 1 }], 'mostly-theirs'],
  ['says nothing of three messages', [{ day: 0, in: 3 }], undefined],
])('Reciprocity %s', (_, talks, word) => expect(at(talks, 0).reciprocity?.word).toBe(word));
