// What Rapport costs the page: the main thread's work for loading a chat of 400 bubbles, with Rapport divided by without.
import { serveDemo } from '../serve-demo.mjs';
import { askAll, openScreen, tabOf, until, ask } from '../../demo/ask.mjs';
import { median, panelOf, withoutRapport, withRapport } from './browsers.mjs';

const LOADS = 11;
const BUBBLES = 400;
const PERSON = 'daniel-okafor';
/** From the load on: long enough for the panel, the count of all bubbles and whatever comes after. */
const WATCH_MS = 2500;

/** Runs in the page before its scripts: gives the messenger a long conversation, as if it had been had in this tab. */
function makeLong({ person, bubbles }) {
  const base = Date.now();
  const message = (_, at) => ({
    id: `${person}-long-${at}`,
    direction: at % 3 ? 'in' : 'out',
    text: 'The second truck is on its way, and the crew knows about the lift. '.slice(0, 20 + ((at * 7) % 48)),
    at: base - (bubbles - at) * 300_000,
  });
  sessionStorage.setItem(
    'teahouse',
    JSON.stringify({ base, live: { [person]: Array.from({ length: bubbles }, message) }, read: {}, answered: {} }),
  );
}

/** Loads the chat in a new tab and gives the milliseconds of processor time that its main thread took. */
async function load(context, address, hasPanel) {
  const page = await context.newPage();
  await page.addInitScript(makeLong, { person: PERSON, bubbles: BUBBLES });
  const session = await context.newCDPSession(page);
  // The thread's own clock: other programs on this machine do not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(address, { waitUntil: 'load' });
  const loaded = Date.now();
  if (hasPanel) await (await panelOf(page)).getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(Math.max(0, WATCH_MS - (Date.now() - loaded)));
  const { metrics } = await session.send('Performance.getMetrics');
  const shown = await page.evaluate(() => document.querySelectorAll('[data-message-id]').length);
  if (shown < BUBBLES) throw new Error(`The messenger showed ${shown} bubbles instead of ${BUBBLES}.`);
  await page.close();
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** Remembers the person, so that Rapport has all its work to do: it counts every bubble, in the first load for good. */
async function remember(context, extensionId, address) {
  const screen = await openScreen(context, extensionId, 'workspace');
  const page = await context.newPage();
  await page.goto(address);
  const tab = await tabOf(screen, address);
  const view = () => ask(screen, 'panel.view', { tab });
  const { ref } = await until(async () => (await view()).conversation && view(), 'Rapport did not see the conversation.');
  await askAll(screen, [['person.remember', { subject: { tab, ref } }]]);
  await page.close();
  await screen.close();
}

/**
 * @param {import('../bench.mjs').Desk} desk
 * @returns {Promise<import('../bench.mjs').Row[]>}
 */
export async function measure({ executable }) {
  const server = await serveDemo();
  const address = `${server.url}?page=${2 * BUBBLES}#/c/${PERSON}`;
  const plain = await withoutRapport(executable);
  const ours = await withRapport(executable);
  try {
    await remember(ours.context, ours.extensionId, address);
    const times = { plain: [], ours: [] };
    // Turn by turn, so that a busy moment of the machine meets both. The first of each warms the caches.
    for (let turn = 0; turn <= LOADS; turn += 1) {
      const pair = { plain: await load(plain.context, address, false), ours: await load(ours.context, address, true) };
      if (turn > 0) for (const side of ['plain', 'ours']) times[side].push(pair[side]);
    }
    const [without, withIt] = [median(times.plain), median(times.ours)];
    const detail = `${withIt.toFixed(0)} ms with, ${without.toFixed(0)} ms without, median of ${LOADS}`;
    return [{ name: 'page.task_ratio', value: Math.round((withIt / without) * 1000) / 1000, unit: '×', budget: 1.2, detail }];
  } finally {
    await Promise.all([plain.close(), ours.close(), server.close()]);
  }
}
