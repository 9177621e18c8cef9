import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesBetween } from './text-changes';

const show = (a: string, b: string) => {
  const mark = (pieces: { text: string; only: boolean }[]) => pieces.map(({ text, only }) => (only ? `[${text}]` : text)).join('');
  const { a: left, b: right } = changesBetween(a, b);
  return [mark(left), mark(right)];
};

test.each([
  ['We deliver on Monday.', 'We deliver on Friday.', 'We deliver on [Monday].', 'We deliver on [Friday].'],
  ['Hello {{name}}', 'Hello {{name}}', 'Hello {{name}}', 'Hello {{name}}'],
  ['您好，周一发货', '您好，周五就发货', '您好，周[一]发货', '您好，周[五就]发货'],
  ['', 'new', '', '[new]'],
  ['one two three', 'one three', 'one [two ]three', 'one three'],
  ['a b c d', 'x b y d', '[a] b [c] d', '[x] b [y] d'],
])('%s | %s', (a, b, left, right) => {
  expect(show(a, b)).toEqual([left, right]);
});

const text = fc
  .array(fc.constantFrom('a', 'be', ' ', '\n', '价', '格', '{', '}', '👩‍🌾', 'é', '\ud800'), { maxLength: 60 })
  .map((all) => all.join(''));

test('nothing of a text is lost, and what both have is the same in both', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const { a: left, b: right } = changesBetween(a, b);
      const whole = (pieces: typeof left, filter = (_: boolean) => true) =>
        pieces
          .filter(({ only }) => filter(only))
          .map(({ text: one }) => one)
          .join('');
      expect(whole(left)).toBe(a);
      expect(whole(right)).toBe(b);
      expect(whole(left, (only) => !only)).toBe(whole(right, (only) => !only));
    }),
  );
});

test('the edit is as short as a plain search finds it', () => {
  const letters = fc.array(fc.constantFrom(...'价格发货'), { maxLength: 12 }).map((all) => all.join(''));
  const longest = (a: string, b: string): number =>
    a === '' || b === ''
      ? 0
      : a[0] === b[0]
        ? 1 + longest(a.slice(1), b.slice(1))
        : Math.max(longest(a.slice(1), b), longest(a, b.slice(1)));
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      const same = changesBetween(a, b)
        .a.filter(({ only }) => !only)
        .reduce((sum, one) => sum + one.text.length, 0);
      expect(same).toBe(longest(a, b));
    }),
    { numRuns: 60 },
  );
});

test('two long texts that have nothing in common are told at once', () => {
  const start = performance.now();
  const { a } = changesBetween('价'.repeat(5000) + 'x', 'word '.repeat(2000) + 'x');
  expect(a.at(-1)).toEqual({ text: 'x', only: false });
  expect(performance.now() - start).toBeLessThan(2000);
});
