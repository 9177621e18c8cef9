import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from './text-file';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be', mark: boolean) => {
  const bytes = new Uint8Array((text.length + (mark ? 1 : 0)) * 2);
  const view = new DataView(bytes.buffer);
  [...(mark ? [0xfeff] : []), ...Array.from(text, (_, i) => text.charCodeAt(i))].forEach((unit, i) =>
    view.setUint16(i * 2, unit, order === 'le'),
  );
  return bytes;
};
const bytes = (hex: string) => Uint8Array.from(hex.match(/../g)!, (pair) => parseInt(pair, 16));

const CHINESE = '分组,标题,内容\r\n售前,问候,您好，请问有什么可以帮您\r\n';
/** The same text as Excel saves it on a Chinese Windows (GBK). */
const GBK = bytes('b7d6d7e92cb1eacce22cc4dac8dd0d0acadbc7b02ccecabaf22cc4fabac3a3acc7ebcecad3d0cab2c3b4bfc9d2d4b0efc4fa0d0a');

describe('the characters of a file are found', () => {
  test.each([
    ['UTF-8', utf8(CHINESE), 'utf-8'],
    ['UTF-8 with a mark', utf8('\ufeff' + CHINESE), 'utf-8'],
    ['UTF-16 with a mark', utf16(CHINESE, 'le', true), 'utf-16le'],
    ['UTF-16 of the other order with a mark', utf16(CHINESE, 'be', true), 'utf-16be'],
    ['UTF-16 without a mark', utf16(CHINESE, 'le', false), 'utf-16le'],
    ['UTF-16 of the other order without a mark', utf16(CHINESE, 'be', false), 'utf-16be'],
    ['GB18030', GBK, 'gb18030'],
  ])('%s', (_, file, encoding) => {
    expect(readText(file)).toEqual({ ok: true, text: CHINESE, encoding, damaged: 0 });
  });

  test('those of a western Windows, which could be read as Chinese', () => {
    const text = 'Name;Text\r\nMüller;Grüße aus Köln und ein Café\r\n';
    const western = Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect(readText(western)).toEqual({ ok: true, text, encoding: 'windows-1252', damaged: 0 });
  });

  test('characters of four bytes, which only GB18030 has', () => {
    // 您好 and an emoji, U+1F600.
    expect(readText(bytes('c4fabac3' + '9439fc36' + 'c4fabac3'))).toMatchObject({ text: '您好😀您好', encoding: 'gb18030' });
  });

  test('UTF-8 that was cut in the middle of a character, saying so', () => {
    const cut = utf8(CHINESE.repeat(20)).slice(0, -3);
    expect(readText(cut.slice(0, cut.length - 1))).toMatchObject({ encoding: 'utf-8', damaged: 1 });
  });

  test('unless the user says which they are', () => {
    expect(readText(GBK, { encoding: 'windows-1252' })).toMatchObject({ ok: true, encoding: 'windows-1252' });
  });
});

describe('what is no text is told by its kind', () => {
  test.each([
    ['too large', new Uint8Array(11), 'large'],
    ['nothing', new Uint8Array(), 'empty'],
    ['blanks', utf8(' \r\n\t'), 'empty'],
    ['an Excel workbook', bytes('504b030414000600'), 'workbook'],
    ['an old Excel workbook', bytes('d0cf11e0a1b11ae1'), 'workbook'],
    ['a picture', bytes('89504e470d0a1a0a0000'), 'binary'],
  ])('%s', (_, file, problem) => {
    expect(readText(file, { most: 10 })).toEqual({ ok: false, problem });
  });
});

test('No bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (file) => {
      const read = readText(file);
      if (read.ok) expect(read.text.length).toBeGreaterThan(0);
    }),
    { seed: 7, numRuns: 2000 },
  );
});
