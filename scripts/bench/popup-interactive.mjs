// How long the popup takes until its first line can be clicked, with a book of real size.
import { GRANTED } from '../fresh-build.mjs';
import { evaluate, openBare, pause } from './bare-browser.mjs';
import { fillBook } from './book.mjs';

const OPENINGS = 40;
const SIZES = [
  { contacts: 10_000, messages: 100_000, budget: 150 },
  { contacts: 100_000, messages: 1_000_000, budget: 300 },
];

/** Runs before the popup's own script: notes when the first line of today stands there, drawn and ready for a click. */
const WATCH = `new MutationObserver((_, observer) => {
  if (!document.querySelector('.today-open')) return;
  observer.disconnect();
  requestAnimationFrame(() => { globalThis.__interactive = performance.now(); });
}).observe(document, { childList: true, subtree: true });`;

const isComplete = () =>
  globalThis.chrome.runtime.sendMessage({ name: 'today.list', request: { all: false } }).then((answer) => {
    if (!answer.ok) throw new Error('today.list: ' + answer.code);
    return answer.value.complete;
  });

/** Opens the popup as a tab and gives the milliseconds from the start of its navigation until it could be used. */
async function open(browser) {
  const tab = await browser.openTab('about:blank');
  const page = await browser.attach(tab);
  await page('Page.enable');
  await page('Page.addScriptToEvaluateOnNewDocument', { source: WATCH });
  await page('Page.navigate', { url: `chrome-extension://${browser.extensionId}/popup.html` });
  for (let tries = 0; tries < 200; tries += 1) {
    await pause(50);
    const time = await evaluate(page, () => globalThis.__interactive ?? null).catch(() => null);
    if (time !== null) {
      await browser.closeTab(tab);
      return time;
    }
  }
  throw new Error('The popup never showed a line.');
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];

/**
 * @param {import('../bench.mjs').Desk} desk
 * @returns {Promise<import('../bench.mjs').Row[]>}
 */
export async function measure({ executable }) {
  const browser = await openBare(executable, GRANTED);
  try {
    const tab = await browser.openTab(`chrome-extension://${browser.extensionId}/workspace.html`);
    const workspace = await browser.attach(tab);
    await pause(1500);
    const rows = [];
    let from = 0;
    let written = 0;
    for (const { contacts, messages, budget } of SIZES) {
      await fillBook(workspace, { from, to: contacts, messages: messages - written });
      [from, written] = [contacts, messages];
      const start = Date.now();
      // The book was written behind the extension's back: everybody's standing is worked out once, as after a restore.
      while (!(await evaluate(workspace, isComplete))) await pause(500);
      const reckoned = Math.round((Date.now() - start) / 1000);
      const times = [];
      for (let turn = 0; turn <= OPENINGS; turn += 1) {
        const time = await open(browser);
        if (turn > 0) times.push(time);
      }
      times.sort((a, b) => a - b);
      rows.push({
        name: `popup.interactive_ms.${contacts / 1000}k`,
        value: Math.round(quantile(times, 0.95)),
        unit: 'ms',
        budget,
        detail: `p95 of ${OPENINGS}, median ${Math.round(quantile(times, 0.5))}; all standings anew took ${reckoned} s`,
      });
    }
    return rows;
  } finally {
    await browser.close();
  }
}
