// Opens a browser with the extension in a profile of its own.
import { chromium } from '@playwright/test';
import { isBranded } from './needs.mjs';

/** Chrome and Edge (since 137) load an unpacked extension only when asked over the DevTools pipe. */
async function loadOverPipe(context, extension) {
  const browser = context.browser();
  if (!browser) throw new Error('This browser gives no way to load an extension; install Chromium and run this again.');
  const session = await browser.newBrowserCDPSession();
  const { id } = await session.send('Extensions.loadUnpacked', { path: extension });
  return id;
}

/** The id of the extension, read from the address of its worker. */
async function idOfWorker(context) {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  return new URL(worker.url()).host;
}

/**
 * Starts the browser. The caller closes `context` and removes the profile.
 * @param {{ executable: string, extension: string, profile: string, isHeadless: boolean }} options
 * @returns {Promise<{ context: import('@playwright/test').BrowserContext, extensionId: string }>}
 */
export async function openBrowser({ executable, extension, profile, isHeadless }) {
  const viaPipe = isBranded(executable);
  const args = [
    ...(viaPipe ? ['--enable-unsafe-extension-debugging'] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
    // Chromium's own sandbox does not work for root, which is who one is in a container.
    ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(isHeadless ? ['--disable-gpu'] : ['--window-size=1360,860']),
    '--disable-background-networking',
    '--no-first-run',
  ];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    headless: isHeadless,
    args,
    // The first would forbid our extension in Chrome; the second shows a bar about automated tests to a person trying things out.
    ignoreDefaultArgs: ['--disable-extensions', ...(isHeadless ? [] : ['--enable-automation'])],
    // A person sees the page in their window's size and their system's light or dark; a check always sees the same.
    ...(isHeadless ? { viewport: { width: 1280, height: 800 } } : { viewport: null, colorScheme: null }),
    // Playwright would end the whole process at once and leave the profile behind.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  try {
    const extensionId = viaPipe ? await loadOverPipe(context, extension) : await idOfWorker(context);
    return { context, extensionId };
  } catch (error) {
    await context.close();
    throw error;
  }
}
