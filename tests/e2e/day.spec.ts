// A day: what is set in one place is there in all others, at once and after everything that can happen to a browser.
import { expect, test, type Frame, type Page } from '@playwright/test';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChat, receive, serveDemo, type Demo } from './support/demo';
import { askFrom, E2E_BUILD, HOST, killWorker, launch, openScreen, panelOf, tabIdOf, type Rapport } from './support/rapport';
import { contextsOf, openSidePanel } from './support/side-panel';

let demo: Demo;
test.beforeAll(async () => {
  demo = await serveDemo();
});
test.afterAll(() => demo.close());

const today = (): string => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

async function addNote(panel: Frame, text: string): Promise<void> {
  await panel.getByRole('textbox', { name: 'New note' }).fill(text);
  await panel.getByRole('button', { name: 'Save note' }).click();
  await expect(panel.locator('.note-text', { hasText: text })).toBeVisible();
}

async function followUpToday(panel: Frame, reason: string): Promise<void> {
  await panel.getByLabel('What for').fill(reason);
  await panel.getByRole('button', { name: /Date/ }).click();
  const field = panel.locator('input[type="date"]');
  await field.fill(today());
  await field.press('Enter');
  await expect(panel.getByText(reason).first()).toBeVisible();
}

async function people(screen: Page): Promise<string> {
  await screen.bringToFront();
  return screen.locator('main').innerText();
}

test('A note and a follow-up set in the panel are in popup and workspace at once', async () => {
  const { context, close } = await launch();
  const page = await context.newPage();
  await openChat(page, demo, 'daniel-okafor');
  const popup = await openScreen(context, 'popup.html');
  const workspace = await openScreen(context, 'workspace.html#/contacts');
  await page.bringToFront();
  const panel = await panelOf(page);
  await addNote(panel, 'Prefers mornings; floor 4 first.');
  await followUpToday(panel, 'Call about floor 4');
  // Both screens were open before: they have to hear of it, not to be loaded again.
  await expect(popup.getByText('Call about floor 4')).toBeVisible();
  await expect(workspace.getByText('Daniel Okafor')).toBeVisible();
  await workspace.getByText('Daniel Okafor').click();
  await expect(workspace.getByText('Prefers mornings; floor 4 first.').first()).toBeVisible();
  await expect.poll(() => popup.evaluate(() => chrome.action.getBadgeText({}))).toBe('1');

  await popup.bringToFront();
  await popup.getByRole('button', { name: /Call about floor 4/ }).press('e');
  await expect(popup.getByText('Done.')).toBeVisible();
  await expect.poll(() => popup.evaluate(() => chrome.action.getBadgeText({}))).toBe('');
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => popup.evaluate(() => chrome.action.getBadgeText({}))).toBe('1');
  await close();
});

test('What comes into the panel while a button is pressed does not move it away from under the click', async () => {
  const { context, close } = await launch();
  const page = await context.newPage();
  await openChat(page, demo, 'tom-becker');
  const panel = await panelOf(page);
  const tomorrow = panel.getByRole('button', { name: 'Tomorrow' });
  const before = (await tomorrow.boundingBox())!;
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
  await page.mouse.down();
  // Remembered by something else: tags, the tie and the counts will stand above the button.
  const view = await askFrom(panel, 'panel.view', {});
  const ref = view.ok ? view.value.ref! : '';
  expect(await askFrom(panel, 'note.add', { subject: { ref }, note: crypto.randomUUID(), text: 'Likes oak.' })).toMatchObject({ ok: true });
  await page.mouse.up();
  await expect(panel.locator('.follow-up')).toContainText('tomorrow');
  await expect(panel.locator('.note-text')).toHaveText('Likes oak.');
  expect((await panel.locator('.follow-up').boundingBox())!.y).toBeGreaterThan(before.y + before.height);
  await close();
});

test('One click in the popup goes to the conversation, and never leads away a tab that holds unsent text', async () => {
  const { context, close } = await launch();
  const page = await context.newPage();
  await openChat(page, demo, 'priya-nair');
  const panel = await panelOf(page);
  await followUpToday(panel, 'Ask about the board');
  await openChat(page, demo, 'tom-becker');
  const popup = await openScreen(context, 'popup.html');
  // The site's open tab is led to the conversation …
  await popup.getByRole('button', { name: /Ask about the board/ }).press('Enter');
  await expect.poll(() => page.url()).toContain('#/c/priya-nair');
  // … but not when something unsent stands in its composer.
  await openChat(page, demo, 'tom-becker');
  await page.locator('textarea[data-composer]').fill('half a sentence');
  const before = context.pages().length;
  const again = await openScreen(context, 'popup.html');
  await again.getByRole('button', { name: /Ask about the board/ }).press('Enter');
  await expect.poll(() => context.pages().length).toBeGreaterThan(before);
  expect(page.url()).toContain('#/c/tom-becker');
  await expect(page.locator('textarea[data-composer]')).toHaveValue('half a sentence');
  await close();
});

test('Every ask is answered with panel, popup, workspace and a real side panel open together', async () => {
  const { context, close } = await launch();
  const page = await context.newPage();
  await openChat(page, demo, 'lin-yue');
  const panel = await panelOf(page);
  await addNote(panel, 'Outdoor tables: two more?');
  await page.bringToFront();
  const side = await openSidePanel(context);
  const popup = await openScreen(context, 'popup.html');
  const workspace = await openScreen(context, 'workspace.html');
  expect(await contextsOf(workspace, 'SIDE_PANEL')).toBe(1);
  await page.bringToFront();
  await side.until(`document.body.innerText.includes('Outdoor tables: two more?')`);
  const tab = await tabIdOf(workspace, demo.url);
  for (let round = 0; round < 20; round++) {
    if (round % 5 === 4) await killWorker(context);
    const answers = await Promise.all(
      [
        askFrom(popup, 'today.list', { all: false }),
        askFrom(workspace, 'contact.list', { query: '', cursor: null, limit: 50 }),
        askFrom(workspace, 'panel.view', { tab }),
        askFrom(panel, 'panel.view', {}),
        side.evaluate<{ ok: boolean } | null>(`chrome.runtime.sendMessage({ name: 'panel.view', request: { tab: ${tab} } })`),
      ].map((asked) => asked.catch(() => 'died')),
    );
    // The request that was under way when the worker was killed is lost; screens ask again. Nothing else may be.
    for (const answer of answers) if (answer !== 'died') expect(answer).toMatchObject({ ok: true });
  }
  await receive(page, 'lin-yue', 'still there?');
  await side.until(`document.body.innerText.includes('Outdoor tables')`);
  await close();
});

test('Browser closed and started again: all there', async () => {
  let rapport: Rapport = await launch();
  const page = await rapport.context.newPage();
  await openChat(page, demo, 'he-jing');
  const panel = await panelOf(page);
  await addNote(panel, 'Daughter starts school in September.');
  await followUpToday(panel, 'Monthly hello');
  await panel.getByRole('textbox', { name: 'New note' }).fill('half a thought that was never sa');
  await page.waitForTimeout(600);
  await rapport.close({ keepProfile: true });
  rapport = await launch({ profile: rapport.profile });
  const popup = await openScreen(rapport.context, 'popup.html');
  await expect(popup.getByText('Monthly hello')).toBeVisible();
  const later = await rapport.context.newPage();
  await openChat(later, demo, 'he-jing');
  const again = await panelOf(later);
  await expect(again.locator('.note-text', { hasText: 'Daughter starts school in September.' })).toBeVisible();
  await expect(again.getByRole('textbox', { name: 'New note' })).toHaveValue('half a thought that was never sa');
  await rapport.close();
});

test('Updated in place with tabs open: all there, no second host, counting goes on', async () => {
  const build = join(await mkdtemp(join(tmpdir(), 'rapport-build-')), 'extension');
  await cp(E2E_BUILD, build, { recursive: true });
  const { context, close } = await launch({ build, args: ['--enable-unsafe-extension-debugging'] });
  const page = await context.newPage();
  await openChat(page, demo, 'sofia-marquez');
  const panel = await panelOf(page);
  await addNote(panel, 'Waits for the fabric samples.');
  const browser = await context.browser()!.newBrowserCDPSession();
  await (browser as unknown as { send(method: string, params: object): Promise<unknown> }).send('Extensions.loadUnpacked', { path: build });
  await expect
    .poll(() => page.frames().some((frame) => frame.url().includes('/panel.html') && frame !== panel && !frame.isDetached()))
    .toBe(true);
  await expect.poll(() => page.locator(HOST).count()).toBe(1);
  const fresh = page.frames().find((frame) => frame.url().includes('/panel.html') && !frame.isDetached() && frame !== panel)!;
  await expect(fresh.getByText('Waits for the fabric samples.').first()).toBeVisible();
  const workspace = await openScreen(context, 'workspace.html#/contacts');
  await expect.poll(() => people(workspace)).toContain('Sofía Márquez');
  const { value } = (await askFrom(workspace, 'contact.list', { query: '', cursor: null, limit: 1 })) as {
    value: { contacts: { in: number }[] };
  };
  await page.bringToFront();
  await receive(page, 'sofia-marquez', 'The samples came!');
  await expect
    .poll(
      async () =>
        ((await askFrom(workspace, 'contact.list', { query: '', cursor: null, limit: 1 })) as { value: { contacts: { in: number }[] } })
          .value.contacts[0]!.in,
    )
    .toBe(value.contacts[0]!.in + 1);
  // Long enough for a leftover of the old script to show itself.
  await page.waitForTimeout(3_000);
  expect(await page.locator(HOST).count()).toBe(1);
  await close();
  await rm(build, { recursive: true, force: true });
});
