// Slack in the browser. From public descriptions up to 2026; `data-qa` is very stable, the ids on the rows are there since 2025 at the latest.
import { cleanName, pick, textOf } from './pick';
import type { Conversation, Message, Page, Site } from './site';

const THREAD = '[data-qa="threads_flexpane"]'; // The pane at the side: a second list and a second box.
const NAME = [
  '[data-qa="channel_name"]', // The heading, for years.
  '.p-view_header__channel_title', // The same by class.
  '.p-view_header__text', // Views and old headings.
  '.p-channel_sidebar__channel--selected .p-channel_sidebar__name', // The chosen entry at the left.
];
const LIST = [
  '#message-list [data-qa="slack_kit_list"]', // The rows alone.
  '#message-list', // For years. The list at the left has none of the two.
];
const THREAD_LIST = [
  `${THREAD} [data-qa="slack_kit_list"]`,
  THREAD, // Rows are found wherever they are in it.
];
const BOX = ['.ql-editor[contenteditable="true"]', '[role="textbox"]']; // Quill, for years; then by role.
const SELF = ['[data-qa="user-button"] img[src]']; // The user's own picture; its address names the user.
const TEXT = ['[data-qa="message-text"]', '.p-rich_text_section', '.p-rich_text_block', '.c-message_kit__blocks'];
const ITEM = '[data-qa="virtual-list-item"]';
const TS = /^\d{10}\.\d{6}$/;
const UNSENT = /--(pending|sending|failed|ephemeral)/; // A guess; what was not sent has most likely no whole time stamp either.

/** Team and conversation in the address; `later`, `dms` and the like are views. Letters are capitals. */
const placeIn = (url: URL): { team: string; id: string } | null => {
  const parts = /\/client\/([^/]+)\/([CDG][A-Z0-9]{2,})(?:\/|$)/.exec(url.pathname);
  return parts && { team: parts[1]!, id: parts[2]! };
};
/** The user in a picture's address, `…/T…-U…-…`. */
const userIn = (picture: Element | null | undefined): string | null =>
  /\/[TE][A-Z0-9]+-([UW][A-Z0-9]+)-/.exec(picture?.getAttribute('src') ?? '')?.[1] ?? null;
/** The conversation of the first message; null when there is none, '' when it does not say. */
const channelOf = (root: ParentNode | null): string | null => {
  const row = root?.querySelector(slack.rows);
  return row ? (row.getAttribute('data-msg-channel-id') ?? '') : null;
};

/** The time stamp of the message: its id in the conversation. */
function stamp(row: Element): string | null {
  const link = row.querySelector('a.c-timestamp[data-ts]')?.getAttribute('data-ts');
  return [row.getAttribute('data-msg-ts'), link, row.closest(ITEM)?.getAttribute('data-item-key')].find((ts) => ts && TS.test(ts)) ?? null;
}

/** The pane of a thread, when the user is in it and it is one of the open conversation. */
function thread({ document, url }: Page): Element | null {
  const pane = document.activeElement?.closest(THREAD) ?? null;
  return pane && channelOf(pane) === placeIn(url)?.id ? pane : null;
}

/** Who wrote the message. Rows that follow another of the same sender do not say it: they take it from the row above. */
function senderOf(row: Element): string | null {
  let next = row;
  for (let item: Element | null = row.closest(ITEM) ?? row; item; item = item.previousElementSibling) {
    const above = item.matches(slack.rows) ? item : item.querySelector(slack.rows);
    // The lines between days and above what is new.
    if (!above && /divider|unread/i.test(item.getAttribute('data-item-key') ?? '')) continue;
    const [ts, before] = [stamp(next), above && stamp(above)];
    // Anything else, or a row out of its place, ends a run.
    if (!above || !ts || !before || before > ts) return null;
    const sender = above.querySelector('[data-qa="message_sender_name"]')?.getAttribute('data-message-sender');
    const user = sender || userIn(above.querySelector('.c-avatar img'));
    if (user) return user;
    // A sender without an id is not the one above.
    if (above.querySelector('[data-qa="message_sender_name"]')) return null;
    next = above;
  }
  return null;
}

/** Slack. */
export const slack: Site = {
  id: 'slack',
  name: 'Slack',
  origins: ['https://app.slack.com/*'],
  selfHosted: false,
  marks: ['.p-client_container', '[data-qa="channel_sidebar"]', '[data-qa="user-button"]', '[data-qa="message_pane"]', '#message-list'],
  surface: 'overlay',
  hasAccount: true,
  // A time stamp is unique in its conversation only.
  keysUniqueIn: 'conversation',
  readsWhileHidden: false,
  rows: '[data-qa="message_container"]',

  account: ({ document }) => userIn(pick(document, SELF)),

  conversation(page): Conversation | null {
    const place = placeIn(page.url);
    const name = cleanName(textOf(pick(page.document, NAME)));
    const shown = channelOf(pick(page.document, LIST));
    // The address may be ahead of the page, or name a team that is not the one shown.
    if (!place || !name || (shown !== null && shown !== place.id)) return null;
    // D is a chat of two; groups are called G or C.
    return { kind: place.id.startsWith('D') ? 'person' : 'group', ids: [{ value: place.id, kind: 'permanent' }], name };
  },

  list: (page) => (placeIn(page.url) ? pick(page.document, thread(page) ? THREAD_LIST : LIST) : null),

  key: (row) => (row.matches(slack.rows) && !UNSENT.test(row.className) ? stamp(row) : null),

  message(row, page): Message | null {
    const key = slack.key(row);
    if (!key) return null;
    const own = slack.account(page);
    const sender = senderOf(row);
    const direction = own && sender ? (sender === own ? 'out' : 'in') : 'unknown';
    return { key, direction, at: new Date(Number(key) * 1000).toISOString() };
  },

  text: (row) => textOf(pick(row, TEXT)).trim(),

  composer(page) {
    const pane = thread(page);
    const inputs = [...page.document.querySelectorAll('[data-qa="message_input"]')].filter((input) => input.closest(THREAD) === pane);
    return placeIn(page.url) ? pick(inputs[0] ?? null, BOX) : null;
  },

  link(page, { ids: [{ value }] }) {
    const place = placeIn(page.url);
    return place?.id === value ? new URL(`/client/${place.team}/${value}`, page.url).href : null;
  },
};
