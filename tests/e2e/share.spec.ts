// Replies moved from another program: a file chosen, looked at, brought in, taken back; then templates saved and read back.
import { expect, test, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { readReplies } from '@/lib/formats/replies';
import { askFrom, launch, openScreen } from './support/rapport';

const FOLDER = resolve('tests/screenshots');
const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE = `axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')).join(' | ')))`;

async function looks(workspace: Page, name: string): Promise<void> {
  await workspace.screenshot({ path: join(FOLDER, `${name}.png`) });
  await workspace.evaluate(await axeSource);
  expect.soft(await workspace.evaluate(AXE), name).toEqual([]);
}

/** 分组,标题,内容,标签 / 售前,问候,{客户昵称}您好，{车型}有现车,开场 / (empty),(empty),在的，您说, / 售后,退货,(empty),
 * as Excel saves it on a Chinese Windows (GBK). */
const SHEET = Buffer.from(
  'b7d6d7e92cb1eacce22cc4dac8dd2cb1eac7a90d0acadbc7b02ccecabaf22c7bbfcdbba7eac7b3c67dc4fabac3a3ac7bb3b5d0cd7dd3d0cfd6b3b52cbfaab3a10d0a2c2cd4dab5c4a3acc4facbb52c0d0acadbbaf32ccdcbbbf52c2c0d0a',
  'hex',
);

test('Replies out of a sheet are seen, brought in, taken back and shared, and come back the same', async () => {
  test.setTimeout(120_000);
  mkdirSync(FOLDER, { recursive: true });
  const { context, close } = await launch();
  const workspace = await openScreen(context, 'workspace.html#/replies');
  const replies = workspace.locator('.ws-replies li');
  const open = async () => {
    await workspace.getByRole('button', { name: 'Import and export' }).press('Enter');
    await workspace.getByRole('menuitem', { name: 'Import from a file' }).press('Enter');
  };
  const choose = (name: string, buffer: Buffer) =>
    workspace.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer });

  await open();
  await expect(workspace.getByRole('heading', { name: 'Bring in replies' })).toBeFocused();
  await looks(workspace, 'import-empty.en-US.light');
  await choose('话术.csv', SHEET);
  await expect(workspace.getByRole('heading', { name: '2 replies, from a table' })).toBeFocused();
  await expect(workspace.getByLabel('Read as')).toHaveValue('gb18030');
  await expect(workspace.getByText('{{称呼}}您好，{{?车型}}有现车')).toBeVisible();
  await expect(workspace.getByText('Line 4: no text')).toBeVisible();
  await workspace.getByText('2 changes').click();
  await looks(workspace, 'import-sheet.en-US.light');
  await workspace.getByRole('button', { name: 'Bring in 2 replies' }).press('Enter');
  await expect(workspace.getByText('2 replies are in')).toBeVisible();
  await expect(replies).toHaveCount(2);
  await workspace.getByRole('button', { name: 'Undo' }).click();
  await expect(replies).toHaveCount(0);

  await open();
  await choose('话术.csv', SHEET);
  await workspace.getByRole('button', { name: 'Bring in 2 replies' }).click();
  await expect(replies).toHaveCount(2);
  const list = await askFrom(workspace, 'reply.list', {});
  const titles = list.ok ? list.value.replies.map(({ title, body, folder, tags }) => ({ title, body, folder, tags })) : [];
  for (const [words, kind] of [
    ['Save all 2 as a table (CSV)', 'csv'],
    ['Save all 2 for another Rapport (JSON)', 'json'],
  ] as const) {
    await workspace.getByRole('button', { name: 'Import and export' }).click();
    const [download] = await Promise.all([workspace.waitForEvent('download'), workspace.getByRole('menuitem', { name: words }).click()]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^rapport-replies-\\d{4}-\\d\\d-\\d\\d\\.${kind}$`));
    const bytes = await readFile(await download.path());
    const { read } = readReplies(new Uint8Array(bytes), download.suggestedFilename());
    expect(read).toMatchObject({ ok: true, found: { program: 'rapport', replies: titles, rejected: [] } });
    expect(bytes.toString()).not.toContain('createdAt');
    if (kind === 'json') {
      // Chosen again, nothing of it is new. In the other language and light.
      await askFrom(workspace, 'settings.set', { language: 'zh_CN', theme: 'dark' });
      await workspace.goto(`${workspace.url().split('#')[0]}#/import`);
      await workspace.reload();
      await choose('replies.json', bytes);
      await expect(workspace.getByText('与“问候”内容相同')).toBeVisible();
      await expect(workspace.getByRole('button', { name: /^导入 \d/ })).toHaveCount(0);
      await looks(workspace, 'import-again.zh-CN.dark');
    }
  }
  await close();
});
