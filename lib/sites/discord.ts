// Discord in the browser. From public descriptions up to November 2026; ids and `data-list-id` are there since 2021, class hashes rotate.
import { cleanName, pick, textOf } from './pick';
import type { Conversation, Message, Page, Site } from './site';

const HEADING = [
  'section[aria-label="Channel header"] h1', // English only. There are two while a voice chat is open.
  '[class*="titleWrapper_"] h1', // Whatever the language.
];
const LIST = ['ol[data-list-id="chat-messages"]']; // Since 2021.
const COMPOSER = [
  '[role="textbox"][data-slate-editor="true"][contenteditable="true"]', // Since the move to Slate.
  '[class*="slateTextArea"]', // The same by class.
  'main form [role="textbox"]', // By role.
];
const SELF = [
  'section[aria-label="User area"]', // The user's own picture and name, bottom left. English only.
  '[class^="panels_"]', // Whatever the language.
];
const SELF_NAME = ['[class*="panelTitleContainer_"]', '[class*="nameTag_"] [class*="title_"]']; // A hint only: believed when it equals a sender.
const QUOTE = '[class*="repliedMessage_"], [id^="message-reply-context-"]';
const SYSTEM = '[class*="systemMessage_"]'; // Calls, pins: nobody wrote them.
const UNSENT = '[class*="isSending"], [class*="isFailed"]'; // The text of a message that is on its way, or did not arrive.

/** `@me` or the server, and the channel: that of two people is theirs for ever. */
const placeIn = (pathname: string): { server: string; channel: string } | null => {
  const parts = /^\/channels\/(@me|\d+)\/(\d+)(?:\/|$)/.exec(pathname);
  return parts && { server: parts[1]!, channel: parts[2]! };
};

/** Channel and id of the message in this row. */
function idsOf(row: Element): { channel: string; id: string } | null {
  const parts = /^chat-messages-(\d+)-(\d+)$/.exec(row.id);
  return parts && { channel: parts[1]!, id: parts[2]! };
}

/** The user in a picture's address; the pictures given to those who have none carry no id. */
const userIn = (picture: Element | null | undefined): string | null =>
  /\/(?:avatars|users)\/(\d+)\//.exec(picture?.getAttribute('src') ?? '')?.[1] ?? null;

const labelOf = (page: Page): string => cleanName(discord.composer(page)?.getAttribute('aria-label')) ?? '';

/** What the heading says; of two the one that the box names, too. */
function nameOf(page: Page): string | null {
  const names = HEADING.flatMap((selector) => [...page.document.querySelectorAll(selector)].map((heading) => cleanName(textOf(heading))));
  const label = labelOf(page);
  return names.find((name) => name && label.includes(name)) ?? names.find(Boolean) ?? cleanName(/@(.+)$/.exec(label)?.[1]);
}

/** The name over the message and the user id of the picture beside it: on the first row of a run only. */
function senderOf(row: Element): { name: string | null; user: string | null } | null {
  const heading = row.querySelector(`[id="message-username-${idsOf(row)?.id}"]`);
  const name = cleanName(textOf(pick(heading, ['[class*="username_"]']) ?? heading));
  const picture = [...row.querySelectorAll('img[src]')].find(
    (img) => userIn(img) && img.closest(discord.rows) === row && !img.closest(`${QUOTE}, [id^="message-content-"]`),
  );
  return name ? { name, user: userIn(picture) } : null;
}

/** The row that names the sender: the label of each says which, itself or the one that began its run. */
function firstOfRun(row: Element): Element | null {
  const ids = idsOf(row);
  const label = row.querySelector('[role="article"]')?.getAttribute('aria-labelledby');
  // An answer is labelled by what it answers, and begins a run.
  const first = /message-username-(\d+)/.exec(label ?? '')?.[1] ?? ids?.id;
  return ids && row.ownerDocument.getElementById(`chat-messages-${ids.channel}-${first}`);
}

/** Nothing on the page says it: the sender is the peer or the user, by picture and by name. Signals that disagree say nothing. */
function direction(row: Element, page: Page): Message['direction'] {
  const first = firstOfRun(row);
  const sender = first && senderOf(first);
  if (!sender) return 'unknown';
  const self = pick(page.document, SELF);
  const own = userIn(self?.querySelector('img'));
  const ownName = cleanName(textOf(pick(self, SELF_NAME)));
  const peer = placeIn(page.url.pathname)?.server === '@me' ? nameOf(page) : null;
  const said = new Set<Message['direction']>();
  if (own && sender.user) said.add(sender.user === own ? 'out' : 'in');
  if (ownName && peer !== ownName && sender.name === peer) said.add('in');
  if (peer !== ownName && sender.name === ownName) said.add('out');
  return said.size === 1 ? [...said][0]! : 'unknown';
}

/** Discord. */
export const discord: Site = {
  id: 'discord',
  name: 'Discord',
  origins: ['https://discord.com/*', 'https://ptb.discord.com/*', 'https://canary.discord.com/*'],
  selfHosted: false,
  marks: ['#app-mount', ...LIST],
  surface: 'overlay',
  // The channel of two people belongs to them alone, so it names the user's account, too; the page shows that only of those with a picture.
  hasAccount: false,
  keysUniqueIn: 'account',
  readsWhileHidden: false,
  rows: 'li[id^="chat-messages-"]',

  account: () => null,

  conversation(page): Conversation | null {
    const place = placeIn(page.url.pathname);
    const name = nameOf(page);
    const label = labelOf(page);
    // The box is labelled `Message @name`, `Message #channel` or, to a group, `Message name`: without it one cannot tell.
    if (!place || !name || !label) return null;
    // The address changes before the page does.
    const rows = [...(discord.list(page)?.querySelectorAll(discord.rows) ?? [])];
    if (rows.length > 0 && !rows.some((row) => idsOf(row)?.channel === place.channel)) return null;
    const kind = place.server === '@me' && /(^|[^\w.])@./.test(label) ? 'person' : 'group';
    return { kind, ids: [{ value: place.channel, kind: 'permanent' }], name };
  },

  list: ({ document, url }) => (placeIn(url.pathname) ? pick(document, LIST) : null),

  // Rows of the channel before can linger after a switch.
  key(row) {
    const ids = idsOf(row);
    const open = placeIn(row.ownerDocument.location?.pathname ?? '')?.channel;
    return !ids || ids.channel !== open || row.querySelector(`${SYSTEM}, ${UNSENT}`) ? null : ids.id;
  },

  message(row, page): Message | null {
    const key = discord.key(row);
    // The id counts milliseconds since 2015 in its upper bits.
    return key ? { key, direction: direction(row, page), at: new Date(Number(BigInt(key) >> 22n) + 1420070400000).toISOString() } : null;
  },

  // By the id of the message itself: an answer also shows what it answers.
  text: (row) => textOf(row.querySelector(`[id="message-content-${idsOf(row)?.id}"]`)).trim(),

  composer: ({ document, url }) => (placeIn(url.pathname) ? pick(document, COMPOSER) : null),

  link(page, { ids: [{ value }] }) {
    const place = placeIn(page.url.pathname);
    return place?.channel === value ? new URL(`/channels/${place.server}/${value}`, page.url).href : null;
  },
};
