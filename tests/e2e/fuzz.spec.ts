// The changes of tests/sites/fuzz.test.ts in a real browser, which has a layout and makes more of them in less time.
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { sites } from '@/lib/sites';
import { broken } from '../sites/broken';
import { EXCUSED, UNFINISHED } from '../sites/excused';
import { fixtures, seedFor, type Fixture } from '../sites/fixtures';
import type { Findings } from '../sites/fuzz';
import { hooksOf } from '../sites/hooks';
import { add, mean, median, nothingYet, tableOf, type StillRead } from '../sites/still-read';
import { BROWSER_ARGS, executablePath } from './support/chromium';
import { bundleReaders, writeFixtures, type Show } from './support/fixtures';
import { seeded } from './support/seeded';

const CHANGES = Number(process.env['RAPPORT_CHANGES'] || 500);

let browser: Browser;
let page: Page;
let show: Show;
let readers: string;
const results = new Map<string, StillRead>();

test.beforeAll(async () => {
  // Without the extension: it would stand in the pages that are changed.
  browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  const context = await browser.newContext({ timezoneId: 'UTC' });
  show = await writeFixtures(context);
  readers = await bundleReaders();
  page = await context.newPage();
});
test.afterAll(async () => {
  await browser.close();
  if (results.size > 0) console.log(tableOf(results));
});

/** Changes a fixture for a site, or for a broken one. The changes are made and taken back in one page. */
async function change(fixture: Fixture, reader = fixture.id): Promise<Findings> {
  const expected = await show(page, fixture);
  await page.evaluate(readers);
  const options = { changes: CHANGES, seed: seedFor(fixture.file), hooks: hooksOf(fixture.id) };
  const asked = [reader, expected, options, EXCUSED[fixture.id]?.about] as const;
  return page.evaluate((about) => window.readers.change(...about), asked);
}

for (const site of sites.filter(({ id }) => !UNFINISHED.includes(id))) {
  test(`${site.name}: of pages changed ${CHANGES} times less is read, and nothing untrue (seed ${seeded().seed})`, async () => {
    const result = nothingYet();
    for (const fixture of fixtures.filter(({ id }) => id === site.id)) {
      const findings = await change(fixture);
      const { wrong } = findings;
      const said = `${fixture.file}: ${wrong.length} of ${CHANGES} changes, such as:\n${wrong.slice(0, 5).join('\n')}`;
      expect(wrong.length, said).toBe(0);
      add(result, findings);
    }
    results.set(site.id, result);
    expect(median(result.one)).toBeGreaterThanOrEqual(0.6);
    expect(mean(result.one)).toBeGreaterThanOrEqual(0.6);
    expect(result.neutral, 'changes that touched no hook').toBeGreaterThanOrEqual(CHANGES / 10);
  });
}

for (const [what, { by }] of Object.entries(broken)) {
  test(`A broken site is found out: one ${what}`, async () => {
    const { wrong } = await change(
      fixtures.find(({ file }) => file === 'demo.chat.html')!,
      what,
    );
    expect(wrong.join('\n')).toMatch(by);
  });
}
