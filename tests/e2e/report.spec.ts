// "Copy a report" on a page of the real Converse.js: nothing of the conversation is in it, and what `npm run fixture` makes of it is read as the
// page was.
import { expect, test, type Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { PageReport } from '@/lib/domain/page-report';
import { chatBox, sendText } from './support/converse';
import { enableHere, jid, panelOn, REP, setStage, type Stage } from './support/people';
import { openScreen } from './support/rapport';

const run = promisify(execFile);

/** One of them is a label, too, another one is the name of the program. */
const SAID = {
  theirs: ['Quokkanberry marmalade arrives Thursday', 'Zephyrstone 88231-77, as agreed?', 'read', '紫檀木的订单'],
  ours: ['Confirmed: zephyrstone, twelve crates', 'Invoice GX-40917 follows'],
};

let stage: Stage;
let folder: string;

test.beforeEach(async () => {
  stage = await setStage();
  folder = await mkdtemp(join(tmpdir(), 'rapport-report-'));
});

test.afterEach(async () => {
  await (stage as Stage | undefined)?.end();
  await rm(folder, { recursive: true, force: true });
});

/** Opens the report below the strip and copies it. Gives what is in the clipboard. */
async function copyFrom(screen: Page, button: RegExp): Promise<string> {
  await screen.getByRole('button', { name: button }).click();
  const shown = screen.getByLabel('The report');
  await expect(shown).toHaveValue(/^\{"kind":"rapport-page-report"/);
  await expect(screen.getByText(/Every text, name, number, id and address is replaced/)).toBeVisible();
  await screen.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(screen.getByText('Copied.')).toBeVisible();
  const copied = await screen.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await shown.inputValue());
  return copied;
}

test('A report about a real conversation has nothing of it, and becomes a fixture that is read like the page', async () => {
  test.setTimeout(150_000);
  const chat = await stage.rep('mei');
  const theirs = chatBox(await stage.other('mei'), REP);
  await enableHere(stage.rapport, chat);
  await panelOn(chat, 'Mei Lin');
  const own = chatBox(chat, jid('mei'));
  for (const words of SAID.theirs) await sendText(theirs, words);
  for (const words of SAID.ours) await sendText(own, words);
  await sendText(theirs, SAID.theirs[0]!);
  const rows = own.locator('.chat-msg[data-msgid]');
  await expect(rows).toHaveCount(7);
  const directions = await rows.evaluateAll((all) => all.map((row) => (row.querySelector('.chat-msg__content--me') ? 'out' : 'in')));
  // A half-written answer, too.
  await own.locator('textarea.chat-textarea').fill('Never sent: Wolfram');

  await stage.rapport.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await chat.bringToFront();
  const sites = await openScreen(stage.rapport.context, 'workspace.html#/sites');
  const report = await copyFrom(sites, /^Copy a report about Converse/);
  await sites.close();

  expect(Buffer.byteLength(report)).toBeLessThan(300_000);
  const said = [
    ...SAID.theirs.filter((words) => words !== 'read'),
    ...SAID.ours,
    'Wolfram',
    'Mei Lin',
    'Jo Adeyemi',
    'localhost',
    '127.0.0.1',
  ];
  const parts = said.flatMap((words) => [words, ...words.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 3);
  const ids = await chat.evaluate(() =>
    [...document.querySelectorAll('[data-msgid]')].flatMap((row) =>
      ['data-msgid', 'data-isodate', 'data-from'].map((name) => row.getAttribute(name)!),
    ),
  );
  expect(ids.length).toBeGreaterThan(15);
  const found = [
    ...parts,
    ...ids,
    ...ids.flatMap((id) => id.split(/[^A-Za-z0-9]/).filter((part) => part.length > 7 && part !== 'converse')),
  ];
  expect(found.filter((word) => report.toLowerCase().includes(word.toLowerCase()))).toEqual([]);

  // Every word that can be seen on the page, except those that stand in the report as names of elements, attributes and classes.
  const { tree, state, site } = JSON.parse(report) as PageReport;
  expect({ state, site }).toEqual({ state: 'reading', site: 'converse' });
  const texts: string[] = [];
  const visit = (node: PageReport['tree'] | string): void => {
    if (typeof node === 'string') return void texts.push(node);
    for (const [name, value] of Object.entries(node.attributes ?? {}))
      if (/^(?:title|alt|aria-label|placeholder|value|text)$/.test(name)) texts.push(value);
    for (const child of [...(node.children ?? []), ...(node.shadow ?? [])]) visit(child);
  };
  visit(tree);
  const seen = (await chat.locator('body').innerText()).match(/\p{L}{3,}/gu)!;
  expect(seen.length).toBeGreaterThan(20);
  const left = new Set(texts.join(' ').match(/\p{L}{3,}/gu));
  expect([...new Set(seen)].filter((word) => left.has(word))).toEqual([]);

  const file = join(folder, 'report.json');
  const out = join(folder, 'converse.captured.html');
  await writeFile(file, report);
  const { stdout } = await run(process.execPath, ['scripts/fixture.mjs', file, '--out', out], { cwd: resolve('.') });
  expect(stdout).toContain('person, 7 messages');
  const fixture = await readFile(out, 'utf8');
  expect(Buffer.byteLength(fixture)).toBeLessThan(20_000);
  expect(fixture).toMatch(/^<!doctype html>\n<!-- captured page: .* converse, Rapport [\d.]+ \(reading\); 20\d\d-\d\d-\d\d -->/);
  const expected = JSON.parse(/id="expected">([^<]*)</.exec(fixture)![1]!) as {
    account: string | null;
    conversation: { kind: string };
    messages: { direction: string; at: string | null }[];
    composer: boolean;
  };
  expect(expected.messages.map(({ direction }) => direction)).toEqual(directions);
  expect(expected.messages.every(({ at }) => at?.startsWith('2031-'))).toBe(true);
  expect(expected).toMatchObject({ conversation: { kind: 'person' }, composer: true });
  expect(expected.account).toMatch(/@h\w+\.example$/);
  // Looked at by a browser, the fixture runs nothing and asks nobody.
  const page = await stage.rapport.context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent(fixture);
  await expect(page.locator('.chat-msg[data-msgid]')).toHaveCount(7);
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
});

test('The popup offers a report where something cannot be read, and only there', async () => {
  const chat = await stage.rep('mei');
  await enableHere(stage.rapport, chat);
  await panelOn(chat, 'Mei Lin');
  await stage.rapport.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await chat.bringToFront();
  const popup = await openScreen(stage.rapport.context, 'popup.html');
  await expect(popup.getByText('Rapport reads Converse.js.')).toBeVisible();
  await expect(popup.getByRole('button', { name: /Copy a report/ })).toHaveCount(0);
  // As if the next version had given the box another name.
  await chatBox(chat, jid('mei'))
    .locator('textarea.chat-textarea')
    .evaluate((box) => {
      box.classList.replace('chat-textarea', 'quokka-textarea');
      box.parentElement!.append(document.createElement('i'));
    });
  await expect(popup.getByText(/the message box cannot be found/)).toBeVisible();
  const report = JSON.parse(await copyFrom(popup, /^Copy a report$/)) as PageReport;
  expect(report).toMatchObject({ site: 'converse', state: 'partly', missing: ['composer'] });
  expect(JSON.stringify(report)).not.toMatch(/Mei|quokka/i);
});
