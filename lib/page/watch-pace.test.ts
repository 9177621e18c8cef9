// @vitest-environment happy-dom
// How often a page is looked at: by what a look costs, and not by what else the machine does meanwhile.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { demo } from '../sites/demo';
import { watch } from './watch';

const ending = { now: new AbortController() };
/** What the clock of the page shows, in ms; only looks let it go on. */
let clock = 0;
/** What the next looks cost, in ms; all later ones cost 1. */
let costs: number[] = [];
/** When looks were done, in ms. */
let looks: number[] = [];

beforeEach(async () => {
  vi.useFakeTimers();
  [clock, costs, looks, ending.now] = [0, [], [], new AbortController()];
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  vi.stubGlobal('chrome', { runtime: { id: 'x', sendMessage: () => Promise.resolve({ ok: true, value: {} }) } });
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('http://127.0.0.1/#/c/lin');
  document.body.innerHTML = `<div id="app" data-app="teahouse" data-account="mei">
    <main data-conversation-id="lin" data-conversation-kind="person">
      <header><h1 data-name>Lin</h1></header><div data-messages></div><textarea data-composer></textarea>
    </main></div>`;
  watch(demo, ending.now.signal, {
    hello: () => Promise.resolve(),
    look: () => {
      looks.push(Date.now());
      clock += costs.shift() ?? 1;
    },
    sent: () => undefined,
  });
  await vi.advanceTimersByTimeAsync(5_000);
  looks = [];
  // Something changes all the time.
  setInterval(() => document.querySelector('[data-messages]')!.append(document.createElement('p')), 10);
});

afterEach(() => {
  ending.now.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** How long after each look the next one came, in ms. */
const pauses = () => looks.slice(1).map((at, i) => at - looks[i]!);

it('looks again soon after a look that something else made long', async () => {
  costs = [1, 300, 1, 300, 1];
  await vi.advanceTimersByTimeAsync(2_000);
  expect(looks.length).toBeGreaterThan(10);
  expect(Math.max(...pauses())).toBeLessThan(150);
});

it('takes at most a twentieth of the time of a page that is dear to look at', async () => {
  costs = [1, 300, 300, 300];
  await vi.advanceTimersByTimeAsync(15_000);
  expect(pauses().slice(0, 4)).toEqual([
    expect.closeTo(100, -2),
    expect.closeTo(100, -2),
    expect.closeTo(6_000, -2),
    expect.closeTo(6_000, -2),
  ]);
});
