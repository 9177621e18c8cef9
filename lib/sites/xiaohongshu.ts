// Xiaohongshu: its chat on the web, new in 2026, and its profile pages. From public descriptions of August to November 2026.
import { cleanName, pick, textOf } from './pick';
import type { Act, Conversation, Message, Page, Site } from './site';

const ACTIVE = [
  '.xhs-im-conv-item--active[data-conv-id]', // The open one in the list of conversations.
];

const NAME = [
  '.xhs-im-chat-window__header-name', // Over the messages.
];

const LISTED_NAME = [
  '.xhs-im-conv-item__name', // In the list of conversations.
];

const LIST = [
  '.xhs-im-chat-window .xhs-im-msg-list', // The scrolling log.
  '.xhs-im-msg-list',
];

const COMPOSER = [
  '.xhs-im-chat-window .xhs-im-input-bar-editor[contenteditable="true"]', // The box; "false" where writing is not allowed.
  '.xhs-im-input-bar-editor[contenteditable="true"]',
];

const PROFILE_NAME = [
  '.user-info .user-name', // The heading of a profile.
  '.user-nickname',
];

const NOTE = '.note-container'; // An open note, as a page or above others.
const CARD = 'section.note-item'; // A note among others.
const CARD_LINK = ['a.cover[href]', 'a[href*="/explore/"]'];
const COMMENT = '[id^="comment-"]'; // A comment, or an answer to one.
const BOX = '#content-textarea'; // For comments; it appears on the first click.
const AUTHOR = 'a[href*="/user/profile/"]'; // The first such link leads to the author.
const AUTHOR_NAME = [
  'a.author .name', // On cards.
  '.author-wrapper .username', // In an open note.
  'a.name', // In comments.
];
/** The user's own page, in the menu. */
const SELF = ['.main-container .user a[href*="/user/profile/"]'];

/** What is still on its way, or never left. */
const UNSETTLED = '.chat-item__status-loading, .chat-item__status-btn--failed';
const OUT = '.chat-item__content--right, .chat-item__bubble--me';
const IN = '.chat-item__content--left, .chat-item__bubble--other';

const isChat = ({ url }: Page): boolean => /^\/chat(\/|$)/.test(url.pathname);
const person = (id: string, name: string): Conversation => ({ kind: 'person', ids: [{ value: id, kind: 'permanent' }], name });

/** The person in `/chat?openUid=<id>`, as a profile opens it in a tab of its own. */
function idInAddress({ url }: Page): string | null {
  const id = url.searchParams.get('openUid');
  return id && /^[0-9a-f]{24}$/.test(id) ? id : null;
}

const userIn = (link: Element | null): string | undefined => /\/user\/profile\/([0-9a-f]{24})/.exec(link?.getAttribute('href') ?? '')?.[1];

/** A comment, a card, or the open note, with its author. Notes stand under several addresses: `/explore/<id>`, `/user/profile/<user>/<id>`. */
function published(element: Element | null, page: Page): Pick<Act, 'item' | 'author'> | null {
  const href = element?.matches(CARD) ? pick(element, CARD_LINK)?.getAttribute('href') : page.url.pathname;
  const where = element?.matches(COMMENT) ? element.id : href;
  const item = /(?:^comment-|\/)([0-9a-f]{24})\/?(?:\?|$)/.exec(where ?? '')?.[1];
  const value = userIn(element?.querySelector(AUTHOR) ?? null);
  if (!item || !value || item === value || value === userIn(pick(page.document, SELF))) return null;
  return { item, author: { ids: [{ value, kind: 'permanent' }], name: cleanName(textOf(pick(element, AUTHOR_NAME))) ?? value } };
}

/** What is answered in the box of the open note: the note, or the comment whose author stands beside the box ("回复 …"). */
function answered(note: Element, box: Element, page: Page): ReturnType<typeof published> {
  const bar = textOf(box.closest('.engage-bar, .input-box'));
  const [, whom] = /回复\s*(\S.*)/.exec(bar.replace(textOf(box), '')) ?? [];
  if (!whom) return published(note, page);
  const comments = [...note.querySelectorAll(COMMENT)].map((comment) => published(comment, page));
  const named = comments.filter((comment) => comment && whom.startsWith(comment.author.name));
  return named.length === 1 ? named[0]! : null;
}

export const xiaohongshu: Site = {
  id: 'xiaohongshu',
  name: 'Xiaohongshu',
  origins: ['https://www.xiaohongshu.com/*'],
  selfHosted: false,
  marks: [
    '#app', // The app's element on every page.
    '.xhs-im-view', // The chat.
  ],
  surface: 'overlay',
  hasAccount: false,
  keysUniqueIn: 'conversation',
  readsWhileHidden: true,
  rows: '.chat-item[data-message-id]',

  account: () => null,

  conversation(page): Conversation | null {
    if (!isChat(page)) return null;
    const active = pick(page.document, ACTIVE);
    const name = cleanName(textOf(pick(page.document, NAME)));
    // Somebody never written to is not in the list yet. Elsewhere the address changes before the window does, and proves nothing.
    const id = active ? active.dataset.convId : idInAddress(page);
    if (!id || !name) return null;
    const kind = active?.dataset.convKind ?? (/^[0-9a-f]{24}$/.test(id) ? 'c2c' : /^\d+$/.test(id) ? 'group' : null);
    if (kind !== 'c2c') return kind ? { kind: 'group', ids: [{ value: id, kind: 'permanent' }], name } : null;
    // List and window change one after the other: while they name two people nobody knows who is on the screen.
    const listed = active && cleanName(textOf(pick(active, LISTED_NAME)));
    return active && listed !== name ? null : person(id, name);
  },

  list: (page) => (isChat(page) ? pick(page.document, LIST) : null),

  // A message has no place in the server's store, 0, until it is there. Notices of the site are rows, too, but have no bubble.
  key(row) {
    if (row.getAttribute('data-store-id') === '0' || row.querySelector(UNSETTLED)) return null;
    if (row.querySelector('.xhs-im-hint__text') && !row.querySelector(`${OUT}, ${IN}`)) return null;
    return row.getAttribute('data-message-id') || null;
  },

  // Times stand between the messages only, in words such as "yesterday".
  message(row): Message | null {
    const key = xiaohongshu.key(row);
    const has = (side: string): boolean => [...row.querySelectorAll(side)].some((part) => part.closest(xiaohongshu.rows) === row);
    const out = has(OUT);
    const isSure = out !== has(IN);
    return key ? { key, direction: isSure ? (out ? 'out' : 'in') : 'unknown', at: null } : null;
  },

  text(row) {
    const words = [...row.querySelectorAll('.xhs-im-bubble__text')].find(
      (part) => !part.closest('.chat-item__ref, .chat-item__ref-content'),
    );
    return textOf(words ?? null).trim();
  },

  composer: (page) => (isChat(page) ? pick(page.document, COMPOSER) : null),

  profile(page): Conversation | null {
    // The id is never the "Xiaohongshu number" shown on the page, which its owner may change.
    const id = /^\/user\/profile\/([0-9a-f]{24})\/?$/.exec(page.url.pathname)?.[1];
    const name = cleanName(textOf(pick(page.document, PROFILE_NAME)));
    return id && name ? person(id, name) : null;
  },

  // Nothing in the page tells whether something is liked.
  act(target, page): Act | null {
    const note = target.closest(NOTE);
    if (target.closest('.like-wrapper')) {
      const bar = target.closest('.interact-container');
      const found = published(target.closest(COMMENT) ?? target.closest(CARD) ?? (bar && note), page);
      return found && { ...found, kind: 'like', done: null, box: null };
    }
    const box = note?.querySelector<HTMLElement>(BOX);
    if (!note || !box || !target.closest(`${BOX}, button.submit`)) return null;
    const found = answered(note, box, page);
    return found && { ...found, kind: 'comment', done: null, box };
  },

  // `/chat/<id>` opens only those one has written with before.
  link: (_page, { kind, ids: [{ value }] }) => (kind === 'person' ? `https://www.xiaohongshu.com/chat?openUid=${value}` : null),
};
