// Lists in motion: ids counted stay exact, whatever a client does with its rows. The client is made by hand around a real virtual list
// (see pages/lists); history and echoes of a real one, Converse.js, are in counting.spec.ts.
import { expect, test, type Page } from '@playwright/test';
import type * as Lists from './pages/lists/lists';
import { bundle } from './support/bundle';
import { askFrom, launch, openScreen, tabIdOf, type Rapport } from './support/rapport';
import { seeded } from './support/seeded';
import { inWords, isEven, readStored, tally, type Tally } from './support/tally';

declare global {
  interface Window {
    lists: typeof Lists;
  }
}

const ADDRESS = 'https://web.telegram.org/k/';
const HTML = `<!doctype html><meta charset="utf-8"><title>Telegram</title>
  <style>.bubbles { height: 480px; overflow: auto; overflow-anchor: none } .bubbles-inner { position: relative }</style>
  <div id="column-center"><div class="chats-container"><div class="chat active" data-type="chat">
    <div class="topbar"><div class="chat-info"><div class="person-avatar" data-peer-id></div><div class="user-title"><span class="peer-title" data-peer-id><span class="peer-title-inner"></span></span></div></div></div>
    <div class="bubbles"><div class="bubbles-inner"></div></div>
    <div class="chat-input"><div class="input-message-input" contenteditable="true" data-peer-id></div></div>
  </div></div></div>`;

let rapport: Rapport;
let workspace: Page;
let page: Page;
let tab: number;

test.beforeAll(async () => {
  rapport = await launch();
  workspace = await openScreen(rapport.context, 'workspace.html');
  await rapport.context.route(`${ADDRESS}**`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: HTML }));
  page = await rapport.context.newPage();
  await page.goto(ADDRESS);
  await page.evaluate(await bundle('tests/e2e/pages/lists/lists.ts', 'lists'));
  await page.evaluate(() => window.lists.start());
  tab = await tabIdOf(workspace, ADDRESS);
});
test.afterAll(() => rapport.close());

/** Makes a chat with so many messages, opens it, and remembers the person. */
async function begin(id: string, count: number): Promise<void> {
  await page.evaluate(
    ([peer, many]) => {
      window.lists.make(peer, many);
      return window.lists.open(peer);
    },
    [id, count] as const,
  );
  await expect(async () => {
    const view = await askFrom(workspace, 'panel.view', { tab });
    expect(view).toMatchObject({ ok: true, value: { conversation: { name: `Person ${id}` } } });
    const ref = view.ok ? view.value.ref : null;
    expect(await askFrom(workspace, 'person.remember', { subject: { tab, ref: ref! } })).toMatchObject({ ok: true });
  }).toPass({ timeout: 10_000 });
}

const compare = async (id: string): Promise<Tally> =>
  tally(await readStored(workspace), '', id, await page.evaluate((peer) => window.lists.archived(peer), id), 'telegramk');

/** Waits until all that was shown is counted; then a while longer, for what might be counted too much. */
async function expectEven(id: string): Promise<void> {
  await expect
    .poll(async () => isEven(await compare(id)), { timeout: 10_000 })
    .toBe(true)
    .catch(() => undefined);
  await page.waitForTimeout(800);
  const result = await compare(id);
  expect(isEven(result), inWords(id, result)).toBe(true);
  expect(result.archived.in + result.archived.out).toBeGreaterThan(0);
}

/** Scrolls until it ends, so slowly that every row is looked at: on a busy machine not before the page has nothing else to do. */
async function scrollThrough(by: number): Promise<void> {
  while (await page.evaluate((pixels) => window.lists.scroll(pixels), by)) {
    await page.waitForTimeout(280);
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  }
}

test('a virtual list, scrolled up and down: rows used for other messages are other messages, and those that return count once', async () => {
  await begin('101', 150);
  await scrollThrough(-200);
  await expectEven('101');
  const chance = seeded();
  for (let i = 0; i < 60; i += 1) {
    await page.evaluate((pixels) => window.lists.scroll(pixels), (chance.next() - 0.5) * 3_000);
    await page.waitForTimeout(chance.below(60));
  }
  await scrollThrough(200);
  await expectEven('101');
});

test('an own message counts once under the id that the server gives it, and not at all when it is refused', async () => {
  await begin('102', 8);
  for (const isRefused of [false, true, false, false]) {
    await page.evaluate((refused) => window.lists.send(refused), isRefused);
    await page.evaluate(() => window.lists.receive());
    await page.waitForTimeout(250);
  }
  await expectEven('102');
});

test('history that loads above counts once, also while messages come below', async () => {
  await begin('103', 20);
  for (let i = 0; i < 4; i += 1) {
    await page.evaluate(() => window.lists.loadAbove(12));
    await scrollThrough(-200);
    await page.evaluate(() => window.lists.receive());
    await page.waitForTimeout(300);
  }
  await expectEven('103');
});

test('chats that are swapped without any event keep their messages apart', async () => {
  const peers = ['201', '202', '203'];
  for (const id of peers) await begin(id, 9);
  const chance = seeded();
  for (let i = 0; i < 20; i += 1) {
    const [id, late] = [chance.pick(peers), chance.pick(['nothing', 'messages', 'heading'] as const)];
    await page.evaluate(([peer, how]) => window.lists.open(peer, how), [id, late] as const);
    await page.waitForTimeout(chance.below(900));
    if (chance.is(0.5)) continue;
    // Long enough to be believed, so that what comes now is told.
    await page.waitForTimeout(900);
    await page.evaluate(() => window.lists.receive());
    await page.waitForTimeout(600);
  }
  for (const id of peers) await expectEven(id);
  expect(new URL(page.url()).href).toBe(ADDRESS);
});
