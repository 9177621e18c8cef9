// A whole book out into a file and in again, in the built extension: how long each step takes and how much memory, for who asks:
// `node scripts/bench/restore.mjs 100000 1000000` (contacts, messages) fills a book and saves it first; `node scripts/bench/restore.mjs FILE`
// begins with an empty book and a file that was saved before. With `--sealed` the file gets a passphrase, and a file that has one is opened
// with it. Not part of `npm run bench`: it may take half an hour.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuild, GRANTED } from '../fresh-build.mjs';
import { ensureChromium } from '../needs.mjs';
import { evaluate, openBare, pause } from './bare-browser.mjs';
import { fillBook } from './book.mjs';

const asked = process.argv.slice(2).filter((one) => one !== '--sealed');
const isSealed = asked.length < process.argv.length - 2;
const PASSPHRASE = 'correct horse battery';
const given = /\.(json|rapport)$/.test(asked[0] ?? '') ? resolve(asked[0]) : null;
const [contacts = 10_000, messages = 10 * contacts] = given ? [] : asked.map(Number);
/** Nothing may take longer than this, in ms. */
const LONGEST = 7_200_000;

/** Bytes that the processes of a browser have in memory; shared ones count once for each. */
function memoryOf(/** @type {string} */ profileMark) {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, pid, parent, rss, args]) => ({ pid, parent, rss: Number(rss) * 1024, args }));
  const own = new Set(all.filter(({ args }) => args.includes(profileMark)).map(({ pid }) => pid));
  for (let before = -1; before < own.size;) {
    before = own.size;
    for (const { pid, parent } of all) if (own.has(parent)) own.add(pid);
  }
  return all.filter(({ pid }) => own.has(pid)).reduce((sum, { rss }) => sum + rss, 0);
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

/** Runs in the page: counts the rows of the two largest tables, and says of whom the first is. */
async function contents() {
  const database = await new Promise((resolve) => {
    const opening = globalThis.indexedDB.open('rapport');
    opening.onsuccess = () => resolve(opening.result);
  });
  const reading = database.transaction(['contacts', 'interactions'], 'readonly');
  const ask = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const [people, rows, first] = await Promise.all([
    ask(reading.objectStore('contacts').count()),
    ask(reading.objectStore('interactions').count()),
    ask(reading.objectStore('contacts').openCursor()),
  ]);
  database.close();
  return `${people} people, ${rows} interactions, the first is ${first?.value.name}`;
}

async function main() {
  await ensureBuild();
  const folder = mkdtempSync(join(tmpdir(), 'rapport-restore-'));
  const browser = await openBare(await ensureChromium(), GRANTED);
  try {
    const workspace = await browser.attach(await browser.openTab(`chrome-extension://${browser.extensionId}/workspace.html#/backup`));
    await workspace('Page.enable');
    await workspace('DOM.enable');
    await workspace('Performance.enable');
    await workspace('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await pause(3_000);
    const heap = async () => (await workspace('Performance.getMetrics')).metrics.find(({ name }) => name === 'JSHeapUsedSize').value;
    /** Waits until the page says something; tells how long that took and the most memory meanwhile. */
    const until = async (what, look) => {
      const start = Date.now();
      let [page, all] = [0, 0];
      for (let said = null; ; said = await evaluate(workspace, look)) {
        [page, all] = [Math.max(page, await heap()), Math.max(all, memoryOf(browser.profile))];
        if (said) {
          console.log(
            `${what}: ${seconds(Date.now() - start)}; at most ${megabytes(page)} in the page's heap, ${megabytes(all)} in all processes`,
          );
          if (typeof said === 'string' && said.startsWith('!')) throw new Error(said);
          return;
        }
        if (Date.now() - start > LONGEST) throw new Error(`${what}: still not done.`);
        await pause(500);
      }
    };
    const click = (words) =>
      evaluate(
        workspace,
        (text) => [...document.querySelectorAll('button, label')].find((one) => one.textContent.includes(text)).click(),
        words,
      );
    /** Types into the fields of a passphrase and hands it in. */
    const seal = () =>
      evaluate(
        workspace,
        (words) => {
          const form = document.querySelector('form.ws-passphrase');
          for (const field of form.querySelectorAll('input')) {
            field.value = words;
            field.dispatchEvent(new Event('input', { bubbles: true }));
          }
          form.requestSubmit();
        },
        PASSPHRASE,
      );
    const choose = async (file) => {
      const { root } = await workspace('DOM.getDocument');
      const { nodeId } = await workspace('DOM.querySelector', { nodeId: root.nodeId, selector: 'input[type=file]' });
      await workspace('DOM.setFileInputFiles', { nodeId, files: [file] });
      if (isSealed) {
        await until('Asked for the passphrase', () => document.querySelector('form.ws-passphrase') !== null);
        await seal();
      }
      await until('Read, checked and compared', () => {
        const wrong = document.querySelector('.error-line')?.textContent;
        return wrong ? `!${wrong}` : document.querySelector('.ws-restore table') !== null;
      });
    };
    const taken = () => {
      const wrong = document.querySelector('.error-line')?.textContent;
      return wrong ? `!${wrong}` : document.querySelector('.ws-standing') !== null;
    };

    const replace = async () => {
      await click('Replace');
      await click('Replace what is here');
      const asked = askMeanwhile(browser);
      await until('Taken over in place of all', taken);
      console.log(`  the popup's question meanwhile: ${await asked.end()}`);
    };

    let file = given;
    if (file) {
      await choose(file);
      await replace();
    } else {
      const start = Date.now();
      await fillBook(workspace, { from: 0, to: contacts, messages });
      console.log(`${contacts} contacts with ${messages} messages written in ${seconds(Date.now() - start)}`);
      await click(isSealed ? 'passphrase' : 'Save a backup file');
      if (isSealed) {
        await pause(500);
        await seal();
      }
      await until('Saved', () => document.querySelector('[role=status].ws-file')?.textContent !== '');
      await pause(3_000);
      file = join(
        folder,
        readdirSync(folder).find((name) => name.startsWith('rapport-backup')),
      );
    }
    console.log(`The file has ${megabytes(statSync(file).size)}`);
    const before = await evaluate(workspace, contents);
    console.log(`  ${before}`);

    // Something is different by the time it is taken over: a contact in a hundred has another name here, and one in a hundred is gone.
    await evaluate(workspace, changeSome);
    const changed = await evaluate(workspace, contents);
    await choose(file);
    await replace();
    console.log(
      `  ${before === (await evaluate(workspace, contents)) ? 'as in the file' : `NOT as in the file: ${await evaluate(workspace, contents)}`}`,
    );
    await click('Go back to it');
    await until('Taken back', () => {
      const wrong = document.querySelector('.error-line')?.textContent;
      return wrong ? `!${wrong}` : document.querySelector('.ws-standing') === null && document.querySelector('progress') === null;
    });
    console.log(
      `  ${changed === (await evaluate(workspace, contents)) ? 'as before' : `NOT as before: ${await evaluate(workspace, contents)}`}`,
    );
    await choose(file);
    await click('Merge the file');
    await until('Merged', taken);
    console.log(`  ${await evaluate(workspace, contents)}`);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Asks for Today in a tab of its own every now and then, as a popup does, until it is ended: gives how long the answers took. */
function askMeanwhile(browser) {
  let isOver = false;
  const said = (async () => {
    const tab = await browser.openTab(`chrome-extension://${browser.extensionId}/popup.html`);
    const page = await browser.attach(tab);
    await pause(1_000);
    const codes = {};
    let longest = 0;
    while (!isOver) {
      const { ms, code } = await evaluate(page, async () => {
        const start = performance.now();
        const answer = await globalThis.chrome.runtime.sendMessage({ name: 'today.list', request: { all: false } });
        return { ms: performance.now() - start, code: answer.ok ? 'answered' : answer.code };
      });
      codes[code] = (codes[code] ?? 0) + 1;
      longest = Math.max(longest, ms);
      await pause(2_000);
    }
    await browser.closeTab(tab);
    return `${JSON.stringify(codes)}, the longest wait ${seconds(longest)}`;
  })();
  return {
    end: () => {
      isOver = true;
      return said;
    },
  };
}

/** Runs in the page: gives one contact in a hundred another name, and removes one in a hundred. */
async function changeSome() {
  const database = await new Promise((resolve) => {
    const opening = globalThis.indexedDB.open('rapport');
    opening.onsuccess = () => resolve(opening.result);
  });
  const writing = database.transaction(['contacts'], 'readwrite');
  let n = 0;
  writing.objectStore('contacts').openCursor().onsuccess = ({ target: { result: cursor } }) => {
    if (!cursor) return;
    if (n % 100 === 0) cursor.update({ ...cursor.value, name: `Changed ${n}` });
    else if (n % 100 === 50) cursor.delete();
    n += 1;
    cursor.continue();
  };
  await new Promise((resolve) => (writing.oncomplete = resolve));
  database.close();
}

await main();
