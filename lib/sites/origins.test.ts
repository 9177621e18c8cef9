import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesPattern, patternOf } from './origins';

describe('a match pattern', () => {
  test.each([
    ['https://web.whatsapp.com/', 'https://web.whatsapp.com/*'],
    ['https://web.whatsapp.com/a?b#c', 'https://web.whatsapp.com/*'],
    ['http://127.0.0.1:5280/x', 'http://127.0.0.1/*'],
    ['https://chat.example.org/', 'https://*.example.org/*'],
    ['https://a.b.example.org/', 'https://*.example.org/*'],
    ['https://example.org/', 'https://*.example.org/*'],
    ['http://example.org/', '*://example.org/*'],
    ['https://EXAMPLE.org/', 'https://example.org/*'],
  ])('%s lies within %s', (address, pattern) => expect(matchesPattern(address, pattern)).toBe(true));

  test.each([
    ['http://web.whatsapp.com/', 'https://web.whatsapp.com/*'],
    ['https://web.whatsapp.com.evil.org/', 'https://web.whatsapp.com/*'],
    ['https://evilexample.org/', 'https://*.example.org/*'],
    ['https://evil.org/?https://web.whatsapp.com/', 'https://web.whatsapp.com/*'],
    ['https://web.whatsapp.com@evil.org/', 'https://web.whatsapp.com/*'],
    ['chrome-extension://web.whatsapp.com/', '*://web.whatsapp.com/*'],
    ['file:///etc/passwd', '*://*/*'],
    ['about:blank', 'https://web.whatsapp.com/*'],
    ['', 'https://web.whatsapp.com/*'],
    ['no address', 'https://web.whatsapp.com/*'],
    ['https://web.whatsapp.com/', 'web.whatsapp.com'],
    ['https://web.whatsapp.com/', '<all_urls>'],
  ])('%s does not lie within %s', (address, pattern) => expect(matchesPattern(address, pattern)).toBe(false));
});

test('the pattern of an origin contains that origin, on any port, and no other host', () => {
  expect(patternOf('https://chat.example.org:8443')).toBe('https://chat.example.org/*');
  const host = fc.domain();
  fc.assert(
    fc.property(fc.constantFrom('http', 'https'), host, host, fc.integer({ min: 1, max: 65535 }), (scheme, mine, other, port) => {
      const origin = `${scheme}://${mine}:${port}`;
      expect(matchesPattern(`${origin}/`, patternOf(origin))).toBe(true);
      expect(matchesPattern(`${scheme}://${other}/`, patternOf(origin))).toBe(other.toLowerCase() === mine.toLowerCase());
    }),
  );
});
