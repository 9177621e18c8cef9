// The picker in whole messengers: what the page hears of it, and what it cannot do to it.
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChat, serveDemo, type Demo } from './support/demo';
import { compose, isPicking, pickerOf, untilGone } from './support/picker';
import { composerOf, enableHere, panelOn, setStage } from './support/people';
import { askFrom, E2E_BUILD, killWorker, launch, openScreen, panelOf, tabIdOf, worker, type Rapport } from './support/rapport';
import { soon } from './support/soon';

const save = async (context: BrowserContext, replies: Record<string, string>): Promise<Page> => {
  const workspace = await openScreen(context, 'workspace.html');
  for (const [title, body] of Object.entries(replies)) await askFrom(workspace, 'reply.save', { id: null, title, body });
  return workspace;
};

test.describe('in the demo messenger', () => {
  let rapport: Rapport;
  let demo: Demo;
  let workspace: Page;
  let page: Page;

  test.beforeAll(async () => {
    [rapport, demo] = await Promise.all([launch(), serveDemo()]);
    workspace = await save(rapport.context, {
      'Zinc quote': 'Dear {{name}}, the quote for zinc.',
      'Zinc visit': 'May I bring the {{?alloy}} on Monday?',
    });
  });
  test.afterAll(() => Promise.all([rapport.close(), demo.close()]));
  test.beforeEach(async () => {
    page = await rapport.context.newPage();
    await openChat(page, demo, 'tom-becker');
    await panelOf(page);
    await page.locator('[data-composer]').click();
  });
  test.afterEach(() => page.close());

  const box = () => page.locator('[data-composer]');
  const sent = () => page.locator('[data-direction="out"]').count();

  test('the page hears the mark, and none of the words typed behind it', async () => {
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'message'])
        addEventListener(type, (event) => heard.push(`${type} ${(event as KeyboardEvent).key ?? (event as InputEvent).data ?? ''}`), true);
    });
    await page.keyboard.type('/');
    await pickerOf(page);
    const before = await page.evaluate(() => (window as unknown as { heard: string[] }).heard.length);
    await page.keyboard.type('zinc quote');
    const during = await page.evaluate((from) => (window as unknown as { heard: string[] }).heard.slice(from), before);
    expect(during).toEqual([]);
    expect(await page.evaluate(() => [document.querySelectorAll('iframe').length, window.length])).toEqual([0, 0]);
    const count = await sent();
    await page.keyboard.press('Enter');
    await untilGone(page);
    await expect(box()).toHaveValue('Dear Tom Becker, the quote for zinc.');
    expect(await sent(), 'nothing is sent').toBe(count);
  });

  test('what a reply leaves open is asked in it, by keys alone', async () => {
    await page.keyboard.type('/');
    const frame = await pickerOf(page);
    await page.keyboard.type('zinc vis');
    await expect(frame.getByRole('option').first()).toContainText('Zinc visit');
    await page.keyboard.press('Enter');
    await expect(frame.getByLabel('alloy')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(frame.getByRole('combobox')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(frame.getByLabel('alloy')).toBeFocused();
    await page.keyboard.type('brass');
    await page.keyboard.press('Enter');
    await untilGone(page);
    await expect(box()).toHaveValue('May I bring the brass on Monday?');
  });

  test('an input method that makes 、 of the key opens it, and composes words in it', async () => {
    await compose(page, ['、'], '、');
    const frame = await pickerOf(page);
    await compose(page, ['z', 'zi', 'zin'], 'zinc');
    await expect(frame.getByRole('combobox')).toHaveValue('zinc');
    await page.keyboard.press('Escape');
    await untilGone(page);
    await expect(box()).toHaveValue('、zinc');
  });

  test('a page that takes the focus at every turn loses the picker, and not a letter of what was typed', async () => {
    await page.keyboard.type('/');
    await pickerOf(page);
    await page.evaluate(() => setInterval(() => document.querySelector<HTMLElement>('[data-composer]')!.focus(), 40));
    await page.keyboard.type('zinc', { delay: 30 });
    await untilGone(page);
    await page.waitForTimeout(600);
    const value = await box().inputValue();
    expect([...value.replace('/', '')].sort().join('')).toBe('cinz');
  });

  test('what lies over it stops the insertion, and it says so', async () => {
    await page.keyboard.type('/');
    const frame = await pickerOf(page);
    await page.keyboard.type('zinc quote');
    await page.evaluate(() => {
      const over = document.createElement('div');
      over.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; opacity: 0.01; background: #000; pointer-events: none;';
      document.documentElement.append(over);
    });
    await page.waitForTimeout(400);
    await page.keyboard.press('Enter');
    await expect(frame.getByText('Something on this page lies over this list')).toBeVisible();
    await expect(box()).toHaveValue('/');
    await page.keyboard.press('Escape');
    await untilGone(page);
    await expect(box()).toHaveValue('/zinc quote');
  });

  test('another chat opened meanwhile gets nothing', async () => {
    await page.keyboard.type('/');
    const frame = await pickerOf(page);
    await page.keyboard.type('zinc quote');
    await page.evaluate(() => (location.hash = '#/c/priya-nair'));
    await page.locator('main[data-conversation-id="priya-nair"]').waitFor();
    if (!frame.isDetached()) await page.keyboard.press('Enter');
    await page.waitForTimeout(1_000);
    await expect(box()).toHaveValue('');
  });

  test('the worker that dies while it is open is started again by the next letter, and by the choice', async () => {
    await page.keyboard.type('/');
    const frame = await pickerOf(page);
    await killWorker(rapport.context);
    await page.keyboard.type('zinc quote');
    await expect(frame.getByRole('option').first()).toContainText('Zinc quote');
    await killWorker(rapport.context);
    await page.keyboard.press('Enter');
    await untilGone(page);
    await expect(box()).toHaveValue('Dear Tom Becker, the quote for zinc.');
  });

  test('the browser’s commands have their keys, put the best reply into the box, or open the picker at its caret', async () => {
    const keys = await workspace.evaluate(async () => (await chrome.commands.getAll()).map(({ name, shortcut }) => [name, shortcut]));
    expect(keys).toContainEqual(['open-picker', 'Alt+Period']);
    expect(keys).toContainEqual(['insert-best', 'Alt+Comma']);
    // Keys of the protocol go to the page and never to the browser around it; what the browser says of them is said here.
    const command = async (name: string) => {
      const id = await tabIdOf(workspace, page.url());
      await (
        await worker(rapport.context)
      ).evaluate(
        async ([what, tab]) => {
          const event = chrome.commands.onCommand as unknown as { dispatch(command: string, tab: chrome.tabs.Tab): void };
          event.dispatch(what, await chrome.tabs.get(tab));
        },
        [name, id] as const,
      );
    };
    await page.keyboard.type('So ');
    await command('open-picker');
    await pickerOf(page);
    await page.keyboard.type('zinc quote');
    await page.keyboard.press('Enter');
    await untilGone(page);
    await expect(box()).toHaveValue('So Dear Tom Becker, the quote for zinc.');
    await box().fill('');
    await command('insert-best');
    await expect(box()).toHaveValue('Dear Tom Becker, the quote for zinc.');
  });

  test('in the panel’s list a number is the reply that stands there, while the list has the focus', async () => {
    const panel = await panelOf(page);
    const rows = panel.locator('.reply-insert');
    await expect(rows).toHaveCount(2);
    const titles = await rows.allInnerTexts();
    await page.keyboard.type('12');
    await expect(box()).toHaveValue('12');
    await rows.first().focus();
    await page.keyboard.press(String(1 + titles.findIndex((title) => title.includes('Zinc quote'))));
    await expect(box()).toHaveValue('12Dear Tom Becker, the quote for zinc.');
  });

  test('switched off for the site, the mark is a mark; switched on again it opens at once', async () => {
    await askFrom(workspace, 'site.set', { site: 'demo', slash: false });
    await page.keyboard.type('/zinc');
    await page.waitForTimeout(700);
    expect(isPicking(page)).toBe(false);
    await expect(box()).toHaveValue('/zinc');
    await askFrom(workspace, 'site.set', { site: 'demo', slash: true });
    await box().fill('');
    await page.keyboard.type('/');
    await pickerOf(page);
  });
});

test('Updated while it is open, it goes and leaves what was typed, and comes again at the next mark', async () => {
  const build = join(await mkdtemp(join(tmpdir(), 'rapport-build-')), 'extension');
  await cp(E2E_BUILD, build, { recursive: true });
  const [rapport, demo] = await Promise.all([launch({ build, args: ['--enable-unsafe-extension-debugging'] }), serveDemo()]);
  try {
    const { context } = rapport;
    await (await save(context, { 'Zinc quote': 'Dear {{name}}, the quote for zinc.' })).close();
    const page = await context.newPage();
    await openChat(page, demo, 'tom-becker');
    const old = await panelOf(page);
    const box = page.locator('[data-composer]');
    await box.click();
    await page.keyboard.type('Hello /');
    await pickerOf(page);
    await page.keyboard.type('zin');
    const browser = await context.browser()!.newBrowserCDPSession();
    await (browser as unknown as { send(method: string, params: object): Promise<unknown> }).send('Extensions.loadUnpacked', {
      path: build,
    });
    await untilGone(page);
    await expect(box).toHaveValue('Hello /zin');
    await soon(() => page.frames().some((frame) => frame.url().includes('/panel.html') && frame !== old && !frame.isDetached())).toBe(true);
    await expect(box).toHaveValue('Hello /zin');
    await box.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' /');
    await pickerOf(page);
    await page.keyboard.type('zinc');
    await page.keyboard.press('Enter');
    await untilGone(page);
    await expect(box).toHaveValue('Hello /zin Dear Tom Becker, the quote for zinc.');
  } finally {
    await Promise.all([rapport.close(), demo.close()]);
    await rm(build, { recursive: true, force: true });
  }
});

test('In Converse.js a reply from the picker stands in the box, unsent, and goes out at the rep’s own Enter', async () => {
  const stage = await setStage();
  try {
    const chat = await stage.rep('mei');
    await enableHere(stage.rapport, chat);
    await panelOn(chat, 'Mei Lin');
    await save(stage.rapport.context, { 'Zinc quote': 'Dear {{name}}, the quote for zinc.' });
    await chat.bringToFront();
    const composer = composerOf(chat, 'mei');
    await composer.click();
    await chat.keyboard.type('Hello. /');
    const frame = await pickerOf(chat);
    await chat.keyboard.type('zinc');
    await expect(frame.getByRole('option').first()).toContainText('Zinc quote');
    await chat.keyboard.press('Enter');
    await untilGone(chat);
    await expect(composer).toHaveValue('Hello. Dear Mei Lin, the quote for zinc.');
    expect(await stage.server.archive('rep', 'mei')).toEqual([]);
    await chat.keyboard.press('Enter');
    await expect.poll(async () => (await stage.server.archive('rep', 'mei')).length).toBe(1);
  } finally {
    await stage.end();
  }
});
