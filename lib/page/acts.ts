// Follows what the rep does to posts of others: likes, reposts, comments. It listens and looks; nothing the page could notice.
import type { Act, Site } from '../sites/site';
import { isEmptyBox } from './insert';
import { attempt } from './read-page';
import { insist } from './report';

/** Looks come 0.3, 0.9, 1.8 and 3 s after the click; for a box that empties once more, after 4.5 s. */
const STEP_MS = 300;
const LOOKS = 4;
/** A menu opened from a button, by a click or by resting on it, is used within this time. */
const MENU_MS = 20_000;

/** An act that is waited for. */
interface Awaited {
  act: Act;
  /** From the element touched up to the document: where it is found again. */
  path: Node[];
  /** When it was touched last (ms). */
  at: number;
  /** Whether it was done when last told, or before it was touched; and at the last look. */
  told: boolean;
  seen: boolean;
  /** For comments: something was clicked or pressed that does nothing but send. Enter alone may have made a new line. */
  isSure: boolean;
  /** How many looks there were, and the next one. */
  looks: number;
  timer?: ReturnType<typeof setTimeout> | undefined;
}

const nameOf = ({ kind, item }: Act): string => kind + item;

/**
 * Tells the background of every act whose effect shows after a click of the user: the state turns and stays, or the box empties.
 * Where the page shows no state, the click counts, and the second one takes it back. `hello` greets a background that has lost
 * this tab.
 */
export function followActs(site: Site, signal: AbortSignal, hello: () => Promise<void>): void {
  const awaited = new Map<string, Awaited>();
  const clicked = new Set<string>();
  let telling = Promise.resolve();

  const page = () => ({ document, url: new URL(location.href) });
  const read = (target: Node): Act | null => attempt(() => site.act?.(target as Element, page()) ?? null, null);

  /** One after another: an act and its taking back may not overtake each other. */
  function tell({ kind, item, author }: Act, done: boolean): void {
    const account = attempt(() => site.account(page()), null);
    const send = () => insist('page.act', { site: site.id, account, kind, item, author, done });
    telling = telling.then(send).then(async (outcome) => {
      if (outcome.ok || outcome.code !== 'gone') return;
      await hello();
      await send();
    });
  }

  /** The same act as it stands now. Apps put another button in the place of the old one, or another post around it. */
  function again({ act, path }: Awaited): Act | null {
    const place = path.find((node) => node.isConnected) as ParentNode & Node;
    for (const node of [place, ...place.querySelectorAll('button, [role=button]')]) {
      const now = read(node);
      if (now && nameOf(now) === nameOf(act)) return now;
      // It was not replaced but shows another post by now.
      if (now && node === path[0]) break;
    }
    return null;
  }

  /** Whether the act is done, null when that cannot be seen. */
  function stateOf(one: Awaited): boolean | null {
    const now = again(one);
    if (one.act.kind !== 'comment') return now && now.done;
    const box = now?.box ?? (one.isSure ? one.act.box : null);
    return box && (!box.isConnected || isEmptyBox(box));
  }

  function look(name: string, one: Awaited): void {
    const isComment = one.act.kind === 'comment';
    const now = stateOf(one);
    one.timer = ++one.looks < LOOKS + Number(isComment) ? later(name, one) : undefined;
    if (now === null) return;
    // A refused like turns and turns back: only what is seen twice has happened.
    if (now !== one.told && (isComment || now === one.seen || !one.timer)) {
      one.told = now;
      tell(one.act, now);
      if (isComment) forget(name);
    }
    one.seen = now;
  }

  const later = (name: string, one: Awaited) => setTimeout(() => look(name, one), STEP_MS * (one.looks + 1));

  function start(name: string, one: Awaited): void {
    clearTimeout(one.timer);
    one.looks = 0;
    one.timer = later(name, one);
  }

  function forget(name: string): void {
    clearTimeout(awaited.get(name)?.timer);
    awaited.delete(name);
  }

  function onTouch(event: Event): void {
    if (!event.isTrusted) return;
    const { type, key, ctrlKey, metaKey } = event as KeyboardEvent;
    const isKey = type === 'keydown';
    const isHover = type === 'pointerover';
    if (isKey && key !== 'Enter') {
      // Who goes on deleting empties the box without sending.
      if (/^(Back|Del)/.test(key)) for (const [name, { act, isSure }] of awaited) if (act.kind === 'comment' && !isSure) forget(name);
      return;
    }
    const now = Date.now();
    for (const [name, one] of awaited) if (!one.timer && now - one.at > MENU_MS) awaited.delete(name);
    const path = event.composedPath() as Node[];
    const act = read(path[0]!);
    if (!act) {
      // A click elsewhere may be one in a menu that a button has opened, wherever the app draws it.
      if (type === 'click') for (const [name, one] of awaited) if (one.act.kind !== 'comment') start(name, one);
      return;
    }
    const name = nameOf(act);
    const isComment = act.kind === 'comment';
    // A click into the box is none on it, and Enter on a button makes a click of its own.
    if (isComment ? isHover || !act.box || isEmptyBox(act.box) || (!isKey && path.includes(act.box)) : isKey) return;
    if (!isComment && act.done === null) {
      if (isHover) return;
      if (!clicked.delete(name)) clicked.add(name);
      return tell(act, clicked.has(name));
    }
    const old = awaited.get(name);
    if (isHover && old?.timer) return;
    const done = !isComment && act.done!;
    const isSure = !isKey || ctrlKey || metaKey;
    const one: Awaited = { told: done, seen: done, looks: 0, ...(old?.timer && old), act, path, at: now, isSure };
    awaited.set(name, one);
    if (!isHover) start(name, one);
  }

  for (const type of ['click', 'keydown', 'pointerover']) addEventListener(type, onTouch, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => [...awaited.keys()].forEach(forget));
}
