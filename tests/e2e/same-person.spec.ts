// One person across chats: suggested with the reason, merged, taken apart, split off, and "not the same" remembered.
import { expect, test, type Frame, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openChat, serveDemo, type Demo } from './support/demo';
import { askFrom, killWorker, launch, openScreen, panelOf, type Rapport } from './support/rapport';

const FOLDER = resolve('tests/screenshots');
const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE = `axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')).join(' | ')))`;

let demo: Demo;
test.beforeAll(async () => {
  demo = await serveDemo();
});
test.afterAll(() => demo.close());

async function violations(screen: Page | Frame): Promise<string[]> {
  await screen.evaluate(await axeSource);
  return screen.evaluate(AXE);
}

/** Two remembered people with one phone number, a note each; the chat of the first is open. */
async function twoOfOneNumber({ context }: Rapport) {
  const page = await context.newPage();
  const workspace = await openScreen(context, 'workspace.html#/contacts');
  await page.bringToFront();
  for (const [id, name, note] of [
    ['tom-becker', 'Tom Becker', 'Tom asked for samples'],
    ['daniel-okafor', 'Daniel Okafor', 'Daniel prefers mornings'],
  ] as const) {
    await openChat(page, demo, id);
    const panel = await panelOf(page);
    await expect(panel.locator('main:not(.settling) h1')).toHaveText(name);
    await panel.locator('.note-box textarea').fill(note);
    await panel.locator('.note-box textarea').press('Control+Enter');
    await expect(panel.locator('.note-text', { hasText: note })).toBeVisible();
  }
  const list = await askFrom(workspace, 'contact.list', { query: '', cursor: null, limit: 10 });
  if (!list.ok) throw new Error(list.code);
  const ids = Object.fromEntries(list.value.contacts.map(({ id, name }) => [name, id]));
  for (const id of Object.values(ids)) {
    expect(await askFrom(workspace, 'tie.say', { subject: { contact: id }, about: { phones: ['+4915112345679'] } })).toMatchObject({
      ok: true,
    });
  }
  return { page, workspace, panel: await panelOf(page), daniel: ids['Daniel Okafor']!, tom: ids['Tom Becker']! };
}

const question = (screen: Page | Frame, name: string) => screen.getByText(`Is this also ${name}?`);
const openContact = async (workspace: Page, id: string) => {
  await workspace.bringToFront();
  await workspace.goto(`${workspace.url().split('#')[0]}#/contacts/${id}`);
};

test('Two contacts with one number are suggested, merged, taken apart, split off, and kept apart', async () => {
  test.setTimeout(120_000);
  const rapport = await launch();
  const { page, workspace, panel, daniel, tom } = await twoOfOneNumber(rapport);

  await test.step('the panel asks, and one yes brings both together; undo takes it back', async () => {
    await expect(question(panel, 'Tom Becker')).toBeVisible();
    await expect(panel.getByText('Same phone number: +4915112345679')).toBeVisible();
    await panel.getByRole('button', { name: 'Yes, the same person' }).press('Enter');
    await expect(panel.getByText('Tom asked for samples')).toBeVisible();
    await expect(question(panel, 'Tom Becker')).toBeHidden();
    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect(panel.getByText('Tom asked for samples')).toBeHidden();
    await panel.getByRole('button', { name: 'Yes, the same person' }).click();
    await expect(panel.getByText('Tom asked for samples')).toBeVisible();
  });

  await test.step('the chat of the other one shows the same person', async () => {
    await openChat(page, demo, 'tom-becker');
    await expect((await panelOf(page)).locator('h1')).toHaveText('Daniel Okafor');
  });

  await test.step('it is taken apart in the workspace, also after the worker was killed, and not asked again', async () => {
    await killWorker(rapport.context);
    await openContact(workspace, daniel);
    await workspace.getByRole('button', { name: 'Take apart Tom Becker' }).press('Enter');
    await expect(workspace.getByText('Tom asked for samples')).toHaveCount(0);
    await expect(question(workspace, 'Tom Becker')).toBeHidden();
    await openContact(workspace, tom);
    // As a note, and in the timeline.
    await expect(workspace.getByText('Tom asked for samples')).toHaveCount(2);
    await expect(question(workspace, 'Daniel Okafor')).toBeHidden();
    await page.bringToFront();
    await expect((await panelOf(page)).locator('h1')).toHaveText('Tom Becker');
  });

  await test.step('a chat is split off with the note that belongs to it', async () => {
    expect(await askFrom(workspace, 'person.same', { subject: await subjectOf(workspace, page), contact: daniel })).toMatchObject({
      ok: true,
    });
    await openContact(workspace, daniel);
    await workspace.getByRole('button', { name: /^Split off .*Tom Becker$/ }).press('Enter');
    await workspace.getByLabel('Tom asked for samples').check();
    await workspace.getByRole('button', { name: 'Split off', exact: true }).press('Enter');
    await expect(workspace.getByText('Tom Becker is a contact of its own now.')).toBeVisible();
    await expect(workspace.locator('main').getByText('Tom asked for samples')).toHaveCount(0);
    await page.bringToFront();
    const again = await panelOf(page);
    await expect(again.locator('h1')).toHaveText('Tom Becker');
    await expect(again.locator('.note-text', { hasText: 'Tom asked for samples' })).toBeVisible();
  });
  await rapport.close();
});

/** The conversation that is open in the tab of a page. */
async function subjectOf(workspace: Page, page: Page) {
  const tab = await workspace.evaluate(
    async (url) => (await chrome.tabs.query({})).find((one) => one.url?.startsWith(url))!.id!,
    new URL(page.url()).origin,
  );
  const view = await askFrom(workspace, 'panel.view', { tab });
  if (!view.ok) throw new Error(view.code);
  return { tab, ref: view.value.ref! };
}

for (const [locale, language] of [
  ['en-US', 'en'],
  ['zh-CN', 'zh_CN'],
] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`The question, who was merged, and splitting off in ${locale}, ${theme}, are without axe violations`, async () => {
      mkdirSync(FOLDER, { recursive: true });
      const rapport = await launch({ locale, colorScheme: theme });
      const { page, workspace, panel, daniel, tom } = await twoOfOneNumber(rapport);
      await askFrom(workspace, 'settings.set', { language, theme });
      await expect(panel.locator('.also-this')).toBeVisible();
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(FOLDER, `same-panel.${locale}.${theme}.png`) });
      expect.soft(await violations(panel)).toEqual([]);
      await openContact(workspace, daniel);
      await expect(workspace.locator('.also-this')).toBeVisible();
      await workspace.screenshot({ path: join(FOLDER, `same-asked.${locale}.${theme}.png`) });
      expect.soft(await violations(workspace)).toEqual([]);
      await askFrom(workspace, 'person.merge', { subject: { contact: daniel }, contact: tom });
      await workspace.locator('.ws-identities button').last().click();
      await expect(workspace.locator('.ws-merged')).toBeVisible();
      await workspace.screenshot({ path: join(FOLDER, `same-merged.${locale}.${theme}.png`) });
      expect.soft(await violations(workspace)).toEqual([]);
      await rapport.close();
    });
  }
}
