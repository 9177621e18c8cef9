// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSelector, LONGEST, plainName, quoted } from './selector';

describe('A selector of a taught site', () => {
  test.each([
    'h1',
    '*',
    '#chatArea',
    'div.title_name',
    '[data-message-id]',
    'li[id^="chat-messages-"]',
    '[class*="sending" i]',
    'main[data-conversation-id] textarea[data-composer]',
    '.bubbles > div:nth-of-type(2) > span',
    '.row:not(.own)',
    'li:not([data-own="true"])',
    ':scope > div > p',
    'chat-app >>> #log >>> .message',
    '[data-x="a\\"b"]',
    '.名字',
  ])('may be %s', (text) => expect(isSelector(text)).toBe(true));

  test.each([
    '',
    ' ',
    'a, b',
    'div:has(a)',
    'a[href="https://evil.example/"]',
    'a[href="javascript:alert(1)"]',
    'img[src="data:,"]',
    'div{color:red}',
    'div/*x*/',
    '@import "x"',
    'a:hover',
    'a:visited',
    '::part(x)',
    ':host',
    ':not()',
    ':not(:not(a))',
    '[data-x=y]',
    "[data-x='y']",
    '<b>',
    'div >',
    '> div',
    'div > > p',
    'div  p',
    'div\np',
    ' div',
    'a >>> ',
    '>>> a',
    '1a',
    '.\\31 23',
    `.${'a'.repeat(LONGEST)}`,
    Array.from({ length: 7 }, () => 'a').join(' >>> '),
  ])('is never %s', (text) => expect(isSelector(text)).toBe(false));

  test('that passes is one for the browser, too, and is judged quickly', () => {
    const part = fc.constantFrom(
      'a',
      '*',
      '#b',
      '.c',
      '[d]',
      '[d="e"]',
      ':not(.f)',
      ':nth-child(3)',
      ' ',
      ' > ',
      ' + ',
      '(',
      ')',
      '"',
      '\\',
      ',',
      '-',
      '9',
      ':',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        if (isSelector(text)) expect(() => document.createElement('div').matches(text)).not.toThrow();
      }),
      { numRuns: 3000 },
    );
    const began = performance.now();
    for (const text of [`${'a'.repeat(290)}(`, `${'[a]'.repeat(99)}!`, `${'a '.repeat(149)}!`, `${'\\'.repeat(299)}`, `${'-'.repeat(299)}`])
      isSelector(text);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test('can hold any value between quotes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const selector = `[data-x=${quoted(text)}]`;
        if (/:\/\/|javascript:|data:/i.test(selector)) return;
        expect(isSelector(selector)).toBe(true);
      }),
    );
  });

  test('names classes only as they are', () => {
    expect(plainName('msg-list')).toBe('msg-list');
    expect(plainName('w-1/2')).toBeNull();
    expect(plainName('1st')).toBeNull();
  });
});
