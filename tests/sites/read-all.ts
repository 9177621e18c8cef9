// All that a site's readers say about a page, as plain data: in happy-dom and in a browser.
import type { Conversation, Message, Page, Site } from '@/lib/sites/site';

export interface Whole {
  account: string | null;
  conversation: Conversation | null;
  messages: Message[];
  composer: boolean;
  lastText: string | null;
  link: string | null;
  profile: Conversation | null;
}

export const NOTHING: Whole = {
  account: null,
  conversation: null,
  messages: [],
  composer: false,
  lastText: null,
  link: null,
  profile: null,
};

/** The message rows of the open conversation, the oldest first. */
export function rowsOf(site: Site, page: Page): Element[] {
  const list = site.list(page);
  const rows = [...(list?.querySelectorAll(site.rows) ?? [])];
  return list && site.newestFirst?.(list) ? rows.reverse() : rows;
}

/** Asks every reader. What one of them throws goes through. */
export function readAll(site: Site, page: Page): Whole {
  const conversation = site.conversation(page);
  const messages = rowsOf(site, page).flatMap((row) => {
    const message = site.message(row, page);
    return message ? [{ row, message }] : [];
  });
  const lastIn = messages.findLast(({ message }) => message.direction === 'in');
  return {
    account: site.account(page),
    conversation,
    messages: messages.map(({ message }) => message),
    composer: site.composer(page) !== null,
    lastText: lastIn ? site.text(lastIn.row) : null,
    link: conversation && site.link(page, conversation),
    profile: site.profile?.(page) ?? null,
  };
}
