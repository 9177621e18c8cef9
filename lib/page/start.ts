// The page script: finds the site's app, watches the conversation, shows the panel, carries out orders.
import type { InsertOutcome, Order } from '../messages/protocol';
import type { Site } from '../sites/site';
import type { Credits } from './credit';
import { mount, removeLeftovers, type Host } from './host';
import { followCaret } from './insert/caret';
import { isEmptyBox } from './insert/read';
import { parts } from './parts';
import { isRecognised, lastWords } from './read-page';
import { insist, isCurrent, report } from './report';
import { followSlash } from './slash/key';
import { watch } from './watch';

/** Shared by all our scripts in this page's isolated world, which the page cannot see: who runs here already. */
const world = globalThis as { rapport?: Record<string, () => boolean> };

/** What follows the rep's acts on others' posts; see acts.ts. */
type FollowActs = (site: Site, signal: AbortSignal) => void;

/**
 * Starts Rapport for one site. Injecting the script twice does no harm. `acts` is brought along where the site can tell of any.
 * Gives what ends it before the app was recognised; null when it runs already.
 */
export function start(site: Site, acts?: FollowActs): AbortController | null {
  if (world.rapport?.[site.id]?.()) return null;
  const ending = new AbortController();
  world.rapport = { ...world.rapport, [site.id]: () => !ending.signal.aborted && isCurrent() };
  if (isRecognised(site)) {
    run(site, ending, acts);
    return ending;
  }
  // The app may come later, or never: on a shared host this may be another site's page altogether.
  let waiting = false;
  const observer = new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (!isCurrent()) ending.abort();
      if (ending.signal.aborted || !isRecognised(site)) return;
      observer.disconnect();
      run(site, ending, acts);
    }, 250);
  });
  observer.observe(document, { childList: true, subtree: true });
  ending.signal.addEventListener('abort', () => observer.disconnect());
  return ending;
}

function run(site: Site, ending: AbortController, acts?: FollowActs): void {
  const { signal } = ending;
  let credits: Credits | null = null;
  let host: Host | null = null;
  let greeting: Promise<void> | null = null;

  removeLeftovers();
  const watching = watch(site, signal, {
    hello,
    look(seen, place) {
      credits?.look(place, seen.composer);
      host?.settle(seen.composer);
    },
    sent(place) {
      for (const credit of credits?.sent(place) ?? []) void insist('page.sent', credit);
    },
  });
  acts?.(site, signal);
  const composer = (): HTMLElement | null => watching.look().composer;
  const caret = followCaret(composer, signal);
  followSlash(composer, signal, () => void report('page.slash', {}));

  /** Greets the background and shows the panel as it stood. One greeting at a time. */
  function hello(): Promise<void> {
    greeting ??= report('page.hello', { site: site.id }).then((outcome) => {
      greeting = null;
      if (signal.aborted) return;
      if (!outcome.ok) {
        if (outcome.code === 'refused') leave();
        else setTimeout(() => isCurrent() && !signal.aborted && void hello(), 1_000);
        return;
      }
      host?.remove();
      host = outcome.value.surface === 'overlay' ? mount(outcome.value, signal, openSidePanel) : null;
      host?.settle(watching.look().composer);
      watching.again();
    });
    return greeting;
  }

  function openSidePanel(): void {
    void chrome.runtime.sendMessage({ name: 'sidepanel.open', request: {} });
  }

  function leave(): void {
    ending.abort();
    host?.remove();
    chrome.runtime?.onMessage?.removeListener(obey);
  }

  async function insert({ ref, text, cursor, insertion, picked }: Extract<Order, { order: 'insert' }>): Promise<InsertOutcome> {
    if (!watching.isOpen(ref)) return 'moved';
    const place = watching.place();
    const box = watching.look().composer;
    if (!box?.isConnected) return 'no-composer';
    // Right before writing the conversation is read once more: it may have changed while the editor took notice.
    const isStillRight = (): boolean => watching.isOpen(ref) && site.composer({ document, url: new URL(location.href) }) === box;
    // Brought right before this order. Without it nothing is written.
    const replace = picked ? parts.rapportSlash?.taken(box) : undefined;
    const { arrived } = (await parts.rapportInsert?.insertText(box, text, { cursor, at: caret(), isStillRight, replace })) ?? {};
    if (!arrived) return watching.isOpen(ref) ? 'not-arrived' : 'moved';
    credits ??= parts.rapportInsert!.makeCredits(signal);
    credits.inserted(insertion, ref, place, text, box);
    return 'inserted';
  }

  async function carryOut(order: Order): Promise<unknown> {
    switch (order.order) {
      case 'insert':
        return insert(order);
      case 'place':
        return host?.place(order);
      case 'mounted':
        return host?.reported();
      case 'again':
        return watching.again();
      case 'words':
        return watching.isOpen(order.ref) ? lastWords(site, watching.look().list, order.direction) : null;
      case 'look': {
        const box = composer();
        return { empty: box === null || isEmptyBox(box) };
      }
      case 'slash': {
        const isStillRight = (): boolean => watching.isOpen(order.ref);
        return parts.rapportSlash?.open(order.token, order.marked, { composer, caret, isStillRight, signal });
      }
      case 'who': {
        const { account, conversation } = watching.look();
        return { account, conversation };
      }
      case 'surface':
        return hello();
      case 'leave':
        return leave();
    }
  }

  function obey(order: Order, sender: chrome.runtime.MessageSender, respond: (answer: unknown) => void): boolean {
    // Orders come from our background alone, never from a tab.
    if (sender.id !== chrome.runtime.id || sender.tab || typeof order?.order !== 'string') return false;
    void carryOut(order).then((answer) => respond(answer ?? null));
    return true;
  }

  chrome.runtime.onMessage.addListener(obey);
  void hello();
  // After an update nobody tells an orphaned script that it is one.
  const heart = setInterval(() => isCurrent() || leave(), 2_000);
  signal.addEventListener('abort', () => clearInterval(heart));
}
