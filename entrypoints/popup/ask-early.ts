// Runs before the popup's own code is read, as a script of its own: what the popup shows first is on its way by then.
import type { Answer, Outcome } from '@/lib/messages/protocol';

declare global {
  /** The outcome of `popup.first`, asked for before there was code to read it; see first.ts. */
  var firstOutcome: Promise<Outcome<Answer<'popup.first'>> | undefined> | undefined;
}

/** Asks with what the browser brings: a library would have to be read first. */
export function askEarly(): void {
  const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  globalThis.firstOutcome = api.runtime.sendMessage({ name: 'popup.first', request: {} });
  // Whoever takes it hears of a failure; nobody else has to.
  globalThis.firstOutcome?.catch(() => undefined);
}
