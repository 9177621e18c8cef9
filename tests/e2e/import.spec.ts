// Files through the real page. 2,000 people: read in a worker, compared, brought in while the background dies and the page is closed, and taken
// back with one click. A chat: who is who is asked, days are counted, and no word of it is anywhere.
import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { askFrom, killWorker, launch, openScreen, type Rapport } from './support/rapport';
import { soon } from './support/soon';
import { wholeDatabase } from './support/whole-database';
import { DATA_TABLES } from '@/lib/domain/tables';
import type { Answer, MessageName, Request } from '@/lib/messages/protocol';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE = `axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')).join(' | ')))`;
const PEOPLE = 2000;
/** With what belongs to this machine or is worked out. */
const EVERY_TABLE = [...DATA_TABLES, 'undos', 'staged', 'imports', 'incoming', 'drafts', 'standings', 'sheets', 'agenda'];
let rapport: Rapport;
let page: Page;

/** As a CRM exports it: 2,000 people, one of them twice, and one row with nobody in it. */
function csv(): Buffer {
  const rows = Array.from(
    { length: PEOPLE },
    (_, i) => `Person ${i},+4915${String(112000000 + i * 37)},p${i}@oak.example,Oak ${i % 7},Row ${i}`,
  );
  return Buffer.from(['Name,Phone,E-mail,Company,Shelf', ...rows, rows[7], ',,,,lost'].join('\n') + '\n');
}
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/csv', buffer });

async function told<N extends MessageName>(name: N, request: Request<N>): Promise<Answer<N>> {
  const answer = await askFrom(page, name, request);
  if (!answer.ok) throw new Error(`${name}: ${answer.code}`);
  return answer.value;
}
const job = async () => (await told('import.state', {})).job;
const total = async () => (await told('contact.list', { query: '', cursor: null, limit: 1 })).total;
const fields = async () => (await told('field.list', {})).fields.map(({ name }) => name);

/** What axe finds, and a picture for whoever looks. */
async function look(name: string): Promise<void> {
  // Trusted Types forbid injecting a script; the protocol may evaluate one.
  await page.evaluate(await axeSource);
  // A button that has just become usable is on its way from one colour to the other.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  expect.soft(await page.evaluate(AXE), name).toEqual([]);
  await page.screenshot({ path: `test-results/looks/${name}.png`, fullPage: true });
}

test.beforeAll(async () => {
  rapport = await launch();
  page = await openScreen(rapport.context, 'workspace.html#/people');
});
test.afterAll(() => rapport.close());

test('2,000 people come in, whoever dies meanwhile, and leave with one click', async () => {
  await page.locator('input[type="file"]').setInputFiles(file('crm.csv', csv()));
  await expect(page.getByRole('heading', { name: 'This is a table' })).toBeFocused();
  await page.getByRole('combobox', { name: /^Shelf/ }).selectOption('A field of my own');
  await expect(page.getByRole('checkbox', { name: 'Shelf' })).toBeChecked();
  await look('import-columns');
  await page.getByRole('button', { name: 'Compare with my contacts' }).click();
  await expect(page.getByRole('heading', { name: 'What would change' })).toBeFocused({ timeout: 30_000 });
  expect((await job())!.tally).toMatchObject({ fresh: PEOPLE, twice: 1, changed: 0, rejected: 1 });
  expect(await total()).toBe(0);
  await look('import-ready');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the rows that stayed out, with the reason' }).click();
  expect(await readFile(await (await saving).path(), 'utf8')).toContain('No name, phone number, e-mail address or link in this row');

  const blank = await rapport.context.newPage();
  await page.getByRole('button', { name: 'Bring in 2000 people' }).click();
  await soon(async () => (await job())!.done, { timeout: 15_000 }).toBeGreaterThan(0);
  await page.close();
  await killWorker(rapport.context);
  page = await openScreen(rapport.context, 'workspace.html#/people');
  await blank.close();
  await expect(page.getByRole('heading', { name: '2,000 new, 0 brought up to date' })).toBeVisible({ timeout: 30_000 });
  await look('import-taken');
  expect(await total()).toBe(PEOPLE);
  expect(await fields()).toEqual(['Shelf']);

  await page.getByRole('button', { name: 'Take this import back' }).click();
  await expect(page.getByText('The import is taken back')).toBeVisible({ timeout: 30_000 });
  expect([await total(), await job(), await fields()]).toEqual([0, null, []]);

  await told('settings.set', { language: 'zh_CN', theme: 'dark' });
  await page.locator('input[type="file"]').setInputFiles(file('crm.csv', csv()));
  await expect(page.getByRole('heading', { name: '这是一张表格' })).toBeFocused();
  await look('import-columns-zh');
  await page.getByRole('button', { name: '与我的联系人比对' }).click();
  await expect(page.getByRole('heading', { name: '会有什么变化' })).toBeVisible({ timeout: 30_000 });
  await look('import-ready-zh');
  await page.getByRole('button', { name: '取消' }).click();
  await expect(page.getByText('选一个联系人文件或导出的聊天记录，或拖到这里')).toBeVisible();
  expect(await job()).toBeNull();
});

test('A WhatsApp chat is counted for whom the user names, and nothing of what was written is kept', async () => {
  await told('settings.set', { language: 'en', theme: 'light' });
  const lines = Array.from({ length: 40 }, (_, i) => {
    const day = `${String((i % 28) + 1).padStart(2, '0')}/${i < 28 ? '03' : '04'}/2025`;
    return `${day}, 10:${String(i).padStart(2, '0')} - ${i % 3 === 0 ? 'Me' : 'Anna Oak'}: secretword ${i}`;
  });
  const chat = Buffer.from(lines.join('\n'));
  const choose = () => page.locator('input[type="file"]').setInputFiles({ name: 'chat.txt', mimeType: 'text/plain', buffer: chat });
  await choose();
  await expect(page.getByRole('heading', { name: 'This is a WhatsApp chat' })).toBeFocused();
  const compare = page.getByRole('button', { name: 'See what would be counted' });
  await expect(compare).toBeDisabled();
  await page.getByRole('radio', { name: /^Me 14 messages/ }).check();
  await page
    .getByRole('group', { name: /^Anna Oak/ })
    .getByRole('radio', { name: 'A new contact' })
    .check();
  await compare.click();
  await expect(page.getByRole('heading', { name: 'What would be counted' })).toBeFocused();
  await expect(page.getByRole('row', { name: 'April 2025 8 4' })).toBeVisible();
  await look('import-chat');
  await page.getByRole('button', { name: 'Count 40 messages' }).click();
  await expect(page.getByRole('heading', { name: '40 messages are counted' })).toBeFocused();
  const [contact] = (await told('contact.list', { query: 'Anna', cursor: null, limit: 1 })).contacts;
  expect(contact).toMatchObject({ name: 'Anna Oak', in: 26, out: 14 });
  expect(JSON.stringify(await wholeDatabase(page, EVERY_TABLE))).not.toContain('secretword');

  // The same file once more, for the contact that is there now.
  await page.getByRole('button', { name: 'Done' }).click();
  await choose();
  await page.getByRole('radio', { name: /^Me 14 messages/ }).check();
  const anna = page.getByRole('group', { name: /^Anna Oak/ });
  await anna.getByRole('radio', { name: 'Somebody I have' }).check();
  await anna.getByRole('button', { name: /^Anna Oak/ }).click();
  await compare.click();
  await expect(page.getByText('Nothing here is new: all these days are counted already.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Count/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Cancel' }).click();
});
