import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deal, evidence, every, fact, identity, looks, message, on, type Talk } from '../../../tests/support/evidence';
import { defaultCare } from '../care';
import type { Evidence } from './evidence';
import { existenceOf } from './existence';
import { standingOf } from './standing';

const existence = (talks: readonly Talk[], day: number, more: Partial<Evidence> = {}) =>
  existenceOf(standingOf(evidence(talks, more), defaultCare, on(day)), on(day));

describe('a tie', () => {
  test.each<[string, Talk[], Partial<Evidence>, number, string, boolean]>([
    ['is none of whom only a name is known', [], { identities: [] }, 3, 'none', true],
    ['exists with an account on a site', [], {}, 3, 'live', true],
    ['exists with a deal, wherever it was talked of', [], { identities: [], deals: [deal('d')] }, 3, 'live', true],
    ['exists with something told', [], { identities: [], facts: [fact('need', 1)] }, 3, 'live', true],
    ['is alive two weeks after a daily talk', every(1, 20), {}, 33, 'live', true],
    ['is dormant after that, for sure when somebody looked', [...every(1, 20), ...looks(34)], {}, 34, 'dormant', true],
    ['is dormant without a look, but not for sure', every(1, 20), {}, 34, 'dormant', false],
    ['is not for sure dormant by a look in the days before', [...every(1, 20), ...looks(33)], {}, 40, 'dormant', false],
    ['is alive three of their own gaps long', every(20, 6), {}, 160, 'live', true],
    ['and dormant after', every(20, 6), {}, 161, 'dormant', false],
    ['has sixty days while no rhythm is known', [{ day: 0, in: 1 }], {}, 60, 'live', true],
    ['and no more', [{ day: 0, in: 1 }], {}, 61, 'dormant', false],
  ])('%s', (_, talks, more, day, is, sure) => expect(existence(talks, day, more)).toMatchObject({ is, sure }));

  test('is alive by undated messages, too', () => {
    const interactions = [message('in', null, { seenAt: Date.parse(`${on(80)}T12:00:00Z`) })];
    expect(existence([], 100, { interactions, identities: [identity({ in: 1 })] }).is).toBe('live');
  });
});

test('Silence alone never brings a tie to life, and one more talk always does', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(gaps, fc.nat(300), fc.nat(300), (steps, later, evenLater) => {
      let day = 0;
      const talks = steps.map((gap) => ({ day: (day += gap), in: 1, out: 1 }));
      const standing = standingOf(evidence(talks), defaultCare, on(day));
      const first = existenceOf(standing, on(day + later));
      const second = existenceOf(standing, on(day + later + evenLater));
      if (first.is === 'dormant') expect(second.is).toBe('dormant');
      expect(second.silent).toBe(first.silent! + evenLater);
      expect(existence([...talks, { day: day + later + 1, in: 1 }], day + later + 1).is).toBe('live');
    }),
  );
});
