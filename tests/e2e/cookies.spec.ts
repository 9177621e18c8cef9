// Cookies of third parties, and with them all storage of frames in foreign pages, blocked and allowed: the panel needs neither.
import { expect, test } from '@playwright/test';
import { openChat } from './support/demo';
import { serveHostile, type Hostile } from './support/hostile';
import { askFrom, launch, openScreen, panelOf } from './support/rapport';

let server: Hostile;

test.beforeAll(async () => {
  server = await serveHostile({
    chat: {},
    cookie: { html: '<!doctype html><script>document.cookie = "third=party; SameSite=None; Secure";</script>' },
    outer: { html: '<!doctype html><iframe></iframe>' },
  });
});

test.afterAll(() => server.close());

for (const cookies of ['blocked', 'allowed'] as const) {
  test(`The panel works with cookies of third parties ${cookies}`, async () => {
    const rapport = await launch({ cookies });
    const { context } = rapport;

    // The browser has really taken the choice: a frame of another site keeps its cookie, or does not.
    const outer = await context.newPage();
    await outer.goto(`${server.url}outer/`);
    await outer.evaluate((src) => (document.querySelector('iframe')!.src = src), `${server.url.replace('127.0.0.1', 'localhost')}cookie/`);
    await expect.poll(() => outer.frames().some((frame) => frame.url().includes('localhost'))).toBe(true);
    const frame = outer.frames().find((one) => one.url().includes('localhost'))!;
    await frame.waitForLoadState();
    expect(await frame.evaluate(() => document.cookie)).toBe(cookies === 'blocked' ? '' : 'third=party');
    await outer.close();

    const workspace = await openScreen(context, 'workspace.html');
    await askFrom(workspace, 'reply.save', { id: null, title: 'Greeting', body: 'Good day {{name}}.' });
    const page = await context.newPage();
    await openChat(page, { url: `${server.url}chat/`, close: () => server.close() }, 'tom-becker');
    const panel = await panelOf(page);
    await panel.getByLabel('New note').click();
    await page.keyboard.type('Likes oak.');
    await page.keyboard.press('Control+Enter');
    await expect(panel.locator('.note-text')).toHaveText('Likes oak.');
    await panel.getByRole('button', { name: 'Tomorrow' }).click();
    await expect(panel.locator('.follow-up')).toContainText('tomorrow');
    await panel.locator('.reply-insert').click();
    await expect(page.locator('textarea[data-composer]')).toHaveValue('Good day Tom Becker.');
    // The frame's own storage shows the difference that the panel does not.
    const storage = await panel.evaluate(() =>
      Promise.resolve()
        .then(() => new Promise((done, fail) => Object.assign(indexedDB.open('probe'), { onsuccess: () => done('open'), onerror: fail })))
        .catch(() => 'denied'),
    );
    expect(storage).toBe(cookies === 'blocked' ? 'denied' : 'open');

    await page.reload();
    const again = await panelOf(page);
    await expect(again.locator('.note-text')).toHaveText('Likes oak.');
    await expect(workspace.locator('.ws-who')).toHaveText('Tom Becker');
    await rapport.close();
  });
}
