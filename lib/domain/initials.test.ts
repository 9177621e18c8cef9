import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initials } from './initials';

test.each([
  ['Anna Müller', 'AM'],
  ['anna', 'A'],
  ['Anna Maria von Müller', 'AM'],
  ['王小明', '小明'],
  ['王明', '王明'],
  ['李', '李'],
  ['欧阳 小明', '小明'],
  ['王小明 Mike', '小明'],
  ['李𠮷', '李𠮷'],
  ['Ольга Иванова', 'ОИ'],
  ['"Bob" (sales)', 'BS'],
  ['42 Street', '4S'],
  ['😀', '·'],
  ['  ', '·'],
  ['', '·'],
])('“%s” is drawn as %s', (name, letters) => expect(initials(name)).toBe(letters));

test('there is always something to draw, and it is short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const length = [...initials(name)].length;
      expect(length).toBeGreaterThanOrEqual(1);
      expect(length).toBeLessThanOrEqual(6);
    }),
  );
});
