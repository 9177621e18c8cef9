import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deal, evidence, every, fact, looks, on, type Talk } from '../../../tests/support/evidence';
import { defaultCare } from '../care';
import type { Evidence } from './evidence';
import { standingOf } from './standing';
import { maySell, tierOf, tierOrder } from './tier';

const tier = (talks: readonly Talk[], more: Partial<Evidence>, path: 'nurture' | 'convert', day: number) =>
  tierOf(standingOf(evidence(talks, more), defaultCare, on(day)), on(day), { ...defaultCare, path });

const bought = { deals: [deal('d')] };
const brought = { facts: [fact('referral', 3)] };
const weekly = every(7, 8);

describe('the tier', () => {
  test.each<[string, Talk[], Partial<Evidence>, number, string, string]>([
    ['of a new tie', [{ day: 0, in: 1 }], {}, 3, 'shallow', 'shallow'],
    ['of a weekly talk', weekly, {}, 52, 'sticky', 'shallow'],
    ['of a monthly talk', every(30, 5), {}, 130, 'sticky', 'shallow'],
    ['of a talk every six weeks', every(42, 5), {}, 170, 'shallow', 'shallow'],
    ['of one who never answers', every(7, 8, 0, { out: 1 }), {}, 52, 'shallow', 'shallow'],
    ['of a weekly talk that fell silent for less than a season', [...weekly, ...looks(130)], {}, 139, 'sticky', 'shallow'],
    ['of a weekly talk that fell silent for longer', weekly, {}, 140, 'shallow', 'shallow'],
    ['of a weekly talk in which they fell silent', [...weekly, ...every(7, 20, 50, { out: 1 })], {}, 140, 'shallow', 'shallow'],
    ['of a purchase without closeness', [], bought, 20, 'deep', 'deep'],
    ['of a purchase and a weekly talk', weekly, bought, 52, 'deep', 'sticky'],
    ['of one who brought somebody', [], brought, 20, 'iron', 'iron'],
    ['of a purchase a year ago and silence', [], bought, 366, 'shallow', 'shallow'],
    ['of a purchase a year ago less a day', [], bought, 365, 'deep', 'deep'],
    ['of one who brought somebody and fell silent for a year', [{ day: 0, in: 1 }], brought, 400, 'shallow', 'shallow'],
  ])('%s', (_, talks, more, day, nurture, convert) => {
    expect(tier(talks, more, 'nurture', day).is).toBe(nurture);
    expect(tier(talks, more, 'convert', day).is).toBe(convert);
  });

  test('counts its steps in the order of the chosen path', () => {
    expect(tier(weekly, bought, 'nurture', 52)).toMatchObject({ is: 'deep', step: 3, next: { word: 'tier_iron_next' } });
    expect(tier(weekly, bought, 'convert', 52)).toMatchObject({ is: 'sticky', step: 3, next: { word: 'tier_iron_next' } });
    expect(tier([], bought, 'convert', 20)).toMatchObject({ is: 'deep', step: 2, next: { word: 'tier_sticky_next' } });
    expect(tier([], brought, 'nurture', 20)).toMatchObject({ step: 4, next: null });
    expect(tierOrder('nurture')).toEqual(['shallow', 'sticky', 'deep', 'iron']);
  });

  test('keeps sales pitches away from a shallow tie alone', () => {
    expect(tierOrder('nurture').map(maySell)).toEqual([false, true, true, true]);
  });
});

test('A purchase never lowers the step, on either path, and a referral leads to the top', () => {
  const talks = fc.record({ gap: fc.integer({ min: 1, max: 60 }), times: fc.nat(12), in: fc.nat(1), out: fc.nat(1) });
  fc.assert(
    fc.property(talks, fc.constantFrom('nurture', 'convert'), fc.nat(300), ({ gap, times, ...sides }, path, later) => {
      const rows = every(gap, times, 0, sides);
      const day = gap * times + later;
      const more = { deals: [deal('d', { closedOn: on(day) })] };
      expect(tier(rows, more, path, day).step).toBeGreaterThanOrEqual(tier(rows, {}, path, day).step);
      expect(tier(rows, { ...more, facts: [fact('referral', 0)] }, path, day).step).toBe(4);
    }),
  );
});
