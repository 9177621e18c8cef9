import { expect, test } from 'vitest';
import fc from 'fast-check';
import { readStamp } from '../../sites/stamp';
import { inventStamp, isStamp, stampsIn } from './stamps';

const invent = (text: string): string => text.replace(stampsIn(), inventStamp);

test.each([
  ['10:42, 3/9/2026', '11:17, 4/5/2031'],
  ['9:05 PM, 14.9.2026', '9:17 PM, 23.5.2031'],
  ['21:30, 9/14/2026', '14:17, 4/23/2031'],
  ['上午10:42, 2026/3/9', '上午11:17, 2031/4/5'],
  ['下午1:05, 2026年3月9日', '下午9:17, 2031年4月5日'],
  ['08:15:30', '09:17:17'],
  ['٩:٤٢ ص، ١٤/٩/٢٠٢٦', '٩:١٧ ص، ٢٣/٥/٢٠٣١'],
])('%s becomes %s', (stamp, invented) => {
  expect(invent(stamp)).toBe(invented);
});

test('what can be read from a stamp can be read from the invented one, and nothing more', () => {
  const part = fc.integer({ min: 1, max: 31 });
  fc.assert(
    fc.property(part, part, fc.constantFrom('/', '.', '-'), fc.integer({ min: 0, max: 23 }), fc.boolean(), (a, b, sign, hour, isPadded) => {
      const write = (n: number): string => String(n).padStart(isPadded ? 2 : 1, '0');
      const stamp = `${write(hour)}:42, ${write(a)}${sign}${write(b)}${sign}2026`;
      const read = readStamp(stamp, () => []);
      if (read === null && (a > 12 || b > 12)) return;
      expect(readStamp(invent(stamp), () => []) === null).toBe(read === null);
    }),
  );
});

test('a stamp is nothing but date and clock', () => {
  expect(['10:42', '[10:42 AM, 9/14/2026]', '2026-03-09', '上午10:42'].map(isStamp)).toEqual([true, true, true, true]);
  expect(['10 apples', 'at 10:42', 'Thursday', '', '12345'].map(isStamp)).toEqual([false, false, false, false, false]);
});
