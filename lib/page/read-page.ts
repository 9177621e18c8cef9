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

/** The keys of the settled messages on the screen, in their order, with their rows. */
export function keysOf(site: Site, list: Element | null): Map<string, Element> {
  const keys = new Map<string, Element>();
  if (!list) return keys;
  for (const row of attempt(() => [...list.querySelectorAll(site.rows)], [])) {
    const key = attempt(() => site.key(row), null);
    if (key === null) continue;
    // Rows that show the same are told apart by their order only where the site gives no ids.
    let own = key;
    for (let n = 2; site.approximate && keys.has(own); n++) own = `${key}#${n}`;
    keys.set(own, row);
  }
  return keys;
}
