// The other browser, with the build that is released for it: the rep's day beside a chat, an import while the browser crashes, and a backup.
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { serveDemo, type Demo } from './support/demo';
import { chooseFile, clickIn, frameIn, launchFirefox, press, told, wordsOf, type Firefox } from './support/firefox';
import { soon } from './support/soon';
import { wholeDatabase, type Whole } from './support/whole-database';

const PEOPLE = 2000;
const PASSPHRASE = 'correct horse battery';
let demo: Demo;
let firefox: Firefox;

test.beforeAll(async () => {
  demo = await serveDemo();
});
test.afterAll(() => demo.close());
test.beforeEach(async () => {
  firefox = await launchFirefox();
});
test.afterEach(() => firefox.close());

const people = (): Buffer =>
  Buffer.from(
    ['Name,Phone,Notes', ...Array.from({ length: PEOPLE }, (_, i) => `Person ${i},+4915${112000000 + i * 37},Met ${i}`)].join('\n'),
  );
const job = async (page: Page) => (await told(page, 'import.state', {})).job;
const total = async (page: Page) => (await told(page, 'contact.list', { query: '', cursor: null, limit: 1 })).total;
/** What the database holds, but for when it was last saved. */
async function book(page: Page): Promise<Whole> {
  const all = await wholeDatabase(page as never);
  return { ...all, settings: all['settings']!.map((row) => ({ ...row, backup: null, updatedAt: null })) };
}

/** Waits until the first start is over: the replies that Rapport brings are there. */
const firstStart = (page: Page) =>
  soon(async () => (await told(page, 'reply.choices', {})).choices.starterCame, { timeout: 20_000 }).toBe(true);

test('In Firefox a note, a follow-up, a reply and a message are where they belong, also after the background was put to sleep', async () => {
  const workspace = await firefox.openScreen('workspace.html#/contacts');
  await firstStart(workspace);
  await told(workspace, 'starter.remove', {});
  await told(workspace, 'reply.save', { id: null, title: 'Greeting', body: 'Good day {{name}}.' });
  const page = await firefox.newPage();
  await page.goto(`${demo.url}#/c/tom-becker`);
  const panel = await frameIn(page, 'panel', 'Tomorrow');
  await clickIn(page, panel, 'textarea[aria-label="New note"]');
  await page.keyboard.type('Likes oak.');
  await clickIn(page, panel, 'button', 'Save note');
  await soon(() => wordsOf(panel, '.note-text')).toEqual(['Likes oak.']);
  await clickIn(page, panel, 'button', 'Tomorrow');
  await soon(() => wordsOf(panel, '.follow-up')).toEqual([expect.stringContaining('tomorrow')]);

  const counts = () => wordsOf(panel, '.counts td, table td');
  await soon(async () => (await counts()).length).toBeGreaterThan(0);
  const before = await counts();
  await page.evaluate(() =>
    (globalThis as unknown as { teahouse: { receive(id: string, text: string): string } }).teahouse.receive('tom-becker', 'Hello again'),
  );
  await soon(counts).not.toEqual(before);

  await soon(() => firefox.isAwake(workspace), { timeout: 30_000 }).toBe(false);
  await clickIn(page, panel, '.reply-insert', 'Good day');
  const box = () => page.evaluate(() => document.querySelector<HTMLTextAreaElement>('textarea[data-composer]')!.value);
  await soon(box).toBe('Good day Tom Becker.');
  await page.click('textarea[data-composer]');
  await page.keyboard.type(' /');
  const picker = await frameIn(page, 'picker', 'Greeting');
  await page.keyboard.type('greet');
  await soon(() => picker.evaluate(() => document.querySelector('input')!.value)).toBe('greet');
  await page.keyboard.press('Enter');
  await soon(box).toBe('Good day Tom Becker. Good day Tom Becker.');

  const popup = await firefox.openScreen('popup.html');
  await soon(async () => (await wordsOf(popup, 'main')).join()).toMatch(/Tom Becker.*1 more follow-up/s);
  await soon(async () => (await wordsOf(workspace, '.ws-who')).join()).toContain('Tom Becker');
});

test('In Firefox an import that a crash stopped goes on after it, and one click takes it back', async () => {
  test.setTimeout(180_000);
  let page = await firefox.openScreen('workspace.html#/people');
  await firstStart(page);
  const empty = await book(page);
  await chooseFile(page, 'people.csv', people());
  await press(page, 'Compare with my contacts');
  await soon(async () => (await job(page))?.state, { timeout: 60_000 }).toBe('ready');
  await press(page, 'Bring in 2000 people');
  await soon(async () => (await job(page))?.done, { timeout: 30_000 }).toBeGreaterThan(0);
  await firefox.endHard();
  firefox = await launchFirefox(firefox.profile);
  page = await firefox.openScreen('workspace.html#/people');
  await soon(async () => (await job(page))?.state, { timeout: 60_000 }).toBe('taken');
  expect(await total(page)).toBe(PEOPLE);
  expect((await book(page))['notes']!.length).toBe(PEOPLE);
  await press(page, 'Take this import back');
  await soon(async () => await job(page), { timeout: 60_000 }).toBe(null);
  expect(await book(page)).toEqual(empty);
});

test('In Firefox a backup with a passphrase brings everything back', async () => {
  test.setTimeout(180_000);
  const page = await firefox.openScreen('workspace.html#/people');
  await chooseFile(page, 'people.csv', people());
  await press(page, 'Compare with my contacts');
  await press(page, 'Bring in 2000 people');
  await soon(async () => (await job(page))?.state, { timeout: 60_000 }).toBe('taken');
  const before = await book(page);

  const backup = await firefox.openScreen('workspace.html#/backup');
  await press(backup, 'With a passphrase');
  for (const field of await backup.$$('form.ws-passphrase input')) await field.type(PASSPHRASE);
  await backup.evaluate(() => document.querySelector<HTMLFormElement>('form.ws-passphrase')!.requestSubmit());
  const { name, bytes } = await firefox.savedFile('.rapport');

  await press(page, 'Take this import back');
  await soon(async () => await job(page), { timeout: 60_000 }).toBe(null);
  expect(await total(page)).toBe(0);

  await chooseFile(backup, name, bytes);
  await backup.waitForSelector('form.ws-passphrase input');
  await (await backup.$('form.ws-passphrase input'))!.type(PASSPHRASE);
  await backup.evaluate(() => document.querySelector<HTMLFormElement>('form.ws-passphrase')!.requestSubmit());
  await backup.waitForSelector('.ws-restore table', { timeout: 60_000 });
  await press(backup, 'Replace');
  await press(backup, 'Replace what is here');
  await soon(async () => (await wordsOf(backup, 'main')).join(), { timeout: 60_000 }).toContain('A backup file was taken over.');
  expect(await book(page)).toEqual(before);
});
