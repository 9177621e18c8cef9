import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexWords, matchesWords, queryWords } from './search-words';

const finds = (query: string, text: string): boolean => matchesWords(indexWords(text), queryWords(query));

describe('searching', () => {
  test.each([
    ['小明', '王小明'],
    ['明', '王小明'],
    ['王', '王小明'],
    ['wang 小', '王小明 Wang'],
    ['ann', 'Anna Müller'],
    ['muller', 'Anna Müller'],
    ['MÜL', 'Anna Müller'],
    ['ａｎｎａ', 'Anna'],
    ['an mü', 'Anna Müller'],
    ['müller anna', 'Anna Müller'],
    ['abc123', 'abc123'],
    ['2026', 'Fair 2026'],
    ['さく', 'さくら'],
    ['이', '이영희'],
    ['anna@example', 'anna@example.org'],
    ['', 'anything'],
  ])('“%s” finds “%s”', (query, text) => expect(finds(query, text)).toBe(true));

  test.each([
    ['nna', 'Anna'],
    ['王明', '王小明'],
    ['anna bert', 'Anna'],
    ['23', 'abc123'],
  ])('“%s” does not find “%s”', (query, text) => expect(finds(query, text)).toBe(false));

  test('every name finds itself, and so does its beginning', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'B', 'é', 'ß', '1', '9', ' ', '-', '王', '小', '々', 'さ', '가', 'ﬁ', '😀'),
      maxLength: 25,
    });
    fc.assert(
      fc.property(name, fc.nat(25), (text, end) => {
        expect(finds(text, text)).toBe(true);
        expect(finds([...text].slice(0, end).join(''), text)).toBe(true);
      }),
    );
  });

  test('a very long name finds itself, too, and gives no endless list of words', () => {
    for (const text of ['王小明'.repeat(100), 'a'.repeat(500), 'ab '.repeat(500)]) {
      expect(finds(text, text)).toBe(true);
      expect(indexWords(text).length).toBeLessThanOrEqual(60);
      expect(indexWords(text).every((word) => word.length <= 60)).toBe(true);
    }
  });
});
