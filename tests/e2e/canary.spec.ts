// What is said stays in the chat, and who is never to be recorded leaves no trace.
import { expect, test, type Frame, type Page } from '@playwright/test';
import { openChat, receive, serveDemo, type Demo } from './support/demo';
import { type Rapport, askFrom, killWorker, launch, openScreen, panelOf } from './support/rapport';
import { expectNowhere, filesWith, readStores } from './support/stores';

let rapport: Rapport;
let demo: Demo;
let workspace: Page;

test.beforeEach(async () => {
  demo = await serveDemo();
  rapport = await launch();
  workspace = await openScreen(rapport.context, 'workspace.html');
  await askFrom(workspace, 'reply.save', { id: null, title: 'Greeting', body: 'Good day {{name}}. {{cursor}}' });
});

test.afterEach(async () => {
  await rapport.close();
  await demo.close();
});

async function chatWith(id: string): Promise<{ page: Page; panel: Frame }> {
  const page = await rapport.context.newPage();
  await openChat(page, demo, id);
  return { page, panel: await panelOf(page) };
}

const composerOf = (page: Page) => page.locator('textarea[data-composer]');

async function countsOf(panel: Frame): Promise<{ in: number; out: number }> {
  const view = await askFrom(panel, 'panel.view', {});
  return view.ok && view.value.person ? { in: view.value.person.counts.in, out: view.value.person.counts.out } : { in: -1, out: -1 };
}

/** Writes behind what stands in the composer and sends. */
async function send(page: Page, text: string): Promise<void> {
  const box = composerOf(page);
  await box.fill((await box.inputValue()) + text);
  await page.locator('[data-send]').click();
  await expect(page.locator('[data-direction="out"][data-message-id]').last()).toContainText(text);
}

test('A phrase received, sent by hand and sent with a reply is in no store and no backup', async () => {
  const words = ['Quokkanberry', 'zephyrstone', '88231-77'];
  const canary = words.join(' ');
  const { page, panel } = await chatWith('tom-becker');
  await panel.getByLabel('New note').click();
  await page.keyboard.type('Likes marmalade.');
  await page.keyboard.press('Control+Enter');
  await expect(panel.locator('.note-text')).toBeVisible();
  await expect.poll(async () => (await countsOf(panel)).in).toBeGreaterThan(0);
  await page.waitForTimeout(500);
  const before = await countsOf(panel);

  await receive(page, 'tom-becker', canary);
  await send(page, `Yes: ${canary}.`);
  // A reply with the phrase before and behind it, first a draft, then inserted, then finished by hand.
  await composerOf(page).fill(`${canary} once more. `);
  await page.waitForTimeout(700);
  await panel.locator('.reply-insert').click();
  await expect(composerOf(page)).toHaveValue(`${canary} once more. Good day Tom Becker. `);
  await expect(panel.getByText('It is in the message box')).toBeVisible();
  await send(page, `And ${canary}!`);
  await receive(page, 'tom-becker', `Thanks for ${canary}`);
  await expect.poll(async () => (await countsOf(panel)).out).toBe(before.out + 2);
  await expect.poll(async () => (await countsOf(panel)).in).toBeGreaterThanOrEqual(before.in + 2);
  await expect
    .poll(async () => {
      const replies = await askFrom(workspace, 'reply.list', {});
      // With so much written around it, it counts as rewritten.
      return replies.ok && replies.value.replies[0]!.sent + replies.value.replies[0]!.edited;
    }, 'the reply is known to be sent')
    .toBe(1);

  const stores = await readStores(workspace);
  expect(stores.databases, 'what was noted is there').toContain('marmalade');
  expect(stores.backup).toContain('marmalade');
  const said = (await page.locator('[data-text]').allTextContents()).filter((text) => text.length > 12 && !text.includes('Good day'));
  expect(said.length).toBeGreaterThan(5);
  expectNowhere(stores, [...words, ...said]);
  await page.close();
  await rapport.close({ keepProfile: true });
  expect(await filesWith(rapport.profile, words)).toEqual([]);
  expect(await filesWith(rapport.profile, ['marmalade']), 'the files are really looked into').not.toEqual([]);
});

async function never(panel: Frame): Promise<void> {
  await panel.getByRole('button', { name: 'More', exact: true }).click();
  await panel.getByRole('menuitem', { name: 'Never this person' }).click();
  await expect(panel.getByText('You asked to leave this conversation alone')).toBeVisible();
}

test('A person marked as never before being remembered leaves no name and no id anywhere, also after more messages', async () => {
  const words = ['Tom Becker', 'tom-becker', 'Becker'];
  const { page, panel } = await chatWith('tom-becker');
  await expect(panel.getByRole('button', { name: 'Remember this person' })).toBeVisible();
  // A draft was begun before the rep thought better of it.
  await panel.getByLabel('New note').click();
  await page.keyboard.type('About Becker');
  await page.waitForTimeout(700);
  await never(panel);
  expectNowhere(await readStores(workspace), words);

  await receive(page, 'tom-becker', 'Are you there?');
  await send(page, 'Not for you.');
  await killWorker(rapport.context);
  await receive(page, 'tom-becker', 'Hello?');
  await page.reload();
  const again = await panelOf(page);
  await expect(again.getByText('You asked to leave this conversation alone')).toBeVisible();
  expect(await again.getByRole('button', { name: 'Remember this person' }).count()).toBe(0);
  await page.waitForTimeout(1_000);
  const stores = await readStores(workspace);
  expectNowhere(stores, words);
  expect(JSON.parse(stores.databases)['rapport/interactions']?.[0] ?? []).toEqual([]);
  await page.close();
  await rapport.close({ keepProfile: true });
  expect(await filesWith(rapport.profile, ['Tom Becker', 'tom-becker'])).toEqual([]);
});

test('A remembered person marked as never is gone from database, storage and backup; only the undo of ten minutes is in memory', async () => {
  const words = ['Priya', 'priya-nair', 'marmalade', 'Ring about the sample', 'teahouse-vip'];
  const { page, panel } = await chatWith('priya-nair');
  await panel.getByLabel('New note').click();
  await page.keyboard.type('Likes marmalade.');
  await page.keyboard.press('Control+Enter');
  await panel.getByLabel('What for').fill('Ring about the sample');
  await panel.getByRole('button', { name: 'Tomorrow' }).click();
  await expect(panel.locator('.follow-up')).toContainText('Ring about the sample');
  const view = await askFrom(panel, 'panel.view', {});
  if (!view.ok) throw new Error(view.code);
  await askFrom(panel, 'tags.set', { subject: { ref: view.value.ref! }, tags: ['teahouse-vip'] });
  await panel.locator('.reply-insert').click();
  await expect(composerOf(page)).toHaveValue(/^Good day Priya/);
  await page.locator('[data-send]').click();
  const before = await readStores(workspace);
  for (const word of words) expect(before.databases, 'it was there').toContain(word);

  await never(panel);
  const stores = await readStores(workspace);
  expectNowhere(stores, words, ['undo']);
  expect(stores.undo, 'the undo can bring it back').toContain('marmalade');
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.locator('.note-text')).toHaveText('Likes marmalade.');
  expect((await readStores(workspace)).databases).toContain('Ring about the sample');
});
