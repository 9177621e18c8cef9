// The page of numbers in a book of real size: from opening the workspace at it until every picture stands there.
import { p95, spread } from './ask-often.mjs';
import { evaluate, pause } from './bare-browser.mjs';

const OPENINGS = 10;
const COLD_OPENINGS = 5;
/** Flow, funnel, goals, metrics, days, channels, sizes, replies. */
const PICTURES = 8;

/** Runs before the page's own script: notes when all pictures are there, the flow drawn, and the browser has painted. */
const WATCH = `new MutationObserver((_, observer) => {
  if (document.querySelectorAll('.num-picture').length < ${PICTURES} || !document.querySelector('.num-band')) return;
  observer.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.__drawn = performance.now(); }));
}).observe(document, { childList: true, subtree: true });`;

async function open(browser, before) {
  const tab = await browser.openTab('about:blank');
  const page = await browser.attach(tab);
  await page('Page.enable');
  await page('Page.addScriptToEvaluateOnNewDocument', { source: WATCH });
  await before();
  await page('Page.navigate', { url: `chrome-extension://${browser.extensionId}/workspace.html#/numbers` });
  for (let tries = 0; tries < 400; tries += 1) {
    await pause(50);
    const time = await evaluate(page, () => globalThis.__drawn ?? null).catch(() => null);
    if (time !== null) {
      await browser.closeTab(tab);
      return time;
    }
  }
  throw new Error('The page of numbers never showed all its pictures.');
}

async function openOften(browser, many, before = async () => {}) {
  const times = [];
  for (let turn = 0; turn <= many; turn += 1) {
    const time = await open(browser, before);
    // The first time fills the browser's caches.
    if (turn > 0) times.push(time);
  }
  return times;
}

/**
 * The row of one size, the book being written and reckoned.
 * @returns {Promise<import('../bench.mjs').Row[]>}
 */
export async function measureNumbers(browser, contacts) {
  const warm = await openOften(browser, OPENINGS);
  const cold = await openOften(browser, COLD_OPENINGS, browser.stopWorker);
  const size = `${contacts / 1000}k`;
  const value = p95([...warm, ...cold]);
  const detail = `awake ${spread(warm)}; worker stopped: ${spread(cold)}`;
  return [{ name: `numbers.page_ms.${size}`, value, unit: 'ms', budget: 1000, detail }];
}
