// A shelf of three hundred replies: walked, chosen and moved by keys alone, compared, put away, and quick all the while.
import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { askFrom, launch, openScreen } from './support/rapport';

const FOLDER = resolve('tests/screenshots');
const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE = `axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ') + ' — ' + (node.any[0] ?? node.all[0] ?? node.none[0] ?? {}).message).join(' | ')))`;
const MANY = 300;

/** As many replies with what became of them, two of them nearly the same, some of them long unused: the starter set and variations of it. */
async function fill(workspace: Page): Promise<void> {
  await workspace.evaluate(async (many) => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) =>
        Object.assign(request, { onsuccess: () => done(request.result), onerror: () => fail(new Error(String(request.error))) }),
      );
    const db = await wait(indexedDB.open('rapport'));
    const store = db.transaction('replies', 'readwrite').objectStore('replies');
    const starter = (await wait(store.getAll())) as Record<string, unknown>[];
    const day = 24 * 3_600_000;
    const now = Date.now();
    for (let i = 0; i < many; i++) {
      const one = starter[i % starter.length]!;
      const old = i % 20 === 7;
      const uses = old || i % 6 === 5 ? 0 : ((i * 37) % 60) + 1;
      const sent = Math.floor(uses * 0.8);
      const half = { sent: Math.ceil(sent / 2), answered: (i * 13) % (Math.ceil(sent / 2) + 1), edited: i % 3 };
      const rest = { sent: Math.floor(sent / 2), answered: (i * 7) % (Math.floor(sent / 2) + 1), edited: 0 };
      let state = i + 1;
      const word = () => ((state = (Math.imul(state, 1103515245) + 12345) >>> 0), `w${(state >>> 8) % 4999}`);
      const isFirst = i < starter.length;
      await wait(
        store.put({
          ...one,
          id: isFirst ? one['id'] : `many-${i}`,
          title: isFirst ? one['title'] : `${String(one['title'])} ${Math.floor(i / starter.length) + 1}`,
          body: isFirst ? one['body'] : Array.from({ length: 40 }, word).join(' '),
          shortcut: isFirst ? one['shortcut'] : '',
          tags: i % 4 === 0 ? ['2026'] : [],
          starter: isFirst ? one['starter'] : null,
          uses,
          outcomes: sent > 0 ? { sticky: half, deep: rest } : {},
          lastUsedAt: uses === 0 ? null : now - ((i * 11) % 50) * day,
          ...(old ? { createdAt: now - 300 * day, wordedAt: now - 300 * day } : {}),
        }),
      );
    }
    const first = starter[0]!;
    await wait(
      store.put({
        ...first,
        id: 'twin',
        title: `${String(first['title'])} (2)`,
        body: `${String(first['body'])} OK`,
        shortcut: '',
        starter: null,
      }),
    );
    db.close();
  }, MANY);
}

/** The page of replies, filled; `look` keeps a picture of it and asks axe. */
async function openShelf(locale: string, colorScheme: 'light' | 'dark') {
  mkdirSync(FOLDER, { recursive: true });
  const { context, close } = await launch({ locale, colorScheme, starter: true });
  const workspace = await openScreen(context, 'workspace.html#/replies');
  const lines = workspace.locator('.shelf li');
  await expect(lines).toHaveCount(40);
  await fill(workspace);
  const look = async (name: string) => {
    await workspace.waitForTimeout(250);
    await workspace.screenshot({ path: join(FOLDER, `shelf-${name}.${locale}.${colorScheme}.png`) });
    await workspace.evaluate(await axeSource);
    expect.soft(await workspace.evaluate<string[]>(AXE), name).toEqual([]);
  };
  await workspace.reload();
  await expect(lines).toHaveCount(MANY + 1);
  await expect(workspace.locator('.shelf-twin')).toHaveCount(2);
  return { workspace, lines, look, close };
}

test('Three hundred replies are kept in order by keys alone, and no screen of it shuts anybody out', async () => {
  test.setTimeout(120_000);
  const { workspace, lines, look, close } = await openShelf('en-US', 'light');
  // Down from the search field, two lines with Shift, into a folder, and back in one step.
  const search = workspace.getByRole('searchbox');
  await search.focus();
  await workspace.keyboard.press('ArrowDown');
  await expect(workspace.locator('.shelf-open').first()).toBeFocused();
  await workspace.keyboard.press('ArrowLeft');
  await workspace.keyboard.press('Space');
  await workspace.keyboard.press('Shift+ArrowDown');
  await workspace.keyboard.press('Shift+ArrowDown');
  await expect(workspace.locator('.shelf-names li')).toHaveCount(3);
  await look('several');
  const folder = workspace.getByLabel(/^Put into a folder$/);
  await folder.fill('1 first');
  await folder.press('Enter');
  await expect(workspace.locator('.shelf-folder').first()).toContainText('1 first');
  await expect(workspace.locator('section').filter({ hasText: '1 first' }).first().locator('li')).toHaveCount(3);
  await workspace.getByRole('button', { name: /^Undo$/ }).click();
  await expect(workspace.getByText('1 first')).toHaveCount(0);

  // A folder that was shut stays shut.
  const head = workspace.locator('.shelf-folder button[aria-expanded]').first();
  await head.press('Enter');
  await expect(head).toHaveAttribute('aria-expanded', 'false');
  await expect
    .poll(() => askFrom(workspace, 'reply.choices', {}))
    .toMatchObject({ value: { choices: { shelf: { shut: [expect.any(String)] } } } });
  await workspace.reload();
  await expect(head).toHaveAttribute('aria-expanded', 'false');
  await head.press('Enter');

  // One of two that are nearly the same is put away.
  await workspace.getByLabel(/^Show$/).selectOption('twins');
  await expect(lines).toHaveCount(2);
  await workspace.locator('.shelf-twin button').first().click();
  await expect(workspace.locator('.compare-text mark')).not.toHaveCount(0);
  await look('compare');
  await workspace.locator('.compare article button').first().click();
  await expect(lines).toHaveCount(0);
  await workspace.getByLabel(/^Show$/).selectOption('archived');
  await expect(lines).toHaveCount(1);
  await look('archived');
  await workspace.getByRole('button', { name: /^Show all$/ }).click();

  await workspace.getByRole('button', { name: /half a year/ }).click();
  await expect(workspace.locator('.unused-list li')).toHaveCount(15);
  await workspace.locator('.unused-list input').first().uncheck();
  await look('unused');
  await workspace.getByRole('button', { name: /^Archive 14 replies$/ }).click();
  await expect(lines).toHaveCount(MANY - 14);
  await workspace.getByRole('button', { name: /^Undo$/ }).click();
  await expect(lines).toHaveCount(MANY);

  await workspace.getByLabel(/^Order$/).selectOption('answered');
  await workspace.locator('.shelf-open').first().click();
  await expect(workspace.locator('.shelf-fate tbody tr')).toHaveCount(3);
  await look('open');
  await workspace.locator('.shelf-fate').scrollIntoViewIfNeeded();
  await look('fate');

  // How long the page is busy with a key press, with a filter, and from the start to the list.
  const busy = async (act: () => Promise<unknown>): Promise<number> => {
    await workspace.evaluate(() => {
      const seen = ((globalThis as unknown as { long: number[] }).long = [] as number[]);
      new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    });
    await act();
    await workspace.waitForTimeout(300);
    return workspace.evaluate(() => Math.max(0, ...(globalThis as unknown as { long: number[] }).long));
  };
  const measured = {
    typing: await busy(() => workspace.locator('textarea').first().pressSequentially('quick')),
    searching: await busy(() => search.pressSequentially('pri')),
    clearing: await busy(() => search.fill('')),
    walking: await busy(async () => {
      await workspace.keyboard.press('ArrowDown');
      for (let i = 0; i < 10; i++) await workspace.keyboard.press('ArrowDown');
    }),
  };
  await expect(workspace.locator('.shelf-open').nth(10)).toBeFocused();
  // One stop for Tab in the whole list, where the focus is: the box and the reply itself.
  await expect(workspace.locator('.shelf li [tabindex="0"]')).toHaveCount(2);
  await expect(workspace.locator('.shelf-open').nth(10)).toHaveAttribute('tabindex', '0');
  console.log(`longest task with ${MANY} replies (ms):`, JSON.stringify(measured));
  await close();
});

test('The shelf in Chinese and dark looks like the other, and axe finds nothing', async () => {
  const { workspace, look, close } = await openShelf('zh-CN', 'dark');
  await look('list');
  await workspace.locator('.shelf-twin button').first().click();
  await look('compare');
  await workspace.locator('.shelf-open').first().click();
  await workspace.locator('.shelf-fate').scrollIntoViewIfNeeded();
  await look('fate');
  await close();
});
