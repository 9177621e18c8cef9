// A browser with pages of editors and no extension in it: what the extension brings into a page runs there in an isolated world, from
// the very bytes that ship, and can be asked one by one.
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { oneStepMs, type EditorName } from '../pages/editors/names';
import { BROWSER_ARGS, executablePath } from './chromium';
import { bundle } from './bundle';
import { E2E_BUILD } from './rapport';

const PAGE = `<!doctype html><div id="place"></div><button>Elsewhere</button><script src="/app.js"></script>`;

export interface Desk {
  page: Page;
  /** Runs an expression in our isolated world, where `rapportInsert`, `Rapport` and `lastCaret` live. */
  run(expression: string): Promise<unknown>;
}

export interface Desks {
  /** Lends a page; they are used again, for opening one takes longer than most of what is done there. */
  use<T>(work: (desk: Desk) => Promise<T>): Promise<T>;
  /** Does all of it, on so many pages at the same time. */
  share(pages: number, works: readonly ((desk: Desk) => Promise<void>)[]): Promise<void>;
  close(): Promise<void>;
}

async function isolatedWorld(page: Page, cdp: CDPSession, scripts: readonly string[]): Promise<Desk['run']> {
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
  await run(`${scripts.join(';\n')}; globalThis.Rapport = Rapport;
    globalThis.lastCaret = Rapport.followCaret(() => document.getElementById('box'), new AbortController().signal); 0`);
  return run;
}

export async function openDesks(): Promise<Desks> {
  const [editors, shipped, reading] = await Promise.all([
    bundle('tests/e2e/pages/editors/editors.ts'),
    readFile(join(E2E_BUILD, 'page-insert.js'), 'utf8'),
    // What follows the caret and reads the box is within the script of each site: here it is by itself.
    bundle('lib/page/insert/index.ts', 'Rapport'),
  ]);
  let browser: Browser | null = null;
  let context: BrowserContext;
  const idle: Desk[] = [];

  /** A browser that died is started anew: that is not what is tested here. */
  async function start(): Promise<void> {
    idle.length = 0;
    browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
    context = await browser.newContext();
    await context.route('**/*', (route) =>
      new URL(route.request().url()).pathname === '/app.js'
        ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: editors })
        : route.fulfill({ contentType: 'text/html; charset=utf-8', body: PAGE }),
    );
  }
  async function newDesk(): Promise<Desk> {
    const page = await context.newPage();
    await page.goto('https://editors.test/');
    return { page, run: await isolatedWorld(page, await context.newCDPSession(page), [shipped, reading]) };
  }
  await start();

  const use: Desks['use'] = async (work) => {
    if (!browser!.isConnected()) await start();
    const desk = idle.pop() ?? (await newDesk());
    const answer = await work(desk);
    idle.push(desk);
    return answer;
  };
  return {
    use,
    async share(pages, works) {
      const queue = [...works];
      const one = () =>
        use(async (desk) => {
          for (let work = queue.shift(); work; work = queue.shift()) await work(desk);
        });
      await Promise.all(Array.from({ length: pages }, one));
    },
    close: () => browser!.close(),
  };
}

/** Puts an editor into the page, the draft typed by key, the caret set by key, and the focus moved elsewhere. */
export async function putOnDesk({ page }: Desk, name: EditorName, draft: string, back: number): Promise<void> {
  await page.evaluate((editor) => window.mountEditor(editor), name);
  if (!draft) return;
  await page.locator('#box').focus();
  await page.keyboard.insertText(draft);
  for (let step = 0; step < back; step++) await page.keyboard.press('ArrowLeft');
  // Selections are reported in a task of their own.
  await page.waitForTimeout(100 + oneStepMs(name));
  await page.getByRole('button').focus();
}

/** Moves the caret by key behind so many characters, looking where it is: Slate puts it back for a moment after an undo. */
export async function moveCaret({ page, run }: Desk, to: number): Promise<void> {
  for (let looks = 0; looks < 5; looks += 1) {
    // Slate hears of selections every 100 ms.
    await page.waitForTimeout(120);
    const at = (await run(`Rapport.readCaret(document.getElementById('box'))?.index ?? 0`)) as number;
    if (at === to && looks > 0) return;
    for (let step = 0; step < Math.abs(to - at); step += 1) await page.keyboard.press(at > to ? 'ArrowLeft' : 'ArrowRight');
  }
}

/** Inserts as a click in the panel does. */
export const insertOn = ({ run }: Desk, text: string, cursor: number | null = null): Promise<unknown> =>
  run(`rapportInsert.insertText(document.getElementById('box'), ${JSON.stringify(text)}, { cursor: ${cursor}, at: lastCaret() })`);

export const modelOn = ({ page }: Desk): Promise<string> => page.evaluate(() => window.readModel());
