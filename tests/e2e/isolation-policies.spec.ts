// Pages with the strictest policies: the panel works where a foreign frame may be, and elsewhere the side panel is one click away.
import { expect, test, type Frame, type Page } from '@playwright/test';
import { serveHostile, type Hostile } from './support/hostile';
import { askFrom, EXTENSION_ID, HOST, launch, panelOf, worker, type Rapport } from './support/rapport';

interface Spying {
  spy: { seen: string[] };
}

let rapport: Rapport;
let server: Hostile;

test.beforeAll(async () => {
  server = await serveHostile({
    strict: {
      headers: {
        'content-security-policy': "default-src 'self'; frame-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    },
    coep: { spy: true, headers: { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' } },
  });
  rapport = await launch();
});

test.afterAll(async () => {
  await rapport.close();
  await server.close();
});

async function open(way: string, person = 'daniel-okafor'): Promise<Page> {
  const page = await rapport.context.newPage();
  await page.goto(`${server.url}${way}/#/c/${person}`);
  return page;
}

/** Writes a note by key, as the rep does. */
async function writeNote(panel: Frame, page: Page, text: string): Promise<void> {
  await panel.getByLabel('New note').click();
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await expect(panel.locator('.note-text').filter({ hasText: text })).toBeVisible();
}

test('The panel works under a policy without frames and with Trusted Types', async () => {
  const page = await open('strict', 'sofia-marquez');
  const panel = await panelOf(page);
  await writeNote(panel, page, 'under a strict policy');
  expect(await askFrom(panel, 'panel.view', {})).toMatchObject({ ok: true, value: { person: { name: 'Sofía Márquez' } } });
  const policy = await page.evaluate(() => {
    try {
      document.body.innerHTML += '';
      return 'open';
    } catch {
      return 'closed';
    }
  });
  expect(policy, 'the policy is in force').toBe('closed');
  await page.close();
});

test('A page that refuses foreign frames gets a plain edge tab, and a click on it opens the side panel', async () => {
  const page = await open('coep');
  await expect(page.locator('main[data-conversation-id]')).toBeVisible();
  await page.bringToFront();
  const host = page.locator(HOST);
  await expect.poll(async () => (await host.boundingBox())?.width, { timeout: 8_000 }).toBe(24);
  expect(page.frames(), 'the frame is gone').toHaveLength(1);
  expect(await page.evaluate((mark) => document.querySelector(mark)!.parentElement === document.documentElement, HOST)).toBe(true);
  const sides = async () =>
    (await worker(rapport.context)).evaluate(() =>
      chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] }).then((contexts) => contexts.length),
    );
  expect(await sides()).toBe(0);
  await page.evaluate((mark) => (document.querySelector(mark) as HTMLElement).click(), HOST);
  const box = (await host.boundingBox())!;
  await page.waitForTimeout(300);
  expect(await sides(), 'a click by script opens nothing').toBe(0);
  await page.mouse.click(box.x + box.width - 6, box.y + box.height / 2);
  await expect.poll(sides).toBe(1);
  const seen = await page.evaluate(() => (globalThis as unknown as Spying).spy.seen);
  expect(seen.filter((line) => line.includes(EXTENSION_ID) || /rapport/i.test(line))).toEqual([]);
  await page.close();
});
