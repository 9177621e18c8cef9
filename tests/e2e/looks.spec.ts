// What every screen looks like, in both languages and themes, and that nobody is shut out: axe on each, pictures of each.
import { expect, test, type Frame, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { openChat, serveDemo } from './support/demo';
import { pickerOf, untilGone } from './support/picker';
import { askFrom, launch, openScreen, panelOf } from './support/rapport';
import { seedDemo } from './support/seed';
import { openSidePanel } from './support/side-panel';

const FOLDER = resolve('tests/screenshots');
const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE = `axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ') + ' — ' + (node.any[0] ?? node.all[0] ?? node.none[0] ?? {}).message).join(' | ')))`;

/** Axe looks at each language and each theme once: names depend on the one, contrast on the other, nothing on the pair. */
const CHECKED = { en: 'light', zh_CN: 'dark' } as const;

/** The violations axe finds in a document of ours. */
async function violationsIn(screen: Page | Frame): Promise<string[]> {
  // Trusted Types forbid injecting a script; the protocol may evaluate one.
  if (!(await screen.evaluate<boolean>('"axe" in globalThis'))) await screen.evaluate(await axeSource);
  return screen.evaluate(AXE);
}

/** Gives the message box a name by which it is not found, or its own again. */
const hideComposer = (page: Page, isHidden: boolean) =>
  page.evaluate((hidden) => {
    const [from, to] = hidden ? ['data-composer', 'data-hidden'] : ['data-hidden', 'data-composer'];
    const box = document.querySelector(`[${from}]`)!;
    box.setAttribute(to, '');
    box.removeAttribute(from);
    document.querySelector('#app')!.append(document.createElement('i'));
  }, isHidden);

/** Gives the app a name by which it is not recognised, or its own again. */
const recognise = (page: Page, isRight: boolean) =>
  page.evaluate((right) => {
    const app = document.querySelector('#app')!;
    const [from, to] = right ? ['data-old-app', 'data-app'] : ['data-app', 'data-old-app'];
    app.setAttribute(to, app.getAttribute(from)!);
    app.removeAttribute(from);
    app.append(document.createElement('i'));
  }, isRight);

for (const [locale, language] of [
  ['en-US', 'en'],
  ['zh-CN', 'zh_CN'],
] as const) {
  test(`Every screen in ${locale} is without axe violations in ${CHECKED[language]}, and its picture is kept in both themes`, async () => {
    test.setTimeout(240_000);
    mkdirSync(FOLDER, { recursive: true });
    const demo = await serveDemo();
    const { context, close } = await launch({ locale, colorScheme: CHECKED[language] });
    /** Takes the picture of a page in both themes, and looks that the document of ours in it has an ink for each. */
    const picture = async (name: string, shown: Page, ours: Page | Frame = shown, options: { fullPage?: boolean } = {}): Promise<void> => {
      const inks = new Set<string>();
      for (const theme of CHECKED[language] === 'light' ? (['dark', 'light'] as const) : (['light', 'dark'] as const)) {
        await shown.emulateMedia({ colorScheme: theme });
        inks.add(await ours.evaluate(() => getComputedStyle(document.body).color));
        // In a frame, a picture catches what is still on its way from one theme to the other.
        if (ours !== shown)
          await ours.evaluate(async () => {
            for (const one of document.getAnimations()) if (one instanceof CSSTransition) await one.finished.catch(() => undefined);
          });
        await shown.screenshot({ path: join(FOLDER, `${name}.${locale}.${theme}.png`), animations: 'disabled', ...options });
      }
      expect.soft(inks.size, `${name}: the inks of two themes`).toBe(2);
    };
    /** The same, and what axe finds in the document of ours. */
    const look = async (name: string, shown: Page, ours: Page | Frame = shown, options: { fullPage?: boolean } = {}): Promise<string[]> => {
      await picture(name, shown, ours, options);
      return violationsIn(ours);
    };
    await seedDemo(context, demo.url);
    const workspace = await openScreen(context, 'workspace.html#/contacts');
    await askFrom(workspace, 'settings.set', { language });

    const page = await context.newPage();
    await openChat(page, demo, 'daniel-okafor');
    const panel = await panelOf(page);
    await expect(panel.locator('h1')).toBeVisible();
    await page.waitForTimeout(700);
    expect.soft(await look('panel', page, panel)).toEqual([]);
    const line = panel.getByLabel(/Something you learned about them|刚了解到的情况/);
    await line.fill(
      language === 'en' ? 'Daughter turns 3 next Friday, worries about school, likes tea' : '女儿下周五三岁，车险12月到期，喜欢露营',
    );
    await expect(panel.getByRole('button', { name: /Keep these|保存这些/ })).toBeInViewport();
    expect.soft(await look('panel-line', page, panel), 'panel with a line').toEqual([]);
    await line.press('Escape');
    await page.locator('[data-composer]').click();
    await page.keyboard.type('/');
    const picker = await pickerOf(page);
    await page.keyboard.type(language === 'en' ? 'th' : '好');
    await expect(picker.getByRole('option').first()).toBeVisible();
    await page.waitForTimeout(400);
    expect.soft(await look('picker', page, picker), 'picker').toEqual([]);
    await page.keyboard.press('Escape');
    await untilGone(page);
    await page.locator('[data-composer]').fill('');
    await recognise(page, false);
    await expect(panel.getByText(/not recognised since|认不出/)).toBeVisible();
    expect.soft(await look('panel-lost', page, panel), 'panel on a page that is not recognised').toEqual([]);
    await recognise(page, true);
    await expect(panel.locator('main:not(.settling) h1')).toBeVisible();
    await panel.getByRole('button', { name: /Collapse|收到边上/ }).click();
    await page.waitForTimeout(600);
    expect.soft(await look('edge-tab', page, panel)).toEqual([]);

    for (const name of ['contacts', 'board', 'numbers', 'replies', 'sites', 'settings', 'backup', 'welcome', 'people']) {
      await workspace.bringToFront();
      await workspace.goto(`${workspace.url().split('#')[0]}#/${name}`);
      await workspace.waitForTimeout(300);
      if (name === 'numbers') {
        await expect(workspace.locator('.num-band').first()).toBeVisible();
        // The table that stands behind the first picture.
        await workspace.locator('.num-picture [aria-controls]').first().click();
      }
      if (name === 'people') {
        await workspace.locator('input[type="file"]').setInputFiles(resolve('tests/contact-files/hubspot.csv'));
        await expect(workspace.locator('.import-columns')).toBeVisible();
      }
      expect
        .soft(await look(`workspace-${name}`, workspace, workspace, { fullPage: ['settings', 'numbers', 'people'].includes(name) }), name)
        .toEqual([]);
    }
    // A stage that was removed while somebody is in it, a tag with its own cadence, and what is wrong with a number.
    await askFrom(workspace, 'care.set', { care: { stages: [{ id: 'tried', removed: true }], cadences: { tags: { VIP: 14 } } } });
    await workspace.goto(`${workspace.url().split('#')[0]}#/settings`);
    await expect(workspace.locator('.ws-left-in a')).toHaveCount(1);
    await workspace.locator('.ws-stages').scrollIntoViewIfNeeded();
    expect.soft(await look('workspace-settings-stages', workspace), 'settings with a removed stage').toEqual([]);
    const list = await askFrom(workspace, 'contact.list', { query: 'Daniel', cursor: null, limit: 1 });
    await workspace.goto(`${workspace.url().split('#')[0]}#/contacts/${list.ok ? list.value.contacts[0]!.id : ''}`);
    const phone = workspace.getByLabel(/^(Add a phone number|添加电话)$/);
    await phone.fill('+49 30 12');
    await phone.press('Enter');
    await workspace.evaluate(() => scrollTo(0, 0));
    await workspace.waitForTimeout(300);
    expect.soft(await look('workspace-person', workspace, workspace, { fullPage: true }), 'person').toEqual([]);
    await phone.press('Escape');

    await page.bringToFront();
    const popup = await openScreen(context, 'popup.html');
    await popup.setViewportSize({ width: 380, height: 560 });
    await popup.waitForTimeout(400);
    expect.soft(await look('popup', popup), 'popup').toEqual([]);
    await hideComposer(page, true);
    await popup.getByRole('button', { name: /^(Copy a report|复制一份报告)$/ }).click();
    await expect(popup.getByLabel(/The report|报告内容/)).toBeVisible();
    expect.soft(await look('popup-report', popup), 'popup with a report').toEqual([]);
    await hideComposer(page, false);
    await popup.close();

    await workspace.bringToFront();
    await workspace.goto(`${workspace.url().split('#')[0]}#/sites`);
    await workspace
      .getByRole('button', { name: /Copy a report about|复制一份报告：/ })
      .first()
      .click();
    await expect(workspace.getByLabel(/The report|报告内容/)).toBeVisible();
    expect.soft(await look('workspace-sites-report', workspace), 'sites with a report').toEqual([]);

    // As if the app had changed so much that it is not recognised any more.
    await page.bringToFront();
    await recognise(page, false);
    const lost = await openScreen(context, 'popup.html');
    await lost.setViewportSize({ width: 380, height: 560 });
    await expect(lost.getByText(/not recognised since|认不出/)).toBeVisible();
    expect.soft(await look('popup-lost', lost), 'popup on a page that is not recognised').toEqual([]);
    await lost.close();
    await workspace.bringToFront();
    await workspace.reload();
    await workspace.waitForTimeout(400);
    expect.soft(await look('workspace-sites-lost', workspace), 'sites with a page that is not recognised').toEqual([]);
    await page.bringToFront();
    await recognise(page, true);

    await page.bringToFront();
    const side = await openSidePanel(context);
    await page.bringToFront();
    // A header that comes back over the same messages is believed after three seconds.
    await side.until(`document.querySelector('main:not(.settling) h1')`);
    await side.evaluate(`${await axeSource}; 0`);
    expect.soft(await side.evaluate<string[]>(AXE), 'side panel').toEqual([]);
    // The side panel is no tab: its picture is taken of the same document in one.
    const shown = await openScreen(context, 'sidepanel.html');
    await shown.setViewportSize({ width: 380, height: 800 });
    await shown.waitForTimeout(500);
    await picture('side-panel', shown);
    await close();
    await demo.close();
  });
}
