import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex, indexBytes, learn, matchMessage, type Known } from './index';

const known = (id: string, title: string, ...examples: string[]): Known => ({ id, title, examples });

const SHOP: Known[] = [
  known('price', 'Price list', 'how much is it', 'what does the large one cost', 'can you tell me the price please'),
  known('delivery', 'Delivery time', 'when will my order arrive', 'how long does shipping take', 'has my parcel been sent'),
  known('return', 'Returns', 'i want to send it back', 'can i return the mattress', 'it does not fit, i would like a refund'),
  known('报价', '报价单', '这个多少钱', '请问价格是多少', '能不能便宜一点'),
  known('发货', '发货时间', '什么时候发货', '快递几天能到', '我的包裹寄出了吗'),
  known('售后', '退换货', '我想退货', '尺寸不合适可以换吗', '质量有问题怎么办'),
];
const index = buildIndex(SHOP);
const best = (message: string) => matchMessage(index, message)[0];

describe('a message', () => {
  test.each([
    ['How much does the small one cost?', 'price'],
    ['what is the PRICE', 'price'],
    ['my order has not arrived, when will it', 'delivery'],
    ['is shipping included and how long', 'delivery'],
    ['I would like to return this', 'return'],
    ['大号的多少钱一个', '报价'],
    ['价格能再便宜点吗', '报价'],
    ['今天能发货吗，几天到', '发货'],
    ['收到了，可是尺寸不对，想换一个', '售后'],
    ['hi, 多少钱', '报价'],
  ])('%s finds its template', (message, id) => {
    expect(best(message)?.id).toBe(id);
  });

  test.each(['', '   ', '😀😀', '!!!', '\u0000', '🇩🇪'])('without a word (%j) finds nothing', (message) => {
    expect(matchMessage(index, message)).toEqual([]);
  });

  test('that is an example of a template is surer than one about something else', () => {
    const sure = best('can i return the mattress')!.chance;
    const other = best('shall we play tennis on sunday')?.chance ?? 0;
    expect(sure).toBeGreaterThan(0.8);
    expect(other).toBeLessThan(0.4);
    expect(best('周末一起打球吧')?.chance ?? 0).toBeLessThan(0.4);
  });

  test('gets chances that are shares of one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (message) => {
        const found = matchMessage(index, message);
        const sum = found.reduce((total, { chance }) => total + chance, 0);
        expect(sum).toBeLessThanOrEqual(1);
        for (const { chance, score } of found) expect(chance >= 0 && score > 0 && Number.isFinite(score)).toBe(true);
        expect([...found].sort((a, b) => b.chance - a.chance || (a.id < b.id ? -1 : 1))).toEqual(found);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the index', () => {
  test('does not depend on the order of templates and examples', () => {
    const turned = buildIndex([...SHOP].reverse().map((one) => ({ ...one, examples: [...one.examples].reverse() })));
    expect(turned).toEqual(index);
  });

  test('can be stored and read again', () => {
    const stored = structuredClone(index);
    expect(matchMessage(stored, 'how long is shipping')).toEqual(matchMessage(index, 'how long is shipping'));
  });

  test('holds no word of a message', () => {
    const secret = buildIndex([...SHOP, known('secret', '', 'zanzibar quokka 秘密暗号')]);
    const bytes = JSON.stringify({ ...secret, ids: [] }, (_, value: unknown) =>
      ArrayBuffer.isView(value) ? [...(value as Uint8Array)] : value,
    );
    expect(matchMessage(secret, 'zanzibar')[0]?.id).toBe('secret');
    for (const word of ['zanzibar', 'quokka', '秘密']) expect(bytes).not.toContain(word);
  });

  test.each<[string, Known[]]>([
    ['no template', []],
    ['a template without words', [known('a', '')]],
    ['one template', [known('a', 'Price', 'how much')]],
    ['the same template twice', [known('a', 'Price', 'how much'), known('b', 'Price', 'how much')]],
  ])('can be made of %s', (_, templates) => {
    const made = buildIndex(templates);
    const found = matchMessage(made, 'how much').map(({ id }) => id);
    expect(found).toEqual(templates.filter(({ title }) => title !== '').map(({ id }) => id));
  });

  test('stays below a megabyte with 300 templates of ten long examples, and a template has a share of it', () => {
    let state = 1;
    const word = (): string => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return [5, 10, 15, 20].map((by) => 'bdfgklmnprstvz'[(state >>> by) % 14]! + 'aeiou'[(state >>> by) % 5]!).join('');
    };
    const text = (): string => Array.from({ length: 30 }, word).join(' ');
    const many = Array.from({ length: 300 }, (_, n) => known(`t${n}`, text(), ...Array.from({ length: 10 }, text)));
    const large = buildIndex(many);
    expect(indexBytes(large)).toBeLessThan(1_048_576);
    expect(many.filter(({ id, examples }) => matchMessage(large, examples[3]!)[0]?.id === id).length).toBeGreaterThan(290);
  });

  test('takes any text in titles and examples', () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: text, examples: fc.array(text, { maxLength: 3 }) }), { maxLength: 6 }),
        text,
        (list, message) => {
          const found = matchMessage(buildIndex(list.map((one, n) => ({ id: `t${n}`, ...one }))), message);
          for (const { chance } of found) expect(chance).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('what was learned', () => {
  const taught = (before: Known[], id: string, ...messages: string[]): Known[] =>
    before.map((one) =>
      one.id === id
        ? { ...one, learned: messages.reduce<ReturnType<typeof learn> | null>((had, text) => learn(had, id, text, 5), null) }
        : one,
    );
  const titles = [known('a', 'Warranty'), known('b', 'Opening hours'), known('c', '保修')];

  test('brings messages to a template that shares no word with its title', () => {
    const message = 'it broke after a month, is that covered';
    expect(matchMessage(buildIndex(titles), message)[0]?.chance ?? 0).toBeLessThan(0.3);
    const after = buildIndex(taught(titles, 'a', 'it broke, is that covered', 'covered for a month?'));
    expect(matchMessage(after, message)[0]).toMatchObject({ id: 'a' });
    expect(matchMessage(after, message)[0]!.chance).toBeGreaterThan(0.4);
  });

  test('works in Chinese', () => {
    const after = buildIndex(taught(titles, 'c', '用了一个月就坏了', '坏了能修吗'));
    expect(matchMessage(after, '机器坏了怎么修')[0]?.id).toBe('c');
  });

  test('makes surer with every time', () => {
    const chance = (n: number): number =>
      matchMessage(buildIndex(taught(titles, 'a', ...Array.from({ length: n }, () => 'is that covered'))), 'covered?')[0]!.chance;
    expect(chance(3)).toBeGreaterThanOrEqual(chance(1));
  });
});
