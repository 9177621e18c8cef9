// The hard page for teaching, served on a loopback port of its own, and the frame in which the user teaches.
import { expect, type Frame, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { openScreen, screen, tabIdOf, type Rapport } from './rapport';

const PAGES = fileURLToPath(new URL('../pages/teach/', import.meta.url));

/** Serves the page on a free port of 127.0.0.1. */
export async function serveHardPage(): Promise<{ origin: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = path === '/chat.js' ? 'chat.js' : path === '/' ? 'index.html' : null;
    if (!file) return void response.writeHead(404).end('gone');
    void readFile(PAGES + file).then((body) =>
      response.writeHead(200, { 'content-type': file.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8' }).end(body),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** "Teach this site" in the popup for the page in front; gives the frame over the page. */
export async function beginTeaching(rapport: Rapport, page: Page): Promise<Frame> {
  await page.bringToFront();
  const popup = await openScreen(rapport.context, 'popup.html');
  await popup.getByRole('button', { name: /^Teach (this site|again)$/ }).click();
  await expect.poll(() => page.frames().some((frame) => frame.url().startsWith(screen('teach.html')))).toBe(true);
  await popup.close();
  await page.bringToFront();
  const frame = page.frames().find((one) => one.url().startsWith(screen('teach.html')))!;
  await expect(frame.getByRole('dialog')).toBeVisible();
  // The focus goes from one process to another: it may come after the first picture.
  await expect.poll(() => frame.evaluate(() => document.hasFocus())).toBe(true);
  // Nor do keys always go where the focus is: the first may reach the page, whereupon the frame is given the focus anew.
  await frame.evaluate(() => addEventListener('keydown', () => (document.title = 'heard'), { once: true }));
  await expect
    .poll(async () => {
      await page.keyboard.press('Shift');
      return frame.title();
    })
    .toBe('heard');
  return frame;
}

/** Where an element of the page is, looked up without touching it. */
export async function centerOf(page: Page, find: string): Promise<{ x: number; y: number }> {
  return page.evaluate((text) => {
    const roots: ParentNode[] = [document];
    for (const element of document.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
    for (const root of roots) {
      const found = [...root.querySelectorAll('span, div, small, textarea, a, h1, p, converse-chat-message-body')].findLast(
        (element) => element.textContent?.trim() === text || (text === 'textarea' && element.localName === 'textarea'),
      );
      if (!found) continue;
      const { left, top, width, height } = found.getBoundingClientRect();
      return { x: left + Math.min(width / 2, 40), y: top + height / 2 };
    }
    throw new Error(`nothing shows ${text}`);
  }, find);
}

/** Picks by a real click of the mouse on what shows these words. */
export async function pickByMouse(page: Page, words: string): Promise<void> {
  const { x, y } = await centerOf(page, words);
  await page.mouse.move(x - 3, y - 2);
  await page.mouse.click(x, y);
}

export { tabIdOf };
