// The switches of the tests' browser take nothing away from those that Playwright gives it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OFF_BY_PLAYWRIGHT } from './e2e/support/chromium';

test('What Playwright switches off in Chromium stays off beside what the tests switch off', () => {
  const source = readFileSync(new URL('../node_modules/playwright-core/lib/coreBundle.js', import.meta.url), 'utf8');
  const [, list] = /\bdisabledFeatures = \[([^\]]*)\]/.exec(source)!;
  const names = [...list!.replace(/\/\/.*/g, '').matchAll(/"(\w+)"/g)].map(([, name]) => name);
  expect(OFF_BY_PLAYWRIGHT).toEqual(names);
});
