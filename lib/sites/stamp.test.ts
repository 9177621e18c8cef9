import { describe, expect, test } from 'vitest';
import { readStamp } from './stamp';

const read = (stamp: string, others: string[] = []) => readStamp(stamp, () => others);
/** The instant of a local clock, whatever the time zone of the machine. */
const local = (year: number, month: number, day: number, hour: number, minute: number) =>
  new Date(year, month - 1, day, hour, minute).toISOString();

describe('A stamp', () => {
  test.each([
    ['10:42, 14/9/2026', local(2026, 9, 14, 10, 42)],
    ['10:42\u202fAM, 9/14/2026', local(2026, 9, 14, 10, 42)],
    ['12:05\u202fAM, 9/14/2026', local(2026, 9, 14, 0, 5)],
    ['12:05 p. m., 14/9/2026', local(2026, 9, 14, 12, 5)],
    ['22:42, 3.9.2026', local(2026, 9, 3, 22, 42)],
    ['10.42, 14/9/2026', local(2026, 9, 14, 10, 42)],
    ['10:42, 5/5/2026', local(2026, 5, 5, 10, 42)],
    ['10:42, 2026-09-03', local(2026, 9, 3, 10, 42)],
    ['2026/9/3 10:42', local(2026, 9, 3, 10, 42)],
    ['下午1:05, 2026年9月3日', local(2026, 9, 3, 13, 5)],
    ['오후 1:05, 2026. 9. 3.', local(2026, 9, 3, 13, 5)],
    ['١٠:٤٢ م, ١٤\u200f/٩\u200f/٢٠٢٦', local(2026, 9, 14, 22, 42)],
    ['۱۰:۴۲, ۲۰۲۶/۹/۱۴', local(2026, 9, 14, 10, 42)],
  ])('%s is one instant', (stamp, expected) => expect(read(stamp)).toBe(expected));

  test.each([
    ['晚上8:00, 2026/3/9', '2026-03-09'],
    ['10:42 Uhr früh, 14.9.2026', '2026-09-14'],
    ['2026/3/9', '2026-03-09'],
  ])('%s is only sure about its day', (stamp, expected) => expect(read(stamp)).toBe(expected));

  test.each(['10:42, 3/9/2026', '10:42', '', '10:42, 31/2/2026', '10:42, 14/9/2569', '10:42, 1405/6/23', '10:42, 14/9/26'])(
    '%s says nothing certain',
    (stamp) => expect(read(stamp)).toBeNull(),
  );

  test('that can be read two ways is decided by another stamp of the page', () => {
    expect(read('10:42, 3/9/2026', ['9:00, 4/9/2026', '9:00, 14/9/2026'])).toBe(local(2026, 9, 3, 10, 42));
    expect(read('10:42, 3/9/2026', ['', '9:00, 9/14/2026'])).toBe(local(2026, 3, 9, 10, 42));
  });
});
