// Runs before the workspace's own code is read, as a script of its own: what is shown first is on its way by then. It says nothing that the
// page itself would not ask; what it guesses wrong is asked again.
import type { MessageName, Request } from '@/lib/messages/protocol';

/** The calendar day. Written out, for a library would have to be read first. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

export function askEarly(): void {
  const { runtime } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  const changed = new Set<string>();
  const outcomes = new Map<string, Promise<unknown>>();
  globalThis.askedEarly = { outcomes, changed };
  runtime.onMessage.addListener((message: { changed?: unknown } | null) => {
    if (Array.isArray(message?.changed)) for (const table of message.changed) changed.add(String(table));
  });
  const ask = <N extends MessageName>(name: N, request: Request<N>): void => {
    const outcome: Promise<unknown> = runtime.sendMessage({ name, request });
    // Whoever takes it hears of a failure; nobody else has to.
    outcome.catch(() => undefined);
    outcomes.set(`${name} ${JSON.stringify(request)}`, outcome);
  };
  ask('settings.get', {});
  if (location.hash !== '#/numbers') return;
  const now = new Date();
  ask('numbers.get', {});
  // From the end of the month before until today, as that page begins.
  ask('numbers.flow', { from: dayOf(new Date(now.getFullYear(), now.getMonth(), 0)), to: dayOf(now) });
}
