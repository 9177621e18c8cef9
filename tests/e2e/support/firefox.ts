// A real Firefox with the built extension. Playwright's Firefox is a build of its own that takes no extensions, so this one is driven by
// Puppeteer over WebDriver BiDi.
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer, { type Frame, type Page } from 'puppeteer-core';
import { endHard } from './end-hard';
import { soon } from './soon';
import type { Answer, MessageName, Request } from '@/lib/messages/protocol';

const BUILD = resolve(process.env['RAPPORT_OUTPUT'] ?? '.output', 'firefox-mv3-e2e');
const ID = 'rapport@rapport.example';
/** Under which its pages stand: a random one otherwise, and another one at each start. */
const HOST = '11111111-2222-4333-8444-555555555555';
/** After so many ms without a question Firefox ends the background; 30 s by itself. */
const IDLE_MS = 3_000;

export interface Firefox {
  profile: string;
  newPage(): Promise<Page>;
  /** Opens one of our screens. */
  openScreen(path: string): Promise<Page>;
  /** The only file that was saved, when it is whole. */
  savedFile(ending: string): Promise<{ name: string; bytes: Buffer }>;
  /** Whether the background runs at this moment. */
  isAwake(screen: Page): Promise<boolean>;
  /** Ends it as a crash does (-9); the profile stays. */
  endHard(): Promise<void>;
  close(): Promise<void>;
}

/** Starts Firefox with Rapport in it, with a new profile or the one of an earlier start. */
export async function launchFirefox(given?: string): Promise<Firefox> {
  const profile = given ?? (await mkdtemp(join(tmpdir(), 'rapport-firefox-')));
  const downloads = join(profile, 'saved');
  await mkdir(downloads, { recursive: true });
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
    headless: true,
    userDataDir: profile,
    defaultViewport: { width: 1280, height: 800 },
    // Pages of extensions are opened by their address.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
      // What is installed for one run alone is removed at the next start, and would take its data along.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.background.idle.timeout': IDLE_MS,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'intl.accept_languages': 'en-US',
    },
  });
  await browser.installExtension(BUILD);
  const saved = async (ending: string) => (await readdir(downloads)).filter((name) => name.endsWith(ending));
  const newPage = () => browser.newPage();
  return {
    profile,
    newPage,
    async openScreen(path) {
      const page = await newPage();
      // Firefox never says that such a page has been loaded.
      await page.goto(`moz-extension://${HOST}/${path}`, { waitUntil: [] });
      await page.waitForSelector('main');
      return page;
    },
    async savedFile(ending) {
      await soon(async () => [(await saved(ending)).length, (await saved('.part')).length], { timeout: 30_000 }).toEqual([1, 0]);
      const name = (await saved(ending))[0]!;
      return { name, bytes: await readFile(join(downloads, name)) };
    },
    isAwake: (screen) => screen.evaluate(async () => (await chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] })).length > 0),
    async endHard() {
      const gone = new Promise((resolve) => browser.process()!.once('exit', resolve));
      endHard([browser.process()!.pid!]);
      await gone;
    },
    async close() {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Asks the background from one of our screens, as the screen itself does. Fails with the code of what went wrong. */
export async function told<N extends MessageName>(screen: Page | Frame, name: N, request: Request<N>): Promise<Answer<N>> {
  const answer = (await screen.evaluate((message) => chrome.runtime.sendMessage(message), { name, request })) as unknown as
    { ok: true; value: Answer<N> } | { ok: false; code: string };
  if (!answer.ok) throw new Error(`${name}: ${answer.code}`);
  return answer.value;
}

/** Our frame of this name in a page, as soon as these words stand in it. */
export async function frameIn(page: Page, name: 'panel' | 'picker', words: string): Promise<Frame> {
  let found: Frame | undefined;
  await soon(
    async () => {
      for (const frame of page.frames()) {
        // The frame's own address: what the protocol says of it stays `about:blank`.
        const shown = await frame
          .evaluate((path) => (location.pathname === path ? document.body.innerText : ''), `/${name}.html`)
          .catch(() => '');
        if (shown.includes(words)) found = frame;
      }
      return found !== undefined;
    },
    { message: `${name} with “${words}”`, timeout: 20_000 },
  ).toBe(true);
  return found!;
}

/** Clicks on what a selector finds in a frame, with the mouse: by where it is on the screen, for the protocol cannot click within this frame. */
export async function clickIn(page: Page, frame: Frame, selector: string, words = ''): Promise<void> {
  const look = () =>
    frame.evaluate(
      (wanted, text) => {
        const found = [...document.querySelectorAll<HTMLElement>(wanted)].find((one) => one.innerText.includes(text));
        if (!found) return null;
        found.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = found.getBoundingClientRect();
        // Something may lie over it for a while, such as what was done last.
        if (!found.contains(document.elementFromPoint(x + width / 2, y + height / 2))) return null;
        const { mozInnerScreenX, mozInnerScreenY } = window as unknown as Record<string, number>;
        return { x: x + width / 2 + mozInnerScreenX!, y: y + height / 2 + mozInnerScreenY! };
      },
      selector,
      words,
    );
  let at = await look();
  // Not while things still move.
  await soon(
    async () => {
      const before = JSON.stringify(at);
      await wait(250);
      at = await look();
      return at !== null && JSON.stringify(at) === before;
    },
    { message: `${selector} ${words} that can be clicked on and stays where it is`, timeout: 20_000 },
  ).toBe(true);
  const [left, top] = await page.evaluate(() => {
    const { mozInnerScreenX, mozInnerScreenY } = window as unknown as Record<string, number>;
    return [mozInnerScreenX!, mozInnerScreenY!] as const;
  });
  await page.mouse.click(at!.x - left, at!.y - top);
}

/** The words of what a selector finds, in its order; none while the page is being drawn. */
export const wordsOf = (page: Page | Frame, selector: string): Promise<string[]> =>
  page.evaluate((wanted) => [...document.querySelectorAll<HTMLElement>(wanted)].map((one) => one.innerText), selector);

/** Clicks on the button with these words. */
export async function press(page: Page, words: string): Promise<void> {
  const find = () =>
    page.evaluate((text) => {
      const found = [...document.querySelectorAll<HTMLElement>('button, label')].find((one) => one.innerText.includes(text));
      found?.click();
      return found !== undefined;
    }, words);
  await soon(find, { message: `a button “${words}”`, timeout: 20_000 }).toBe(true);
}

/** Lets a page take a file as if somebody had chosen it. */
export async function chooseFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.waitForSelector('input[type="file"]');
  await page.evaluate(
    (called, base64) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], called));
      const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    bytes.toString('base64'),
  );
}
