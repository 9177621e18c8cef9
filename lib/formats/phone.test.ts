import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phoneDigits } from '@/lib/domain/same-person';
import { callingCodes, countryOfLanguage, phoneInWords, readPhone } from './phone';

describe('a phone number', () => {
  test.each([
    ['138 0013 8000', 'CN', '+8613800138000'],
    ['138-0013-8000', 'CN', '+8613800138000'],
    ['１３８００１３８０００', 'CN', '+8613800138000'],
    ['(010) 6552 9988', 'CN', '+861065529988'],
    ['010 6552 9988', 'CN', '+861065529988'],
    ['0086 138 0013 8000', 'DE', '+8613800138000'],
    ['0086 138 0013 8000', 'US', '+8613800138000'],
    ['+86 (0) 138 0013 8000', null, '+8613800138000'],
    ['＋86 138 0013 8000', null, '+8613800138000'],
    ['tel:+86-138-0013-8000', null, '+8613800138000'],
    ['\u202a+86 138 0013 8000\u202c', null, '+8613800138000'],
    ['0151 12345679', 'DE', '+4915112345679'],
    ['(415) 555-2671', 'US', '+14155552671'],
    ['+1 415.555.2671', 'CN', '+14155552671'],
    ['020 7946 0018', 'GB', '+442079460018'],
    ['+39 06 698 12345', null, '+390669812345'],
    ['098 765 43210', 'IN', '+919876543210'],
  ])('%s, at home in %s, is kept as %s', (text, country, phone) => {
    expect(readPhone(text, country)).toEqual({ phone });
  });

  test.each([
    ['', 'CN', 'none', null],
    ['call me', 'CN', 'none', null],
    ['12', 'CN', 'unlike', 'CN'],
    ['95588', 'CN', 'unlike', 'CN'],
    ['1', 'CN', 'short', null],
    ['138 0013 800', 'CN', 'unlike', 'CN'],
    ['+86 138 0013 800', 'DE', 'unlike', 'CN'],
    ['138 0013 8000', null, 'code', null],
    ['138 0013 8000', 'XX', 'code', null],
    ['+999 138 0013 8000', 'CN', 'code', null],
    ['1380013800013800138000', 'CN', 'long', null],
    ['+1 415 555 2671 ext. 5', null, 'extension', null],
    ['138 0013 8000 or 139 0013 9000', 'CN', 'none', null],
  ])('%s, at home in %s, is refused: %s %s', (text, country, wrong, where) => {
    expect(readPhone(text, country)).toEqual({ wrong, country: where });
  });

  test('is read again as it is shown, wherever it belongs', () => {
    expect(phoneInWords('+8613800138000')).toBe('+86 138 0013 8000');
    for (const [phone] of [['+8613800138000'], ['+4915112345679'], ['+14155552671']] as const)
      expect(readPhone(phoneInWords(phone), 'JP')).toEqual({ phone });
    expect(phoneInWords('ask Anna')).toBe('ask Anna');
  });

  test('never fails, and what is kept is in one form that the search for the same person knows', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('+', '0', '1', '8', '6', '4', '9', ' ', '-', '(', ')', 'x', '٣', '\u202e', ';', 'ext') }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(null, 'CN', 'US', 'DE', '??'), (some, country) => {
        const read = readPhone(some, country);
        if (!('phone' in read)) return;
        expect(read.phone).toMatch(/^\+[1-9]\d{4,14}$/);
        expect([null, read.phone.slice(1)]).toContain(phoneDigits(read.phone));
      }),
      { numRuns: 500 },
    );
  });
});

test('The country of a language is the one it is likely spoken in', () => {
  expect(['zh-CN', 'zh', 'zh-TW', 'en-GB', 'en', 'de', 'x', ''].map(countryOfLanguage)).toEqual([
    'CN',
    'CN',
    'TW',
    'GB',
    'US',
    'DE',
    null,
    null,
  ]);
});

test('Countries come with their codes for calling', () => {
  expect(callingCodes()).toContainEqual({ country: 'CN', code: '86' });
  expect(callingCodes().length).toBeGreaterThan(200);
});
