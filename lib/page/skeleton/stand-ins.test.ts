import { expect, test } from 'vitest';
import { makeStandIns } from './stand-ins';

const noted = (...texts: string[]) => {
  const standIns = makeStandIns();
  for (const text of texts) standIns.note(text);
  return standIns;
};

test('the same has the same stand-in, another has another', () => {
  const { word, id, host } = noted();
  expect(word('anna')).toBe(word('anna'));
  expect(word('Anna').toLowerCase()).toBe(word('anna'));
  expect(word('Anna')[0]).toBe('Q');
  expect(new Set(['anna', 'ben', 'clara', '林悦', '陈', 'נועה', '🌿', '🌸'].map(word)).size).toBe(8);
  expect(id('3EB0A1')).toBe(id('3EB0A1'));
  expect(id('3EB0A1')).not.toBe(id('3EB0A2'));
  expect(host('chat.example.org')).toMatch(/^h\w+\.example$/);
});

test('numbers keep their length and their order; short ones become longer', () => {
  const { number } = noted('1795080600.000100 1795080660.000200 1795080999 17 4 999');
  const [first, second, third] = ['1795080600', '1795080660', '1795080999'].map(number);
  expect(first! < second! && second! < third!).toBe(true);
  expect([first, second, third].every((text) => text!.length === 10)).toBe(true);
  expect(number('000100') < number('000200')).toBe(true);
  expect(['4', '17', '999'].map(number)).toEqual(['5000', '5001', '5002']);
});

test('ids keep which of their characters are letters, capitals, digits or hexadecimal', () => {
  const { id } = noted();
  for (const text of ['3EB0A1B2C3D4E5F60718', 'U0NADIA002', '5e4f75e30000000001000a01', 'aZ09bY18', 'x1']) {
    const form = (one: string): string => one.replace(/\d/g, '0').replace(/[a-z]/g, 'a').replace(/[A-Z]/g, 'A');
    expect(form(id(text))).toBe(form(text));
    expect(id(text)).not.toBe(text);
  }
  expect(id('5e4f75e30000000001000a02')).toMatch(/^[0-9a-f]{24}$/);
});

test('short ids do not run out', () => {
  const { id } = noted();
  const given = Array.from({ length: 400 }, (_, n) => id(`a${n % 10}`.repeat(1 + Math.floor(n / 10))));
  expect(new Set(given).size).toBe(400);
});

test('no stand-in is anything that the page says', () => {
  const { word, number, id } = noted('qbb QBC', '5000 1930382220', 'a0', '1234567890 77');
  expect(word('anna')).not.toMatch(/^qb[bc]$/i);
  expect(number('77')).not.toBe('5000');
  expect(number('1234567890')).not.toBe('1930382220');
  expect(id('z9')).not.toBe('a0');
});

test('moments keep their order and how they are written', () => {
  const { instant } = noted('2026-11-21T21:28:39.167Z', '2026-11-21T21:28:40Z 2026-11-20T08:00+01:00');
  expect(instant('2026-11-20T08:00+01:00')).toMatch(/^2031-03-04T\d\d:\d\d\+00:00$/);
  expect(instant('2026-11-21T21:28:39.167Z')).toMatch(/^2031-03-04T\d\d:\d\d:\d\d\.000Z$/);
  expect(Date.parse(instant('2026-11-21T21:28:39.167Z'))).toBeLessThan(Date.parse(instant('2026-11-21T21:28:40Z')));
});
