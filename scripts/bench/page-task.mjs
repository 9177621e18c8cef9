// What Rapport costs the page: the main thread's work for loading a chat of 400 bubbles, with Rapport divided by without.
import { GRANTED } from '../fresh-build.mjs';
import { serveDemo } from '../serve-demo.mjs';
import { evaluate, openBare, pause } from './bare-browser.mjs';
import { median } from './median.mjs';

const LOADS = 11;
const BUBBLES = 400;
const PERSON = 'daniel-okafor';
/** Long enough for the panel, the count of all bubbles and whatever comes after. */
const WATCH_MS = 3500;

/** Runs in the page before its scripts: gives the messenger a long conversation, as if it had been had in this tab. */
function makeLong(person, bubbles) {
  const base = Date.now();
  const message = (_, at) => ({
    id: `${person}-long-${at}`,
    direction: at % 3 ? 'in' : 'out',
    text: 'The second truck is on its way, and the crew knows about the lift. '.slice(0, 20 + ((at * 7) % 48)),
    at: base - (bubbles - at) * 300_000,
  });
  const live = { [person]: Array.from({ length: bubbles }, message) };
  sessionStorage.setItem('teahouse', JSON.stringify({ base, live, read: {}, answered: {} }));
}

const countBubbles = () => document.querySelectorAll('[data-message-id]').length;

/** Loads the chat in a new tab and gives the milliseconds of processor time that its main thread took. */
async function load(browser, address) {
  const tab = await browser.openTab('about:blank');
  const send = await browser.attach(tab);
  await send('Page.enable');
  const source = `location.protocol === 'http:' && (${makeLong})(${JSON.stringify(PERSON)}, ${BUBBLES})`;
  await send('Page.addScriptToEvaluateOnNewDocument', { source });
  // The thread's own clock: time taken by other programs on this machine does not count.
  await send('Performance.enable', { timeDomain: 'threadTicks' });
  await send('Page.navigate', { url: address });
  await pause(WATCH_MS);
  const { metrics } = await send('Performance.getMetrics');
  const shown = await evaluate(send, countBubbles);
  if (shown < BUBBLES) throw new Error(`The messenger showed ${shown} bubbles instead of ${BUBBLES}.`);
  if (browser.extensionId !== null && !(await browser.findPanel())) throw new Error('There was no panel to measure.');
  await browser.closeTab(tab);
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** Runs in one of Rapport's screens: remembers the person of the conversation in the tab with this address. */
async function rememberIn(url) {
  const ask = async (name, request) => (await globalThis.chrome.runtime.sendMessage({ name, request })).value;
  const tab = (await globalThis.chrome.tabs.query({})).find((one) => one.url === url)?.id;
  const { ref } = tab === undefined ? {} : await ask('panel.view', { tab });
  return Boolean(ref && (await ask('person.remember', { subject: { tab, ref } })));
}

/** Remembers the person, so that Rapport has all its work to do: it counts every bubble, in the first load for good. */
async function remember(browser, address) {
  const tab = await browser.openTab(address);
  const screen = await browser.openTab(`chrome-extension://${browser.extensionId}/workspace.html`);
  for (let left = 10; left > 0; left -= 1) {
    await pause(WATCH_MS);
    if (!(await evaluate(await browser.attach(screen), rememberIn, address))) continue;
    await browser.closeTab(screen);
    return browser.closeTab(tab);
  }
  throw new Error('Rapport could not remember the person of the conversation.');
}

/**
 * @param {import('../bench.mjs').Desk} desk
 * @returns {Promise<import('../bench.mjs').Row[]>}
 */
export async function measure({ executable }) {
  const server = await serveDemo();
  const address = `${server.url}?page=${2 * BUBBLES}#/c/${PERSON}`;
  const plain = await openBare(executable, null);
  const ours = await openBare(executable, GRANTED);
  try {
    await remember(ours, address);
    const times = { plain: [], ours: [] };
    // Turn by turn, so that a busy moment of the machine meets both. The first of each warms the caches.
    for (let turn = 0; turn <= LOADS; turn += 1) {
      const pair = { plain: await load(plain, address), ours: await load(ours, address) };
      if (turn > 0) for (const side of ['plain', 'ours']) times[side].push(pair[side]);
    }
    const [without, withIt] = [median(times.plain), median(times.ours)];
    const detail = `${withIt.toFixed(0)} ms with, ${without.toFixed(0)} ms without, median of ${LOADS}`;
    return [{ name: 'page.task_ratio', value: Math.round((withIt / without) * 1000) / 1000, unit: '×', budget: 1.2, detail }];
  } finally {
    await Promise.all([plain.close(), ours.close(), server.close()]);
  }
}
