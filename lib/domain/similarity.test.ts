import fc from 'fast-check';
import { expect, test } from 'vitest';
import { similarity } from './similarity';

test.each([
  ['', '', 1],
  ['Hello', 'Hello', 1],
  ['Hello', '  hello \n', 1],
  ['您好，请问', '您好，请问', 1],
  ['abc', 'xyz', 0],
])('“%s” and “%s” are alike by %d', (a, b, share) => expect(similarity(a, b)).toBe(share));

test('a corrected word leaves a reply itself, another message does not', () => {
  const reply = 'Hello Anna, the price list is attached. Shall we talk on Monday?';
  expect(similarity(reply, reply.replace('Monday', 'Tuesday'))).toBeGreaterThan(0.8);
  expect(similarity(reply, 'Sorry, I am on holiday until June.')).toBeLessThan(0.5);
  expect(similarity('您好，这是最新的报价单，请查收。', '您好，这是最新报价，请查收。')).toBeGreaterThan(0.5);
});

test('it lies between 0 and 1, and does not depend on the order', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const share = similarity(a, b);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(similarity(b, a)).toBe(share);
      expect(similarity(a, a)).toBe(1);
    }),
  );
});
