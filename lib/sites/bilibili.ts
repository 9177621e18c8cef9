// Bilibili: private messages of 2025 and later, profiles, videos and the comments everywhere. From public descriptions up to November 2026.
import { closest, within } from './across';
import { contentKey } from './content-key';
import { cleanName, instant, pick, textOf } from './pick';
import { sideOf } from './side';
import type { Act, Conversation, Message, Page, Site } from './site';

/** Classes of the chat end in what changes with every build: `_ContactName_1lacc_26`. */
const NAME = ['[class*="_ContactName_"]']; // Over the messages.
const ACTIVE = ['[data-id^="contact_"][class*="_SessionItemIsActive"]']; // The open one in the list of conversations.
const LISTED_NAME = ['[class*="_SessionItem__Name"]'];
const LIST = ['[class*="_MessageList_"]'];
const WORDS = [
  '[class*="_MsgText__Content_"]', // The words of a text message.
  '[class*="_RichText_"]', // The same, deeper.
];
const CONTENT = [...WORDS, '[class*="_Msg__Main"]']; // Else pictures, cards.
const AVATAR = ['[class*="_Msg__Avatar"]']; // Beside a message: on the left the other one's.
const TIME = ['[class*="_Msg__Time"]'];
const COMPOSER = [
  '[class*="_MessageSendBox__Textarea_"] .brt-editor[contenteditable="true"]', // The box.
  '.brt-editor[contenteditable="true"]', // The same editor, should the box have another name.
];
const PROFILE_NAME = [
  '.upinfo__main .nickname', // Since 2025.
  '#h-name', // Before.
];
const SELF = ['a.header-entry-mini', 'a.header-entry-avatar']; // The user's own picture, over every page.
const UPLOADER = ['a.up-name[href*="space.bilibili.com/"]']; // Beside a video. Those made by several people have none.
const POST_AUTHOR = ['.bili-dyn-title__text'];

/** A comment, or an answer to one; each keeps all it shows in its shadow root. */
const COMMENT = 'bili-comment-renderer, bili-comment-reply-renderer';

const numberIn = (link: Element | null): string | undefined => /\.com\/(\d+)/.exec(link?.getAttribute('href') ?? '')?.[1];

/** A person, unless number or name are missing. */
function person(id: string | null | undefined, shown: Element | null): Act['author'] | null {
  const name = cleanName(textOf(shown));
  return id && name ? { ids: [{ value: id, kind: 'permanent' }], name } : null;
}

/** The user in the address of the chat, `unfollow` being the folder of those one does not follow. */
const peer = ({ url }: Page): string | null =>
  (url.hostname === 'message.bilibili.com' && /^#\/whisper\/(?:\w+\/)?mid(\d+)/.exec(url.hash)?.[1]) || null;

const videoIn = ({ url }: Page): string | undefined => /^\/video\/(\w+)/.exec(url.pathname)?.[1];

/** Who wrote a comment. */
function commenter(comment: Element | null | undefined): Act['author'] | null {
  const name = within(comment?.shadowRoot, 'bili-comment-user-info', '#user-name');
  return person((name ?? within(comment?.shadowRoot, '#user-avatar'))?.getAttribute('data-user-profile-id'), name);
}

/** Who published what the comments are about, if the page names that person next to it. */
function publisher(target: Element, page: Page): Act['author'] | null {
  if (videoIn(page)) {
    const link = pick(page.document, UPLOADER);
    return person(numberIn(link), link);
  }
  // Posts name their author without a number. On somebody's own pages that is enough, if it is that person.
  const owner = bilibili.profile!(page);
  const author = person(owner?.ids[0].value, pick(closest(target, '.bili-dyn-item'), POST_AUTHOR));
  return author?.name === owner?.name ? author : null;
}

/** Whom an answer is for: the box stands below all comments of a thread and names one of them until something is written. */
function answered(thread: HTMLElement, box: Element): HTMLElement | null {
  const all = [
    within(thread.shadowRoot, 'bili-comment-renderer'),
    ...(within(thread.shadowRoot, 'bili-comment-replies-renderer')?.shadowRoot?.querySelectorAll<HTMLElement>(COMMENT) ?? []),
  ].filter((comment) => comment !== null);
  const named = /@(.+?)\s*[:：]?\s*$/.exec(textOf(pick(box.getRootNode() as ShadowRoot, ['.brt-placeholder'])))?.[1];
  const [only, ...others] = named ? all.filter((comment) => commenter(comment)?.name === cleanName(named)) : all;
  return only && others.length === 0 ? only : null;
}

/** What is done there, and to whom, be it oneself. */
function actOn(target: Element, page: Page): Act | null {
  const video = videoIn(page);
  const like = target.closest('.video-like');
  if (like) {
    const author = publisher(like, page);
    return author && video ? { kind: 'like', item: video, author, done: like.classList.contains('on'), box: null } : null;
  }
  const about = closest(target, 'bili-comments')?.dataset.params?.split(',')[1];
  if (!about) return null;
  // A comment has no id that we may see: what it is about, who wrote it and what it says name it.
  const itemOf = (comment: HTMLElement, author: Act['author']): string =>
    [about, author.ids[0].value, contentKey('', within(comment.shadowRoot, 'bili-rich-text', '#contents')) ?? ''].join(':');
  if (target.closest('#like')) {
    const comment = closest(target, COMMENT);
    const author = commenter(comment);
    // Whether it is liked shows in a picture only.
    return comment && author ? { kind: 'like', item: itemOf(comment, author), author, done: null, box: null } : null;
  }
  const form = closest(target, 'bili-comment-box');
  const box = within(form?.shadowRoot, 'bili-comment-rich-textarea', '.brt-editor');
  if (!form || !box || !(box.contains(target) || target.closest('#pub'))) return null;
  const thread = closest(form, 'bili-comment-thread-renderer');
  const comment = thread && answered(thread, box);
  const author = thread ? commenter(comment) : publisher(form, page);
  return author ? { kind: 'comment', item: comment ? itemOf(comment, author) : about, author, done: null, box } : null;
}

/** Bilibili. */
export const bilibili: Site = {
  id: 'bilibili',
  name: 'Bilibili',
  origins: ['https://message.bilibili.com/*', 'https://space.bilibili.com/*', 'https://t.bilibili.com/*', 'https://www.bilibili.com/*'],
  selfHosted: false,
  marks: ['#app', '#message-navbar', '#bili-header-container', 'bili-comments'],
  surface: 'overlay',
  hasAccount: false,
  keysUniqueIn: 'conversation',
  readsWhileHidden: true,
  approximate: true,
  // A message; its parts have names such as `_Msg__Main`.
  rows: '[class*="_Msg_"]:not([class*="_Msg__"])',

  account: () => null,

  conversation(page): Conversation | null {
    const id = peer(page);
    const open = person(id, pick(page.document, NAME));
    // Address, list and heading change one after the other: the list says whose number and name belong together.
    const listed = pick(page.document, [`[data-id="contact_${id}"]`]);
    const isSure = listed === (pick(page.document, ACTIVE) ?? listed) && cleanName(textOf(pick(listed, LISTED_NAME))) === open?.name;
    return isSure && open ? { kind: 'person', ...open } : null;
  },

  list: (page) => (peer(page) ? pick(page.document, LIST) : null),

  newestFirst: (list) => list.ownerDocument.defaultView?.getComputedStyle(list).flexDirection === 'column-reverse',

  key: (row) => (row.matches(bilibili.rows) ? contentKey(direction(row), pick(row, CONTENT)) : null),

  // Mostly "今天 12:30" or "昨天 12:30", and only now and then.
  message(row): Message | null {
    const key = bilibili.key(row);
    const [, year, month, day, time] = /^(\d{4})\D(\d+)\D(\d+)日? ([\d:]+)$/.exec(textOf(pick(row, TIME)).trim()) ?? [];
    return key ? { key, direction: direction(row), at: time ? instant(`${year}/${month}/${day} ${time}`) : null } : null;
  },

  text: (row) => textOf(pick(row, WORDS)).trim(),

  composer: (page) => (peer(page) ? pick(page.document, COMPOSER) : null),

  profile({ document, url }): Conversation | null {
    const id = url.hostname === 'space.bilibili.com' ? /^\/(\d+)/.exec(url.pathname)?.[1] : null;
    const owner = person(id, pick(document, PROFILE_NAME));
    return owner && id !== numberIn(pick(document, SELF)) ? { kind: 'person', ...owner } : null;
  },

  act(target, page): Act | null {
    const act = actOn(target, page);
    return act?.author.ids[0].value === numberIn(pick(page.document, SELF)) ? null : act;
  },

  link: (_page, { ids: [{ value }] }) => `https://message.bilibili.com/#/whisper/mid${value}`,
};

/**
 * Own messages say so on themselves, and texts again in it; anybody else's say nothing. The side may contradict that, and speaks
 * for what is no text.
 */
function direction(row: Element): Message['direction'] {
  const side = sideOf(pick(row, AVATAR), row);
  if (/(^|\s)_MsgIsMe_/.test(row.className)) return side === 'in' ? 'unknown' : 'out';
  const isOthers = (side ?? (pick(row, WORDS) ? 'in' : null)) === 'in';
  return isOthers && !row.querySelector('[class*="_MsgTextIsMe"]') ? 'in' : 'unknown';
}
