// README says of every site how well it is known. What it says is what the pages kept for the site say of themselves, and not more.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sites } from '@/lib/sites';
import { commentIn, expectedIn, fixtures, type Fixture } from './fixtures';

const ROOT = join(import.meta.dirname, '../..');
const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };

const STATES = ['from facts', 'captured page', 'real app tested', 'the demo'] as const;
type State = (typeof STATES)[number];

/** Whether the browser tests run this very version of the app, and have a spec for it. */
const isRun = (id: string, app: string, version: string): boolean =>
  devDependencies[app.toLowerCase()] === version && existsSync(join(ROOT, `tests/e2e/${id}.spec.ts`));

/** Where a page comes from, by the comment at its beginning; null when that does not say. */
function originOf({ id, html }: Fixture): State | null {
  const comment = commentIn(html);
  if (/\bnot captured\b/.test(comment)) return 'from facts';
  const [, app, version] = /\bcaptured from (\S+) (\d[\w.-]*\w)/.exec(comment) ?? [];
  if (app) return isRun(id, app, version!) ? 'real app tested' : 'captured page';
  if (/^captured page\b/.test(comment)) return 'captured page';
  return id === 'demo' ? 'the demo' : null;
}

/** What may be said of a site: what is true of the pages on which somebody is found. The others show only that nobody is. */
function stateOf(id: string): State {
  const origins = fixtures.filter((one) => one.id === id && expectedIn(one.html).conversation !== null).map((one) => originOf(one)!);
  return origins.reduce((best, one) => (STATES.indexOf(one) > STATES.indexOf(best) ? one : best));
}

/** The sites of README's table, with what it says of each. */
const rows = readFileSync(join(ROOT, 'README.md'), 'utf8')
  .split(/^\| Site .*\n\|[ -|]+\n/m)[1]!
  .split('\n\n')[0]!
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .flatMap(([, names, state, source]) => names!.split(', ').map((name) => ({ name, state, source: source! })));

describe('The table of sites in README.md', () => {
  test('has every site of the list once, and no other', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(sites.map(({ name }) => name).sort());
  });

  test.each(sites.map(({ id, name }) => [name, id] as const))('says of %s what its fixtures say of themselves', (name, id) => {
    expect(rows.find((row) => row.name === name)?.state).toBe(stateOf(id));
  });

  test('says of no other than those whose real app is run that it is more than pages', () => {
    for (const { name, state, source } of rows)
      if (state === 'from facts') expect(source, name).toMatch(/never tried on (?:the live site|a running server)/);
  });
});

test.each(fixtures.map((one) => [one.file, one] as const))('%s says where it comes from, and when it was made', (_, fixture) => {
  expect(originOf(fixture), 'Begin it with “from facts, not captured”, “captured page” or “captured from APP VERSION”.').not.toBeNull();
  expect(commentIn(fixture.html)).toMatch(/\b20\d\d-\d\d\b/);
});
