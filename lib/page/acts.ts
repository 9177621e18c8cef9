// Follows what the rep does to posts of others: likes, reposts, comments. It listens and looks; nothing the page could notice.
import type { Act, Page, Site } from '../sites/site';
import { isEmptyBox } from './insert/read';
import { attempt } from './read-page';
import { insist } from './report';

/** Looks come 0.4, 1.2, 2.4 and 4 s after the click. */
const STEP_MS = 400;
const LOOKS = 4;
/** A menu opened from a button, by a click or by resting on it, is used within this time. */
const MENU_MS = 20_000;

/** An act that may be done soon. */
interface Awaited {
  act: Act;
  /** From the element touched up to the document: where the act is found again. */
  path: Element[];
  /** When it was touched (ms). */
  at: number;
  /** Whether it is done as far as the background knows: what it was when it was touched. */
  isDone: boolean;
  /** Something was touched that does nothing but send; Enter alone may have made a new line in the box. */
  isSure: boolean;
}

/** Whether an act is done, a comment by its box: empty, or gone as dialogs go. Null when that does not show. */
const stateOf = (box: HTMLElement | null, done: boolean | null = null) => (box ? !box.isConnected || isEmptyBox(box) : done);
const nameOf = ({ kind, item }: Act): string => kind + item;

/**
 * Tells the background of every act whose effect shows after a click of the user: the state turns and stays, or the box empties.
 * Where the page shows no state, the click counts, and the second one takes it back.
 */
export function followActs(site: Site, signal: AbortSignal): void {
  /** What was touched last, by name. Whoever is not in here any more is not followed. */
  const awaited = new Map<string, Awaited>();
  const clicked = new Set<string>();
  let telling: Promise<unknown> = Promise.resolve();

  const ask = <T>(read: (page: Page) => T | null): T | null => attempt(() => read({ document, url: new URL(location.href) }), null);
  const read = (target: Element): Act | null => ask((page) => site.act!(target, page));

  /** One after another: an act and its taking back may not overtake each other. */
  function tell({ kind, item, author }: Act, done: boolean): void {
    const account = ask((page) => site.account(page));
    telling = telling.then(() => insist('page.act', { site: site.id, account, kind, item, author, done }));
  }

  async function follow(name: string, one: Awaited): Promise<void> {
    const { act, path, isSure } = one;
    let before = one.isDone;
    awaited.set(name, one);
    for (let look = 1; look <= LOOKS; look++) {
      await new Promise((later) => setTimeout(later, STEP_MS * look));
      if (signal.aborted || awaited.get(name) !== one) return;
      // Apps put another button in the place of the old one, or another post around it.
      const place = path.find((element) => element.isConnected)!;
      const again = [place, ...place.querySelectorAll('button, [role=button]')].map(read).find((found) => found && nameOf(found) === name);
      const box = again?.box ?? (isSure ? act.box : null);
      const now = stateOf(box, again?.done) ?? before;
      // A refused like turns and turns back: only what is seen twice has happened. A box is soon written in again.
      if (now !== one.isDone && (now === before || act.box || look === LOOKS)) {
        tell(act, (one.isDone = now));
        if (act.box) awaited.delete(name);
      }
      before = now;
    }
  }

  function onTouch(event: Event): void {
    if (!event.isTrusted) return;
    const { type, key, ctrlKey, metaKey } = event as KeyboardEvent;
    const isKey = type === 'keydown';
    const isHover = type === 'pointerover';
    const at = Date.now();
    // Who types on after Enter has begun a new line, and may well empty the box without sending.
    for (const [name, one] of awaited) if (at - one.at > MENU_MS || (isKey && !one.isSure)) awaited.delete(name);
    if (isKey && key !== 'Enter') return;
    const path = event.composedPath() as Element[];
    const act = read(path[0]!);
    if (!act) {
      // A click elsewhere may be one in a menu that a button has opened, wherever the app draws it.
      if (type === 'click') for (const [name, one] of awaited) if (!one.act.box) void follow(name, { ...one });
      return;
    }
    const name = nameOf(act);
    const isDone = stateOf(act.box, act.done);
    // A click into the box is none on it, and Enter on a button makes a click of its own.
    if (act.kind === 'comment' ? isHover || isDone !== false || (!isKey && path.includes(act.box!)) : isKey) return;
    if (isHover && (isDone === null || awaited.has(name))) return;
    if (isDone === null) {
      if (!clicked.delete(name)) clicked.add(name);
      return tell(act, clicked.has(name));
    }
    const one = { act, path, at, isDone, isSure: !isKey || ctrlKey || metaKey };
    if (isHover) awaited.set(name, one);
    else void follow(name, one);
  }

  for (const type of ['click', 'keydown', 'pointerover']) addEventListener(type, onTouch, { capture: true, passive: true, signal });
}
