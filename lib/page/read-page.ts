// One look at the page through a site's readers. A reader that fails on a changed page reads nothing; it never breaks the page.
import type { Conversation } from '../domain/conversation';
import type { Part, Reading } from '../messages/protocol';
import type { Site } from '../sites/site';

/** What one look shows. */
export interface Look {
  account: string | null;
  conversation: Conversation | null;
  link: string | null;
  list: Element | null;
  composer: HTMLElement | null;
  state: Reading['state'];
  missing: Part[];
}

/** What a reader gives, or something else when it fails. */
export const attempt = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};

/** Whether the site's app is on the page at all. */
export const isRecognised = (site: Site): boolean => site.marks.some((mark) => attempt(() => document.querySelector(mark) !== null, false));

/** Looks once. A page that shows a list or a composer but no conversation is not understood, and says so. */
export function look(site: Site): Look {
  const page = { document, url: new URL(location.href) };
  const account = attempt(() => site.account(page), null);
  const chat = attempt(() => site.conversation(page), null);
  // Somebody's profile page is about the same person as the chat; there are no messages to miss on it.
  const profile = chat ? null : attempt(() => site.profile?.(page) ?? null, null);
  const conversation = chat ?? profile;
  const list = attempt(() => site.list(page), null);
  const composer = attempt(() => site.composer(page), null);
  const link = conversation && attempt(() => site.link(page, conversation), null);
  const missing: Part[] = [];
  if (chat) {
    if (site.hasAccount && account === null) missing.push('account');
    if (!list) missing.push('messages');
    if (!composer) missing.push('composer');
  } else if (!profile && (list || composer)) missing.push('conversation');
  const state = !isRecognised(site) ? 'unrecognised' : missing.length > 0 ? 'partly' : 'reading';
  return { account, conversation, link, list, composer, state, missing };
}

/** The place of a row among those that show the same, counted from 0. A row keeps it while older ones load above. */
const places = new WeakMap<Element, number>();

/** Keys made from what rows show are made different by counting: as many rows of a kind as there are have the first numbers. */
function countAlike(found: readonly (readonly [string, Element])[]): Map<string, Element> {
  const kinds = new Map<string, Element[]>();
  for (const [key, row] of found) kinds.set(key, [...(kinds.get(key) ?? []), row]);
  for (const rows of kinds.values()) {
    const free = new Set(rows.keys());
    for (const row of rows) if (!free.delete(places.get(row) ?? -1)) places.delete(row);
    for (const row of rows) {
      if (places.has(row)) continue;
      const [first] = free;
      free.delete(first!);
      places.set(row, first!);
    }
  }
  return new Map(found.map(([key, row]) => [places.get(row) ? `${key}#${places.get(row)! + 1}` : key, row]));
}

/** The keys of the settled messages on the screen, the oldest first, with their rows. */
export function keysOf(site: Site, list: Element | null): Map<string, Element> {
  const rows = attempt(() => [...list!.querySelectorAll(site.rows)], []);
  if (attempt(() => site.newestFirst?.(list!), false)) rows.reverse();
  const found: [string, Element][] = [];
  for (const row of rows) {
    const key = attempt(() => site.key(row), null);
    if (key !== null) found.push([key, row]);
  }
  return site.approximate ? countAlike(found) : new Map(found);
}

/** The words of the last message in the list, if it went in this direction; null otherwise. Read when asked for, and kept nowhere. */
export function lastWords(site: Site, list: Element | null, wanted: 'in' | 'out'): string | null {
  const page = { document, url: new URL(location.href) };
  for (const row of [...keysOf(site, list).values()].reverse()) {
    const direction = attempt(() => site.message(row, page)?.direction, null);
    if (direction) return direction === wanted ? attempt(() => site.text(row), null) : null;
  }
  return null;
}
