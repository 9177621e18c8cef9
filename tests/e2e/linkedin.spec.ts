// LinkedIn looks for extensions in its page. It finds none there: the panel stands at the side, and nothing in the page answers.
import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askFrom, EXTENSION_ID, launch, openScreen, tabIdOf, type Rapport } from './support/rapport';

const FIXTURE = join(import.meta.dirname, '../sites/fixtures/linkedin.chat.html');

/** What the page's own script sees, from before anything of ours runs. */
interface Probe {
  probe: { changes: string[]; events: string[]; resources(): string[] };
}

/** Runs in the page before everything else: records every change of the document, and everything anybody says to it. */
function listen(): void {
  const changes: string[] = [];
  const events: string[] = [];
  const told = (record: MutationRecord): string =>
    `${record.type} ${record.target.nodeName} ${record.attributeName ?? [...record.addedNodes, ...record.removedNodes].map((node) => node.nodeName).join()}`;
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver((records) => changes.push(...records.map(told))).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    events.push(event.type);
    return dispatch.call(this, event);
  };
  addEventListener('message', (event) => events.push(`message ${JSON.stringify(event.data)}`), true);
  const resources = (): string[] => performance.getEntries().map((entry) => entry.name);
  Object.assign(globalThis, { probe: { changes, events, resources } });
}

/** Whether anything answers at an address of the extension, as LinkedIn asks for those of thousands. */
async function answers(address: string): Promise<boolean> {
  const fetched = await fetch(address).then(
    () => true,
    () => false,
  );
  const drawn = await new Promise<boolean>((resolve) => {
    const image = new Image();
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.src = address;
  });
  return fetched || drawn;
}

let rapport: Rapport;
test.beforeAll(async () => {
  rapport = await launch();
  const html = await readFile(FIXTURE, 'utf8');
  await rapport.context.route('https://www.linkedin.com/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
});
test.afterAll(() => rapport.close());

test('The side panel reads the conversation while nothing in the page shows or answers that Rapport is there', async () => {
  const { context } = rapport;
  const expected = JSON.parse(/id="expected">([^<]*)</.exec(await readFile(FIXTURE, 'utf8'))![1]!) as {
    url: string;
    conversation: { name: string };
  };
  const page = await context.newPage();
  await page.addInitScript(listen);
  await page.goto(expected.url);

  const side = await openScreen(context, 'sidepanel.html');
  const tab = await tabIdOf(side, expected.url);
  await expect
    .poll(async () => {
      const view = await askFrom(side, 'panel.view', { tab });
      return view.ok ? view.value.conversation?.name : view.code;
    })
    .toBe(expected.conversation.name);
  await page.bringToFront();
  await page.getByText('Friday is fine!').first().click();
  await page.waitForTimeout(1_500);

  const { changes, events, resources } = await page.evaluate(() => {
    const { probe } = globalThis as unknown as Probe;
    return { changes: probe.changes, events: probe.events, resources: probe.resources() };
  });
  expect(changes, 'the page is left as it was').toEqual([]);
  expect(events, 'nobody says anything to the page').toEqual([]);
  expect(resources.filter((name) => name.includes('extension') || name.includes(EXTENSION_ID))).toEqual([]);
  for (const path of ['panel.html', 'sidepanel.html', 'workspace.html', 'manifest.json', 'page-linkedin.js', 'icon/128.png', ''])
    expect(await page.evaluate(answers, `chrome-extension://${EXTENSION_ID}/${path}`), path).toBe(false);
  expect(page.frames().filter((frame) => frame.url().includes('extension'))).toEqual([]);
  const globals = await page.evaluate(() => Object.keys(globalThis).filter((name) => /rapport/i.test(name)));
  expect(globals).toEqual([]);
});

test('The same eyes see the panel where the user chose to have it in the page', async () => {
  const { context } = rapport;
  const side = await openScreen(context, 'sidepanel.html');
  await askFrom(side, 'site.set', { site: 'linkedin', surface: 'overlay' });
  const page = await context.newPage();
  await page.addInitScript(listen);
  await page.goto('https://www.linkedin.com/messaging/thread/2-b5123/');
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as Probe).probe.changes.length)).toBeGreaterThan(0);
  await askFrom(side, 'site.set', { site: 'linkedin', surface: 'sidepanel' });
});
