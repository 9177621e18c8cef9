// `npm run demo`: opens the demo messenger with Rapport beside it. `npm run demo -- --check` does it without a screen,
// performs the main job once and says whether it went well.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild, GRANTED } from './fresh-build.mjs';
import { ensureChromium, ensurePackages } from './needs.mjs';
import { serveDemo } from './serve-demo.mjs';

/** A function of a file in `demo/`, or null while that file does not exist. */
async function part(file, name) {
  const path = new URL(`../demo/${file}`, import.meta.url);
  return existsSync(path) ? (await import(path.href))[name] : null;
}

/** Resolves with the exit code when the user presses Ctrl+C or the program is asked to end. */
const untilStopped = (isCheck) =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve(isCheck ? 130 : 0));
  });

/** Fails when the check hangs: a browser that waits forever is not a pass. */
const untilTooLate = () =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('The check took longer than three minutes.')), 180_000).unref();
  });

function sayWhatToTry() {
  console.log('\nTeahouse is open: a small messenger with invented people, and Rapport at its right edge.');
  console.log(
    'Open a conversation, write a note, click a reply and look at it in the message box; send it yourself and see the count rise.',
  );
  console.log(
    'The Rapport button in the toolbar shows who would be glad to hear from you today. Close the browser to end (or press Ctrl+C).\n',
  );
}

/** Everything that needs the browser. Returns the exit code. */
async function show(context, extensionId, url, isCheck) {
  const seed = await part('seed.mjs', 'seed');
  if (seed) await seed({ context, extensionId, url });
  if (isCheck) {
    const check = await part('check.mjs', 'check');
    if (!check) throw new Error('demo/check.mjs is missing, so there is nothing to check.');
    const log = (/** @type {string} */ line) => console.log(`✓ ${line}`);
    await check({ context, extensionId, url, log });
    return 0;
  }
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${url}#/c/lin-yue`);
  await page.bringToFront();
  sayWhatToTry();
  await new Promise((resolve) => context.once('close', resolve));
  return 0;
}

async function main() {
  const isCheck = process.argv.includes('--check');
  if (!isCheck && process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Error('There is no screen here (DISPLAY is not set): run `npm run demo -- --check` to see it work without one.');
  }
  await ensurePackages();
  await ensureBuild();
  const executable = await ensureChromium();
  // Only now: it needs the packages.
  const { openBrowser } = await import('./browser.mjs');
  const profile = mkdtempSync(join(tmpdir(), 'rapport-demo-'));
  const server = await serveDemo();
  let context = null;
  try {
    const opened = await openBrowser({ executable, extension: GRANTED, profile, isHeadless: isCheck });
    context = opened.context;
    const shown = show(context, opened.extensionId, server.url, isCheck);
    return await Promise.race([shown, untilStopped(isCheck), ...(isCheck ? [untilTooLate()] : [])]);
  } finally {
    await context?.close().catch(() => undefined);
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

try {
  process.exit(await main());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
