// The backup file: out, everything gone, in again; and files that are not what they should be.
import { expect, test, type Page } from '@playwright/test';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveDemo, type Demo } from './support/demo';
import { askFrom, E2E_BUILD, EXTENSION_ID, launch, openScreen, screen, type Rapport } from './support/rapport';
import { seedDemo } from './support/seed';
import { wholeDatabase } from './support/whole-database';

let demo: Demo;
let rapport: Rapport;
let workspace: Page;
let folder: string;
let file: string;

const choose = async (name: string, content: string | Buffer): Promise<void> => {
  const path = join(folder, name);
  await writeFile(path, content);
  await workspace.goto('about:blank');
  await workspace.goto(new URL('workspace.html#/backup', rapportUrl()).href);
  await workspace.locator('input[type="file"]').setInputFiles(path);
};
const rapportUrl = (): string => rapport.context.serviceWorkers()[0]?.url() ?? workspaceUrl;
let workspaceUrl = '';

test.beforeAll(async () => {
  test.setTimeout(120_000);
  demo = await serveDemo();
  rapport = await launch();
  folder = await mkdtemp(join(tmpdir(), 'rapport-backup-'));
  await seedDemo(rapport.context, demo.url);
  workspace = await openScreen(rapport.context, 'workspace.html#/backup');
  workspaceUrl = workspace.url();
  await askFrom(workspace, 'settings.set', { theme: 'light' });
  const saving = workspace.waitForEvent('download');
  await workspace.getByRole('button', { name: 'Save a backup file' }).click();
  file = join(folder, 'backup.json');
  await (await saving).saveAs(file);
});
test.afterAll(async () => {
  await rapport.close();
  await demo.close();
  await rm(folder, { recursive: true, force: true });
});

test('Exported, wiped and imported, the database is the same', async () => {
  const before = await wholeDatabase(workspace);
  expect(before['contacts']!.length).toBeGreaterThan(8);
  expect(before['interactions']!.length).toBeGreaterThan(50);
  const other = await launch();
  const page = await openScreen(other.context, 'workspace.html#/backup');
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole('radio', { name: /^Replace/ }).check();
  await page.getByRole('button', { name: 'Replace what is here' }).click();
  await expect(page.getByText('The file is taken over.').first()).toBeVisible();
  // When the backup was saved is noted after its file was made.
  const withoutMoment = (all: typeof before) => ({
    ...all,
    settings: all['settings']!.map((row) => ({ ...row, backup: null, updatedAt: null })),
  });
  expect(withoutMoment(await wholeDatabase(page))).toEqual(withoutMoment(before));
  // And the old state comes back on request.
  await page.getByRole('button', { name: 'Go back to it' }).click();
  await expect.poll(async () => (await wholeDatabase(page))['contacts']!.length).toBe(0);
  await other.close();
});

test('Merging the same file again changes nothing', async () => {
  const before = await wholeDatabase(workspace);
  await choose('same.json', await readFile(file));
  await workspace.getByRole('radio', { name: /^Merge/ }).check();
  await workspace.getByRole('button', { name: 'Merge the file' }).click();
  await expect(workspace.getByText('The file is taken over.').first()).toBeVisible();
  expect(await wholeDatabase(workspace)).toEqual(before);
});

const wrong: [title: string, words: RegExp, make: (good: string) => string | Buffer][] = [
  ['a file that is cut off', /cut off/, (good) => good.slice(0, Math.floor(good.length / 2))],
  ['a file of something else', /not a backup of Rapport/, () => JSON.stringify({ contacts: [{ name: 'Anna' }] })],
  ['a picture', /not a backup of Rapport/, () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a file of a newer Rapport', /newer Rapport/, (good) => good.replace(/"schema":\d+/, '"schema":999')],
  [
    'a file with __proto__ keys',
    /could do harm/,
    (good) => good.replace('"contacts":[\n{', '"contacts":[\n{"__proto__":{"polluted":true},'),
  ],
  [
    'a file whose counts do not fit',
    /was changed or damaged/,
    (good) => good.replace(/"counts":\{"contacts":\d+/, '"counts":{"contacts":9999'),
  ],
];
for (const [title, words, make] of wrong) {
  test(`Given ${title}, it says so in plain words and changes nothing`, async () => {
    const before = await wholeDatabase(workspace);
    const good = await readFile(file, 'utf8');
    const bad = make(good);
    expect(bad.toString()).not.toBe(good);
    await choose('wrong.json', bad);
    await expect(workspace.getByText(words)).toBeVisible();
    expect(await wholeDatabase(workspace)).toEqual(before);
    expect(await workspace.evaluate(() => 'polluted' in {})).toBe(false);
  });
}

test('Rows that cannot be read are shown with their place and reason, the others can be taken', async () => {
  const good = JSON.parse(await readFile(file, 'utf8')) as { tables: { notes: { text: unknown }[] } };
  good.tables.notes[1]!.text = 42;
  await choose('row.json', JSON.stringify(good));
  await expect(workspace.getByText(/1 row cannot be read/)).toBeVisible();
  await expect(workspace.getByText(/Notes, row 2/)).toBeVisible();
});

test('Every day a sealed copy goes into the folder that was chosen, opens here without asking and elsewhere with its passphrase', async () => {
  await workspace.goto('about:blank');
  await workspace.goto(new URL('workspace.html#/backup', rapportUrl()).href);
  // The browser's own question for a folder cannot be answered here: it gives the one that belongs to the page.
  await workspace.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('copies', { create: true });
    Object.assign(globalThis, { showDirectoryPicker: async () => folder });
  });
  await workspace.goto(new URL('workspace.html#/contacts', rapportUrl()).href);
  await workspace.goto(new URL('workspace.html#/backup', rapportUrl()).href);
  const filesOf = () =>
    workspace.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('copies');
      const files: Record<string, string> = {};
      for await (const [name, handle] of folder as unknown as AsyncIterable<[string, FileSystemFileHandle]>) {
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        files[name] = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
      }
      return files;
    });
  await workspace.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(workspace.getByText(/into the folder “copies”, as plain text/)).toBeVisible();
  const [plain] = Object.entries(await filesOf());
  expect(plain![0]).toMatch(/^rapport-\d{4}-\d\d-\d\d-\d{6}\.json$/);
  expect((JSON.parse(Buffer.from(plain![1], 'latin1').toString()) as { counts: { contacts: number } }).counts.contacts).toBeGreaterThan(8);

  await workspace.getByRole('button', { name: 'Seal them with a passphrase' }).click();
  await workspace.getByLabel('Passphrase', { exact: true }).fill('correct horse battery');
  await workspace.getByLabel('The same again').fill('correct horse battery');
  await workspace.getByRole('button', { name: 'Seal them with a passphrase' }).click();
  await expect(workspace.getByText(/into the folder “copies”, sealed/)).toBeVisible({ timeout: 30_000 });
  // The newest of the day is the one that stays.
  const files = Object.entries(await filesOf());
  expect(files.map(([name]) => name.split('.')[1])).toEqual(['rapport']);
  expect(files[0]![1]).not.toContain('contacts');
  await workspace.screenshot({ path: 'tests/screenshots/backup-automatic.png', fullPage: true });

  const sealed = join(folder, files[0]![0]);
  await writeFile(sealed, Buffer.from(files[0]![1], 'latin1'));
  await workspace.locator('input[type="file"]').setInputFiles(sealed);
  await expect(workspace.getByRole('rowheader', { name: 'People' })).toBeVisible();
  await workspace.screenshot({ path: 'tests/screenshots/backup-preview.png', fullPage: true });
  const other = await launch();
  const page = await openScreen(other.context, 'workspace.html#/backup');
  await page.locator('input[type="file"]').setInputFiles(sealed);
  await page.getByLabel('This file opens with a passphrase').fill('correct house battery');
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByText(/passphrase does not open this file/)).toBeVisible({ timeout: 30_000 });
  await page.getByLabel('This file opens with a passphrase').fill('correct horse battery');
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('rowheader', { name: 'People' })).toBeVisible({ timeout: 30_000 });
  await page.screenshot({ path: 'tests/screenshots/backup-elsewhere.png', fullPage: true });
  await other.close();
});

test('Where no folder is wanted, the copies go among the downloads; one that was deleted by hand is struck off the list, and back', async () => {
  // Nobody can click on the browser's question here: this build has the permission from the start.
  const build = join(folder, 'build');
  await cp(E2E_BUILD, build, { recursive: true });
  const manifest = JSON.parse(await readFile(join(build, 'manifest.json'), 'utf8')) as { permissions: string[] };
  await writeFile(join(build, 'manifest.json'), JSON.stringify({ ...manifest, permissions: [...manifest.permissions, 'downloads'] }));
  const other = await launch({ build });
  const page = await openScreen(other.context, 'workspace.html#/backup');
  await page.getByRole('button', { name: 'Into the downloads' }).click();
  await expect(page.getByText(/among your downloads, as plain text/)).toBeVisible();
  const row = page.getByRole('listitem').filter({ hasText: 'by itself, among the downloads' });
  await expect(row).toBeVisible();
  const [item] = await page.evaluate(() => chrome.downloads.search({}));
  expect(item).toMatchObject({ state: 'complete', byExtensionId: EXTENSION_ID });
  expect(JSON.parse(await readFile(item!.filename, 'utf8'))).toMatchObject({ format: 'rapport-backup', counts: { contacts: 0 } });
  await row.getByRole('button', { name: /strike off/ }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();
  // The popup says how old the last one is.
  await page.goto(screen('popup.html'));
  await expect(page.getByRole('button', { name: /^Last backup: / })).toBeVisible();
  await other.close();
});
