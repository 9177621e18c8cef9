// What Rapport costs a page with a very long chat, and what it keeps of chats that are closed: processor time of our own script
// alone, from the browser's tracing.
import { GRANTED } from '../fresh-build.mjs';
import { evaluate, openBare, pause } from './bare-browser.mjs';
import { serveLongChat } from './long-chat.mjs';
import { median } from './median.mjs';

const MESSAGES = 10_000;
const BURST = 5_000;
/** So many tasks of the page bring the burst. */
const TASKS = 50;
const TURNS = 4;
const SWITCHES = 1_000;
/** Long enough for a chat to be believed, which takes three looks. */
const STAY_MS = 320;
/** Before the heap is measured for the first time: what a page keeps once, it keeps by then. */
const WARM = 50;
/** Long enough for all to be told. */
const TOLD_MS = 5_000;

/* global open, burst, row -- functions of the page */
const openIn = (chat, count) => void open(chat, count);
const burstIn = (chat, from, count, tasks) => burst(chat, from, count, tasks);
/** Leaves a chat whose list the page keeps. */
async function leave(chat) {
  const list = document.querySelector('[data-messages]');
  open(chat, 20);
  await new Promise((done) => setTimeout(done, 1_000));
  globalThis.leftList = list;
}
function changeClosed(count) {
  for (let n = 0; n < count; n += 1) globalThis.leftList.append(row('closed', n));
}
async function switchAgain(from, count, stay) {
  for (let n = from; n < from + count; n += 1) {
    open(`s${n}`, 30);
    await new Promise((done) => setTimeout(done, stay));
  }
}

/** The calls of our script in a tracing, with the milliseconds of processor time that they took. */
function ourCalls(events) {
  const calls = events.filter(({ name, args }) => name === 'FunctionCall' && /\/page-\w+\.js$/.test(args?.data?.url ?? ''));
  return calls.map(({ tdur = 0, ts, tid }) => ({ took: tdur / 1000, ts, tid }));
}

/** Observers are called when a task of the page ends, and this page's are no timers; all else of ours comes by timers. */
function isOfTimer(events) {
  const timers = events.filter(({ name }) => name === 'TimerFire');
  return ({ ts, tid }) => timers.some((one) => one.tid === tid && one.ts <= ts && ts <= one.ts + (one.dur ?? 0));
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

/** Runs something in the page and gives our calls until all is told. */
async function during(browser, run) {
  const stop = await browser.trace(['devtools.timeline']);
  await run();
  await pause(TOLD_MS);
  const events = await stop();
  return { calls: ourCalls(events), isOfTimer: isOfTimer(events) };
}

async function heapOf(send) {
  // Twice: what only a finaliser lets go of is collected by the second.
  for (let i = 0; i < 2; i += 1) await send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0 } = await send('Runtime.getHeapUsage');
  return (usedSize + embedderHeapUsedSize) / 1e6;
}

/**
 * @param {import('../bench.mjs').Desk} desk
 * @returns {Promise<import('../bench.mjs').Row[]>}
 */
export async function measure({ executable }) {
  const server = await serveLongChat();
  const browser = await openBare(executable, GRANTED);
  try {
    const send = await browser.attach(await browser.openTab(server.url));
    await evaluate(send, openIn, 'first', 20);
    await pause(TOLD_MS);
    if (!(await browser.findPanel())) throw new Error('There was no panel to measure.');

    const seen = [];
    const whole = [];
    let longest = 0;
    for (let turn = 0; turn <= TURNS; turn += 1) {
      const opened = await during(browser, () => evaluate(send, openIn, `long${turn}`, MESSAGES));
      const { calls, isOfTimer } = await during(browser, () => evaluate(send, burstIn, `long${turn}`, MESSAGES, BURST, TASKS));
      const observing = calls.filter((call) => !isOfTimer(call));
      if (observing.length < TASKS) throw new Error(`Our observers were called ${observing.length} times in a burst: nobody watches.`);
      longest = Math.max(longest, ...[...opened.calls, ...calls].map(({ took }) => took));
      // The first is compiled on the way.
      if (turn === 0) continue;
      seen.push((sum(observing.map(({ took }) => took)) / BURST) * 1000);
      whole.push((sum(calls.map(({ took }) => took)) / BURST) * 1000);
    }

    await evaluate(send, leave, 'next');
    await pause(TOLD_MS);
    const late = await during(browser, () => evaluate(send, changeClosed, BURST));

    await evaluate(send, switchAgain, 0, WARM, STAY_MS);
    const before = await heapOf(send);
    for (let done = 0; done < SWITCHES; done += 100) await evaluate(send, switchAgain, WARM + done, 100, STAY_MS);
    const grown = (await heapOf(send)) - before;

    const what = `${BURST} messages into a chat of ${MESSAGES}, median of ${TURNS}`;
    return [
      { name: 'page.observe_us', value: median(seen), unit: 'µs', budget: 2, detail: `by the observers per message, ${what}` },
      { name: 'page.message_us', value: median(whole), unit: 'µs', budget: 20, detail: 'the same with looking, reading and telling' },
      {
        name: 'page.longest_ms',
        value: longest,
        unit: 'ms',
        budget: 50,
        detail: `longest run of our script, a chat of ${MESSAGES} opened too`,
      },
      {
        name: 'page.calls_after_close',
        value: late.calls.filter((call) => !late.isOfTimer(call)).length,
        unit: 'calls',
        budget: 0,
        detail: `for ${BURST} messages in a chat that is closed`,
      },
      {
        name: 'page.switches_heap_mb',
        value: Math.max(0, grown),
        unit: 'MB',
        budget: 2,
        detail: `after ${SWITCHES} chats, from ${before.toFixed(1)} MB`,
      },
    ];
  } finally {
    await Promise.all([browser.close(), server.close()]);
  }
}
