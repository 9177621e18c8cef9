import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contact, deal, evidence, every, fact, looks, on, type Talk } from '../../../tests/support/evidence';
import { defaultCare } from '../care';
import { FACT_KINDS } from '../kinds';
import type { Evidence } from '../tie/evidence';
import { standingOf } from '../tie/standing';
import { dwellOf } from './dwell';
import { letGoPoints, letGoReasons } from './let-go';
import { scoreOf, type Lead, type ScorePartName } from './score';

const NOW = 40;
const score = (talks: readonly Talk[], more: Partial<Evidence> = {}, lead: Partial<Lead> = {}) => {
  const standing = standingOf(evidence(talks, more), defaultCare, on(NOW));
  const all = scoreOf({ stage: 'lead', stageSince: on(NOW - 2), due: null, ...lead, standing }, on(NOW), defaultCare);
  const points = Object.fromEntries(all.parts.map((one) => [one.part, one.points])) as Record<ScorePartName, number | null>;
  return { value: all.value, ...points, parts: all.parts };
};
const open = { status: 'open' as const, closedOn: null };

describe('the score of a lead', () => {
  test('is that of everything where everything speaks for it', () => {
    const best = score(
      every(1, 41, 0, { in: 2, out: 2 }),
      { facts: [fact('trial', 30)], deals: [deal('d', { ...open, amount: '9', currency: 'EUR' })] },
      { due: on(NOW + 3) },
    );
    expect(best).toMatchObject({ value: 100, fit: 20, deal: 15, talk: 20, heard: 20, next: 15, dwell: 10 });
  });

  test('says what it is made of, and each part says why', () => {
    const one = score([{ day: 30, in: 1, out: 1 }], { facts: [fact('asked', 30)] }, { due: on(NOW - 1), stageSince: on(NOW - 9) });
    expect(one.parts.map(({ part, points, most, why }) => [part, points, most, why.word])).toEqual([
      ['fit', 11, 20, 'lead_fit_asked'],
      ['deal', null, 15, 'lead_deal_unknown'],
      ['talk', 14, 20, 'tie_direction_both_why'],
      ['heard', 12, 20, 'lead_heard'],
      ['next', 6, 15, 'lead_next_late'],
      ['dwell', 0, 10, 'lead_dwell'],
    ]);
    // 43 of the 85 points that are known.
    expect(one.value).toBe(51);
  });

  test('leaves out what is not known, and is none where too little is', () => {
    const unknown = score([]);
    expect(unknown).toMatchObject({ value: null, fit: null, deal: null, talk: null, heard: null, next: 0, dwell: 10 });
    const known = score(looks(20, 30));
    // They were looked at and never wrote: that is known, and it is nothing.
    expect(known).toMatchObject({ talk: 0, heard: 0, next: 0, dwell: 10, value: 15 });
  });

  test('takes messages without a date for no silence', () => {
    const undated = score([], { identities: [], interactions: [] });
    expect(undated.heard).toBeNull();
    expect(score([{ day: 5, out: 2 }]).heard).toBe(0);
  });

  test('knows a deal by what it is: priced, open, of before, lost', () => {
    const of = (...deals: ReturnType<typeof deal>[]) => score([], { deals }).deal;
    expect(of(deal('a', { ...open, amount: '1', currency: 'EUR' }))).toBe(15);
    expect(of(deal('a', open))).toBe(10);
    expect(of(deal('a'))).toBe(15);
    expect(of(deal('a', { status: 'lost' }))).toBe(3);
  });

  test('falls with the time in the stage, and not where the stage has no end', () => {
    const dwell = (days: number, stage = 'lead') => score([], {}, { stage, stageSince: on(NOW - days) }).dwell;
    expect([dwell(3), dwell(4), dwell(7), dwell(8)]).toEqual([10, 6, 6, 0]);
    expect(dwell(3, 'no-such-stage')).toBeNull();
  });

  test('is between 0 and 100 whatever is known, and more is never less for a step that is planned', () => {
    const talks = fc.array(fc.record({ day: fc.integer({ min: 0, max: NOW }), in: fc.nat(3), out: fc.nat(3) }), { maxLength: 5 });
    const facts = fc.array(fc.constantFrom(...FACT_KINDS), { maxLength: 3 }).map((kinds) => kinds.map((kind, i) => fact(kind, 10 + i)));
    fc.assert(
      fc.property(talks, facts, fc.integer({ min: 0, max: 40 }), (said, put, days) => {
        const more = { facts: put };
        const without = score(said, more, { stageSince: on(NOW - days) });
        const planned = score(said, more, { stageSince: on(NOW - days), due: on(NOW + 1) });
        expect(without.value === null).toBe(planned.value === null);
        if (without.value === null || planned.value === null) return;
        expect(without.value).toBeGreaterThanOrEqual(0);
        expect(planned.value).toBeLessThanOrEqual(100);
        expect(planned.value).toBeGreaterThanOrEqual(without.value);
      }),
      { numRuns: 60 },
    );
  });
});

test('The clock runs in stages that a lead is in, and counts what goes beyond', () => {
  const stages = defaultCare.stages;
  const dwell = (stage: string | null, days: number | null) =>
    dwellOf(contact({ stage, stageSince: days === null ? null : on(NOW - days) }), on(NOW), stages);
  expect(dwell('lead', 9)).toEqual({ days: 9, most: 7, over: 2 });
  expect(dwell('lead', 7)).toEqual({ days: 7, most: 7, over: 0 });
  expect(dwell('gone', 7)).toEqual({ days: 7, most: null, over: 0 });
  // A clock that ran ahead wrote a day that is still to come.
  expect(dwell('lead', -3)).toEqual({ days: 0, most: 7, over: 0 });
  expect([dwell('won', 9), dwell('lost', 9), dwell(null, 9), dwell('lead', null)]).toEqual([null, null, null, null]);
});

describe('whom to let go', () => {
  const fair = { score: 60, over: 0, silent: 2, due: 20 };

  test('first those who stay too long, are silent, wait for nothing or promise little', () => {
    for (const worse of [{ over: 9 }, { silent: 40 }, { due: null }, { score: 20 }])
      expect(letGoPoints({ ...fair, ...worse })).toBeGreaterThan(letGoPoints(fair));
    expect(letGoPoints({ ...fair, due: 3 })).toBeLessThan(letGoPoints(fair));
  });

  test('and why, in words: only what counts against them', () => {
    expect(letGoReasons(fair)).toEqual([]);
    expect(letGoReasons({ score: 20, over: 9, silent: 40, due: null }).map(({ word }) => word)).toEqual([
      'lead_go_over',
      'lead_go_silent',
      'lead_go_no_step',
      'lead_go_score',
    ]);
    expect(letGoReasons({ score: null, over: null, silent: null, due: 3 })).toEqual([]);
  });
});
