// The picker in whole messengers: what the page hears of it, and what it cannot do to it.
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { openChat, serveDemo, type Demo } from './support/demo';
import { compose, isPicking, pickerOf, untilGone } from './support/picker';
import { composerOf, enableHere, panelOn, setStage } from './support/people';
import { askFrom, launch, openScreen, panelOf, type Rapport } from './support/rapport';

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
