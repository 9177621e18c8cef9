// The words of the interface: both languages whole, every key used, no text outside of them.
import { describe, expect, test } from 'vitest';
import en from '../public/_locales/en/messages.json';
import zh from '../public/_locales/zh_CN/messages.json';
import { filesIn, isCode, read } from './source';

type Book = Record<string, { message: string }>;
const books: Record<string, Book> = { en, zh_CN: zh };
const code = [
  ...filesIn('lib', 'components', 'entrypoints')
    .filter(isCode)
    .map((file) => [file, read(file)] as const),
  ['wxt.config.ts', read('wxt.config.ts')] as const,
];

/** What is said about a key found in code: `t('a_b')` itself, `tn('a_b', n)` with its two forms, `a_${x}` as a pattern. */
const whole = new Set<string>();
const patterns: { text: string; file: string; pattern: RegExp }[] = [];
for (const [file, text] of code) {
  for (const [, key] of text.matchAll(/__MSG_(\w+)__/g)) whole.add(key!);
  // Any string that is a key counts as used: keys also stand in tables, chosen by what is shown.
  for (const [, key] of text.matchAll(/['"`]([a-z]+_[a-z0-9_]+)['"`]/g)) whole.add(key!);
  for (const [, template] of text.matchAll(/`([a-z]+_[a-z0-9_]*(?:\$\{[^}`]*\}[a-z0-9_]*)+)`/g)) {
    patterns.push({ text: template!, file, pattern: new RegExp(`^${template!.replace(/\$\{[^}]*\}/g, '[a-z0-9_]+')}$`, 'i') });
  }
}
const isPlural = (key: string): boolean => /_(one|other)$/.test(key) && whole.has(key.replace(/_(one|other)$/, ''));
const isUsed = (key: string): boolean =>
  whole.has(key) || isPlural(key) || patterns.some(({ pattern }) => pattern.test(key) || pattern.test(key.replace(/_(one|other)$/, '')));
const places = (message: string): string => [...new Set(message.match(/\$\d/g) ?? [])].sort().join(' ');

describe('both languages', () => {
  test('have the same keys', () => {
    const missing = Object.keys(en).filter((key) => !(key in zh));
    // Chinese has no singular: a form ending in _one may be left out there.
    expect(
      missing.filter((key) => !key.endsWith('_one')),
      'Translate these keys in public/_locales/zh_CN (node scripts/words.mjs does both files).',
    ).toEqual([]);
    expect(
      Object.keys(zh).filter((key) => !(key in en)),
      'These keys are only in zh_CN: add the English words, or remove them.',
    ).toEqual([]);
  });

  test('take the same values', () => {
    for (const [key, { message }] of Object.entries(books['en']!)) {
      const other = books['zh_CN']![key]?.message;
      if (other === undefined || key.endsWith('_one')) continue;
      expect(places(other), `“${key}” does not use the same $1, $2 in both languages, so a value would be lost.`).toBe(places(message));
    }
  });

  test('say nothing empty, and shout neither in Chinese nor in English', () => {
    for (const [language, book] of Object.entries(books)) {
      for (const [key, { message }] of Object.entries(book)) {
        expect(message.trim(), `“${key}” is empty in ${language}.`).not.toBe('');
        expect(/[!！]/.test(message), `“${key}” in ${language} has an exclamation mark. Rapport speaks calmly.`).toBe(false);
      }
    }
  });
});

describe('keys', () => {
  test('in the books are used', () => {
    const idle = Object.keys(en).filter((key) => !isUsed(key));
    expect(
      idle,
      'Nothing uses these keys: remove them from both files, or use them. A key that is put together needs a template such as `panel_${state}` in the code.',
    ).toEqual([]);
  });

  test('in the code are in the books', () => {
    for (const [file, text] of code) {
      for (const [, plural, key] of text.matchAll(/\bt(n?)\(\s*['"]([^'"]+)['"]/g)) {
        const wanted = plural ? `${key}_other` : key!;
        expect(
          wanted in en,
          `${file} uses “${wanted}”, which is not in public/_locales. Add it: node scripts/words.mjs ${wanted} "English" "中文".`,
        ).toBe(true);
      }
    }
  });

  test('put together in the code stand for at least one', () => {
    for (const { text, file, pattern } of patterns.filter((one) => /^(common|panel|popup|workspace|app)_/.test(one.text))) {
      const found = Object.keys(en).some((key) => pattern.test(key) || pattern.test(key.replace(/_(one|other)$/, '')));
      expect(found, `${file} puts together \`${text}\`, and no key in public/_locales looks like that.`).toBe(true);
    }
  });
});

describe('what a screen shows', () => {
  const jsx = code.filter(([file]) => file.endsWith('.tsx'));

  test.each(jsx)('%s has no words of its own', (file, text) => {
    const bare = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    // Words between tags, in an element that closes on them: ">Save</button>", and not a comparison or an arrow.
    const between = [...bare.matchAll(/<[a-z][\w.-]*(?:\s[^<>]*)?>\s*([^<>{}]*\p{L}[^<>{}]*?)\s*<\//giu)].map((found) => found[1]);
    const inAttributes = [...bare.matchAll(/\s(?:title|aria-label|placeholder|alt|label)="([^"]*\p{L}[^"]*)"/gu)].map((found) => found[1]);
    const words = [...between, ...inAttributes];
    expect(
      words,
      `${file} shows ${JSON.stringify(words)} in one language only. Put the words into public/_locales and write {t('…')}.`,
    ).toEqual([]);
  });

  // Those of taught sites are their users' own.
  test.each(jsx.filter(([file]) => !/\/Taught\w+\.tsx$/.test(file)))('%s names sites in the language of the interface', (file, text) => {
    const bare = /(?<!siteName(?:\(|=\{))\b(?:(?:site|recognised)\.name|identity\.siteName)\b|\bsites\.join\(/.exec(text)?.[0];
    expect(bare, `${file} shows ${bare}: put it through siteName of lib/words/site-names.`).toBeUndefined();
  });
});
