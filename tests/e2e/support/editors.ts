// A chat of Teahouse whose composer can be any editor, and the panel beside it.
import type { Frame, Page } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MountOptions } from '../pages/editors/editors';
import { oneStepMs, type EditorName } from '../pages/editors/names';
import { bundle } from './bundle';
import { soon } from './soon';
import { askFrom, launch, openScreen, panelOf, type Rapport } from './rapport';

/** Serves one page and its script on loopback. Gives the address and a way to stop. */
async function serve(html: string, script: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/app.js';
    response.writeHead(200, { 'content-type': `text/${isScript ? 'javascript' : 'html'}; charset=utf-8` }).end(isScript ? script : html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

export interface EditorDesk {
  page: Page;
  panel: Frame;
  close(): Promise<void>;
}

/** Saves the replies, at most three, so that all stand at hand. */
export async function saveReplies({ context }: Rapport, replies: Record<string, string>): Promise<void> {
  const screen = await openScreen(context, 'workspace.html');
  for (const [title, body] of Object.entries(replies)) await askFrom(screen, 'reply.save', { id: null, title, body });
  await screen.close();
}

/** Starts a browser with Rapport beside a conversation with `person`. */
export async function openEditorDesk(person: string, replies: Record<string, string>): Promise<EditorDesk> {
  const html = `<!doctype html><title>Editors</title>
    <div data-app="teahouse" data-account="mei.tan"><main data-conversation-id="anna" data-conversation-kind="person">
      <header><h1 data-name>${person}</h1></header><div data-messages></div><div id="place"></div>
    </main></div>
    <textarea id="elsewhere"></textarea>
    <script src="/app.js"></script>`;
  const [server, rapport] = await Promise.all([
    bundle('tests/e2e/pages/editors/editors.ts').then((script) => serve(html, script)),
    launch(),
  ]);
  await saveReplies(rapport, replies);
  const page = await rapport.context.newPage();
  await page.goto(`${server.url}#/c/anna`);
  await page.evaluate(() => window.mountEditor('textarea', { attributes: { 'data-composer': '' } }));
  const panel = await panelOf(page);
  await panel
    .locator('.reply-insert')
    .nth(Object.keys(replies).length - 1)
    .waitFor();
  return { page, panel, close: () => Promise.all([rapport.close(), server.close()]).then(() => undefined) };
}

/** Puts an editor there, types a draft by key and moves the caret `back` characters from its end. */
export async function putEditor(
  { page }: EditorDesk,
  name: EditorName,
  { draft = '', back = 0, refuses = false }: { draft?: string; back?: number } & MountOptions = {},
): Promise<void> {
  await page.evaluate(([editor, options]) => window.mountEditor(editor, options), [
    name,
    { refuses, attributes: { 'data-composer': '' } },
  ] as const);
  await page.locator('[data-composer]').focus();
  await page.keyboard.type(draft);
  for (let step = 0; step < back; step++) await page.keyboard.press('ArrowLeft');
  // As long as a hand takes to the panel at least.
  await page.waitForTimeout(Math.max(150, oneStepMs(name) + 50));
}

/** Clicks on a reply in the panel and gives what the panel says became of it. */
export async function clickReply({ panel }: EditorDesk, title: string): Promise<string> {
  const status = panel.getByRole('status');
  const close = status.getByRole('button', { name: 'Close' });
  // What was said of the one before is put away, to tell the two apart.
  if (await close.isVisible()) await close.click();
  await panel.locator('.reply-insert', { hasText: title }).click();
  const said = () => panel.evaluate(() => document.querySelector<HTMLElement>('[role=status] .insert-words')?.innerText ?? '');
  await soon(said, { message: 'the panel says what became of it' }).not.toBe('');
  return said();
}

export const model = ({ page }: EditorDesk): Promise<string> => page.evaluate(() => window.readModel());
export const sends = ({ page }: EditorDesk): Promise<number> => page.evaluate(() => window.sends);
