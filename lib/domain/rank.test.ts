import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankReplies, type Rankable } from './rank';

const reply = (title: string, more: Partial<Rankable> = {}): Rankable => ({ title, body: '', uses: 0, lastUsedAt: null, ...more });
const titles = (replies: Rankable[], query = ''): string[] => rankReplies(replies, query).map((one) => one.title);

describe('the order of replies', () => {
  test('without a query is: used last, used most, title', () => {
    const replies = [
      reply('c'),
      reply('b', { uses: 5, lastUsedAt: 10 }),
      reply('a'),
      reply('d', { uses: 1, lastUsedAt: 20 }),
      reply('e', { uses: 9, lastUsedAt: 10 }),
    ];
    expect(titles(replies)).toEqual(['d', 'e', 'b', 'a', 'c']);
  });

  test('puts a match in the title before one in the text, however often that was used', () => {
    const replies = [reply('Thanks', { body: 'the price list', uses: 99, lastUsedAt: 99 }), reply('Price list'), reply('Hello')];
    expect(titles(replies, 'price')).toEqual(['Price list', 'Thanks']);
  });

  test('finds words that stand partly in the title and partly in the text, Chinese too', () => {
    expect(titles([reply('报价', { body: '您好，附件是价目表' })], '价 附件')).toEqual(['报价']);
    expect(titles([reply('Price')], '   ')).toEqual(['Price']);
  });

  test('neither loses nor invents a reply, and leaves the given list alone', () => {
    const any = fc.record({ title: fc.string(), body: fc.string(), uses: fc.nat(), lastUsedAt: fc.option(fc.nat(), { nil: null }) });
    fc.assert(
      fc.property(fc.array(any), (replies) => {
        const before = [...replies];
        const ranked = rankReplies(replies, '');
        expect(replies).toEqual(before);
        expect(new Set(ranked)).toEqual(new Set(replies));
        expect(ranked).toHaveLength(replies.length);
      }),
    );
  });
});
