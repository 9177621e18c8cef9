// The table of contacts in a book of real size: searching as one types, one contact looked up, and the first lines of any order.
import { askOften, p95, spread } from './ask-often.mjs';
import { evaluate, pause } from './bare-browser.mjs';

/** Typed letter by letter: names, Chinese ones as they are written and as they are spoken, tags, numbers, two words, nothing. */
const TYPED = [
  'anna weber',
  '王磊',
  'wanglei',
  'chenj',
  '家具',
  'jiaju 1',
  'lindqvist',
  'vip',
  'trade fair',
  'petrov 77',
  '9999',
  'eber',
  'nobody',
];
const ROUNDS = 3;
const LOOKUPS = 200;

const everybody = { tags: [], types: [], tiers: [], stages: [], sites: [], cooling: false, noNext: false, within: null, silent: null };
const rows = (query, from = 0) => ({
  name: 'book.rows',
  request: { query: { words: '', filter: everybody, sort: 'name', down: false, ...query }, from, many: 50 },
});

/** Every order, each with a filter that nobody asked for before, so that nothing is ready. */
const ORDERS = ['name', 'last', 'strength', 'tier', 'next', 'added'].flatMap((sort, i) => [
  { sort, down: i % 2 === 0, filter: everybody },
  { sort, down: i % 2 === 1, filter: { ...everybody, silent: 30 + i } },
  { sort, down: true, filter: { ...everybody, tags: ['vip', 'hotel'], tiers: ['shallow'], within: 20 + i } },
]);

/** Runs in a screen: asks these questions in their order. Gives how long each answer took, in ms. */
async function askEach(messages) {
  const times = [];
  for (const message of messages) {
    const start = performance.now();
    const answer = await globalThis.chrome.runtime.sendMessage(message);
    if (!answer.ok) throw new Error(`${message.name}: ${answer.code}`);
    times.push(performance.now() - start);
  }
  return times;
}

/** Runs in a screen: asks for lines until all are made. Gives how long that took, in ms. */
async function untilMade(message) {
  const start = performance.now();
  for (;;) {
    const answer = await globalThis.chrome.runtime.sendMessage(message);
    if (!answer.ok) throw new Error(answer.code);
    if (answer.value.complete) return performance.now() - start;
    await new Promise((later) => setTimeout(later, 200));
  }
}

/**
 * Runs in the page of contacts: scrolls as a hand at the wheel does, then in leaps through the whole book, for some 8 s. Gives the longest
 * task in ms (tasks below 50 ms are not told and count as 0).
 */
async function scrollThrough() {
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  const height = () => document.scrollingElement.scrollHeight - globalThis.innerHeight;
  for (let step = 0; step < 240; step += 1) {
    globalThis.scrollBy(0, 120);
    await frame();
  }
  for (let leap = 0; leap < 40; leap += 1) {
    globalThis.scrollTo(0, (height() * ((leap * 7) % 40)) / 40);
    for (let n = 0; n < 6; n += 1) await frame();
  }
  await new Promise((later) => setTimeout(later, 300));
  observer.disconnect();
  return { longest: Math.round(Math.max(0, ...tasks)), many: tasks.length, height: height() };
}

/** Opens the page of contacts and scrolls in it. */
async function measureScroll(browser) {
  const tab = await browser.openTab(`chrome-extension://${browser.extensionId}/workspace.html#/contacts`);
  const page = await browser.attach(tab);
  while (!(await evaluate(page, () => globalThis.document.querySelectorAll('.ws-who').length > 10).catch(() => false))) await pause(200);
  await pause(1000);
  const scrolled = await evaluate(page, scrollThrough);
  await browser.closeTab(tab);
  return scrolled;
}

/** Whom to look up: spread over the whole book. */
async function someIds(workspace, many, contacts) {
  const found = [];
  for (let n = 0; n < 4; n += 1) {
    const answer = await evaluate(
      workspace,
      (message) => globalThis.chrome.runtime.sendMessage(message),
      rows({ sort: 'added' }, Math.floor((contacts / 4) * n)),
    );
    found.push(...answer.value.rows.map(({ id }) => id));
  }
  return found.slice(0, many);
}

/**
 * The rows of one size, the book being written.
 * @returns {Promise<import('../bench.mjs').Row[]>}
 */
export async function measureTable(browser, workspace, contacts) {
  const made = await evaluate(workspace, untilMade, rows({}));
  const ids = await someIds(workspace, LOOKUPS, contacts);
  const lookup = await evaluate(workspace, askEach, ids.map((contact) => ({ name: 'contact.get', request: { contact } }))); // prettier-ignore
  const typed = TYPED.flatMap((text) => Array.from(text, (_, i) => rows({ words: text.slice(0, i + 1) })));
  const search = [];
  for (let round = 0; round < ROUNDS; round += 1) search.push(...(await evaluate(workspace, askEach, typed)));
  const windows = await evaluate(workspace, askEach, ORDERS.map((order) => rows(order))); // prettier-ignore
  const { longest, many, height } = await measureScroll(browser);
  const cold = [];
  for (let n = 0; n < 5; n += 1) {
    await browser.stopWorker();
    await pause(500);
    cold.push(...(await evaluate(workspace, askOften, 1, rows({}))));
  }
  const size = `${contacts / 1000}k`;
  const row = (name, value, budget, detail) => ({ name: `${name}.${size}`, value, unit: 'ms', budget, detail });
  return [
    row('search.p95_ms', p95(search), 50, spread(search)),
    row('db.lookup_p95_ms', p95(lookup), 10, `one contact with everything: ${spread(lookup)}`),
    row('table.first_rows_ms', p95(windows), 150, `every order, filtered in new ways: ${spread(windows)}`),
    row('table.scroll_task_ms', longest, 50, `${many} tasks above 50 ms while ${Math.round(height / 1000)},000 px were scrolled`),
    row('table.cold_ms', p95(cold), 800, `worker stopped: ${spread(cold)}; all lines made in ${Math.round(made / 100) / 10} s`),
  ];
}

/** How much longer these take with ten times as many contacts. */
export function growthOf(measured) {
  const value = (name) => measured.find((row) => row.name === name)?.value;
  return ['today.p95_ms', 'search.p95_ms', 'db.lookup_p95_ms'].map((name) => {
    const [small, large] = [value(`${name}.10k`), value(`${name}.100k`)];
    return { name: name.replace(/p95_ms$/, 'growth'), value: Math.round((large / small) * 100) / 100, unit: '×', budget: 1.5 };
  });
}
