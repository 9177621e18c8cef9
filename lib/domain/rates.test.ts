import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal } from './decimal';
import { converted, noRates, rateSchema, ratesUsed } from './rates';

const rates = { into: 'EUR', of: { USD: '0.92', CNY: '0.128' } };

test('Sums of several currencies become one, to the hundredth', () => {
  expect(converted({ EUR: '100.50', USD: '200', CNY: '1000' }, rates)).toEqual({ currency: 'EUR', amount: '412.50', without: [] });
  expect(converted({ USD: '0.01' }, rates)?.amount).toBe('0.01');
});

test('What has no rate is left out, and named', () => {
  expect(converted({ EUR: '100', GBP: '50', JPY: '9' }, rates)).toEqual({ currency: 'EUR', amount: '100', without: ['GBP', 'JPY'] });
  expect(converted({ GBP: '50', toString: '1' }, rates)).toBeNull();
});

test('Nothing is converted where there is one currency, or the rep chose none', () => {
  expect(converted({ EUR: '100' }, rates)).toBeNull();
  expect(converted({}, rates)).toBeNull();
  expect(converted({ EUR: '100', USD: '100' }, noRates)).toBeNull();
});

test.each(['0', '0.00', '1,5', '-1', '', '1e5', '0.123456789'])('“%s” is no rate', (text) => {
  expect(rateSchema.safeParse(text).success).toBe(false);
});

test('At a rate of one nothing changes but what is smaller than a hundredth', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (hundredths) => {
      const amount = decimal(hundredths * 100n);
      expect(converted({ USD: amount }, { into: 'EUR', of: { USD: '1' } })?.amount).toBe(amount);
    }),
  );
});

test('The rates that are used are named, each once; those of other currencies are not', () => {
  expect(ratesUsed(['USD', 'EUR', 'GBP', 'USD'], rates)).toEqual([['USD', '0.92']]);
  expect(ratesUsed(['USD', 'toString'], noRates)).toEqual([]);
});
