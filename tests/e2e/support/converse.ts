// Converse.js for tests: served from node_modules on loopback, and driven through its real user interface.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';

/** The page's server. */
export interface ConverseServer {
  origin: string;
  stop(): Promise<void>;
}

/** Who logs in, and where. */
export interface Login {
  jid: string;
  password: string;
  websocket: string;
  mode?: 'fullscreen' | 'overlayed';
}

const PAGES = fileURLToPath(new URL('./converse/', import.meta.url));
const DIST = fileURLToPath(new URL('../../../node_modules/converse.js/dist/', import.meta.url));

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Serves the page and Converse's files on a free loopback port. The policy header makes any request to elsewhere fail in the page. */
export async function serveConverse(): Promise<ConverseServer> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '/').then(
      ({ type, body }) =>
        response
          .writeHead(200, {
            'content-type': type,
            'content-security-policy':
              "connect-src 'self' ws://127.0.0.1:*; img-src 'self' data: blob:; font-src 'self' data:; script-src 'self' 'unsafe-inline' 'unsafe-eval'",
          })
          .end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve, refuse) => {
    server.once('error', refuse);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(url: string): Promise<{ type: string; body: Buffer }> {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  const [folder, name] = path.startsWith('/dist/')
    ? [DIST, path.slice('/dist/'.length)]
    : [PAGES, path === '/' ? 'index.html' : path.slice(1)];
  const file = normalize(join(folder, name));
  if (!file.startsWith(normalize(folder + sep))) throw new Error('Outside of the served folders.');
  return { type: TYPES[extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
}

/** The address that logs `login` in. A peer in the hash opens that chat at once. */
export function converseAddress(origin: string, login: Login, peer?: string): string {
  const query = new URLSearchParams({
    jid: login.jid,
    password: login.password,
    websocket: login.websocket,
    mode: login.mode ?? 'fullscreen',
  });
  return `${origin}/?${query.toString()}${peer ? `#converse/chat?jid=${peer}` : ''}`;
}

/** Opens Converse in this tab and waits until it is logged in. */
export async function logIn(page: Page, origin: string, login: Login, peer?: string): Promise<void> {
  await page.goto(converseAddress(origin, login, peer));
  await waitUntilConnected(page);
}

/** Waits until Converse is connected; after a server restart: connected again. */
export async function waitUntilConnected(page: Page, timeout = 60_000): Promise<void> {
  await page.locator('html[data-connection="connected"]').waitFor({ state: 'attached', timeout });
}

/** Waits until Converse has noticed that its server is gone. */
export async function waitUntilDisconnected(page: Page, timeout = 30_000): Promise<void> {
  await page.locator('html[data-connection="lost"]').waitFor({ state: 'attached', timeout });
}

/**
 * Opens the chat with a contact or room by its bare JID and returns its box. Contacts are clicked in the list, because in fullscreen mode
 * Converse does not let a link push aside a chat that is already open; anyone else is reached by link and needs an empty screen.
 */
export async function openChat(page: Page, jid: string, kind: 'chat' | 'room' = 'chat'): Promise<Locator> {
  const box = chatBox(page, jid);
  const entry = page
    .locator(`converse-roster a.open-chat[data-jid="${jid}"], converse-rooms-list [data-room-jid="${jid}"] a.open-room`)
    .first();
  // Not in the list at once: the contacts come from the server after the login.
  await entry.waitFor({ timeout: 3000 }).catch(() => undefined);
  if (await entry.count()) await entry.click();
  else await page.evaluate((hash) => (location.hash = hash), `#converse/${kind}?jid=${jid}`);
  await box.locator('.bottom-panel textarea.chat-textarea').first().waitFor();
  return box;
}

/** The box of the chat with this bare JID. */
export function chatBox(page: Page, jid: string): Locator {
  return page.locator(`converse-chat[jid="${jid}"], converse-muc[jid="${jid}"]`);
}

/** Writes into the composer of the open chat and presses Enter. Resolves when Converse has emptied the composer, which is when the row exists. */
export async function sendText(box: Locator, text: string): Promise<void> {
  const composer = await trySend(box, text);
  const area = await composer.elementHandle();
  await box.page().waitForFunction((element) => element instanceof HTMLTextAreaElement && element.value === '' && !element.disabled, area);
}

/** Like `sendText` without waiting. While the server is away Converse refuses: the text stays in the composer and a dialog says why. */
export async function trySend(box: Locator, text: string): Promise<Locator> {
  const composer = box.locator('.bottom-panel textarea.chat-textarea').first();
  await composer.fill(text);
  await composer.press('Enter');
  return composer;
}

/** Closes the dialog in which Converse says that the connection is lost, if it is open. */
export async function dismissDialog(page: Page): Promise<void> {
  const dialog = page.locator('.modal.show');
  for (let step = 0; step < 20 && (await dialog.count()) > 0; step += 1) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(200);
  }
}

/**
 * Scrolls the history up until nothing more loads. Converse keeps about a hundred rows in the page at a time,
 * so whoever wants to see every message collects in `onStep`, which is called at each stop.
 */
export async function scrollToTop(box: Locator, onStep?: () => Promise<void>): Promise<void> {
  const scroller = box.locator('.chat-content__messages');
  let before = '';
  for (let still = 0; still < 4;) {
    await onStep?.();
    // The list is drawn from the bottom: its scroll positions are negative. The nudge makes an event even when it stands at the top already.
    await scroller.evaluate((element) => {
      element.scrollTop = 30 - element.scrollHeight;
      element.scrollTop = -element.scrollHeight;
    });
    // Converse acts 250 ms after the last scroll event; only then it asks the server, which shows as a spinner or a placeholder.
    await box.page().waitForTimeout(350);
    await expectNone(box.locator('.chat-content .spinner-grow'));
    const now = await scroller.evaluate((element) => {
      const rows = [...element.querySelectorAll('[data-msgid]')];
      return `${rows[0]?.getAttribute('data-msgid')} ${element.scrollHeight}`;
    });
    still = now === before ? still + 1 : 0;
    before = now;
  }
  await onStep?.();
}

/** Scrolls back down to the newest message, where Converse shows new ones as they come. */
export async function scrollToBottom(box: Locator): Promise<void> {
  const scroller = box.locator('.chat-content__messages');
  for (let step = 0; step < 30; step += 1) {
    const done = await scroller.evaluate((element) => {
      const there = Math.abs(element.scrollTop) < 1;
      element.scrollTop = 0;
      return there;
    });
    await box.page().waitForTimeout(300);
    if (done) return;
  }
}

/** Waits until the locator finds nothing (`waitFor` refuses when it finds several). */
async function expectNone(locator: Locator): Promise<void> {
  for (let step = 0; step < 100 && (await locator.count()) > 0; step += 1) await locator.page().waitForTimeout(100);
}
