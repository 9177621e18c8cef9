// A book of real size: how long the popup takes until its first line can be clicked, with the worker awake and with the worker stopped;
// how long Today is worked out, and whether anybody has to wait meanwhile.
import { GRANTED } from '../fresh-build.mjs';
import { serveDemo } from '../serve-demo.mjs';
import { askOften, p95, spread } from './ask-often.mjs';
import { evaluate, openBare, pause } from './bare-browser.mjs';
import { fillBook } from './book.mjs';
import { growthOf, measureTable } from './contact-table.mjs';
import { measureNumbers } from './numbers-page.mjs';
import { openOften } from './open-often.mjs';

const OPENINGS = 30;
const COLD_OPENINGS = 20;
const ASKED = 100;
const SETTLED_MS = 20_000;
const SIZES = [
  { contacts: 10_000, messages: 100_000, popup: 150, cold: 500, all: 15, morning: 5 },
  { contacts: 100_000, messages: 1_000_000, popup: 300, cold: 600, all: 120, morning: 30 },
];

const TODAY = { name: 'today.list', request: { all: false } };

/** When the first line of today stands there, drawn and ready for a click; the popup is opened as a tab. */
const POPUP = { path: 'popup.html', stands: `document.querySelector('.today-open')`, frames: 1, never: 'The popup never showed a line.' };

/** Runs in a screen: asks for contacts until Today is reckoned. Gives how long that took and how long each answer did, in ms. */
async function askUntilReckoned(contacts) {
  const ask = async (name, request) => {
    const start = performance.now();
    const answer = await globalThis.chrome.runtime.sendMessage({ name, request });
    if (!answer.ok) throw new Error(`${name}: ${answer.code}`);
    return { value: answer.value, ms: performance.now() - start };
  };
  const begin = performance.now();
  const times = [];
  for (let n = 0; !(await ask('today.list', { all: false })).value.complete; n += 1) {
    for (let turn = 0; turn < 5; turn += 1) {
      times.push((await ask('contact.get', { contact: contacts[(n + turn) % contacts.length] })).ms);
      await new Promise((later) => setTimeout(later, 50));
    }
  }
  return { ms: performance.now() - begin, times };
}

const seconds = (ms) => Math.round(ms / 100) / 10;

/** The rows of one size, the book being written. */
async function measureBook(browser, workspace, { contacts, popup, cold, all, morning }) {
  const list = { name: 'contact.list', request: { query: '', cursor: null, limit: 50 } };
  const some = await evaluate(workspace, (message) => globalThis.chrome.runtime.sendMessage(message), list);
  const ids = some.value.contacts.map(({ id }) => id);
  // The book was written behind the extension's back: everybody's standing is worked out, as after a restore.
  const restored = await evaluate(workspace, askUntilReckoned, ids);
  // Other settings make another agenda from the standings, as the next morning does.
  await evaluate(workspace, askOften, 1, { name: 'care.set', request: { care: { budget: contacts === SIZES[0].contacts ? 9 : 11 } } });
  const begun = await evaluate(workspace, askUntilReckoned, ids);
  // What was written is put in order by the browser's own database for some seconds; questions that come meanwhile take longer.
  await pause(SETTLED_MS);
  const today = await evaluate(workspace, askOften, ASKED, TODAY);
  const warm = await openOften(browser, POPUP, OPENINGS);
  const started = await openOften(browser, POPUP, COLD_OPENINGS, browser.stopWorker);
  const table = await measureTable(browser, workspace, contacts);
  const numbers = await measureNumbers(browser, contacts);
  const size = `${contacts / 1000}k`;
  const row = (name, value, unit, budget, detail) => ({ name: `${name}.${size}`, value, unit, budget, detail });
  const waits = [...restored.times, ...begun.times];
  return [
    row('popup.interactive_ms', p95(warm), 'ms', popup, spread(warm)),
    row('popup.cold_ms', p95(started), 'ms', cold, `worker stopped: ${spread(started)}`),
    row('today.p95_ms', p95(today), 'ms', 20, spread(today)),
    row('today.everybody_s', seconds(restored.ms), 's', all, `${contacts} standings from all records`),
    row('today.morning_s', seconds(begun.ms), 's', morning, 'all lines from all standings'),
    ...table,
    ...numbers,
    row('today.wait_ms', p95(waits), 'ms', 150, `a contact asked for meanwhile: ${spread(waits)}`),
  ];
}

/**
 * @param {import('../bench.mjs').Desk} desk
 * @returns {Promise<import('../bench.mjs').Row[]>}
 */
export async function measure({ executable }) {
  const server = await serveDemo();
  const browser = await openBare(executable, GRANTED);
  try {
    // The popup speaks of the tab used last.
    await browser.openTab(`${server.url}#/c/lin-yue`);
    const tab = await browser.openTab(`chrome-extension://${browser.extensionId}/workspace.html`);
    const workspace = await browser.attach(tab);
    // The extension itself makes its database: the first answer says that it is there.
    while (!(await evaluate(workspace, askOften, 1, TODAY).catch(() => false))) await pause(500);
    const rows = [];
    let from = 0;
    let written = 0;
    for (const size of SIZES) {
      const start = Date.now();
      await fillBook(workspace, { from, to: size.contacts, messages: size.messages - written });
      console.log(`  ${size.contacts} contacts written in ${Math.round((Date.now() - start) / 1000)} s`);
      [from, written] = [size.contacts, size.messages];
      rows.push(...(await measureBook(browser, workspace, size)));
    }
    return [...rows, ...growthOf(rows)];
  } finally {
    await Promise.all([browser.close(), server.close()]);
  }
}
