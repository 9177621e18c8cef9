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

/** While one chat gives way to the next both are on the page, each in a slide: the elements that stand in no other slide. */
function allShown({ document }: Page, selectors: readonly string[]): HTMLElement[] {
  for (const selector of selectors) {
    const found = [...document.querySelectorAll<HTMLElement>(selector)];
    const active = found.filter((element) => !element.closest('.Transition_slide:not(.Transition_slide-active)'));
    if (active.length > 0) return active;
  }
  return [];
}

const shown = (page: Page, selectors: readonly string[]): HTMLElement | null => allShown(page, selectors)[0] ?? null;

/** The id of the open chat: above zero a person, below a group or channel. Null on other views and while address and page disagree. */
function openId(page: Page): string | null {
  // `#<chat>`, `#<chat>_<thread>` or `#<chat>_<thread>_<type>`.
  const [, id, , type] = /^#(-?\d+)(?:_(-?\d+)(?:_(\w+))?)?$/.exec(page.url.hash) ?? [];
  // Scheduled messages are not sent yet, and pinned ones stand alone.
  if (!id || (type && type !== 'thread') || !shown(page, HEADER)) return null;
  // Address and page change one after the other. Comments below a post and topics of a group have another heading and no picture.
  return shown(page, AVATAR)?.dataset.peerId === id ? id : null;
}

/** A class marks own messages, and the state behind their clock says the same. Others have but the clock. */
function direction(row: Element): Message['direction'] {
  if (row.classList.contains('own')) return 'out';
  return row.querySelector('.MessageMeta') && !row.querySelector('.MessageOutgoingStatus') ? 'in' : 'unknown';
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

  // Rows do not say which chat they belong to: of two lists one may be that of the chat before.
  list(page) {
    const lists = openId(page) ? allShown(page, LIST) : [];
    return lists.length === 1 ? lists[0]! : null;
  },

  // `message-123`. While it is being sent, and if that failed, the number is a fraction, written `message-123-5`.
  key(row) {
    const id = row.id ? /^message-(\d+)$/.exec(row.id) : /^(\d+)$/.exec(row.getAttribute('data-message-id') ?? '');
    return id && row.matches(telegrama.rows) ? id[1]! : null;
  },

  // The page shows the clock alone; the day stands above in the user's language.
  message(row): Message | null {
    const key = telegrama.key(row);
    return key ? { key, direction: direction(row), at: null } : null;
  },

  text: (row) => textWithout(row.querySelector('.text-content'), '.MessageMeta, .Reactions').trim(),

  composer: (page) => (openId(page) ? shown(page, COMPOSER) : null),

  link: (_page, { ids: [{ value }] }) => (/^-?\d+$/.test(value) ? `https://web.telegram.org/a/#${value}` : null),
};
