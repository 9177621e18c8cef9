// The release, byte for byte: no host is asked for, the day works, and a site that is switched off is left at once and altogether.
import { expect, test, type Frame, type Page } from '@playwright/test';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChat as showChat, receive, serveDemo, type Demo } from './support/demo';
import { HOST, RELEASE_BUILD, type Rapport, askFrom, killWorker, launch, openScreen, panelOf, worker } from './support/rapport';

const HOSTS = 'http://127.0.0.1/*';

let rapport: Rapport;
let server: Demo;
let build: string;

/**
 * Nobody can click on the browser's question here. But a host that a first manifest asked for stays granted when the same
 * profile finds the release's manifest at the same path.
 */
test.beforeAll(async () => {
  server = await serveDemo();
  build = await mkdtemp(join(tmpdir(), 'rapport-release-'));
  await cp(RELEASE_BUILD, build, { recursive: true });
  const release = await readFile(join(RELEASE_BUILD, 'manifest.json'));
  await writeFile(join(build, 'manifest.json'), JSON.stringify({ ...JSON.parse(release.toString()), host_permissions: [HOSTS] }));
  const first = await launch({ build });
  await first.close({ keepProfile: true });
  await writeFile(join(build, 'manifest.json'), release);
  rapport = await launch({ build, profile: first.profile });
});

test.afterAll(async () => {
  await rapport.close();
  await server.close();
  await rm(build, { recursive: true, force: true });
});

const scripts = (screenPage: Page) =>
  screenPage.evaluate(() => chrome.scripting.getRegisteredContentScripts().then((all) => all.map(({ id, matches }) => `${id} ${matches}`)));
const isGranted = (screenPage: Page) => screenPage.evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), HOSTS);

async function openChat(person: string): Promise<{ page: Page; panel: Frame }> {
  const page = await rapport.context.newPage();
  await showChat(page, server, person);
  return { page, panel: await panelOf(page) };
}

test('The release asks for no host and brings no content script', async () => {
  const manifest = (await (await worker(rapport.context)).evaluate(() => chrome.runtime.getManifest())) as unknown as Record<
    string,
    unknown
  >;
  expect(Object.keys(manifest)).not.toContain('host_permissions');
  expect(Object.keys(manifest)).not.toContain('content_scripts');
  const files = (await readdir(RELEASE_BUILD, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(RELEASE_BUILD.length + 1));
  for (const file of files) expect((await readFile(join(build, file))).equals(await readFile(join(RELEASE_BUILD, file))), file).toBe(true);
});

test('Just installed it shows its first page; where sites are allowed already it does not', async () => {
  const isFirstPage = (page: Page) => page.url().endsWith('/workspace.html#/welcome');
  expect(rapport.context.pages().filter(isFirstPage)).toEqual([]);
  const fresh = await launch({ build: RELEASE_BUILD });
  try {
    await expect.poll(() => fresh.context.pages().filter(isFirstPage).length).toBe(1);
    const page = fresh.context.pages().find(isFirstPage)!;
    await page.getByRole('switch', { name: 'WhatsApp Web' }).click();
    await expect(page.getByRole('button', { name: 'Allow this site' })).toBeVisible();
  } finally {
    await fresh.close();
  }
});

test('The rep’s day works on the release: panel, note, reply, follow-up, popup', async () => {
  const { context } = rapport;
  const workspace = await openScreen(context, 'workspace.html');
  expect(await isGranted(workspace), 'the host granted at the first start stays').toBe(true);
  await askFrom(workspace, 'reply.save', { id: null, title: 'Greeting', body: 'Good day {{name}}.' });
  const { page, panel } = await openChat('tom-becker');
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Tom Becker');
  await panel.getByLabel('New note').click();
  await page.keyboard.type('Likes oak.');
  await page.keyboard.press('Control+Enter');
  await expect(panel.locator('.note-text')).toHaveText('Likes oak.');
  await panel.getByLabel('What for').fill('Send the fabric book');
  await panel.getByRole('button', { name: 'Date …' }).click();
  await panel.getByLabel('On a date').fill(await panel.evaluate(() => Temporal.Now.plainDateISO().toString()));
  await panel.getByLabel('On a date').press('Enter');
  await expect(panel.locator('.follow-up')).toContainText('Send the fabric book');
  await panel.locator('.reply-insert').click();
  await expect(page.locator('textarea[data-composer]')).toHaveValue('Good day Tom Becker.');
  await expect(panel.getByText('It is in the message box')).toBeVisible();
  const before = await page.locator('[data-direction="out"]').count();
  await page.locator('[data-send]').click();
  await expect(page.locator('[data-direction="out"][data-message-id]')).toHaveCount(before + 1);
  await expect
    .poll(async () => {
      const replies = await askFrom(workspace, 'reply.list', {});
      return replies.ok && replies.value.replies[0]!.sent;
    })
    .toBe(1);
  const popup = await openScreen(context, 'popup.html');
  await expect(popup.locator('.today-open')).toHaveText(/Tom Becker.*Send the fabric book/);
  await popup.locator('.today-open').click();
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('visible');
  for (const one of [page, workspace, popup]) await one.close();
});

/** Two open chats with remembered people, and a workspace on its page of sites. */
async function openSites() {
  const chats = [
    { id: 'priya-nair', ...(await openChat('priya-nair')) },
    { id: 'sofia-marquez', ...(await openChat('sofia-marquez')) },
  ];
  for (const { panel } of chats) {
    const { ref, person } = await viewOf(panel);
    if (!person) await askFrom(panel, 'person.remember', { subject: { ref: ref! } });
    await expect.poll(async () => (await viewOf(panel)).person?.counts.in ?? 0).toBeGreaterThan(1);
  }
  const workspace = await openScreen(rapport.context, 'workspace.html#/sites');
  return {
    chats,
    workspace,
    toggle: workspace.getByRole('switch', { name: 'Teahouse (demo)' }),
    async counted() {
      const list = await askFrom(workspace, 'contact.list', { query: '', cursor: null, limit: 50 });
      return list.ok
        ? list.value.contacts.filter(({ name }) => /Priya|Sofía/.test(name)).reduce((sum, contact) => sum + contact.in, 0)
        : -1;
    },
    async write() {
      for (const { page, id } of chats) await receive(page, id, 'Anybody there?');
    },
    /** No script is registered, no element is left in an open tab or comes with a new one, and nothing is counted. */
    async expectLeft(before: number, moment: string) {
      await expect.poll(() => scripts(workspace), { message: moment }).not.toContainEqual(expect.stringContaining('page-demo'));
      for (const { page } of chats) await expect(page.locator(HOST), moment).toHaveCount(0);
      await this.write();
      const late = await rapport.context.newPage();
      await showChat(late, server, 'priya-nair');
      await late.waitForTimeout(1_000);
      expect(await late.locator(HOST).count(), moment).toBe(0);
      await late.close();
      expect(await this.counted(), moment).toBe(before);
    },
    async close() {
      for (const { page } of chats) await page.close();
      await workspace.close();
    },
  };
}

async function viewOf(panel: Frame) {
  const outcome = await askFrom(panel, 'panel.view', {});
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

test('A site marked as off is left in every open tab, and its switch brings it back, also with the worker killed in between', async () => {
  const sites = await openSites();
  const { chats, workspace, toggle } = sites;
  for (const moment of ['alive', 'killed before', 'killed right after'] as const) {
    const kill = async (when: typeof moment) => moment === when && (await killWorker(rapport.context));
    const before = await sites.counted();
    await kill('killed before');
    // Not by the switch yet: that gives the permission back, and nobody could answer the question that would follow.
    const off = () => askFrom(workspace, 'site.set', { site: 'demo', off: true }).catch(() => null);
    const [answer] = await Promise.all([off(), kill('killed right after')]);
    // A screen that gets no answer asks once more.
    if (!answer) await off();
    await sites.expectLeft(before, moment);
    await expect(toggle, moment).toHaveAttribute('aria-checked', 'false');

    await kill('killed before');
    await toggle.click();
    await kill('killed right after');
    await expect(toggle, moment).toHaveAttribute('aria-checked', 'true');
    await expect.poll(() => scripts(workspace), { message: moment }).toContainEqual(`page-demo ${HOSTS}`);
    for (const { page } of chats) await expect(page.locator(HOST), moment).toHaveCount(1);
    // What was written meanwhile is on the screen, and counted now.
    await expect.poll(() => sites.counted(), { message: moment }).toBe(before + 2);
    await sites.write();
    await expect.poll(() => sites.counted(), { message: moment }).toBe(before + 4);
  }
  await sites.close();
});

test('The switch of a site gives its permission back and leaves every open tab, though the worker is killed in the middle', async () => {
  const sites = await openSites();
  const before = await sites.counted();
  await sites.toggle.click();
  await killWorker(rapport.context);
  await expect(sites.toggle).toHaveAttribute('aria-checked', 'false');
  await sites.expectLeft(before, 'by its switch');
  await expect.poll(() => isGranted(sites.workspace)).toBe(false);
  await sites.close();
});
