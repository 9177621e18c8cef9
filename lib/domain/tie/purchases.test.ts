import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deal, on } from '../../../tests/support/evidence';
import { bigFrom } from './big-orders';
import { decimal, tenThousandths } from '../decimal';
import { openSums, purchasesOf } from './purchases';

describe('sums', () => {
  test('are exact where binary fractions are not', () => {
    const deals = ['0.10', '0.20', '999999999999.0001'].map((amount, i) => deal(`d${i}`, { amount, currency: 'EUR' }));
    expect(purchasesOf(deals)?.sums).toEqual({ EUR: '999999999999.3001' });
  });

  test('never mix currencies, and one that nobody noted stands apart', () => {
    const deals = [
      deal('a', { amount: '100', currency: 'CNY' }),
      deal('b', { amount: '7', currency: 'USD', closedOn: on(3) }),
      deal('c', { amount: '50', currency: 'CNY', closedOn: on(3) }),
      deal('d', { amount: '5' }),
      deal('e'),
    ];
    expect(purchasesOf(deals)).toEqual({
      orders: 5,
      days: 2,
      first: on(0),
      last: on(3),
      sums: { '': '5', CNY: '150', USD: '7' },
      priced: { '': 1, CNY: 2, USD: 1 },
      largest: { '': '5', CNY: '100', USD: '7' },
    });
  });

  test('are of won deals alone', () => {
    expect(purchasesOf([deal('a', { status: 'lost', amount: '9' }), deal('b', { status: 'open', closedOn: null })])).toBeNull();
  });

  test('come back as the digits they were, for any number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (value) => {
        expect(tenThousandths(decimal(value))).toBe(value);
        expect(decimal(value)).toMatch(/^\d+(\.\d{2,4})?$/);
      }),
    );
  });
});

describe('a big order', () => {
  const orders = (amounts: readonly number[], currency = 'CNY') =>
    amounts.map((amount, i) => deal(`${currency}${i}`, { amount: String(amount), currency }));

  test('is in the top tenth of its currency', () => {
    const some = orders([100, 110, 120, 100, 90, 100, 130, 100, 100, 120, 115, 105, 100, 95, 100, 125, 100, 110, 900, 1000]);
    expect(bigFrom([...some, ...orders([5, 6, 7], 'USD')])).toEqual({ CNY: '900' });
  });

  test('is none where all pay the same, or too few bought', () => {
    expect(bigFrom(orders(Array<number>(40).fill(99)))).toEqual({});
    expect(bigFrom(orders([1, 1, 1, 1, 1, 1, 1, 1, 500]))).toEqual({});
  });
});

test('What the open deals come to is summed by currency; those that are over, or have no amount, are none of it', () => {
  const open = { status: 'open' as const, closedOn: null };
  expect(
    openSums([
      deal('a', { ...open, amount: '0.10', currency: 'EUR' }),
      deal('b', { ...open, amount: '0.2', currency: 'EUR' }),
      deal('c', { ...open, amount: '7', currency: 'CNY' }),
      deal('d', { ...open }),
      deal('e', { amount: '99', currency: 'EUR' }),
      deal('f', { status: 'lost', amount: '99', currency: 'EUR' }),
    ]),
  ).toEqual({ CNY: '7', EUR: '0.30' });
});
