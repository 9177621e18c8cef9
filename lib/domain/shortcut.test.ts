import { expect, test } from 'vitest';
import { plainShortcut } from './shortcut';

test.each([
  ['price', 'price'],
  ['/price', 'price'],
  ['／Price list ', 'price-list'],
  ['、报价', '报价'],
  ['ＢＪ', 'bj'],
  [' / ', ''],
  ['', ''],
])('“%s” is kept as “%s”', (text, kept) => expect(plainShortcut(text)).toBe(kept));
