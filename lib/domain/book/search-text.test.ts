import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexWords } from '../search-words';
import { RANKS, rankOf, searchText, soughtIn } from './search-text';

const who = (name: string, more: Partial<Parameters<typeof searchText>[0]> = {}) =>
  searchText({ name, tags: [], words: indexWords([name, ...(more.tags ?? [])].join(' ')), company: '', phones: [], emails: [], ...more });
const rank = (query: string, line: string) => {
  const sought = soughtIn(query);
  return sought && rankOf(line, sought);
};

describe('a search finds', () => {
  const { nameStart, nameWord, otherWord, inside } = RANKS;
  test.each([
    ['ann', who('Anna Müller'), nameStart],
    ['anna mül', who('Anna Müller'), nameStart],
    ['mull', who('Anna Müller'), nameWord],
    ['müller anna', who('Anna Müller'), nameWord],
    ['nna', who('Anna'), inside],
    ['ＡＮＮＡ', who('Anna'), nameStart],
    ['vip', who('Anna', { tags: ['VIP'] }), otherWord],
    ['anna vip', who('Anna', { tags: ['VIP'] }), otherWord],
    ['acme', who('Anna', { company: 'Acme Ltd' }), otherWord],
    ['anna@example', who('A', { emails: ['anna@example.org'] }), otherWord],
    ['8000138', who('A', { phones: ['+8613800138000'] }), null],
    ['138000', who('A', { phones: ['+8613800138000'] }), inside],
    ['old name', who('New', { words: ['new', 'old', 'name'] }), otherWord],
    ['王', who('王小明'), nameStart],
    ['小明', who('王小明'), nameWord],
    ['wang', who('王小明'), nameStart],
    ['wangxiaom', who('王小明'), nameStart],
    ['wxm', who('王小明'), nameWord],
    ['xiaoming', who('王小明'), nameWord],
    ['xm', who('王小明'), nameWord],
    ['zeng', who('曾国强'), nameStart],
    ['shan', who('单雄信'), nameWord],
    ['lv', who('吕布'), nameStart],
    ['lubu', who('吕布'), nameStart],
    ['王 ann', who('王Anna'), nameStart],
  ])('“%s” as well as it fits', (query, line, is) => expect(rank(query, line)).toBe(is));

  test.each([
    ['王明', who('王小明')],
    ['na', who('Anna')],
    ['anna bert', who('Anna')],
    ['mx', who('王小明')],
  ])('not “%s”', (query, line) => expect(rank(query, line)).toBeNull());

  test('everybody by the whole name, however hostile it is', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'É', '1', ' ', '\n', '\t', '王', '小', '々', 'さ', '가', 'ﬁ', '😀', '\u202e'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(name, fc.nat(40), (text, end) => {
        const line = who(text);
        expect(line.split('\t')).toHaveLength(3);
        expect(line).not.toMatch(/[\n\r]/);
        for (const part of [text, [...text].slice(0, end).join('')]) if (soughtIn(part)) expect(rank(part, line)).not.toBeNull();
      }),
    );
  });

  test('and a line stays short', () => {
    for (const text of ['曾单重长'.repeat(100), 'a'.repeat(5000), 'ab '.repeat(2000)]) expect(who(text).length).toBeLessThanOrEqual(2000);
  });
});
