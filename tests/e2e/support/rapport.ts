// A real Chromium with the built extension, and the handles that tests need.
import { chromium, test, type BrowserContext, type Frame, type Page, type Worker } from '@playwright/test';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BROWSER_ARGS, executablePath } from './chromium';
import { soon } from './soon';
import type { Answer, MessageName, Outcome, Request } from '@/lib/messages/protocol';

/** The id that the fixed manifest key gives. */
export const EXTENSION_ID = 'iheofaickfcpjilacphgoihbacnpieeb';
/** Builds are looked for elsewhere while another one is being made (`RAPPORT_OUTPUT`). */
const OUTPUT = process.env['RAPPORT_OUTPUT'] ?? '.output';
export const E2E_BUILD = resolve(OUTPUT, 'chrome-mv3-e2e');
export const RELEASE_BUILD = resolve(OUTPUT, 'chrome-mv3');
const PROFILE = join(tmpdir(), 'rapport-');
/** Our element in a page: a plain `div`, found by its one attribute. */
export const HOST = '[side-edge]';
export const screen = (path: string): string => `chrome-extension://${EXTENSION_ID}/${path}`;

export interface LaunchOptions {
  /** The folder of the build; the one with test hosts by default. */
  build?: string;
  /** A profile to start with again; a fresh one otherwise. */
  profile?: string;
  args?: string[];
  locale?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  /** Whether third parties may have cookies, written into a fresh profile before the start; the browser's default otherwise. */
  cookies?: 'blocked' | 'allowed';
  /** Keeps the replies that Rapport brings; tests begin without any otherwise. */
  starter?: boolean;
  /** A profile that no browser has opened yet; a copy of one in which the first start is over otherwise. */
  fresh?: boolean;
}

/** A browser with Rapport in it. */
export interface Rapport {
  context: BrowserContext;
  profile: string;
  close(options?: { keepProfile?: boolean }): Promise<void>;
}

export async function launch(options: LaunchOptions = {}): Promise<Rapport> {
  const { build, cookies, fresh, locale, profile: given, starter } = options;
  const isUsual = !fresh && !given && !build && !cookies && !starter && (locale ?? 'en-US') === 'en-US';
  const profile = given ?? (isUsual ? await copyPrepared() : await mkdtemp(PROFILE));
  if (cookies) await writeCookieChoice(profile, cookies);
  const context = await start(profile, options);
  if (!isUsual && !starter) await removeStarter(context);
  return {
    context,
    profile,
    async close({ keepProfile = false } = {}) {
      await context.close();
      if (!keepProfile) await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Starts the browser and waits until Rapport runs in it. */
async function start(profile: string, options: LaunchOptions): Promise<BrowserContext> {
  const build = options.build ?? E2E_BUILD;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: options.viewport ?? { width: 1280, height: 800 },
    locale: options.locale ?? 'en-US',
    colorScheme: options.colorScheme ?? 'light',
    args: [
      ...BROWSER_ARGS,
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
      `--lang=${options.locale ?? 'en-US'}`,
      ...(options.args ?? []),
    ],
  });
  await worker(context);
  return context;
}

/** A copy of a profile in which the first start is over and the replies that it puts in are gone: made by who needs one first. */
async function copyPrepared(): Promise<string> {
  // Emptied when a run begins.
  const prepared = join(test.info().project.outputDir, 'profile');
  if (!existsSync(prepared)) {
    const making = `${prepared}-${process.pid}`;
    const context = await start(making, {});
    await removeStarter(context);
    await context.close();
    // Somebody else may have been quicker.
    await rename(making, prepared).catch(() => rm(making, { recursive: true, force: true }));
  }
  const profile = await mkdtemp(PROFILE);
  await cp(prepared, profile, { recursive: true });
  return profile;
}

/** Waits until the first start is over, and takes away the replies that it puts in. */
async function removeStarter(context: BrowserContext): Promise<void> {
  const page = await openScreen(context, 'workspace.html#/replies');
  const came = async () => {
    const answer = await askFrom(page, 'reply.choices', {}).catch(() => null);
    return answer?.ok === true && answer.value.choices.starterCame;
  };
  await soon(came, { timeout: 15_000 }).toBe(true);
  await askFrom(page, 'starter.remove', {});
  await page.close();
}

/** Writes the user's choice about cookies of third parties into a profile that no browser has opened yet. */
async function writeCookieChoice(profile: string, cookies: 'blocked' | 'allowed'): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const choice = { cookie_controls_mode: cookies === 'blocked' ? 1 : 0, block_third_party_cookies: cookies === 'blocked' };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: choice }));
}

/** The service worker, started if it sleeps. */
export async function worker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
}

/** Stops the service worker the hard way; the next message starts a fresh one. */
export async function killWorker(context: BrowserContext): Promise<void> {
  const page = context.pages().find((one) => one.url().startsWith('chrome-extension://')) ?? context.pages()[0]!;
  const session = await context.newCDPSession(page);
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find((info) => info.type === 'service_worker' && info.url.includes(EXTENSION_ID));
  if (target) await session.send('Target.closeTarget', { targetId: target.targetId });
  await session.detach();
}

/** Opens one of our screens in a tab of its own. */
export async function openScreen(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(screen(path));
  return page;
}

/** Asks the background from one of our screens, as the screen itself does. */
export async function askFrom<N extends MessageName>(page: Page | Frame, name: N, request: Request<N>): Promise<Outcome<Answer<N>>> {
  return page.evaluate(
    ([message, body]) =>
      (globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<never> } } }).chrome.runtime.sendMessage({
        name: message,
        request: body,
      }),
    [name, request] as const,
  );
}

/** The panel's frame in a page. */
export async function panelOf(page: Page): Promise<Frame> {
  await soon(() => page.frames().some((frame) => frame.url().includes('/panel.html')), { timeout: 15_000 }).toBe(true);
  return page.frames().find((frame) => frame.url().includes('/panel.html'))!;
}

/** The id of the tab that shows a page, as the extension counts tabs. */
export async function tabIdOf(screenPage: Page, url: string): Promise<number> {
  const found = await screenPage.evaluate(
    (address) =>
      (globalThis as unknown as { chrome: typeof chrome }).chrome.tabs
        .query({})
        .then((tabs) => tabs.find((tab) => tab.url?.startsWith(address))?.id),
    url,
  );
  if (found === undefined) throw new Error(`no tab shows ${url}`);
  return found;
}
