// @vitest-environment happy-dom
// While it is not known whose mailbox this is, or what is on the screen at all, nothing is told that could be counted.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reading, SeenMessage } from '../messages/protocol';
import { demo } from '../sites/demo';
import type { Site } from '../sites/site';
import { watch } from './watch';

interface Told {
  name: string;
  request: { reading?: Reading; messages?: SeenMessage[] };
}

/** The demo messenger, recognised by something that can go away without the rest. */
const site: Site = { ...demo, marks: ['[data-mark]'] };
let told: Told[];
let ending: AbortController;
/** How the page was said to be read, the latest last. */
const reading = () => told.findLast(({ request }) => request.reading)?.request.reading;
/** Every message told so far, once. */
const keys = () => [...new Set(told.flatMap(({ request }) => request.messages?.map(({ key }) => key) ?? []))];
const app = () => document.querySelector<HTMLElement>('#app')!;
/** A header that changes over the same messages is believed only after three seconds; this is longer. */
const aWhile = () => vi.advanceTimersByTimeAsync(5_000);

function element(tag: string, attributes: Record<string, string>, ...children: (Element | string)[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
const row = (key: string) => element('div', { 'data-direction': 'in', 'data-message-id': key }, element('p', { 'data-text': '' }, 'Hello'));
const receive = (key: string) => document.querySelector('[data-messages]')!.append(row(key));

beforeEach(() => {
  vi.useFakeTimers();
  // What a look costs decides when the next one comes, and here each costs much.
  vi.spyOn(performance, 'now').mockReturnValue(0);
  told = [];
  ending = new AbortController();
  const sendMessage = (message: Told) => {
    told.push(message);
    return Promise.resolve({ ok: true, value: {} });
  };
  vi.stubGlobal('chrome', { runtime: { id: 'x', sendMessage } });
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('http://127.0.0.1/#/c/lin');
  document.body.replaceChildren(
    element(
      'div',
      { id: 'app', 'data-app': 'teahouse', 'data-account': 'mei', 'data-mark': '' },
      element(
        'main',
        { 'data-conversation-id': 'lin', 'data-conversation-kind': 'person' },
        element('header', {}, element('h1', { 'data-name': '' }, 'Lin')),
        element('div', { 'data-messages': '' }, row('a'), row('b')),
        element('textarea', { 'data-composer': '' }),
      ),
    ),
  );
});

afterEach(() => {
  ending.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function start(): Promise<void> {
  watch(site, ending.signal, { hello: () => Promise.resolve(), look: () => undefined, sent: () => undefined });
  await aWhile();
}

describe('a page that can be read', () => {
  it('has its messages told', async () => {
    await start();
    expect(reading()).toMatchObject({ state: 'reading', missing: [] });
    receive('c');
    await aWhile();
    expect(keys()).toEqual(['a', 'b', 'c']);
  });
});

describe('a page that does not show whose mailbox it is', () => {
  it('is partly read, and its messages are told only when it does', async () => {
    app().removeAttribute('data-account');
    await start();
    expect(reading()).toMatchObject({ state: 'partly', missing: ['account'] });
    receive('c');
    await aWhile();
    expect(keys()).toEqual([]);
    app().setAttribute('data-account', 'mei');
    receive('d');
    await aWhile();
    expect(keys()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('a page that is not recognised any more', () => {
  it('has nothing told from then on, with the time since when, until it is recognised again', async () => {
    await start();
    const before = Date.now();
    app().removeAttribute('data-mark');
    receive('c');
    await aWhile();
    expect(reading()).toMatchObject({ state: 'unrecognised' });
    expect(reading()!.since).toBeGreaterThanOrEqual(before);
    receive('d');
    await aWhile();
    expect(keys()).toEqual(['a', 'b']);
    app().setAttribute('data-mark', '');
    receive('e');
    await aWhile();
    expect(keys()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
