import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beliefOf } from './answered';

describe('what is believed of a reply', () => {
  test('that was never sent is what is usual, with a wide interval', () => {
    const { mean, low, high } = beliefOf({ sent: 0, answered: 0 });
    expect(mean).toBe(0.5);
    // Beta(1, 1) is the uniform distribution.
    expect(low).toBeCloseTo(0.05, 6);
    expect(high).toBeCloseTo(0.95, 6);
    expect(beliefOf({ sent: 0, answered: 0 }, 0.2).mean).toBeCloseTo(0.2);
  });

  // Quantiles of Beta(8, 3), Beta(4, 1) and Beta(1, 21): the first by tables, the others have closed forms.
  test.each([
    [7, 9, 8 / 11, 0.493, 0.913],
    [3, 3, 0.8, 0.05 ** (1 / 4), 0.95 ** (1 / 4)],
    [0, 20, 1 / 22, 1 - 0.95 ** (1 / 21), 1 - 0.05 ** (1 / 21)],
  ])('answered %i of %i times', (answered, sent, mean, low, high) => {
    const belief = beliefOf({ sent, answered });
    expect(belief.mean).toBeCloseTo(mean, 6);
    expect(belief.low).toBeCloseTo(low, 2);
    expect(belief.high).toBeCloseTo(high, 2);
  });

  test('lies within its interval, which narrows as more is known', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), fc.double({ min: 0, max: 1, noNaN: true }), (a, b, usual) => {
        const [answered, sent] = [Math.min(a, b), Math.max(a, b)];
        const { mean, low, high } = beliefOf({ sent, answered }, usual);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThan(high);
        if (sent > 4 && answered > 2 && sent - answered > 2) expect(low < mean && mean < high).toBe(true);
        const more = beliefOf({ sent: sent * 4, answered: answered * 4 }, usual);
        if (sent > 20 && answered > 5 && sent - answered > 5) expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  test('is not led astray by counts that cannot be', () => {
    expect(beliefOf({ sent: 3, answered: 9 })).toMatchObject({ sent: 3, answered: 3 });
    expect(beliefOf({ sent: -1, answered: -5 })).toMatchObject({ sent: 0, answered: 0, mean: 0.5 });
  });
});
