import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankReply } from './blank-reply';
import type { Reply } from './reply-records';
import { answerBeliefs, everyReply, inFolders, orderReplies, showsReply, twinsOf, unusedReplies } from './reply-shelf';

const DAY = 24 * 3_600_000;
const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const reply = (id: string, more: Partial<Reply> = {}): Reply => ({ ...blankReply(id, `body of ${id}`, 0), id, ...more });
const sent = (n: number, answered: number) => ({ outcomes: { deep: { sent: n, answered, edited: 0 } } });
const order = (by: 'used' | 'answered' | 'recent' | 'name', ...all: Reply[]) =>
  orderReplies(all, by, answerBeliefs(all), byName)
    .map(({ id }) => id)
    .join('');

describe('The order', () => {
  test('by use, by last use, by name', () => {
    const all = [reply('b', { uses: 3, lastUsedAt: 5 }), reply('a', { uses: 9, lastUsedAt: 2 }), reply('c', { uses: 3, lastUsedAt: 7 })];
    expect(order('used', ...all)).toBe('acb');
    expect(order('recent', ...all)).toBe('cba');
    expect(order('name', ...all)).toBe('abc');
  });

  test('best answered is what is sure at least: nine of ten before one of one, and never sent behind none of twenty', () => {
    expect(order('answered', reply('a', sent(1, 1)), reply('b', sent(10, 9)), reply('c'), reply('d', sent(20, 0)))).toBe('badc');
  });

  test('does not depend on the order before, whatever the counts', () => {
    const some = fc.record({ uses: fc.nat(3), lastUsedAt: fc.option(fc.nat(3)), title: fc.constantFrom('x', 'y'), n: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), fc.constantFrom('used', 'answered', 'recent', 'name'), (all, by) => {
        const made = all.map(({ n, ...one }, i) => reply(`r${i}`, { ...one, ...sent(n, Math.min(n, 2)) }));
        expect(order(by, ...made.toReversed())).toBe(order(by, ...made));
      }),
    );
  });
});

describe('How often a reply is answered', () => {
  test('is an interval that holds what was seen, and nothing is said of one that was never sent', () => {
    const beliefs = answerBeliefs([reply('a', sent(40, 12)), reply('b'), reply('c', sent(2, 2))]);
    expect(beliefs.has('b')).toBe(false);
    const { low, high } = beliefs.get('a')!;
    expect([low < 0.3 && high > 0.3, high - low < 0.3]).toEqual([true, true]);
    const few = beliefs.get('c')!;
    expect(few.high - few.low).toBeGreaterThan(0.4);
  });
});

describe('The filter', () => {
  const all = [
    reply('a', { folder: 'Offers', tags: ['x'], language: 'en', uses: 1 }),
    reply('b', { folder: 'Offers', language: 'zh' }),
    reply('c', { tags: ['x', 'y'] }),
    reply('d', { archivedAt: 5, folder: 'Offers' }),
  ];
  const shown = (filter: Partial<typeof everyReply>) =>
    all
      .filter((one) => showsReply(one, { ...everyReply, ...filter }, new Map([['b', ['c']]])))
      .map(({ id }) => id)
      .join('');

  test.each([
    [{}, 'abc'],
    [{ show: 'archived' }, 'd'],
    [{ show: 'never' }, 'bc'],
    [{ show: 'twins' }, 'b'],
    [{ folder: 'Offers' }, 'ab'],
    [{ folder: '' }, 'c'],
    [{ show: 'archived', folder: '' }, ''],
    [{ tag: 'x' }, 'ac'],
    [{ language: 'en' }, 'a'],
    [{ language: 'any' }, 'c'],
    [{ tag: 'x', language: 'any' }, 'c'],
  ] as const)('%j shows %s', (filter, ids) => {
    expect(shown(filter)).toBe(ids);
  });
});

test('Nearly the same are only replies in use', () => {
  const body = 'We deliver on Monday between nine and twelve, if that suits you.';
  const all = [reply('a', { body }), reply('b', { body: `${body} ` }), reply('c', { body, archivedAt: 1 }), reply('d')];
  expect([...twinsOf(all)]).toEqual([
    ['a', ['b']],
    ['b', ['a']],
  ]);
});

test('Folders stand by name, those in none at the end', () => {
  const all = [reply('a'), reply('b', { folder: 'Z' }), reply('c', { folder: 'A' }), reply('d', { folder: 'Z' })];
  expect(inFolders(all, byName).map(({ folder, replies }) => [folder, replies.map(({ id }) => id).join('')])).toEqual([
    ['A', 'c'],
    ['Z', 'bd'],
    ['', 'a'],
  ]);
});

describe('Not used any more', () => {
  const now = 1000 * DAY;
  const old = now - 180 * DAY - 1;
  const at = (more: Partial<Reply>) => unusedReplies([reply('a', { createdAt: old, wordedAt: old, ...more })], now).length === 1;

  test.each([
    ['never used, and older than 180 days', {}, true],
    ['last used more than 180 days ago', { lastUsedAt: old }, true],
    ['used 180 days ago', { lastUsedAt: old + 1 }, false],
    ['made since', { createdAt: old + 1 }, false],
    ['worded anew since', { wordedAt: now - DAY }, false],
    ['archived already', { archivedAt: old }, false],
  ] as const)('%s', (_, more, expected) => {
    expect(at(more)).toBe(expected);
  });

  test('the longest unused stands first', () => {
    const all = [reply('a', { lastUsedAt: 2 * DAY }), reply('b', { createdAt: DAY, wordedAt: DAY }), reply('c', { lastUsedAt: DAY })];
    expect(unusedReplies(all, now).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });
});
