import { describe, expect, it, test } from 'vitest';
import { amountIn, dealIn, draftOfDeal, type DealGiven } from './deal-draft';
import { draftOfDate, keyDateIn, leadsIn, type KeyDateGiven } from './key-date-draft';

const TODAY = '2026-03-04';

describe('an amount', () => {
  test.each([
    ['1200', '1200'],
    ['1200.50', '1200.50'],
    ['12,000.50', '12000.50'],
    ['１２００', '1200'],
    ['1 200', '1200'],
    ['12,5', null],
    ['1.234,5', null],
    ['-3', null],
    ['1e5', null],
    ['1234567890123', null],
    ['about 5', null],
  ])('written “%s” is %s', (text, amount) => expect(amountIn(text)).toBe(amount));
});

describe('a deal in its form', () => {
  const fresh = draftOfDeal(null, TODAY, 'EUR');

  it('comes back as it was', () => {
    const won: DealGiven = {
      id: 'd1',
      item: 'Tea set',
      amount: '1200.50',
      currency: 'CNY',
      status: 'won',
      openedOn: '2026-01-02',
      closedOn: '2026-02-03',
      paidOn: '2026-02-10',
      lines: [],
      lostReason: '',
    };
    expect(dealIn(draftOfDeal(won, TODAY, 'EUR'), 'd1', TODAY)).toEqual({ deal: won });
  });

  it('is closed today when it is over without a day', () => {
    expect(dealIn({ ...fresh, item: 'Tea', status: 'lost', lostReason: ' price ' }, 'd', TODAY)).toMatchObject({
      deal: { closedOn: TODAY, paidOn: null, lostReason: 'price' },
    });
  });

  it('forgets days and reasons that belong to another state', () => {
    const draft = { ...fresh, item: 'Tea', status: 'open', closedOn: TODAY, paidOn: TODAY, lostReason: 'price' };
    expect(dealIn(draft, 'd', TODAY)).toMatchObject({ deal: { closedOn: null, paidOn: null, lostReason: '' } });
  });

  it('takes a currency only with an amount, in capitals', () => {
    expect(dealIn({ ...fresh, item: 'Tea', currency: 'e' }, 'd', TODAY)).toMatchObject({ deal: { amount: null, currency: null } });
    expect(dealIn({ ...fresh, amount: '5', currency: 'cny' }, 'd', TODAY)).toMatchObject({ deal: { amount: '5', currency: 'CNY' } });
  });

  test.each([
    ['life_wrong_deal', {}],
    ['life_wrong_amount', { amount: 'five' }],
    ['life_wrong_currency', { amount: '5', currency: '' }],
    ['life_wrong_day', { item: 'Tea', openedOn: '' }],
    ['life_wrong_closed', { item: 'Tea', status: 'won', closedOn: '2026-03-03' }],
  ])('says %s', (wrong, change) => expect(dealIn({ ...fresh, ...change }, 'd', TODAY)).toEqual({ wrong }));
});

describe('a key date in its form', () => {
  const fresh = { ...draftOfDate(null), month: '2', day: '29' };

  it('comes back as it was', () => {
    const lunar: KeyDateGiven = {
      id: 'k1',
      kind: 'birthday',
      label: 'Mother',
      calendar: 'lunar',
      year: 1955,
      month: 6,
      leapMonth: true,
      day: 30,
      everyMonths: 12,
      leads: [30, 7],
      inferred: true,
    };
    expect(keyDateIn(draftOfDate(lunar), 'k1')).toEqual({ date: lunar });
  });

  it('comes every year unless said otherwise, and is reminded of ahead', () => {
    expect(keyDateIn(fresh, 'k')).toMatchObject({ date: { everyMonths: 12, year: null, leads: [30, 7, 1], leapMonth: false } });
  });

  it('has no leap month in the solar calendar', () => {
    expect(keyDateIn({ ...fresh, leap: 'yes' }, 'k')).toMatchObject({ date: { leapMonth: false } });
  });

  test.each([
    ['life_wrong_label', { kind: 'custom' }],
    ['life_wrong_year', { year: '99' }],
    ['life_wrong_year', { year: 'last' }],
    ['life_wrong_date', { month: '' }],
    ['life_wrong_date', { day: '' }],
    ['life_wrong_date', { month: '4', day: '31' }],
    ['life_wrong_date', { year: '2025' }],
    ['life_wrong_date', { calendar: 'lunar', day: '31' }],
    ['life_wrong_once', { every: '' }],
    ['life_wrong_leads', { leads: 'a week' }],
  ])('says %s of %o', (wrong, change) => expect(keyDateIn({ ...fresh, ...change }, 'k')).toEqual({ wrong }));

  test.each([
    ['7, 30、1，7', [30, 7, 1]],
    ['', []],
    ['1 2 3 4 5 6', null],
    ['366', null],
    ['-1', null],
  ])('reads the days ahead “%s”', (text, leads) => expect(leadsIn(text)).toEqual(leads));
});
