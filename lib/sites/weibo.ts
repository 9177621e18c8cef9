// Weibo: its chat on the web and its profile pages. From public descriptions of 2026; the chat has hardly a name or class to hold on to.
import { cleanName, instant, pick, textOf } from './pick';
import type { Act, At, Conversation, Message, Page, Site } from './site';

const APP = [
  '#app', // The app's element, on the chat and on weibo.com.
];

const COMPOSER = [
  '#webchat-textarea', // The box, there only when a conversation is open; since 2019.
  'textarea.editor', // Before that.
];

const LISTED_NAME = [
  'span.usrn', // The name in the list of conversations, until about 2022; the first words behind the picture since.
];

const PROFILE_NAME = [
  '[class*="ProfileHeader_name"]', // The end of the class changes with every build.
  '.profile-cover .mod-fil-name .txt-shadow', // The mobile page.
];

/** The links in the head of a profile to those who follow this person and are followed; the page's own menu has such a link, too. */
const FOLLOWED = '[class*="ProfileHeader_"] a[href*="/u/page/follow/"], a[class*="ProfileHeader_"][href*="/u/page/follow/"]';

const LIKE = 'button.woo-like-main'; // Under posts and comments, for years.
const QUOTED = '.retweet'; // The post that another one passes on.
const COMMENT = '.item1, .item2'; // A comment below a post, and an answer to one; neither has an id.
const SEND = /^(评论|回复|发送)$/;

/** Ids of messages; those a page makes up itself are shorter. Rows of the list of conversations have none. */
const MESSAGE_ID = /^\d{16,19}$/;

const app = ({ document, url }: Page): HTMLElement | null =>
  url.hostname === 'api.weibo.com' && /^\/chat\b/.test(url.pathname) ? pick(document, APP) : null;

const personOrGroup = (id: string, name: string): Conversation => ({
  // A user's number has at most eleven digits, a group's sixteen.
  kind: id.length < 12 ? 'person' : 'group',
  ids: [{ value: id, kind: 'permanent' }],
  name,
});

/** The picture of the sender; system lines have none, and pictures in the words are emoji. */
const avatarOf = (row: Element): Element | undefined => [...row.querySelectorAll('img')].find((image) => !image.closest('p'));

const senderOf = (row: Element): string | null => {
  const spans = [...row.querySelectorAll('span')].filter((span) => !span.closest('p') && !span.querySelector('span'));
  return spans.map((span) => cleanName(span.textContent)).find(Boolean) ?? null;
};

/** On which side of the row the sender's picture stands; null where there is no layout, or it stands between. */
function sideOf(row: Element): 'in' | 'out' | null {
  const whole = row.getBoundingClientRect();
  const avatar = avatarOf(row)?.getBoundingClientRect();
  if (!whole.width || !avatar?.width) return null;
  const place = ((avatar.left + avatar.right) / 2 - whole.left) / whole.width;
  return place >= 0 && place < 0.25 ? 'in' : place > 0.75 && place <= 1 ? 'out' : null;
}

/** The heads of the open conversation, by the titles outside of the lists. */
function headings(root: Element | null): (string | null)[] {
  return [...(root?.querySelectorAll('[title]') ?? [])]
    .filter((head) => !head.closest('li'))
    .map((head) => cleanName(head.getAttribute('title')));
}

/** Name and number of a conversation in the list: the number stands alone below the name. */
function listed(item: Element): { name: string | null; id: string | undefined } {
  const isText = (node: Node): boolean => node.nodeType === 3 && /\S/.test(node.nodeValue ?? '');
  const words = [...item.querySelectorAll('div')].filter((div) => [...div.childNodes].some(isText)).map(textOf);
  const old = pick(item, LISTED_NAME);
  const name = cleanName(old ? textOf(old) : words.shift());
  return { name, id: words.map((word) => word.trim()).find((word) => /^\d{5,19}$/.test(word)) };
}

/** When a message was written: its number begins with the second, counted from an epoch of Weibo's own, as in posts. */
function timeIn(id: string): At {
  const seconds = Math.floor(Number(id) / 2 ** 22) + 515_483_463;
  return seconds > 1.3e9 && seconds < 4e9 ? instant(new Date(seconds * 1000).toISOString()) : null;
}

/** The two numbers in the link to a post: its author's, and its own. */
const postIn = (href: string | null): string[] => /\/(\d{5,11})\/(\w{5,20})\/?(?:[?#]|$)/.exec(href ?? '')?.slice(1) ?? [];
const postOf = (head: Element | null | undefined): string[] =>
  [...(head?.querySelectorAll('a[href]') ?? [])].map((link) => postIn(link.getAttribute('href'))).find((ids) => ids[1]) ?? [];

/** What the target belongs to, with its author: a comment, a post that is passed on, the post around them or, beside it, the one in the address. */
function published(target: Element, { document, url }: Page): Pick<Act, 'item' | 'author'> | null {
  const heads = [...document.querySelectorAll('article header')];
  const article = target.closest('article');
  const head =
    target.closest(QUOTED) ??
    (article ? heads.find((one) => article.contains(one)) : heads.find((one) => postOf(one)[1] === postIn(url.pathname)[1]));
  const [owner, mid] = postOf(head);
  const comment = target.closest(COMMENT);
  const writer = comment?.querySelector('.text a[href*="/u/"]') ?? null;
  const value = comment ? /\/u\/(\d{5,11})/.exec(writer?.getAttribute('href') ?? '')?.[1] : owner;
  if (!value || !mid) return null;
  const named = comment ? [writer] : [...head!.querySelectorAll(`a[usercard="${value}"], a[href*="/u/${value}"]`)];
  const name = named.map((link) => cleanName(textOf(link))).find(Boolean) ?? value;
  // All comments of one person on one post are one item.
  return { item: comment ? `${mid}/${value}` : mid, author: { ids: [{ value, kind: 'permanent' }], name } };
}

/** The box that is written in, or that a button sends: the first one around it. */
function boxOf(target: Element): HTMLTextAreaElement | null {
  const button = target.closest('button');
  if (!button || !SEND.test(textOf(button).trim())) return target.closest('textarea');
  for (let around = button.parentElement; around && !around.matches('article, main'); around = around.parentElement) {
    const box = around.querySelector('textarea');
    if (box) return box;
  }
  return null;
}

export const weibo: Site = {
  id: 'weibo',
  name: 'Weibo',
  origins: ['https://api.weibo.com/*', 'https://weibo.com/*', 'https://www.weibo.com/*'],
  selfHosted: false,
  marks: APP,
  surface: 'overlay',
  hasAccount: false,
  keysUniqueIn: 'account',
  readsWhileHidden: true,
  rows: 'li[id]',

  account: () => null,

  // The address may still name who was opened first (`to_uid`), so the heading is looked up in the list, and must be found there once.
  conversation(page): Conversation | null {
    const root = app(page);
    if (!pick(root, COMPOSER)) return null;
    const heads = headings(root);
    const items = [...root!.querySelectorAll('li')].filter((item) => !MESSAGE_ID.test(item.id));
    const open = items.map(listed).filter(({ name }) => name && heads.includes(name));
    const [only] = open;
    return open.length === 1 && only?.id && only.name ? personOrGroup(only.id, only.name) : null;
  },

  list(page) {
    const root = app(page);
    const row = [...(root?.querySelectorAll(weibo.rows) ?? [])].find(({ id }) => MESSAGE_ID.test(id));
    return row?.closest('ul') ?? row?.parentElement ?? (pick(root, COMPOSER) ? root : null);
  },

  // Rows taken out of use are parked far above the list, with what they showed last.
  key: (row) => (MESSAGE_ID.test(row.id) && avatarOf(row) && !row.closest('[style*="-9999px"]') ? row.id : null),

  // No class tells own messages. A name that contradicts the side makes it unknown.
  message(row, page): Message | null {
    const key = weibo.key(row);
    if (!key) return null;
    const side = sideOf(row);
    const sender = senderOf(row);
    const isContradicted = side === 'out' && sender !== null && headings(app(page)).includes(sender);
    return { key, direction: side && !isContradicted ? side : 'unknown', at: timeIn(key) };
  },

  // A `p` beside the picture is a time.
  text: (row) => textOf(pick(row, [':scope > div > div p'])).trim(),

  composer: (page) => pick(app(page), COMPOSER),

  profile({ document, url }): Conversation | null {
    if (!/^(www\.)?weibo\.com$/.test(url.hostname)) return null;
    const name = cleanName(textOf(pick(document, PROFILE_NAME)));
    const ids = new Set(
      [...document.querySelectorAll(FOLLOWED)].map((link) => /follow\/(\d{5,11})/.exec(link.getAttribute('href') ?? '')?.[1]),
    );
    const inPath = /^\/(?:u\/|profile\/)?(\d{5,11})\/?$/.exec(url.pathname)?.[1];
    // Some have a word for an address. The head follows the address a moment later: until then its links name somebody else.
    const isOwnAddress = /^\/(n\/)?[^/]+\/?$/.test(url.pathname) && ids.size === 1;
    const id = inPath ? (ids.size === 0 || ids.has(inPath) ? inPath : null) : isOwnAddress ? [...ids][0] : null;
    return id && name ? personOrGroup(id, name) : null;
  },

  act(target, page): Act | null {
    if (!/^(www\.)?weibo\.com$/.test(page.url.hostname)) return null;
    const button = target.closest(LIKE);
    if (button) {
      const found = published(button, page);
      const label = button.getAttribute('title') ?? button.getAttribute('aria-label');
      // The words change with the state; of the other marks each is on some pages only.
      const done = /取消/.test(label ?? '') || button.matches('[aria-pressed="true"], [class*="_cur_"], :has(.woo-like-liked)');
      return found && { ...found, kind: 'like', done: done || label !== null ? done : null, box: null };
    }
    const box = boxOf(target);
    const found = box && published(box, page);
    const hint = box?.placeholder ?? '';
    // The box for an answer names whom it answers; it may stand beside another comment.
    const isRight = box?.closest(COMMENT) ? hint.includes(found?.author.name ?? '@') : hint.includes('评论');
    return found && isRight ? { ...found, kind: 'comment', done: null, box } : null;
  },

  link: (_page, { kind, ids: [{ value }] }) => (kind === 'person' ? `https://api.weibo.com/chat#/chat?to_uid=${value}` : null),
};
