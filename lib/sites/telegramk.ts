// Telegram Web K. From its public source as of spring 2026; class names are written by hand there and have been stable for years.
import { cleanName, pick, textOf } from './pick';
import type { Conversation, Message, Page, Site } from './site';
import { textWithout } from './text-without';

/** Several chats can be stacked, such as a topic over its group: only the uppermost is active. */
const CHAT = [
  '#column-center .chats-container > .chat.active', // The one on top, since 2021.
  '#column-center .chat.active',
];

const TOPBAR = [
  '.topbar', // The bar over the messages.
];

const ID = [
  '.person-avatar[data-peer-id]', // The picture beside the name.
  '.peer-title[data-peer-id]', // The name itself.
];

const NAME = [
  '.chat-info .user-title .peer-title .peer-title-inner', // The name beside badges.
  '.chat-info .user-title .peer-title',
  '.peer-title[data-peer-id]',
];

const COMPOSER = [
  '.input-message-input[contenteditable="true"]:not(.input-field-input-fake)', // The fake one has the same class and only measures.
  '.chat-input [contenteditable="true"]:not(.input-field-input-fake)',
];

const LIST = [
  '.bubbles .bubbles-inner', // The column of day groups.
  '.bubbles',
];

const TEXT = [
  '.message .translatable-message', // The words alone, since 2023.
  '.message',
];

/** Views that are the conversation itself. Others show messages not sent yet, of other chats, or a choice of them. */
const VIEWS = /^(chat|discussion|saved)$/;

/** The chat on top, when it is a view of the conversation itself. */
function openChat({ document }: Page): HTMLElement | null {
  const chat = pick(document, CHAT);
  return chat && VIEWS.test(chat.dataset.type ?? '') ? chat : null;
}

/** The peer named over a chat: above zero a person, below a group or channel. */
function peerOf(chat: Element | null): string | null {
  const id = pick(pick(chat, TOPBAR), ID)?.dataset.peerId ?? '';
  return /^-?[1-9]\d*$/.test(id) ? id : null;
}

export const telegramk: Site = {
  id: 'telegramk',
  name: 'Telegram Web K',
  // The bare address leads to K or to A: only the page tells which.
  origins: ['https://web.telegram.org/*'],
  selfHosted: false,
  marks: [
    '#column-center', // The middle column, in the page from the first moment.
    '#auth-pages', // The screens for logging in.
  ],
  surface: 'overlay',
  // The page shows names of the user's accounts, but no id outside of its settings.
  hasAccount: false,
  keysUniqueIn: 'conversation',
  readsWhileHidden: true,
  rows: '.bubble[data-mid]',

  account: () => null,

  // The address may hold the same id, an @name or nothing, so it is not asked.
  conversation(page): Conversation | null {
    const chat = openChat(page);
    const id = peerOf(chat);
    const name = cleanName(textOf(pick(pick(chat, TOPBAR), NAME)));
    // The bar and the box change one after the other.
    const box = pick(chat, COMPOSER)?.dataset.peerId;
    return id && name && (!box || box === id)
      ? { kind: id.startsWith('-') ? 'group' : 'person', ids: [{ value: id, kind: 'permanent' }], name }
      : null;
  },

  list: (page) => pick(openChat(page), LIST),

  // The number is a fraction until the server has given its own. Numbers of groups repeat from one to the next, hence the peer before it.
  key(row) {
    if (row.matches('.service, .is-date, .is-sponsored, .is-sending, .is-error')) return null;
    const mid = row.getAttribute('data-mid') ?? '';
    const peer = row.getAttribute('data-peer-id');
    // The last chat's messages stand under the new header for a moment.
    return /^\d+$/.test(mid) && peer && peer === peerOf(row.closest('.chat')) ? `${peer}_${mid}` : null;
  },

  message(row): Message | null {
    const key = telegramk.key(row);
    if (!key) return null;
    const out = row.classList.contains('is-out');
    const isSure = out !== row.classList.contains('is-in');
    const seconds = Number(row.getAttribute('data-timestamp'));
    const at = seconds > 0 && seconds < 1e11 ? new Date(seconds * 1000).toISOString() : null;
    return { key, direction: isSure ? (out ? 'out' : 'in') : 'unknown', at };
  },

  text: (row) => textWithout(pick(row, TEXT), '.time, .reactions, .reply').trim(),

  composer: (page) => pick(openChat(page), COMPOSER),

  link: (_page, { ids: [{ value }] }) => (/^-?\d+$/.test(value) ? `https://web.telegram.org/k/#${value}` : null),
};
