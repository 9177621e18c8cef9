// Runs before the popup's own code is read, as a script of its own: what the popup shows first is on its way by then.
import type { Browser } from 'webextension-polyfill';
import { tabInFront } from '@/lib/hooks/tab-in-front';
import type { Answer, MessageName, Outcome } from '@/lib/messages/protocol';

/** Undefined is what a dead worker says. */
type Asked<N extends MessageName> = Promise<Outcome<Answer<N>> | undefined>;

export interface AskedFirst {
  screen: Asked<'popup.first'>;
  tab: Promise<number | null>;
  /** Of that tab. */
  state: Asked<'tab.state'>;
}

declare global {
  /** What was asked for before there was code to read it; see first.ts. */
  var askedFirst: AskedFirst | undefined;
}

/** Asks with what the browser brings: a library would have to be read first. */
export function askEarly(): void {
  const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  const screen: AskedFirst['screen'] = api.runtime.sendMessage({ name: 'popup.first', request: {} });
  const tab = tabInFront(api as unknown as Browser);
  const state = tab.then((tab): AskedFirst['state'] =>
    tab === null ? Promise.resolve(undefined) : api.runtime.sendMessage({ name: 'tab.state', request: { tab } }),
  );
  // Whoever takes it hears of a failure; nobody else has to.
  for (const asked of [screen, tab, state]) asked.catch(() => undefined);
  globalThis.askedFirst = { screen, tab, state };
}
