// The replies that Rapport brings, from the first start on: filled in in the panel, rewritten, removed and brought back. Both languages.
import { expect, test, type Frame, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { openChat, serveDemo } from './support/demo';
import { launch, openScreen, panelOf } from './support/rapport';

const FOLDER = resolve('tests/screenshots');
const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE = `axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')).join(' | ')))`;

async function violations(screen: Page | Frame): Promise<string[]> {
  await screen.evaluate(await axeSource);
  return screen.evaluate(AXE);
}

const SAID = {
  'en-US': {
    title: 'Finding a time',
    query: 'meet',
    blanks: [/^topic$/, /^day$/],
    answers: ['the drawings', 'Friday'],
    choice: 'after work',
    text: 'Hi Daniel, it would be easier to go through the drawings together. Would Friday after work suit you? Twenty minutes is plenty, and a call is fine too.',
    search: 'Search replies',
    added: 'Undo',
    remove: 'Remove all 39',
    add: 'Add them in Chinese',
    help: 'All words, with examples',
    fits: /^Whom and when it fits/,
    body: 'Text',
    wrong: '{{nmae}}',
    untouched: '{{#if tier=deep}}',
  },
  'zh-CN': {
    title: '约时间',
    query: 'ysj',
    blanks: [/^聊什么$/, /^哪天$/],
    answers: ['图纸', '周五'],
    choice: '晚上',
    text: 'Daniel，图纸当面说更清楚。您周五晚上方便吗？二十分钟就够，电话里聊也行。',
    search: '搜索回复',
    added: '撤销',
    remove: '全部移除（39 条）',
    add: '添加英文版',
    help: '所有写法和例子',
    fits: /^适合谁、什么时候/,
    body: '内容',
    wrong: '{{称乎}}',
    untouched: '{{#如果 层级=深}}',
  },
} as const;

for (const [locale, colorScheme] of [
  ['en-US', 'light'],
  ['zh-CN', 'dark'],
] as const) {
  test(`Forty replies come with the first start in ${locale}, ask what they need, and go at once`, async () => {
    test.setTimeout(120_000);
    mkdirSync(FOLDER, { recursive: true });
    const said = SAID[locale];
    const path = (name: string): string => join(FOLDER, `${name}.${locale}.${colorScheme}.png`);
    const demo = await serveDemo();
    const { context, close } = await launch({ locale, colorScheme, starter: true });
    const workspace = await openScreen(context, 'workspace.html#/replies');
    const lines = workspace.locator('.ws-replies li');
    await expect(lines).toHaveCount(40);
    await workspace.screenshot({ path: path('workspace-starter') });
    expect.soft(await violations(workspace), 'list').toEqual([]);

    const page = await context.newPage();
    await openChat(page, demo, 'daniel-okafor');
    const panel = await panelOf(page);
    await panel.getByRole('searchbox', { name: said.search }).fill(said.query);
    const reply = panel.locator('.reply-insert').filter({ hasText: said.title });
    await reply.press('Enter');
    const first = panel.getByLabel(said.blanks[0]);
    await expect(first).toBeFocused();
    await page.screenshot({ path: path('panel-fill-in') });
    expect.soft(await violations(panel), 'form').toEqual([]);
    // By keys alone: type, go on, choose, insert.
    await page.keyboard.press('Control+Enter');
    await expect(first).toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.type(said.answers[0]);
    await page.keyboard.press('Enter');
    await expect(panel.getByLabel(said.blanks[1])).toBeFocused();
    await page.keyboard.type(said.answers[1]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(panel.getByRole('radio', { name: said.choice })).toBeChecked();
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(() => page.locator('[data-composer]').evaluate((box) => (box as HTMLTextAreaElement).value ?? box.textContent))
      .toBe(said.text);
    await expect(first).toHaveCount(0);

    await workspace.bringToFront();
    await lines.filter({ hasText: said.title }).getByRole('button').click();
    const body = workspace.getByLabel(said.body, { exact: true });
    const words = await body.inputValue();
    await body.fill(`${words} ${said.wrong} ${said.untouched}`);
    await workspace.getByText(said.help).click();
    await workspace.getByText(said.fits).click();
    await expect(workspace.locator('.template-marks mark.wrong')).toHaveCount(2);
    await workspace.waitForTimeout(300);
    await workspace.screenshot({ path: path('workspace-reply-editor'), fullPage: true });
    expect.soft(await violations(workspace), 'editor').toEqual([]);
    // The marks lie under the very letters: box and marks have the same shape.
    const shape = (selector: string) =>
      workspace.locator(selector).evaluate((of) => {
        const style = getComputedStyle(of);
        return [of.clientWidth, of.scrollHeight, style.fontSize, style.lineHeight, style.paddingTop, style.paddingLeft, style.fontFamily];
      });
    expect(await shape('.template-marks')).toEqual(await shape('.template-text textarea'));
    const flow = await workspace.locator('.template-marks mark').evaluateAll((all) => all.map((mark) => getComputedStyle(mark).display));
    expect(new Set(flow)).toEqual(new Set(['inline']));
    await body.fill(`${words} OK`);
    await workspace.keyboard.press('Control+Enter');
    await expect(lines.filter({ hasText: `${words} OK`.slice(0, 12) }).first()).toBeVisible();

    await workspace.reload();
    await workspace.getByRole('button', { name: said.remove }).click();
    await expect(lines).toHaveCount(1);
    await workspace.getByRole('button', { name: said.added }).click();
    await expect(lines).toHaveCount(40);
    await workspace.getByRole('button', { name: said.add }).click();
    await expect(lines).toHaveCount(80);
    await close();
    await demo.close();
  });
}
