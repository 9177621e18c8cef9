import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain } from './plain';

test.each([
  ['New Year’s Eve', "New Year's Eve"],
  ['６月１８号', '6月18号'],
  ['下週五，國慶節後', '下周五，国庆节后'],
  ['２０２６／６／１８', '2026/6/18'],
])('%s is read as %s', (typed, read) => {
  expect(plain(typed)).toBe(read);
});

test('places in what is read are places in what was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(plain(text).length).toBe(text.length);
      expect(plain(plain(text))).toBe(plain(text));
    }),
  );
});
