import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learnedSchema, type Learned } from '../reply-records';
import { learn } from './learn';

const taught = (...messages: string[]): Learned =>
  messages.reduce<Learned | null>((before, message) => learn(before, 'r', message, 7), null)!;

describe('learning from an accepted suggestion', () => {
  test('counts it and keeps numbers alone', () => {
    const learned = taught('我的车险什么时候到期', 'when does my insurance end');
    expect(learned).toMatchObject({ id: 'r', accepted: 2, updatedAt: 7 });
    expect(JSON.stringify(learned)).toMatch(/^[\d[\]{},.":idacepturfswA-]*$/);
    expect(JSON.stringify(learned)).not.toMatch(/insurance|车险/);
  });

  test('does not change what it was given', () => {
    const before = taught('one two');
    const copy = structuredClone(before);
    learn(before, 'r', 'three', 8);
    expect(before).toEqual(copy);
  });

  test('is the same in whatever order messages came', () => {
    const weights = ({ features }: Learned): Map<number, number> => new Map(features);
    const [one, other] = [weights(taught('price please', '多少钱', 'how much')), weights(taught('how much', 'price please', '多少钱'))];
    expect([...one.keys()].sort()).toEqual([...other.keys()].sort());
    for (const [feature, weight] of one) expect(other.get(feature)).toBeCloseTo(weight, 3);
  });

  test('forgets the lightest of what would be too much', () => {
    const words = (n: number): string =>
      Array.from({ length: 60 }, (_, i) => [n, i].map((part) => String.fromCodePoint(0x4e00 + 97 * part)).join('')).join('');
    const many = taught(...Array.from({ length: 60 }, (_, n) => words(n)), ...Array.from({ length: 9 }, () => 'warranty'));
    expect(many.features).toHaveLength(2000);
    expect(many.features).toContainEqual(taught(...Array.from({ length: 9 }, () => 'warranty')).features[0]);
  });

  test('a message without a word teaches nothing', () => {
    expect(taught('😀')).toMatchObject({ accepted: 0, features: [] });
  });

  test('always gives a record that can be stored, the heaviest features first', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 2000 }), { minLength: 1, maxLength: 12 }), (messages) => {
        const learned = taught(...messages);
        expect(learnedSchema.safeParse(learned).success).toBe(true);
        const weights = learned.features.map(([, weight]) => weight);
        expect([...weights].sort((a, b) => b - a)).toEqual(weights);
      }),
      { numRuns: 60 },
    );
  });
});
