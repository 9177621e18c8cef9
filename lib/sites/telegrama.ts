// Telegram Web A. From its public source as of June 2026 and a copy of the page of April 2026; class names are written by hand there.
import { cleanName } from './pick';
import type { Conversation, Message, Page, Site } from './site';
import { textWithout } from './text-without';

const HEADER = [
  '#MiddleColumn .MiddleHeader', // The bar over the messages.
];

const NAME = [
  '#MiddleColumn .MiddleHeader .chat-info-wrapper .ChatInfo h3.fullName', // The name, without badges.
  '#MiddleColumn .MiddleHeader .ChatInfo .title h3',
];

const AVATAR = [
  '#MiddleColumn .MiddleHeader .Avatar[data-peer-id]', // The picture beside the name.
];

const LIST = [
  '#MiddleColumn .MessageList .messages-container', // The column of day groups.
  '#MiddleColumn .MessageList',
];

const COMPOSER = [
  '#MiddleColumn #editable-message-text:not(.clone)', // The box; the one for captions has another id.
  '#MiddleColumn .message-input-wrapper [contenteditable="true"]:not(.clone)', // The clone only measures.
];

/** While one chat gives way to the next both are on the page, each in a slide: the first element that stands in no other slide. */
function shown({ document }: Page, selectors: readonly string[]): HTMLElement | null {
  for (const selector of selectors) {
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      if (!element.closest('.Transition_slide:not(.Transition_slide-active)')) return element;
    }
  }
  return null;
}

/** The id of the open chat: above zero a person, below a group or channel. Null on other views and while address and page disagree. */
function openId(page: Page): string | null {
  // `#<chat>`, `#<chat>_<thread>` or `#<chat>_<thread>_<type>`.
  const [, id, thread = '-1', type] = /^#(-?\d+)(?:_(-?\d+)(?:_(\w+))?)?$/.exec(page.url.hash) ?? [];
  // Scheduled messages are not sent yet, and pinned ones stand alone.
  if (!id || (type && type !== 'thread') || !shown(page, HEADER)) return null;
  const avatar = shown(page, AVATAR)?.dataset.peerId;
  // Comments below a post and topics of a group have another heading and no picture.
  if (avatar ? avatar !== id : thread !== '-1') return null;
  return id;
}

export const telegrama: Site = {
  id: 'telegrama',
  name: 'Telegram Web A',
  // The bare address leads to K or to A: only the page tells which.
  origins: ['https://web.telegram.org/*'],
  selfHosted: false,
  marks: [
    '#MiddleColumn', // The column of the chat.
    '#UiLoader', // The element around everything, the screens for logging in included.
  ],
  surface: 'overlay',
  // The page shows the user's own id nowhere but in the settings.
  hasAccount: false,
  keysUniqueIn: 'conversation',
  readsWhileHidden: true,
  // Service lines are `.ActionMessage`, another class.
  rows: '.Message.message-list-item',

  account: () => null,

  conversation(page): Conversation | null {
    const id = openId(page);
    const name = cleanName(textWithout(shown(page, NAME)));
    return id && name ? { kind: id.startsWith('-') ? 'group' : 'person', ids: [{ value: id, kind: 'permanent' }], name } : null;
  },

  list: (page) => (openId(page) ? shown(page, LIST) : null),

  // `message-123`. While it is being sent, and if that failed, the number is a fraction, written `message-123-5`.
  key(row) {
    const id = row.id ? /^message-(\d+)$/.exec(row.id) : /^(\d+)$/.exec(row.getAttribute('data-message-id') ?? '');
    return id && row.matches(telegrama.rows) ? id[1]! : null;
  },

  // The page shows the clock alone; the day stands above in the user's language.
  message(row): Message | null {
    const key = telegrama.key(row);
    return key ? { key, direction: row.classList.contains('own') ? 'out' : 'in', at: null } : null;
  },

  text: (row) => textWithout(row.querySelector('.text-content'), '.MessageMeta, .Reactions').trim(),

  composer: (page) => (openId(page) ? shown(page, COMPOSER) : null),

  link: (_page, { ids: [{ value }] }) => (/^-?\d+$/.test(value) ? `https://web.telegram.org/a/#${value}` : null),
};
