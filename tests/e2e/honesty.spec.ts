// A site changes under us: that is said everywhere, nothing is counted on guess, and the notes stay within reach.
import { expect, test, type Page } from '@playwright/test';
import { openChat, receive, serveDemo, type Demo } from './support/demo';
import { askFrom, launch, openScreen, panelOf, type Rapport } from './support/rapport';
import { openSidePanel } from './support/side-panel';

let rapport: Rapport;
let demo: Demo;
let page: Page;

test.beforeEach(async () => {
  demo = await serveDemo();
  rapport = await launch();
  page = await rapport.context.newPage();
});

test.afterEach(async () => {
  await rapport.close();
  await demo.close();
});

/** Gives what the app is recognised by other names, or the old ones again, as an update of the site might. */
const rename = (isBack: boolean) =>
  page.evaluate((back) => {
    for (const [element, name] of [
      [document.querySelector('#app')!, 'data-app'],
      [document.querySelector('#app > main')!, 'data-conversation-id'],
    ] as const) {
      const [from, to] = back ? [`${name}-2`, name] : [name, `${name}-2`];
      element.setAttribute(to, element.getAttribute(from)!);
      element.removeAttribute(from);
    }
    document.querySelector('#app')!.append(document.createElement('i'));
  }, isBack);

/** The popup over the page in front. */
async function popupOver(): Promise<Page> {
  await page.bringToFront();
  return openScreen(rapport.context, 'popup.html');
}

test('A page that is not recognised any more is told in panel, popup and on the page of sites, and nothing is counted', async () => {
  await openChat(page, demo, 'tom-becker');
  const panel = await panelOf(page);
  await panel.getByRole('button', { name: 'Remember this person' }).click();
  await panel.getByLabel('New note').fill('Eight oak chairs.');
  await panel.getByRole('button', { name: 'Save note' }).click();
  await expect(panel.locator('.note-text')).toHaveText('Eight oak chairs.');
  const countOf = async () => {
    const screen = rapport.context.pages().find((one) => one.url().includes('/workspace.html'))!;
    const list = await askFrom(screen, 'contact.list', { query: 'Tom', cursor: null, limit: 1 });
    return list.ok ? list.value.contacts[0]!.in : -1;
  };
  const workspace = await openScreen(rapport.context, 'workspace.html#/sites');
  const tab = workspace.getByRole('list', { name: 'Open tabs' }).getByRole('listitem').filter({ hasText: 'Teahouse' });
  await expect(tab).toContainText('Reading.');
  await page.bringToFront();
  await expect.poll(countOf).toBeGreaterThan(0);
  await page.waitForTimeout(1_500);
  const before = (await countOf()) + 1;
  await receive(page, 'tom-becker', 'Are they ready?');
  await expect.poll(countOf).toBe(before);

  await rename(false);
  await expect(panel.getByText(/Teahouse \(demo\) not recognised since \d/)).toBeVisible();
  await receive(page, 'tom-becker', 'Hello?');
  await expect(panel.getByRole('button', { name: 'Open side panel' })).toBeVisible();
  await expect(panel.getByText('Eight oak chairs.')).toHaveCount(0);
  await expect(tab).toContainText(/Not recognised since \d/);

  const popup = await popupOver();
  await expect(popup.getByText(/Teahouse \(demo\) not recognised since \d/)).toBeVisible();
  await popup.getByLabel('Find someone you remember').fill('Tom');
  await popup.locator('.panel-found').filter({ hasText: 'Tom Becker' }).click();
  await expect(popup.getByText('Eight oak chairs.')).toBeVisible();
  await popup.getByLabel('New note').fill('Asked twice.');
  await popup.getByRole('button', { name: 'Save note' }).click();
  await expect(popup.getByText('Asked twice.')).toBeVisible();
  await popup.getByRole('button', { name: 'Back' }).click();
  await expect(popup.getByLabel('Find someone you remember')).toBeVisible();
  await popup.close();

  await page.bringToFront();
  const side = await openSidePanel(rapport.context);
  await side.until(`document.querySelector('input[type=search]')`);
  expect(await countOf()).toBe(before);

  await rename(true);
  await expect.poll(countOf, { timeout: 15_000 }).toBe(before + 1);
  await expect(tab).toContainText('Reading.');
});

test('A page on which the app never appears is told, too', async () => {
  // The address of the demo messenger, without the messenger.
  await page.route(demo.url, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Moved</title><p>Hello' }));
  await page.goto(demo.url);
  const early = await popupOver();
  await expect(early.getByText('Looking at Teahouse (demo) …')).toBeVisible();
  await early.close();
  await page.waitForTimeout(10_000);
  const popup = await popupOver();
  await expect(popup.getByText(/Teahouse \(demo\) not recognised since \d/)).toBeVisible();
  await expect(popup.getByLabel('Find someone you remember')).toBeVisible();
  const workspace = await openScreen(rapport.context, 'workspace.html#/sites');
  await expect(workspace.getByRole('list', { name: 'Open tabs' }).getByRole('listitem').filter({ hasText: 'Moved' })).toContainText(
    /Not recognised since \d/,
  );
});
