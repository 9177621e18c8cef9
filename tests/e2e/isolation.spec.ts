// What a hostile page can learn, read, fake or click: nothing. The page's script runs before ours and listens to everything.
import { expect, test, type Frame, type Page } from '@playwright/test';
import { receive } from './support/demo';
import { serveHostile, type Hostile } from './support/hostile';
import { askFrom, EXTENSION_ID, HOST, launch, panelOf, screen, type Rapport } from './support/rapport';

const NOTE = 'prefers kumquat zq7';
const ALIAS = 'Quibbleworth';

interface Spying {
  spy: { seen: string[]; types: string[]; opened(): string[] };
}

let rapport: Rapport;
let server: Hostile;

test.beforeAll(async () => {
  server = await serveHostile({
    spied: { spy: true },
  });
  rapport = await launch();
  const screenPage = await rapport.context.newPage();
  await screenPage.goto(screen('workspace.html'));
  for (const title of ['Greeting', 'Thanks'])
    await askFrom(screenPage, 'reply.save', { id: null, title, body: `${title} {{name}}, until soon.` });
  await screenPage.close();
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

/** The panel in the page, once it shows somebody. */
async function panelWith(page: Page, name: string): Promise<Frame> {
  const panel = await panelOf(page);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(name);
  return panel;
}

const received = async (panel: Frame): Promise<number> => (await viewOf(panel)).person?.counts.in ?? -1;

/** Writes a note by key, as the rep does. */
async function writeNote(panel: Frame, page: Page, text: string): Promise<void> {
  await panel.getByLabel('New note').click();
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await expect(panel.locator('.note-text').filter({ hasText: text })).toBeVisible();
}

/** Gives the person a name that only the panel knows. */
async function callAlias(panel: Frame): Promise<void> {
  await askFrom(panel, 'person.rename', { subject: { ref: (await viewOf(panel)).ref! }, name: ALIAS });
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(ALIAS);
}

async function viewOf(panel: Frame) {
  const outcome = await askFrom(panel, 'panel.view', {});
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

test('A page that listens to everything before we come hears neither our id, nor our name, nor a word of a note', async () => {
  const first = await open('spied');
  await panelOf(first);
  // The second visit of a page that has learned what our element is called.
  await first.waitForTimeout(2_000);
  await first.reload();
  const panel = await panelWith(first, 'Daniel Okafor');
  await writeNote(panel, first, NOTE);
  await callAlias(panel);
  await panel.getByRole('button', { name: 'Collapse to the edge' }).click();
  await panel.getByRole('button', { name: 'Open Rapport' }).click();
  // So long a panel has to be seen before a click in it counts.
  await first.waitForTimeout(1_000);
  await panel.getByText('Greeting', { exact: true }).click();
  await expect(first.locator('textarea[data-composer]')).toHaveValue(/^Greeting Quibbleworth/);
  await first.locator('textarea[data-composer]').fill('');

  const { seen, types, opened } = await first.evaluate(() => {
    const { spy } = globalThis as unknown as Spying;
    return { seen: spy.seen, types: spy.types.length, opened: spy.opened() };
  });
  expect(types, 'the spy listens').toBeGreaterThan(100);
  expect(
    seen.some((line) => line.startsWith('added') && line.includes('side-edge')),
    'the spy sees our element come',
  ).toBe(true);
  expect(opened, 'shadow roots that were opened').toEqual([]);
  // The reply is in the page's own composer by the rep's wish; it is the only thing the page may know.
  const heard = seen.filter((line) => !line.includes('Greeting Quibbleworth'));
  for (const secret of [EXTENSION_ID, 'chrome-extension', 'rapport', '熟络', 'zq7', 'kumquat', ALIAS, 'panel.html'])
    expect(
      heard.filter((line) => line.toLowerCase().includes(secret.toLowerCase())),
      secret,
    ).toEqual([]);
  // Keys typed into the note reach nobody: not one key event has one of its letters.
  const letters = (lines: string[]) =>
    lines.filter((line) => /^event (key\w+|\w*input|composition\w+) /.test(line) && /(key|data)=[a-z7]( |$)/.test(line));
  expect(letters(seen)).toEqual([]);
  // The focus goes from one process to another; a key may come before it.
  await expect(async () => {
    await first.locator('textarea[data-composer]').click();
    await first.locator('textarea[data-composer]').press('k');
    const heardKeys = letters(await first.evaluate(() => (globalThis as unknown as Spying).spy.seen));
    expect(heardKeys.length, 'keys in the page itself are heard').toBeGreaterThan(1);
  }).toPass({ timeout: 20_000 });
  await first.close();
});

test('Nothing of the panel can be read: no root, no frame, no text that is found', async () => {
  const page = await open('spied', 'tom-becker');
  const panel = await panelWith(page, 'Tom Becker');
  await writeNote(panel, page, NOTE);
  await callAlias(panel);
  const read = await page.evaluate(
    ([mark, ...words]) => {
      const host = document.querySelector<HTMLElement>(mark!)!;
      const attempt = (act: () => unknown) => {
        try {
          return act();
        } catch {
          return 'refused';
        }
      };
      const find = (window as unknown as { find(...args: unknown[]): boolean }).find;
      getSelection()!.selectAllChildren(document.documentElement);
      const selected = String(getSelection());
      getSelection()!.removeAllRanges();
      return {
        root: host.shadowRoot,
        internals: attempt(() => host.attachInternals().shadowRoot),
        again: attempt(() => host.attachShadow({ mode: 'open' })),
        text: host.innerText + host.textContent,
        markup: host.getHTML({ serializableShadowRoots: true }),
        children: host.childNodes.length,
        selected: words.filter((word) => selected.includes(word)),
        found: words.filter((word) => find.call(window, word, false, false, true, false, true, false)),
        frames: [window.length, document.querySelectorAll('iframe, frame, object, embed').length, typeof window.frames[0]],
        entries: performance.getEntries().filter((entry) => /extension|panel/.test(entry.name)).length,
        control: find.call(window, 'Teahouse', false, false, true, false, true, false),
      };
    },
    [HOST, NOTE, 'zq7', ALIAS, 'Never this person', 'Next follow-up', 'Rapport'],
  );
  expect(read).toEqual({
    root: null,
    internals: 'refused',
    again: 'refused',
    text: '',
    markup: '',
    children: 0,
    selected: [],
    found: [],
    frames: [0, 0, 'undefined'],
    entries: 0,
    control: true,
  });
  await page.close();
});

test('No event, message or replaced function of the page stops the counting', async () => {
  const page = await open('spied', 'priya-nair');
  const panel = await panelWith(page, 'Priya Nair');
  await panel.getByRole('button', { name: 'Remember this person' }).click();
  await expect.poll(() => received(panel)).toBeGreaterThan(0);
  await page.waitForTimeout(500);
  const before = await received(panel);
  await page.evaluate(
    ([mark, id]) => {
      const { spy } = globalThis as unknown as Spying;
      const targets: EventTarget[] = [
        window,
        document,
        document.documentElement,
        document.body,
        document.querySelector(mark!)!,
        document.querySelector('[data-messages]')!,
      ];
      const wxt = ['content-script-started', 'locationchange', 'invalidated'].flatMap((name) => [
        `wxt:${name}`,
        `${id}:page-demo:wxt:${name}`,
        `${id}:content:wxt:${name}`,
      ]);
      const quiet = /^(contextmenu|submit|reset|click|keydown|hashchange|popstate)$/;
      for (const target of targets)
        for (const type of [
          ...spy.types.filter((one) => !quiet.test(one)),
          ...wxt,
          'briskine-destroy',
          'rapport-destroy',
          'rapport:leave',
          'disconnect',
        ])
          for (const event of [
            new Event(type, { bubbles: true }),
            new CustomEvent(type, { bubbles: true, detail: { order: 'leave', contentScriptName: 'page-demo', messageId: 'x' } }),
          ])
            target.dispatchEvent(event);
      for (const data of [
        { order: 'leave' },
        { name: 'page.hello', request: { site: 'demo' } },
        ...wxt.map((type) => ({ type, contentScriptName: 'page-demo', messageId: '1' })),
      ]) {
        window.postMessage(data, '*');
        window.dispatchEvent(new MessageEvent('message', { data, source: window, origin: location.origin }));
      }
      // From now on nothing of the page's own functions works as it should.
      class Nothing {
        observe(): void {}
        disconnect(): void {}
        takeRecords(): [] {
          return [];
        }
      }
      Object.assign(window, {
        MutationObserver: Nothing,
        ResizeObserver: Nothing,
        IntersectionObserver: Nothing,
        chrome: undefined,
        rapport: { demo: () => true },
      });
      Object.defineProperty(document, 'hidden', { value: true });
      Object.defineProperty(Element.prototype, 'querySelectorAll', { value: () => [] });
      Object.defineProperty(Element.prototype, 'getAttribute', { value: () => 'nonsense' });
    },
    [HOST, EXTENSION_ID],
  );
  for (let at = 1; at <= 3; at++) await receive(page, 'priya-nair', `Number ${at}`);
  await expect.poll(() => received(panel)).toBe(before + 3);
  await page.close();
});
