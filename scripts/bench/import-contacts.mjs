// A file of 100,000 people through the page as a user brings it in: read in the worker, compared, set aside, taken into the book, and
// taken back. Meanwhile another screen asks what the popup asks.
import { GRANTED } from '../fresh-build.mjs';
import { p95, spread } from './ask-often.mjs';
import { evaluate, openBare, pause } from './bare-browser.mjs';

const PEOPLE = 100_000;
/** Of so many it is measured how fast the browser alone is. */
const BARE = 20_000;

/** Runs in the page of imports: makes the file and hands it to the page, as somebody who drops it would. */
async function hand(people) {
  const families = ['Weber', 'Okafor', 'Lindqvist', '王磊', 'Petrov', 'Yilmaz', '陈静', 'Haddad', 'Lim', 'Tanaka'];
  const pieces = ['Name,Mobile Phone,E-mail,Company,Tags,Notes,LinkedIn\n'];
  for (let i = 0; i < people; i += 1)
    pieces.push(
      `${families[i % 10]} ${i},+4915${112_000_000 + i * 37},p${i}@oak${i % 900}.example,Oak ${i % 900},${i % 3 ? 'fair' : 'vip'},Met at stand ${i},https://www.linkedin.com/in/p-${i}/\n`,
    );
  const transfer = new globalThis.DataTransfer();
  transfer.items.add(new globalThis.File(pieces, 'people.csv', { type: 'text/csv' }));
  const until = async (find) => {
    for (let n = 0; n < 600; n += 1) {
      const found = find();
      if (found) return found;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`The page did not come so far: ${document.querySelector('main').innerText}`);
  };
  const input = await until(() => document.querySelector('input[type="file"]'));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => document.querySelector('.import-columns'));
}

/** Runs in the page: presses its primary button and waits until the import stands so. Gives the ms. */
async function press(state) {
  const job = async () => (await globalThis.chrome.runtime.sendMessage({ name: 'import.state', request: {} })).value.job;
  const begin = performance.now();
  document.querySelector('.import-page .ws-acts button.primary').click();
  for (;;) {
    const now = await job();
    if (now?.state === state) return { ms: performance.now() - begin, tally: now.tally };
    if (document.querySelector('.error-line')) throw new Error(document.querySelector('.error-line').innerText);
    await new Promise((later) => setTimeout(later, 100));
  }
}

/** Runs in the page: takes the import back, and waits until nothing of it is left. Gives the ms. */
async function takeBack() {
  const job = async () => (await globalThis.chrome.runtime.sendMessage({ name: 'import.state', request: {} })).value.job;
  const begin = performance.now();
  let button;
  while (!(button = document.querySelector('.intake-going .ws-acts button'))) await new Promise((later) => setTimeout(later, 50));
  button.click();
  while ((await job()) !== null) {
    if (document.querySelector('.error-line')) throw new Error(document.querySelector('.error-line').innerText);
    await new Promise((later) => setTimeout(later, 100));
  }
  return performance.now() - begin;
}

/**
 * Runs in the page: writes the rows of so many of these people once more, each by itself, into an empty database with the same tables and
 * indexes, without any of our code. Gives how many people a second the browser takes in that way at most.
 */
async function bare(people) {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const { indexedDB } = globalThis;
  const from = await done(indexedDB.open('rapport'));
  const reading = from.transaction(['bundles', 'contacts', 'identities', 'notes']);
  const bundles = done(reading.objectStore('bundles').getAll(null, people / 25));
  const tables = ['contacts', 'identities', 'notes'].map((name) => {
    const store = reading.objectStore(name);
    return { name, keyPath: store.keyPath, indexes: [...store.indexNames].map((one) => store.index(one)) };
  });
  const rows = (await bundles).reduce((all, bundle) => all.map((some, i) => some.concat(bundle.rows[tables[i].name])), [[], [], []]);
  const opening = indexedDB.open('bare', 1);
  opening.onupgradeneeded = () => {
    for (const { name, keyPath, indexes } of tables) {
      const store = opening.result.createObjectStore(name, { keyPath });
      for (const index of indexes) store.createIndex(index.name, index.keyPath, { multiEntry: index.multiEntry });
    }
  };
  const to = await done(opening);
  const AT_ONCE = 800;
  const begin = performance.now();
  let before = Promise.resolve();
  for (let at = 0; at < people; at += AT_ONCE) {
    const transaction = to.transaction(
      tables.map(({ name }) => name),
      'readwrite',
      { durability: 'relaxed' },
    );
    const written = new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(undefined);
      transaction.onabort = () => reject(transaction.error);
    });
    for (const [i, { name }] of tables.entries()) for (const row of rows[i].slice(at, at + AT_ONCE)) transaction.objectStore(name).add(row);
    transaction.commit();
    await before;
    before = written;
  }
  await before;
  const ms = performance.now() - begin;
  from.close();
  to.close();
  await done(indexedDB.deleteDatabase('bare'));
  return (people * 1000) / ms;
}

/** Runs in another screen: asks for what the popup shows until it is told to stop. */
function watch() {
  globalThis.times = [];
  globalThis.stopped = false;
  void (async () => {
    while (!globalThis.stopped) {
      const start = performance.now();
      const answer = await globalThis.chrome.runtime.sendMessage({ name: 'popup.first', request: {} });
      if (!answer.ok) globalThis.failed = answer.code;
      globalThis.times.push(performance.now() - start);
      await new Promise((later) => setTimeout(later, 100));
    }
  })();
}
function watched() {
  globalThis.stopped = true;
  if (globalThis.failed) throw new Error(`popup.first: ${globalThis.failed}`);
  return globalThis.times;
}

/** @returns {Promise<import('../bench.mjs').Row[]>} */
export async function measure({ executable }) {
  const browser = await openBare(executable, GRANTED);
  try {
    const screen = async (path) => {
      const page = await browser.attach(await browser.openTab(`chrome-extension://${browser.extensionId}/${path}`));
      // The tab is empty at first, and a question that waits in it dies with what was there.
      while (!(await evaluate(page, () => document.querySelector('main') !== null).catch(() => false))) await pause(100);
      return page;
    };
    const other = await screen('workspace.html#/settings');
    const page = await screen('workspace.html#/people');
    await evaluate(page, hand, PEOPLE);
    await evaluate(other, watch);
    const read = await evaluate(page, press, 'ready');
    const taken = await evaluate(page, press, 'taken');
    const times = await evaluate(other, watched);
    // Without what the worker does behind an import.
    await pause(2000);
    const most = await evaluate(page, bare, BARE);
    await evaluate(other, watch);
    const back = await evaluate(page, takeBack);
    const meanwhile = await evaluate(other, watched);
    if (taken.tally.fresh !== PEOPLE) throw new Error(`Of ${PEOPLE} people ${taken.tally.fresh} came in.`);
    const seconds = (ms) => `${Math.round(ms / 100) / 10} s`;
    return [
      {
        name: 'import.contacts_per_s',
        value: Math.round((PEOPLE * 1000) / (read.ms + taken.ms)),
        unit: '1/s',
        budget: 3000,
        isLeast: true,
        detail: `${PEOPLE / 1000}k from a table: read and compared in ${seconds(read.ms)}, taken in ${seconds(taken.ms)}; the browser alone writes them row by row at ${Math.round(most)}/s`,
      },
      {
        name: 'import.popup_p95_ms',
        value: p95(times),
        unit: 'ms',
        budget: 300,
        detail: `what the popup asks meanwhile: ${spread(times)}; all taken back in ${seconds(back)}, meanwhile ${p95(meanwhile)}: ${spread(meanwhile)}`,
      },
    ];
  } finally {
    await browser.close();
  }
}
