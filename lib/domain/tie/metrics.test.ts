import { describe, expect, test } from 'vitest';
import { contact, deal, evidence, every, fact, on, type Talk } from '../../../tests/support/evidence';
import { defaultCare } from '../care';
import type { Evidence } from './evidence';
import { inputsOf, METRICS, metricsOf } from './metrics';
import { standingOf, type Standing } from './standing';

const standing = (talks: readonly Talk[] = [], more: Partial<Evidence> = {}): Standing =>
  standingOf(evidence(talks, more), defaultCare, on(30));
const priced = (id: string, amount: string, currency: string, day = 0) => deal(id, { amount, currency, closedOn: on(day) });

describe('the inputs of one contact', () => {
  test('are missing until somebody puts them down, and then there', () => {
    const missing = (one: Standing) =>
      inputsOf(one, on(30), defaultCare)
        .filter((input) => input.missing)
        .map(({ metric }) => metric);
    expect(inputsOf(standing(), on(30), defaultCare).map(({ metric }) => metric)).toEqual([...METRICS]);
    expect(missing(standing())).toEqual(['activity', 'conversion', 'order-value', 'repurchase', 'nps', 'referrals']);
    const whole = standing(every(7, 4), {
      deals: [priced('a', '10', 'EUR')],
      facts: [fact('nps', 3, { score: 0 }), fact('referral', 9)],
    });
    expect(missing(whole)).toEqual([]);
    expect(missing(standing([], { deals: [deal('l', { status: 'lost' })] }))).not.toContain('conversion');
    expect(missing(standing([], { deals: [deal('w')] }))).toContain('order-value');
  });
});

describe('the metrics of a book', () => {
  const book = [
    standing(every(7, 4), { deals: [priced('a', '100', 'CNY'), priced('b', '200', 'CNY', 9)], facts: [fact('nps', 3, { score: 10 })] }),
    standing([{ day: 20, out: 1 }], { deals: [priced('c', '100.01', 'CNY')], facts: [fact('nps', 3, { score: 6 })] }),
    standing([], { deals: [deal('l', { status: 'lost' }), priced('d', '7', 'USD')], facts: [fact('referral', 3), fact('referral', 4)] }),
    standing([], { identities: [], contact: contact({ id: 'nobody' }) }),
    standing([], { deals: [deal('m', { status: 'lost' })], facts: [fact('nps', 3, { score: 8 })] }),
  ];

  test('count what is known and say of how many it is not', () => {
    expect(metricsOf(book, on(30), defaultCare)).toEqual({
      connected: 4,
      activity: { yes: 1, of: 2, missing: 3 },
      conversion: { yes: 3, of: 4, missing: 1 },
      orderValue: { CNY: '133.34', USD: '7' },
      repurchase: { yes: 1, of: 3, missing: 2 },
      nps: { score: 0, answers: 3, missing: 2 },
      referrals: 2,
    });
  });

  test('do not depend on the order of contacts', () => {
    expect(metricsOf([...book].reverse(), on(30), defaultCare)).toEqual(metricsOf(book, on(30), defaultCare));
  });

  test('of nobody are nothing, and no score', () => {
    expect(metricsOf([], on(30), defaultCare)).toMatchObject({ connected: 0, orderValue: {}, nps: { score: null } });
  });
});
