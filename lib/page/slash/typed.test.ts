import { describe, expect, test } from 'vitest';
import { typedIn } from './typed';

describe('what was typed for the picker', () => {
  test.each([
    ['/', '/', ''],
    ['/pri', '/pri', 'pri'],
    ['Dear you, /pri', '/pri', 'pri'],
    ['first line\n/pri', '/pri', 'pri'],
    ['／报价', '／报价', '报价'],
    ['您好 、报价', '、报价', '报价'],
    ['\ufeff/pri', '/pri', 'pri'],
    ['/pri\ufeff', '/pri', 'pri'],
    ['`code` /pri', '/pri', 'pri'],
  ])('before the caret in %j is %j', (before, whole, query) => {
    expect(typedIn(before)).toEqual({ whole, query });
  });

  test.each([
    ['', 'nothing there'],
    ['pri', 'no mark'],
    ['/pri list', 'a space ended it'],
    ['/pri\n', 'a line ended it'],
    ['https:/', 'an address'],
    ['https://', 'an address'],
    ['see https://example.org/', 'an address'],
    ['1/2', 'a fraction'],
    ['and/or', 'within a word'],
    ['苹果、', 'a list of things'],
    ['//', 'twice'],
    ['/usr/bin', 'a path'],
    ['`ls /', 'code that is still open'],
    [`/${'x'.repeat(41)}`, 'more than anybody looks for'],
  ])('in %j is nothing: %s', (before) => {
    expect(typedIn(before)).toBeNull();
  });
});
