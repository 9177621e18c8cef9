// Browsers to measure in: throwaway profiles, with and without Rapport, and the messenger they load.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GRANTED } from '../fresh-build.mjs';

/** Starts a browser with Rapport. `close` removes the profile, too. */
export async function withRapport(executable) {
  const { openBrowser } = await import('../browser.mjs');
  const profile = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
  const opened = await openBrowser({ executable, extension: GRANTED, profile, isHeadless: true });
  return { ...opened, close: () => close(opened.context, profile) };
}

/** Starts the same browser without any extension. */
export async function withoutRapport(executable) {
  const { chromium } = await import('@playwright/test');
  const profile = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  return { context, close: () => close(context, profile) };
}

async function close(context, profile) {
  await context.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** The panel's frame in a page, once it is there. */
export async function panelOf(page) {
  const isPanel = (frame) => frame.url().includes('/panel.html');
  return page.frames().find(isPanel) ?? page.waitForEvent('framenavigated', { predicate: isPanel, timeout: 15_000 });
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
