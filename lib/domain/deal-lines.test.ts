import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal, tenThousandths } from './decimal';
import { amountOf, lineTotal, linesTotal } from './deal-lines';

const line = (quantity: string, price: string) => ({ item: 'Chair', quantity, price });
const places = (most: number) => fc.bigInt({ min: 0n, max: 10n ** BigInt(most) }).map(decimal);

test.each([
  ['3', '0.10', '0.30'],
  ['2.5', '19.90', '49.75'],
  ['1000', '0.0125', '12.50'],
  ['0.3333', '0.0005', '0.0002'],
  ['0', '12', '0'],
])('%s at %s each come to %s', (quantity, price, total) => {
  expect(tenThousandths(lineTotal(line(quantity, price)))).toBe(tenThousandths(total));
});

test('What floats get wrong is right here', () => {
  expect(linesTotal([line('1', '0.1'), line('1', '0.2')])).toBe('0.30');
  expect(linesTotal([line('3', '999999999.99')])).toBe('2999999999.97');
});

test('A sum that no amount can hold is none', () => {
  expect(linesTotal([line('999999999', '999999999')])).toBeNull();
});

test('Without lines the amount is what was given', () => {
  expect(amountOf({ lines: [], amount: '12.5' })).toBe('12.5');
  expect(amountOf({ lines: [line('2', '4')], amount: '12.5' })).toBe('8');
});

test('The sum is that of the lines as they are shown, in whatever order', () => {
  const lines = fc.array(fc.record({ quantity: places(8), price: places(10) }), { maxLength: 20 });
  fc.assert(
    fc.property(lines, (all) => {
      const shown = all.reduce((sum, one) => sum + tenThousandths(lineTotal(one)), 0n);
      expect(tenThousandths(linesTotal(all)!)).toBe(shown);
      expect(linesTotal([...all].reverse())).toBe(linesTotal(all));
    }),
  );
});

test('Digits come back as the number they were', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n }), (n) => {
      expect(tenThousandths(decimal(n))).toBe(n);
    }),
  );
});

test('A line is never more than half of a ten-thousandth away from the exact product', () => {
  fc.assert(
    fc.property(places(8), places(10), (quantity, price) => {
      const exact = tenThousandths(quantity) * tenThousandths(price);
      const off = tenThousandths(lineTotal({ quantity, price })) * 10_000n - exact;
      expect(off <= 5_000n && off > -5_000n).toBe(true);
    }),
  );
});
