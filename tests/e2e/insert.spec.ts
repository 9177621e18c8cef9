// Text insertion against real editors, called from an isolated world as the content script calls it.
import { chromium, expect, test, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { editorNames, isOneLine, oneStepMs, type EditorName } from './pages/editors/names';
import { bundle } from './support/bundle';

const texts = {
  'one line': 'The price list is attached.',
  'several lines': 'Hello Anna,\n\nthe price list is here:\n  page 2\nBest wishes',
  'joined emoji': 'Thanks 👩‍👩‍👧‍👦 and 🏳️‍🌈 👍🏽!',
  Chinese: '您好,安娜。价格表在此,请查收。',
  'right to left': 'שלום אנה, مرحبا بك ١٢٣, ABC.',
  '5,000 characters': 'All work and no play. '.repeat(300).slice(0, 4999) + '.',
  'marks editors react to': '{{name}} @anna #offer /help :) *bold* `code`',
};

/** What stands in the box before: the draft, and how many characters from its end the caret is. */
const drafts = {
  'an empty box': { draft: '', back: 0 },
  'a draft with the caret at its end': { draft: 'Dear you, ', back: 0 },
  'a draft with the caret in its middle': { draft: 'Dear you, see below', back: 9 },
};

const PAGE = `<!doctype html><div id="place"></div><button>Elsewhere</button><script src="/app.js"></script>`;

interface Desk {
  page: Page;
  /** Runs an expression in our isolated world, where `Rapport` and `lastCaret` live. */
  run(expression: string): Promise<unknown>;
}

let browser: Browser;
let context: BrowserContext;
let pageScript: string;
let ourScript: string;

test.describe.configure({ mode: 'parallel' });

test.beforeAll(async () => {
  [pageScript, ourScript] = await Promise.all([
    bundle('tests/e2e/pages/editors/editors.ts'),
    bundle('lib/page/insert/index.ts', 'Rapport'),
  ]);
  await startBrowser();
});

test.afterAll(() => browser.close());

/** Starts the browser with the page of editors. A browser that died is started anew: that is not what is tested here. */
async function startBrowser(): Promise<void> {
  idle.length = 0;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run', '--disable-gpu'],
  });
  context = await browser.newContext();
  await context.route('**/*', (route) => {
    const { hostname, pathname } = new URL(route.request().url());
    if (pathname === '/app.js') return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: pageScript });
    const body = hostname === 'panel.test' ? '<input id="note">' : PAGE;
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
}

async function isolatedWorld(page: Page, cdp: CDPSession): Promise<Desk['run']> {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const world = await cdp.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'rapport' });
  const run: Desk['run'] = async (expression) => {
    const answer = await cdp.send('Runtime.evaluate', {
      expression,
      contextId: world.executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value;
  };
  await run(`${ourScript}; globalThis.Rapport = Rapport;
    globalThis.lastCaret = Rapport.followCaret(() => document.getElementById('box'), new AbortController().signal); 0`);
  return run;
}

/** Pages are used again, for opening them takes longer than the test. */
const idle: Desk[] = [];

async function newDesk(): Promise<Desk> {
  const page = await context.newPage();
  await page.goto('https://editors.test/');
  return { page, run: await isolatedWorld(page, await context.newCDPSession(page)) };
}

/** A page with one editor in it, the draft typed by key, the caret set by key, and the focus moved elsewhere. */
async function openDesk(name: EditorName, draft: string, back: number): Promise<Desk> {
  if (!browser.isConnected()) await startBrowser();
  const desk = idle.pop() ?? (await newDesk());
  const { page } = desk;
  await page.evaluate((editor) => window.mountEditor(editor), name);
  if (draft) {
    await page.locator('#box').focus();
    await page.keyboard.insertText(draft);
    for (let step = 0; step < back; step++) await page.keyboard.press('ArrowLeft');
    // Selections are reported in a task of their own.
    await page.waitForTimeout(100 + oneStepMs(name));
    await page.getByRole('button').focus();
  }
  return desk;
}

const insert = (desk: Desk, text: string, cursor: number | null = null) =>
  desk.run(`Rapport.insertText(document.getElementById('box'), ${JSON.stringify(text)}, { cursor: ${cursor}, at: lastCaret() })`);

const model = (desk: Desk) => desk.page.evaluate(() => window.readModel());

for (const name of editorNames) {
  for (const [place, { draft, back }] of Object.entries(drafts)) {
    test(`${name} takes every kind of text once into ${place}, and one undo takes it back`, async () => {
      const cell = async ([kind, given]: [string, string]) => {
        const text = isOneLine(name) ? given.replaceAll('\n', ' ') : given;
        const desk = await openDesk(name, draft, back);
        expect.soft(await insert(desk, given), `${kind}: the answer`).toEqual({ arrived: true });
        await desk.page.waitForTimeout(750);
        const at = draft.length - back;
        expect.soft(await model(desk), `${kind}: the model`).toBe(draft.slice(0, at) + text + draft.slice(at));
        expect.soft(await desk.run(`Rapport.readBox(document.getElementById('box'))`), `${kind}: our reading`).toBe(await model(desk));
        await desk.page.keyboard.press('Control+z');
        await desk.page.waitForTimeout(50);
        expect.soft(await model(desk), `${kind}: after one undo`).toBe(draft);
        idle.push(desk);
      };
      await Promise.all(Object.entries(texts).map(cell));
    });
  }

  test(`${name} leaves the caret behind the text, or where the template wants it`, async () => {
    const caretAfter = async (text: string, cursor: number | null, expected: string) => {
      const desk = await openDesk(name, 'Dear you, bye', 3);
      expect(await insert(desk, text, cursor)).toEqual({ arrived: true });
      await desk.page.keyboard.insertText('^');
      await desk.page.waitForTimeout(50);
      expect.soft(await model(desk)).toBe(isOneLine(name) ? expected.replaceAll('\n', ' ') : expected);
      idle.push(desk);
    };
    await Promise.all([
      caretAfter('see you. ', null, 'Dear you, see you. ^bye'),
      caretAfter('see you. ', 4, 'Dear you, see ^you. bye'),
      caretAfter('see\n\nyou. ', null, 'Dear you, see\n\nyou. ^bye'),
      caretAfter('see\n\nyou. ', 4, 'Dear you, see\n^\nyou. bye'),
      caretAfter('see\nyou. ', 4, 'Dear you, see\n^you. bye'),
      caretAfter('see you. ', 0, 'Dear you, ^see you. bye'),
    ]);
  });

  test(`${name} gets the text where the caret was while the focus is in a frame of another origin`, async () => {
    const desk = await openDesk(name, 'Dear you, bye', 3);
    // Only the front tab hands its focus over to a frame of another process.
    await desk.page.bringToFront();
    await desk.page.evaluate(() =>
      document.getElementById('place')!.append(Object.assign(document.createElement('iframe'), { src: 'https://panel.test/' })),
    );
    await desk.page.frameLocator('iframe').locator('#note').click();
    await desk.page.keyboard.insertText('a note');
    expect(await insert(desk, 'see you. ')).toEqual({ arrived: true });
    expect(await model(desk)).toBe('Dear you, see you. bye');
    await desk.page.keyboard.insertText('^');
    expect(await desk.page.frameLocator('iframe').locator('#note').inputValue()).toBe('a note');
    idle.push(desk);
  });
}

test('A caret remembered from another draft in the same box is forgotten', async () => {
  const desk = await openDesk('textarea', 'Dear you, bye', 3);
  await desk.page.evaluate(() => ((document.getElementById('box') as HTMLTextAreaElement).value = 'Something of another chat. '));
  expect(await insert(desk, 'see you.')).toEqual({ arrived: true });
  expect(await model(desk)).toBe('Something of another chat. see you.');
  idle.push(desk);
});

test('The caret of a box that is found out to be the composer only as the focus leaves it is remembered', async () => {
  const desk = await openDesk('Lexical plain', '', 0);
  await desk.run(`globalThis.known = null; globalThis.lateCaret = Rapport.followCaret(() => known, new AbortController().signal); 0`);
  await desk.page.locator('#box').focus();
  await desk.page.keyboard.type('Dear you, bye');
  for (let step = 0; step < 3; step++) await desk.page.keyboard.press('ArrowLeft');
  await desk.page.waitForTimeout(100);
  await desk.run(`known = document.getElementById('box'); 0`);
  await desk.page.getByRole('button').focus();
  expect(await desk.run('lateCaret()?.index')).toBe(10);
  idle.push(desk);
});

test('Nothing is written when another chat is opened at the last moment', async () => {
  const desk = await openDesk('Lexical plain', '', 0);
  const answer = await desk.run(
    `Rapport.insertText(document.getElementById('box'), 'see you.', { cursor: null, at: null, isStillRight: () => false })`,
  );
  expect(answer).toEqual({ arrived: false });
  expect(await model(desk)).toBe('');
  idle.push(desk);
});

test('Selected text is kept, and the new text stands behind it', async () => {
  const desk = await openDesk('Lexical plain', 'Dear you, bye', 0);
  await desk.page.locator('#box').focus();
  await desk.page.keyboard.press('Control+a');
  await desk.page.waitForTimeout(100);
  expect(await insert(desk, ' See you.')).toEqual({ arrived: true });
  expect(await model(desk)).toBe('Dear you, bye See you.');
  idle.push(desk);
});

test('A box nobody may write in is left alone and says that nothing arrived', async () => {
  const desk = await openDesk('textarea', 'Dear you, ', 0);
  await desk.page.evaluate(() => document.getElementById('box')!.setAttribute('readonly', ''));
  expect(await insert(desk, 'see you.')).toEqual({ arrived: false });
  expect(await model(desk)).toBe('Dear you, ');
});

test('An editor that swallows the paste is not written to a second time', async () => {
  const desk = await openDesk('Lexical plain', 'Dear you, ', 0);
  await desk.page.evaluate(() => window.addEventListener('paste', (event) => event.stopImmediatePropagation(), true));
  expect(await insert(desk, 'see you.')).toEqual({ arrived: false });
  await desk.page.waitForTimeout(750);
  expect(await model(desk)).toBe('Dear you, ');
});

test('A page that writes the text twice is found out', async () => {
  const desk = await openDesk('textarea', '', 0);
  await desk.page.evaluate(() => {
    const box = document.getElementById('box') as HTMLTextAreaElement;
    box.addEventListener('input', () => (box.value += box.value), { once: true });
  });
  expect(await insert(desk, 'see you.')).toEqual({ arrived: false });
});

test('A box with fillers only is empty, and one with a picture of a smile is not', async () => {
  const desk = await openDesk('contenteditable', '', 0);
  const look = async (html: string) => {
    await desk.page.evaluate((given) => (document.getElementById('box')!.innerHTML = given), html);
    return desk.run(`[Rapport.isEmptyBox(document.getElementById('box')), Rapport.readBox(document.getElementById('box'))]`);
  };
  expect(await look('<p><br></p>')).toEqual([true, '']);
  expect(await look('<div><span>\u200b\ufeff<br></span></div>')).toEqual([true, '']);
  expect(await look('<span data-slate-placeholder>Message</span>')).toEqual([true, '']);
  expect(await look('a<div>b</div><div><br></div><div>c<br>d</div>e')).toEqual([false, 'a\nb\n\nc\nd\ne']);
  expect(await look('<p>hi <img alt="🙂"></p><p><br></p><p>x</p>')).toEqual([false, 'hi 🙂\n\nx']);
});
