// A site that nobody wrote a file for is taught by pointing, in a real Chromium, and then works like any other.
import { expect, test, type Page } from '@playwright/test';
import { askFrom, launch, openScreen, panelOf, type Rapport } from './support/rapport';
import { beginTeaching, pickByMouse, serveHardPage } from './support/teach';

test.use({ actionTimeout: 12_000 });

let rapport: Rapport;
let site: Awaited<ReturnType<typeof serveHardPage>>;

test.beforeEach(async () => {
  site = await serveHardPage();
  rapport = await launch();
});
test.afterEach(async () => {
  await rapport.close();
  await site.stop();
});

const eventsOn = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as { __events: string[] }).__events);

async function open(query: string): Promise<Page> {
  const page = await rapport.context.newPage();
  await page.goto(`${site.origin}/?${query}#/t/anna`);
  return page;
}

for (const query of ['ids', 'none', 'shadow&ids']) {
  test(`A chat with hashed classes is taught by mouse (${query})`, async () => {
    const page = await open(query);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const frame = await beginTeaching(rapport, page);
    const seen = (await eventsOn(page)).length;
    await pickByMouse(page, 'Anna Weber');
    await expect(frame.getByText('Step 2 of 4')).toBeVisible();
    await page.screenshot({ path: `tests/screenshots/teach-step-${query.replace('&', '-')}.png` });
    await pickByMouse(page, 'Is the oak table still there?');
    await pickByMouse(page, 'It is. Two chairs go with it.');
    await expect(frame.getByText('Step 4 of 4')).toBeVisible();
    await pickByMouse(page, 'textarea');
    await expect(frame.getByText('Does Rapport read this chat right?')).toBeVisible();
    await expect(frame.getByText('4 theirs')).toBeVisible();
    await expect(frame.getByText('3 yours')).toBeVisible();
    await page.screenshot({ path: `tests/screenshots/teach-check-${query.replace('&', '-')}.png` });
    // Not one event of all this reached the page, which listens at the window since before we came.
    expect((await eventsOn(page)).slice(seen)).toEqual([]);
    expect(page.url()).toContain('#/t/anna');
    await frame.getByRole('button', { name: 'Save' }).click();
    const panel = await panelOf(page);
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Anna Weber');
    expect(before).not.toContain('side-guide');
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('side-guide');

    await panel.getByRole('button', { name: 'Remember this person' }).click();
    const workspace = await openScreen(rapport.context, 'workspace.html');
    const counts = async () => {
      const list = await askFrom(workspace, 'contact.list', { query: '', cursor: null, limit: 10 });
      return list.ok && list.value.contacts.map(({ name, in: received, out, approximate }) => [name, received, out, approximate]);
    };
    await page.bringToFront();
    await expect.poll(counts).toEqual([['Anna Weber', 4, 3, query === 'none']]);
    await page.evaluate(() => (window as unknown as { __add: (...all: string[]) => void }).__add('anna', 'in', 'One more thing'));
    await expect.poll(counts).toEqual([['Anna Weber', 5, 3, query === 'none']]);

    await askFrom(workspace, 'reply.save', { id: null, title: 'Hello', body: 'Dear {{name}}, thank you.' });
    await panel.locator('.reply-insert').filter({ hasText: 'Hello' }).click();
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { __box: () => string }).__box()))
      .toBe('Dear Anna Weber, thank you.');
  });
}

test('By keyboard alone, and Escape leaves nothing behind', async () => {
  const page = await open('ids');
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  let frame = await beginTeaching(rapport, page);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.frames().length).toBe(1);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);

  frame = await beginTeaching(rapport, page);
  const seen = (await eventsOn(page)).length;
  const spoken = frame.locator('[aria-live="polite"].visually-hidden');
  const reach = async (words: string) => {
    for (let i = 0; i < 40 && (await spoken.textContent())?.trim() !== words; i++) {
      await page.keyboard.press('Tab');
      await page.waitForTimeout(60);
    }
    await expect(spoken).toHaveText(words);
    await page.keyboard.press('Enter');
  };
  await reach('Anna Weber');
  // The first that is called so stands in the list of chats: back, and one further.
  await page.keyboard.press('Backspace');
  await expect(frame.getByText('Step 1 of 4')).toBeVisible();
  for (const words of ['Anna Weber', 'Ben Ito', 'Anna Weber']) {
    for (let i = 0; i < 10; i++) {
      await page.keyboard.press('Tab');
      await page.waitForTimeout(60);
      if ((await spoken.textContent())?.trim() === words) break;
    }
  }
  await page.keyboard.press('Enter');
  await expect(frame.getByText('Step 2 of 4')).toBeVisible();
  await reach('And delivery?');
  await reach('Friday is fine.');
  await expect(frame.getByText('Step 4 of 4')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.waitForTimeout(100);
  await page.keyboard.press('Enter');
  await expect(frame.getByText('4 theirs')).toBeVisible();
  await frame.getByLabel('Call this site').focus();
  expect((await eventsOn(page)).slice(seen)).toEqual([]);
  await page.keyboard.press('Enter');
  const panel = await panelOf(page);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Anna Weber');
  // The frame may be gone before Enter is let go.
  expect(['', 'keyup true']).toContain((await eventsOn(page)).slice(seen).join());
});
