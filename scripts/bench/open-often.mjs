// Opens one of the extension's screens again and again, and says how long each time took until what is waited for stood there.
import { evaluate, pause } from './bare-browser.mjs';

/** So long one is waited for. */
const PATIENCE_MS = 20_000;

/**
 * @typedef {{ path: string, stands: string, frames: number, never: string }} Opening `stands`: an expression of the page that is true when what
 * is waited for is in the document; `frames`: how many are drawn until it can be seen or used; `never`: what is said when it does not come.
 */

/** Runs before the page's own script. */
const watch = ({ stands, frames }) => `{
  const drawn = (left) => left === 0 ? (globalThis.__stands = performance.now()) : requestAnimationFrame(() => drawn(left - 1));
  new MutationObserver((_, observer) => {
    if (!(${stands})) return;
    observer.disconnect();
    drawn(${frames});
  }).observe(document, { childList: true, subtree: true });
}`;

/** Milliseconds from the start of the navigation. `before` runs right before it. */
async function open(browser, opening, before) {
  const tab = await browser.openTab('about:blank');
  const page = await browser.attach(tab);
  await page('Page.enable');
  await page('Page.addScriptToEvaluateOnNewDocument', { source: watch(opening) });
  await before();
  await page('Page.navigate', { url: `chrome-extension://${browser.extensionId}/${opening.path}` });
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    await pause(50);
    const time = await evaluate(page, () => globalThis.__stands ?? null).catch(() => null);
    if (time !== null) {
      await browser.closeTab(tab);
      return time;
    }
  }
  throw new Error(opening.never);
}

/**
 * The times in ms of so many openings; the one before them fills the browser's caches and is left out.
 * @param {Opening} opening
 */
export async function openOften(browser, opening, many, before = async () => {}) {
  const times = [];
  for (let turn = 0; turn <= many; turn += 1) {
    const time = await open(browser, opening, before);
    if (turn > 0) times.push(time);
  }
  return times;
}
