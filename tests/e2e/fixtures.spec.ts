// Every page kept for a site, at its real address in a real browser: the readers find the same as without a layout, and the
// extension itself says so to its own screens.
import { expect, test, type Page } from '@playwright/test';
import { isDeepStrictEqual } from 'node:util';
import type { Reading } from '@/lib/messages/protocol';
import { sites } from '@/lib/sites';
import { expectedIn, fixtures, type Expected, type Fixture } from '../sites/fixtures';
import { bundleReaders, serveFixtures, type Show } from './support/fixtures';
import { askFrom, launch, openScreen, tabIdOf, type Rapport } from './support/rapport';

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

/** So many fixtures of a site are open at a time: most of it is waiting until the extension believes what it sees. */
const PAGES = 3;

/** The number of a tab, which it keeps: several fixtures have the same address, by which it could not be told from another. */
async function tabOf(page: Page, origin: string): Promise<number> {
  const address = `${origin}/?tab=${crypto.randomUUID()}`;
  await page.goto(address);
  return tabIdOf(screen, address);
}

/** Opens a fixture, compares what is read there, and gives a sentence for each difference. */
async function differences(page: Page, tab: number, fixture: Fixture): Promise<string[]> {
  const { file, id } = fixture;
  const expected = await show(page, fixture);
  const { url: _url, acts: _, unsent: __, others: ___, ...must } = expected;
  await page.evaluate(readers);
  const { whole, list } = await page.evaluate((site) => window.readers.read(site), id);
  const said: string[] = [];
  if (!isDeepStrictEqual(whole, { profile: null, ...must })) said.push(`${file}: the readers say ${JSON.stringify(whole)}`);

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
  for (let tries = 0; tries < 24; tries += 1) {
    now = await seen();
    if (isDeepStrictEqual(now, wanted)) return said;
    // Seldom, for each look costs the extension more than what is waited for.
    await page.waitForTimeout(250);
  }
  return [...said, `${file}: the panel says ${JSON.stringify(now)}, not ${JSON.stringify(wanted)}`];
}

const originOf = ({ html }: Fixture): string => new URL(expectedIn(html).url).origin;

for (const site of sites) {
  test(`${site.name} is read in the browser as its pages say`, async () => {
    const mine = fixtures.filter(({ id }) => id === site.id);
    if (site.selfHosted) {
      const origins = new Set(mine.map(originOf));
      for (const origin of origins)
        expect(await askFrom(screen, 'site.adopt', { site: site.id, origin, on: true })).toMatchObject({ ok: true });
    }
    const said: string[] = [];
    const queue = [...mine];
    const look = async () => {
      const page = await rapport.context.newPage();
      const tab = await tabOf(page, originOf(mine[0]!));
      for (let fixture = queue.shift(); fixture; fixture = queue.shift()) said.push(...(await differences(page, tab, fixture)));
      await page.close();
    };
    await Promise.all(Array.from({ length: PAGES }, look));
    expect(said).toEqual([]);
  });
}
