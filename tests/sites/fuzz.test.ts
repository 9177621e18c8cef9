// @vitest-environment happy-dom
// Sites change. Each page kept for a site is changed by chance, hundreds of times: less may be read then, but nothing untrue.
import { afterAll, describe, expect, test } from 'vitest';
import { sites } from '@/lib/sites';
import type { Site } from '@/lib/sites/site';
import { seeded } from '../e2e/support/seeded';
import { broken } from './broken';
import { EXCUSED, UNFINISHED } from './excused';
import { expectedIn, fixtures, seedFor, type Fixture } from './fixtures';
import { fuzz, type Findings } from './fuzz';
import { hooksOf } from './hooks';
import { show } from './show';
import { add, mean, median, nothingYet, tableOf, type StillRead } from './still-read';

/** Changes per page; the browser tests make more, and RAPPORT_CHANGES asks for more here. */
const CHANGES = Number(process.env['RAPPORT_CHANGES'] || 40);

const results = new Map<string, StillRead>(sites.map(({ id }) => [id, nothingYet()]));

function change(site: Site, { file, html }: Fixture, changes: number, isExcused?: (what: string) => boolean): Findings {
  const expected = expectedIn(html);
  return fuzz(site, show(html, expected.url), expected, {
    changes,
    seed: seedFor(file),
    hooks: hooksOf(site.id),
    ...(isExcused && { isExcused }),
  });
}

describe.each(fixtures.filter(({ id }) => !UNFINISHED.includes(id)))(`$file, changed ${CHANGES} times`, (fixture) => {
  test(`is read as before, in part, or not at all (seed ${seeded().seed})`, () => {
    const site = sites.find(({ id }) => id === fixture.id)!;
    const about = EXCUSED[site.id]?.about;
    const isExcused = (what: string): boolean => about !== undefined && new RegExp(about).test(what);
    const findings = change(site, fixture, CHANGES, isExcused);
    const { wrong } = findings;
    expect(wrong.length, `${wrong.length} of ${CHANGES} changes, such as:\n${wrong.slice(0, 5).join('\n')}`).toBe(0);
    add(results.get(site.id)!, findings);
  });
});

describe('What is still read of a changed page', () => {
  test.each(sites.map(({ id }) => id).filter((id) => !UNFINISHED.includes(id)))(
    'is most of it on %s, and all of it where no hook was touched',
    (id) => {
      const { one, neutral } = results.get(id)!;
      expect(median(one)).toBeGreaterThanOrEqual(0.6);
      // Most changes hit nothing that matters: the median alone would hide a reader that gives up at once.
      expect(mean(one)).toBeGreaterThanOrEqual(0.6);
      expect(neutral, 'changes that touched no hook').toBeGreaterThanOrEqual(CHANGES / 10);
    },
  );

  afterAll(() => {
    console.log(tableOf(results));
  });
});

describe('A broken site is found out', () => {
  test.each(Object.entries(broken))('%s', (_, { site, by }) => {
    const fixture = fixtures.find(({ file }) => file === 'demo.chat.html')!;
    expect(change(site, fixture, 200).wrong.join('\n')).toMatch(by);
  });
});
