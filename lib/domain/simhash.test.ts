import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areNearlyTheSame, distance, nearDuplicates, simhash } from './simhash';

const near = (a: string, b: string): boolean => areNearlyTheSame(simhash(a)!, simhash(b)!);

describe('two texts', () => {
  test.each([
    ['Hi Anna, your order was sent today and should arrive on Friday.', 'Hi Bernd, your order was sent today and should arrive on Friday.'],
    ['Thank you for your message. We open at nine.', 'thank you for your message – we open at nine'],
    ['王姐您好，您订的货今天已经发出了，预计周五送到，请注意查收。', '李哥您好，您订的货今天已经发出了，预计周五送到，请注意查收。'],
    ['ＡＢＣ套餐每月 99 元，包含上门服务。', 'abc套餐每月99元,包含上门服务'],
  ])('%s · %s are nearly the same', (a, b) => {
    expect(near(a, b)).toBe(true);
  });

  test.each([
    ['Hi Anna, your order was sent today and should arrive on Friday.', 'Happy birthday, Anna. Wishing you a wonderful year ahead.'],
    ['您订的货今天已经发出了，预计周五送到，请注意查收。', '祝您生日快乐，万事如意，身体健康。'],
    ['How much does the large mattress cost with delivery?', 'When does the large mattress come if I order now?'],
  ])('%s · %s are not', (a, b) => {
    expect(near(a, b)).toBe(false);
  });

  test('of which one is too short are not compared', () => {
    expect(simhash('ok thanks')).toBeNull();
    expect(simhash('好的谢谢')).toBeNull();
    expect(simhash('😀'.repeat(50))).toBeNull();
    expect(simhash('')).toBeNull();
  });
});

test('A hash has 16 digits and tells no word, the distance is one of bits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 5000 }), (text) => {
      const hash = simhash(text);
      if (hash === null) return;
      expect(hash).toMatch(/^[0-9a-f]{16}$/);
      expect(distance(hash, hash)).toBe(0);
    }),
  );
  expect(distance('0000000000000000', 'ffffffffffffffff')).toBe(64);
  expect(distance('8000000000000000', '0000000000000001')).toBe(2);
});

test('Nearly the same texts stand in one group, whatever the order', () => {
  const texts = [
    { id: 'c', text: 'Hi Anna, your order was sent today and should arrive on Friday.' },
    { id: 'a', text: 'Hi Bernd, your order was sent today and should arrive on Friday.' },
    { id: 'b', text: 'Happy birthday, Anna. Wishing you a wonderful year ahead.' },
    { id: 'd', text: 'Hi Clara, your order was sent today and should arrive on Friday.' },
    { id: 'e', text: '好' },
  ];
  expect(nearDuplicates(texts)).toEqual([['a', 'c', 'd']]);
  expect(nearDuplicates([...texts].reverse())).toEqual([['a', 'c', 'd']]);
});
