// The release, byte for byte: no host is asked for, the day works, and a site that is switched off is left at once and altogether.
import { expect, test, type Frame, type Page } from '@playwright/test';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveDemo } from '../../scripts/serve-demo.mjs';
import { receive } from './support/hostile';
import { askFrom, HOST, killWorker, launch, openScreen, panelOf, RELEASE_BUILD, worker, type Rapport } from './support/rapport';

const HOSTS = 'http://127.0.0.1/*';

let rapport: Rapport;
let server: { url: string; close(): Promise<void> };
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

const scripts = (screenPage: Page) => screenPage.evaluate(() => chrome.scripting.getRegisteredContentScripts().then((all) => all.map(({ id, matches }) => `${id} ${matches}`)));
const isGranted = (screenPage: Page) => screenPage.evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), HOSTS);

async function openChat(person: string): Promise<{ page: Page; panel: Frame }> {
  const page = await rapport.context.newPage();
  await page.goto(`${server.url}#/c/${person}`);
  return { page, panel: await panelOf(page) };
}

test('The release asks for no host and brings no content script', async () => {
  const manifest = (await (await worker(rapport.context)).evaluate(() => chrome.runtime.getManifest())) as unknown as Record<string, unknown>;
  expect(Object.keys(manifest)).not.toContain('host_permissions');
  expect(Object.keys(manifest)).not.toContain('content_scripts');
  const files = (await readdir(RELEASE_BUILD, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(RELEASE_BUILD.length + 1));
  for (const file of files) expect((await readFile(join(build, file))).equals(await readFile(join(RELEASE_BUILD, file))), file).toBe(true);
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

test('A site switched off is left in every open tab at once, and switched on it is back, also with the worker killed in between', async () => {
  const { context } = rapport;
  const chats = [await openChat('priya-nair'), await openChat('sofia-marquez')];
  for (const { page, panel } of chats) {
    await page.bringToFront();
    await panel.getByRole('button', { name: 'Remember this person' }).click();
    await expect(panel.getByText('They', { exact: true }).first()).toBeVisible();
  }
  const workspace = await openScreen(context, 'workspace.html#/sites');
  const toggle = workspace.getByRole('switch', { name: 'Teahouse (demo)' });
  const counted = async () => {
    const list = await askFrom(workspace, 'contact.list', { query: '', cursor: null, limit: 50 });
    return list.ok ? list.value.contacts.filter(({ name }) => /Priya|Sofia/.test(name)).reduce((sum, contact) => sum + contact.in, 0) : -1;
  };
  const write = async () => {
    await receive(chats[0]!.page, 'priya-nair', 'Hello?');
    await receive(chats[1]!.page, 'sofia-marquez', 'Anybody there?');
  };
  await expect.poll(counted).toBeGreaterThan(4);

  for (const moment of ['alive', 'killed before', 'killed right after the click'] as const) {
    if (moment === 'killed before') await killWorker(context);
    await expect(toggle).toHaveAttribute('aria-checked', 'true');
    const before = await counted();
    if (moment === 'killed before') await killWorker(context);
    await toggle.click();
    if (moment === 'killed right after the click') await killWorker(context);
    await expect(toggle, moment).toHaveAttribute('aria-checked', 'false');
    await expect.poll(() => scripts(workspace), { message: moment }).not.toContainEqual(expect.stringContaining('page-demo'));
    for (const { page } of chats) await expect(page.locator(HOST), moment).toHaveCount(0);
    await write();
    const late = await context.newPage();
    await late.goto(`${server.url}#/c/priya-nair`);
    await late.waitForTimeout(1_000);
    expect(await late.locator(HOST).count(), moment).toBe(0);
    await late.close();
    expect(await counted(), moment).toBe(before);

    if (moment === 'killed before') await killWorker(context);
    await toggle.click();
    if (moment === 'killed right after the click') await killWorker(context);
    await expect(toggle, moment).toHaveAttribute('aria-checked', 'true');
    await expect.poll(() => scripts(workspace), { message: moment }).toContainEqual(`page-demo ${HOSTS}`);
    for (const { page } of chats) await expect(page.locator(HOST), moment).toHaveCount(1);
    // What was written meanwhile is on the screen, and counted now.
    await expect.poll(counted, { message: moment }).toBe(before + 2);
    await write();
    await expect.poll(counted, { message: moment }).toBe(before + 4);
  }
});
