import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainEmail } from '@/lib/domain/same-person';
import { readEmail } from './email';

test.each([
  ['Anna@Example.COM', 'anna@example.com'],
  ['  anna.li+tea@example.co.uk ', 'anna.li+tea@example.co.uk'],
  ['mailto:anna@example.com?subject=Tea', 'anna@example.com'],
  ['Anna Li <Anna@Example.com>', 'anna@example.com'],
  ['＜anna@example.com＞', 'anna@example.com'],
  ['王芳@例子.中国', '王芳@例子.中国'],
  ['\u202aanna@example.com\u202c', 'anna@example.com'],
])('%s is kept as %s', (text, email) => {
  expect(readEmail(text)).toBe(email);
});

test.each([
  '',
  'anna',
  'anna@',
  '@example.com',
  'anna@example',
  'a b@example.com',
  'a@b@example.com',
  'a@example..com',
  'a@example.com, b@example.com',
])('%s is none', (text) => {
  expect(readEmail(text)).toBeNull();
});

test('Whatever is written, what is kept is read again as the same, and the search for the same person knows it', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress());
  fc.assert(
    fc.property(text, (some) => {
      const email = readEmail(some);
      if (email === null) return;
      expect(readEmail(email)).toBe(email);
      expect(email.length).toBeLessThanOrEqual(254);
      expect([null, email]).toContain(plainEmail(email));
    }),
  );
});
