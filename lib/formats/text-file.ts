// A text file of unknown origin, from bytes to text: which characters it is written in is found, or said by the user.

/** What a spreadsheet or an editor saves: GB18030 is "ANSI" on a Chinese Windows, Windows-1252 on a western one. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes that are read at most, unless somebody says otherwise: ten times what anybody's replies take. */
export const LARGEST_TEXT = 10 * 1024 * 1024;

/**
 * Why there is no text: `large` (more bytes than allowed), `empty` (nothing or white space alone), `workbook` (an Excel, Numbers or other
 * zipped file: save it as CSV first), `binary` (a picture, a program).
 */
export type TextProblem = 'large' | 'empty' | 'workbook' | 'binary';

/** `damaged`: characters that could not be read and stand as U+FFFD. The text has no byte order mark. */
export type ReadText = { ok: true; text: string; encoding: Encoding; damaged: number } | { ok: false; problem: TextProblem };

/** How much is looked at to tell encodings apart. */
const LOOKED_AT = 64 * 1024;

/** Bytes to text. `encoding` is what the user says it is; without it, it is found. Never throws. */
export function readText(bytes: Uint8Array, options: { most?: number; encoding?: Encoding } = {}): ReadText {
  if (bytes.length > (options.most ?? LARGEST_TEXT)) return { ok: false, problem: 'large' };
  // Zip (xlsx, ods, numbers) and the older container of xls.
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, problem: 'workbook' };
  const encoding = options.encoding ?? encodingOf(bytes);
  // A byte order mark is taken off by the decoder.
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) return { ok: false, problem: 'binary' };
  if (text.trim() === '') return { ok: false, problem: 'empty' };
  return { ok: true, text, encoding, damaged: countOf(text, '\ufffd') };
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const start = bytes.subarray(0, LOOKED_AT);
  return twoByteOrder(start) ?? (isUtf8(bytes) ? 'utf-8' : isChinese(start) ? 'gb18030' : 'windows-1252');
}

/** UTF-16 without a mark: commas, digits and line breaks have a zero byte on one side, whatever the language; text in bytes has none. */
function twoByteOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  // One in fifty: a Chinese text has few, but a file with lines and columns has them.
  const some = bytes.length / 50;
  if (odd > some && odd > even * 10) return 'utf-16le';
  return even > some && even > odd * 10 ? 'utf-16be' : null;
}

/** UTF-8, also where a few characters were cut or spoilt: other encodings are almost never UTF-8 by chance. */
function isUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const damaged = countOf(text, '\ufffd');
  if (damaged === 0) return true;
  let foreign = 0;
  // eslint-disable-next-line no-control-regex -- everything that takes more than one byte.
  for (const run of text.matchAll(/[^\x00-\x7f]+/g)) foreign += run[0].length;
  return damaged * 50 < foreign;
}

/**
 * Chinese in GB18030, rather than a western language with accents: there nearly every pair begins with two high bytes, here an accented
 * letter stands between plain ones.
 */
function isChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let plain = 0;
  for (let i = 0; i < bytes.length - 1; i++) {
    if (bytes[i]! < 0x81) continue;
    const next = bytes[i + 1]!;
    if (next >= 0xa1) pairs += 1;
    else plain += 1;
    // The second byte of a pair begins none; a plain letter behind an accent is looked at again, it is no high byte anyway.
    i += 1;
  }
  return pairs > plain;
}

export const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
