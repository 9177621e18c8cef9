// What Rapport costs a chat page: the main thread's work for loading a real client with a long conversation, with Rapport
// divided by without.
import { GRANTED } from '../fresh-build.mjs';
import { ensureProsody } from '../needs.mjs';
import { evaluate, openBare, pause } from './bare-browser.mjs';
import { median } from './median.mjs';
import { startRealChat } from './real-chat.mjs';

const LOADS = 11;
const MESSAGES = 400;
/** Long enough for login, history, the panel and the count of all messages. */
const WATCH_MS = 6000;

const countMessages = () => document.querySelectorAll('.chat-msg[data-msgid]').length;

/** Loads the chat in a new tab. Gives the milliseconds of processor time that its main thread took, and the messages shown then. */
async function load(browser, address) {
  const tab = await browser.openTab('about:blank');
  const send = await browser.attach(tab);
  await send('Page.enable');
  // The thread's own clock: time taken by other programs on this machine does not count.
  await send('Performance.enable', { timeDomain: 'threadTicks' });
  await send('Page.navigate', { url: address });
  await pause(WATCH_MS);
  const { metrics } = await send('Performance.getMetrics');
  const shown = await evaluate(send, countMessages);
  if (shown < 20) throw new Error(`The client showed ${shown} messages.`);
  if (browser.extensionId !== null && !(await browser.findPanel())) throw new Error('There was no panel to measure.');
  await browser.closeTab(tab);
  return { took: metrics.find(({ name }) => name === 'TaskDuration').value * 1000, shown };
}

/** Runs in one of Rapport's screens: lets Rapport read Converse on this origin. */
async function adoptIn(origin) {
  const answer = await globalThis.chrome.runtime.sendMessage({ name: 'site.adopt', request: { site: 'converse', origin, on: true } });
  return answer.ok;
}

/** Runs in one of Rapport's screens: remembers the person of the conversation in the tab of this origin. */
async function rememberIn(origin) {
  const ask = async (name, request) => (await globalThis.chrome.runtime.sendMessage({ name, request })).value;
  const tab = (await globalThis.chrome.tabs.query({})).find((one) => one.url?.startsWith(origin))?.id;
  const { ref } = tab === undefined ? {} : await ask('panel.view', { tab });
  return Boolean(ref && (await ask('person.remember', { subject: { tab, ref } })));
}

/** Remembers the person, so that Rapport has all its work to do: it counts every message, in the first load for good. */
async function remember(browser, { origin, address }) {
  const screen = await browser.openTab(`chrome-extension://${browser.extensionId}/workspace.html`);
  const send = await browser.attach(screen);
  await pause(1000);
  if (!(await evaluate(send, adoptIn, origin))) throw new Error('Rapport could not be switched on for the client.');
  const tab = await browser.openTab(address);
  for (let left = 5; left > 0; left -= 1) {
    await pause(WATCH_MS);
    if (!(await evaluate(send, rememberIn, origin))) continue;
    await browser.closeTab(screen);
    await browser.closeTab(tab);
    return;
  }
  throw new Error('Rapport could not remember the person of the conversation.');
}

/**
 * Logs in once from a browser that is thrown away: the first login of an account is handed what waited for it on the server,
 * and keeps showing more than any later browser.
 */
async function fetchWaiting(executable, address) {
  const browser = await openBare(executable, null);
  await load(browser, address);
  await browser.close();
}

/**
 * @param {import('../bench.mjs').Desk} desk
 * @returns {Promise<import('../bench.mjs').Row[]>}
 */
export async function measure({ executable }) {
  await ensureProsody();
  const chat = await startRealChat(executable, MESSAGES);
  await fetchWaiting(executable, chat.address);
  const plain = await openBare(executable, null);
  const ours = await openBare(executable, GRANTED);
  try {
    await remember(ours, chat);
    let shown = 0;
    const times = { plain: [], ours: [] };
    // Turn by turn, so that a busy moment of the machine meets both. The first of each warms the caches.
    for (let turn = 0; turn <= LOADS; turn += 1) {
      const pair = { plain: await load(plain, chat.address), ours: await load(ours, chat.address) };
      if (turn === 0) continue;
      if (pair.plain.shown !== pair.ours.shown)
        throw new Error(
          `The client showed ${pair.plain.shown} messages without Rapport and ${pair.ours.shown} with it: no fair comparison.`,
        );
      ({ shown } = pair.ours);
      for (const side of ['plain', 'ours']) times[side].push(pair[side].took);
    }
    const [without, withIt] = [median(times.plain), median(times.ours)];
    const detail = `Converse.js, ${shown} messages, ${withIt.toFixed(0)} ms with, ${without.toFixed(0)} ms without, median of ${LOADS}`;
    return [{ name: 'page.task_ratio', value: Math.round((withIt / without) * 1000) / 1000, unit: '×', budget: 1.2, detail }];
  } finally {
    await Promise.all([plain.close(), ours.close(), chat.close()]);
  }
}
