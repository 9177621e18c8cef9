import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contact, deal, evidence, every, fact, on, type Talk } from '../../../tests/support/evidence';
import { defaultCare } from '../care';
import { CUSTOMER_TYPES, FACT_KINDS } from '../kinds';
import { typeOf } from './customer-type';
import type { Evidence } from './evidence';
import { standingOf } from './standing';

const big = { CNY: '10000' };
const type = (talks: readonly Talk[], more: Partial<Evidence> = {}, day = 30) =>
  typeOf(standingOf(evidence(talks, more), defaultCare, on(day)), on(day), big);

const once = deal('a', { closedOn: on(2), amount: '200', currency: 'CNY' });
const again = deal('b', { closedOn: on(20), amount: '200', currency: 'CNY' });
const close = contact({ bonds: ['affection'] });
const weekly = every(7, 5);

describe('the customer type', () => {
  test.each<[string, Talk[], Partial<Evidence>, string, string]>([
    ['is passer-by at first', [], {}, 'passer-by', 'type_passerby_nothing_why'],
    ['is passer-by when only the rep wrote', [{ day: 1, out: 3 }], {}, 'passer-by', 'type_passerby_nothing_why'],
    ['is passer-by after a look', [], { facts: [fact('looked', 1)] }, 'passer-by', 'type_passerby_why'],
    ['is visitor once they wrote', [{ day: 1, in: 1 }], {}, 'visitor', 'type_visitor_wrote_why'],
    ['is visitor once they asked', [], { facts: [fact('asked', 1)] }, 'visitor', 'type_visitor_why'],
    ['is prospect when they found it useful', weekly, { facts: [fact('useful', 1)] }, 'prospect', 'type_prospect_why'],
    ['is prospect with an open deal', [], { deals: [deal('o', { status: 'open', closedOn: null })] }, 'prospect', 'type_prospect_deal_why'],
    ['is prospect with a need told', [], { facts: [fact('need', 3)] }, 'prospect', 'type_prospect_need_why'],
    ['is prospect after an offer', [], { contact: contact({ stage: 'quoted' }) }, 'prospect', 'type_prospect_stage_why'],
    ['stays visitor after a lost deal', weekly, { deals: [deal('l', { status: 'lost' })] }, 'visitor', 'type_visitor_wrote_why'],
    ['is trial while they try it', weekly, { facts: [fact('trial', 3), fact('useful', 1)] }, 'trial', 'type_trial_why'],
    ['is trial in that stage', [], { contact: contact({ stage: 'tried' }) }, 'trial', 'type_trial_stage_why'],
    ['is customer after one purchase', [], { deals: [once], facts: [fact('trial', 1)] }, 'customer', 'type_customer_why'],
    ['is customer after two orders of one day', [], { deals: [once, { ...once, id: 'c' }] }, 'customer', 'type_customer_why'],
    ['is loyal after another day', [], { deals: [once, again] }, 'loyal', 'type_loyal_why'],
    ['is major after a big order', [], { deals: [{ ...once, amount: '10000.00' }] }, 'major', 'type_major_why'],
    [
      'is no major in a currency without big ones',
      [],
      { deals: [{ ...once, amount: '10000', currency: 'USD' }] },
      'customer',
      'type_customer_why',
    ],
    ['is no major by a sum of small ones', [], { deals: [once, { ...again, amount: '9900' }] }, 'loyal', 'type_loyal_why'],
    ['is friend where a buyer is close and in touch', weekly, { deals: [once], contact: close }, 'friend', 'type_friend_why'],
    ['is no friend without being in touch', [], { deals: [once], contact: close }, 'customer', 'type_customer_why'],
    ['is no friend without a purchase', weekly, { contact: close }, 'visitor', 'type_visitor_wrote_why'],
    [
      'is referrer once somebody was brought',
      weekly,
      { deals: [once], contact: close, facts: [fact('referral', 9)] },
      'referrer',
      'type_referrer_why',
    ],
    ['is referrer without a purchase, too', [], { facts: [fact('referral', 9)] }, 'referrer', 'type_referrer_why'],
  ])('%s', (_, talks, more, is, why) => expect(type(talks, more)).toMatchObject({ is, derived: is, why: { word: why } }));

  test('is what the rep says, with what the records say as the reason', () => {
    const said = type([], { deals: [once], contact: contact({ type: 'major' }) });
    expect(said).toMatchObject({ is: 'major', derived: 'customer', action: { word: 'type_major_action' } });
    expect(said.why).toEqual({ word: 'type_said_why', args: [{ word: 'type_customer', args: [] }, type([], { deals: [once] }).why] });
  });

  test('needs no second reason when the rep says the same as the records', () => {
    expect(type([], { deals: [once], contact: contact({ type: 'customer' }) }).why.word).toBe('type_customer_why');
  });

  test('has one action of its own for each of the nine', () => {
    const all = CUSTOMER_TYPES.map((said) => type([], { contact: contact({ type: said }) }));
    expect(new Set(all.map(({ action }) => action.word)).size).toBe(9);
    expect(new Set(all.map(({ how }) => how.word)).size).toBe(9);
  });
});

test('One more fact or purchase never takes a type away', () => {
  const facts = fc.array(fc.tuple(fc.constantFrom(...FACT_KINDS), fc.nat(30)), { maxLength: 5 });
  const days = fc.array(fc.nat(30), { maxLength: 3 });
  const rank = (kinds: readonly (readonly [(typeof FACT_KINDS)[number], number])[], won: readonly number[]) => {
    const { derived } = type(weekly, {
      facts: kinds.map(([kind, day]) => fact(kind, day)),
      deals: won.map((day, i) => deal(`d${i}`, { closedOn: on(day) })),
    });
    return CUSTOMER_TYPES.indexOf(derived);
  };
  fc.assert(
    fc.property(facts, facts, days, days, (some, more, won, wonMore) => {
      expect(rank([...some, ...more], [...won, ...wonMore])).toBeGreaterThanOrEqual(rank(some, won));
    }),
  );
});
