// Every page kept for a site, at its real address in a real browser: the readers find the same as without a layout, and the
// extension itself says so to its own screens.
import { expect, test, type Page } from '@playwright/test';
import { isDeepStrictEqual } from 'node:util';
import type { Reading } from '@/lib/messages/protocol';
import { sites } from '@/lib/sites';
import { fixtures, type Expected, type Fixture } from '../sites/fixtures';
import { bundleReaders, serveFixtures, type Show } from './support/fixtures';
import { askFrom, launch, openScreen, type Rapport } from './support/rapport';

/** Some fixtures show local times. */
process.env['TZ'] = 'UTC';

let rapport: Rapport;
let show: Show;
let readers: string;
let screen: Page;

test.beforeAll(async () => {
  rapport = await launch();
  show = await serveFixtures(rapport.context);
  readers = await bundleReaders();
  screen = await openScreen(rapport.context, 'workspace.html');
});
test.afterAll(() => rapport.close());

/** What the extension has to say about a page of which this must be read. */
function verdictOn({ account, conversation, composer, profile }: Expected, id: string, list: boolean): Pick<Reading, 'state' | 'missing'> {
  const site = sites.find((one) => one.id === id)!;
  const missing: Reading['missing'] = [];
  if (conversation) {
    if (site.hasAccount && account === null) missing.push('account');
    if (!list) missing.push('messages');
    if (!composer) missing.push('composer');
  } else if (!profile && (list || composer)) missing.push('conversation');
  return { state: missing.length > 0 ? 'partly' : 'reading', missing };
}

/** Opens a fixture, compares what is read there, and gives a sentence for each difference. */
async function differences(page: Page, fixture: Fixture): Promise<string[]> {
  const { file, id } = fixture;
  const expected = await show(page, fixture);
  const { url, acts: _, unsent: __, others: ___, ...must } = expected;
  await page.evaluate(readers);
  const { whole, list } = await page.evaluate((site) => window.readers.read(site), id);
  const said: string[] = [];
  if (!isDeepStrictEqual(whole, { profile: null, ...must })) said.push(`${file}: the readers say ${JSON.stringify(whole)}`);

  const tab = await screen.evaluate(
    async (address) =>
      (await (globalThis as unknown as { chrome: typeof chrome }).chrome.tabs.query({})).find((one) => one.url === address)?.id,
    new URL(url).href,
  );
  if (tab === undefined) return [...said, `${file}: no tab shows it`];
  const person = expected.conversation ?? expected.profile ?? null;
  const wanted = {
    ...verdictOn(expected, id, list),
    conversation: person && { kind: person.kind, name: person.name, account: expected.account, weak: person.ids[0].kind === 'weak' },
  };
  const seen = async (): Promise<unknown> => {
    const [state, view] = await Promise.all([askFrom(screen, 'tab.state', { tab }), askFrom(screen, 'panel.view', { tab })]);
    if (!state.ok || !view.ok || view.value.site?.id !== id || !state.value.reading) return { state, view };
    const { state: reading, missing } = state.value.reading;
    return { state: reading, missing, conversation: view.value.conversation };
  };
  let now: unknown;
  for (let tries = 0; tries < 40; tries += 1) {
    now = await seen();
    if (isDeepStrictEqual(now, wanted)) return said;
    await page.waitForTimeout(150);
  }
  return [...said, `${file}: the panel says ${JSON.stringify(now)}, not ${JSON.stringify(wanted)}`];
}

for (const site of sites) {
  test(`${site.name} is read in the browser as its pages say`, async () => {
    const mine = fixtures.filter(({ id }) => id === site.id);
    if (site.selfHosted) {
      const origins = new Set(mine.map(({ html }) => new URL(/"url": "([^"]*)"/.exec(html)![1]!).origin));
      for (const origin of origins)
        expect(await askFrom(screen, 'site.adopt', { site: site.id, origin, on: true })).toMatchObject({ ok: true });
    }
    const page = await rapport.context.newPage();
    const said: string[] = [];
    // One after another: several have the same address, by which the extension's tab is found.
    for (const fixture of mine) said.push(...(await differences(page, fixture)));
    await page.close();
    expect(said).toEqual([]);
  });
}
