// Douyin on the web: private messages, profiles, videos and comments. From public descriptions of June to November 2026.
import { contentKey, fileOf } from './content-key';
import { cleanName, pick, textOf } from './pick';
import type { Act, Conversation, ConversationId, Message, Page, Site } from './site';
import { REPLYING } from './words';

// Classes are names of parts and their classes in one word, since 2025. A word is often part of another: no `[class*=]`.
const ACTIVE = ['.conversationConversationItemcurConversation']; // The open one in the list of conversations.
const LISTED_NAME = ['.conversationConversationItemtitle']; // The remark, else the nickname.
const NAME = ['.RightPanelHeadertitle']; // Over the messages; behind it the number of members of a group, or of days in a row.
const LIST = ['.messageMessageListlist'];
const WORDS = ['.TextMessageTextpureText', '.MessageItemTextbubbleTextContent']; // Of a text message.
const CONTENT = ['[data-e2e="msg-item-content"]', ...WORDS]; // What is in a bubble.
const BOX = ['.messageMessageBoxcontentBox']; // Bubble and picture.
const COMPOSER = [
  '.messageEditorimChatEditorContainer [contenteditable="true"]', // The editor, of Slate's family.
  '[data-e2e="msg-input"] [contenteditable="true"]',
];
const SELF = ['a[href*="/user/self"] img[src*="aweme-avatar"]']; // The user's own picture, over every page.
const PROFILE = ['[data-e2e="user-detail"]']; // The head of a profile and all below.
const PROFILE_NAME = ['[data-e2e="user-info"] h1', 'h1'].flatMap((at) => [`${at} span:not(:has(span))`, at]);
const INFO = ['[data-e2e="user-info"]']; // Beside a video; there may be more of them for other videos below.
const AUTHOR = ['a[data-e2e="video-avatar"]', '[data-e2e="user-info"] a[href*="/user/"]']; // In a feed; on the page of a video.
const AUTHOR_NAME = ['[data-e2e="feed-video-nickname"]', '[data-e2e="user-info"] [data-click-from="title"]'];
const COMMENTER = ['.comment-item-info-wrap a[href*="/user/"]'];
const STATS = ['.comment-item-stats-container']; // The row of buttons below a comment.
const COMMENT_LIKE = ['.comment-item-stats-container p']; // The first of them.
const EDITOR = ['.public-DraftEditor-content']; // Draft.js.
const SEND = '.commentInput-right-ct span:last-child'; // Before it picture, "@" and emoji, all without names.

const USER = /\/user\/(MS4w[\w-]+)/;
const ROW = '.messageMessageBoxmessageBox';
const OWN = '.messageMessageBoxisFromMe, .MessageBoxContentisFromMe, .MessageItemTextisFromMe';
/** Notices of the site, and what is on its way or did not arrive. */
const NO_MESSAGE =
  '.messageMessageBoxisFullRowCenterMessage, .MessageItemGroupNoticeGroupNoticeBox, .ContentSideSendStatussending, .ContentSideSendStatusretry, .im-saas-message-spin';
/** What only groups have: names over messages, how many have read them, notices. */
const GROUP = '.MessageBoxMessageTitleavatarName, .ContentBottomHasReadisGroup, .MessageItemGroupNoticeGroupNoticeBox';
const COMMENT = '[data-e2e="comment-item"]';
const FORM = '#comment-input-container, .comment-input-inner-container';

/** The file of somebody's picture, theirs alone until they choose another; null for those that all get who choose none. */
function faceIn(root: ParentNode | null, selectors = ['img[src*="aweme-avatar"]']): string | null {
  const file = fileOf(pick(root, selectors));
  return file && /^(tos-.{24}|mosaic-legacy_[0-9a-f]{18})/.test(file) ? file : null;
}

/** The chat shows nobody's id; picture and name together are as good as one. */
function idIn(root: Element | null, name: string): ConversationId[] {
  const file = faceIn(root);
  return file ? [{ value: `${file} ${name}`, kind: 'permanent' }] : [];
}

const named = (root: ParentNode | null, selectors: string[]): string | null => cleanName(textOf(pick(root, selectors)));

/** Who published something, unless the picture beside it is the user's own. */
function person(link: Element | null, shown: Element | null, root: Element | null): Act['author'] | null {
  const id = USER.exec(link?.getAttribute('href') ?? '')?.[1];
  const name = cleanName(textOf(shown).trim().replace(/^@/, ''));
  const own = faceIn(link?.ownerDocument ?? null, SELF);
  return id && name && (!own || own !== faceIn(root)) ? { ids: [{ value: id, kind: 'permanent' }], name } : null;
}

/** Who wrote a comment, and what names it, for it has no id: its author and its words. */
function commentOf(comment: Element): { item: string; author: Act['author'] } | null {
  const link = pick(comment, COMMENTER);
  const author = person(link, link, comment);
  // The words stand between the name and the row of buttons, before the time; nothing names them.
  const words = [...(link?.closest('.comment-item-info-wrap')?.parentElement?.children ?? [])].find(
    (part) => !part.matches('.comment-item-info-wrap, [data-e2e]'),
  );
  return author && { item: `${author.ids[0].value}:${contentKey('', words ?? null)}`, author };
}

/** The video, and who published it, to which an element belongs: in a feed its card, else the page. */
function videoOf(target: Element, { document, url }: Page): { item: string; author: Act['author'] } | null {
  const card = target.closest<HTMLElement>('[data-e2e-vid]');
  const item = card ? card.dataset.e2eVid : /^\/(?:video|note)\/(\d+)/.exec(url.pathname)?.[1];
  const root = card ?? pick(document, INFO);
  const author = person(pick(root, AUTHOR), pick(root, AUTHOR_NAME), pick(root, AUTHOR));
  return item && author ? { item, author } : null;
}

/** Douyin. */
export const douyin: Site = {
  id: 'douyin',
  name: 'Douyin',
  // Not the creators' pages: since September 2026 what is sent from there only its sender can see.
  origins: ['https://www.douyin.com/*'],
  selfHosted: false,
  marks: ['#douyin-header', '#douyin-right-container', '[data-e2e="im-entry"]', '[data-e2e="conversation-item"]'],
  surface: 'overlay',
  hasAccount: false,
  keysUniqueIn: 'conversation',
  readsWhileHidden: false,
  approximate: true,
  rows: ROW,

  account: () => null,

  conversation({ document }): Conversation | null {
    const row = pick(document, ACTIVE);
    const name = named(row, LISTED_NAME);
    const heading = named(document, NAME);
    // The list changes at once, the heading a moment later.
    if (!name || !heading?.startsWith(name)) return null;
    const weak: ConversationId = { value: name, kind: 'weak' };
    const isGroup = /^ ?[(（]\d+[)）]/.test(heading.slice(name.length)) || pick(document, LIST)?.querySelector(GROUP);
    if (isGroup) return { kind: 'group', ids: [weak], name };
    // Without a picture the row is not drawn yet.
    if (!row?.querySelector('img[src]')) return null;
    const [face] = idIn(row, name);
    return { kind: 'person', ids: face ? [face, weak] : [weak], name };
  },

  // A chat that lies over another page may be with anybody, and the page is somebody's.
  list: (page) => (isChat(page) ? pick(page.document, LIST) : null),

  newestFirst(list) {
    const rows = [...list.querySelectorAll<HTMLElement>('[data-index]')];
    return Number(rows[0]?.dataset.index) < Number(rows.at(-1)?.dataset.index);
  },

  key: (row) =>
    row.matches(`${ROW}:not(${NO_MESSAGE})`) && !row.querySelector(NO_MESSAGE) ? contentKey(direction(row), pick(row, CONTENT)) : null,

  // Times stand here and there, in words such as "yesterday".
  message(row): Message | null {
    const key = douyin.key(row);
    return key ? { key, direction: direction(row), at: null } : null;
  },

  text: (row) => textOf(pick(row, WORDS)).trim(),

  composer: (page) => (isChat(page) ? pick(page.document, COMPOSER) : null),

  profile({ document, url }): Conversation | null {
    const id = USER.exec(url.pathname)?.[1];
    const root = pick(document, PROFILE);
    const name = named(root, PROFILE_NAME);
    return id && name ? { kind: 'person', ids: [{ value: id, kind: 'permanent' }, ...idIn(root, name)], name } : null;
  },

  act(target, page): Act | null {
    const own = target.closest(COMMENT);
    const like = target.closest('[data-e2e="video-player-digg"]');
    if (like) {
      const state = /(no|is)-digged$/.exec(like.getAttribute('data-e2e-state') ?? '');
      const video = videoOf(like, page);
      return video && { kind: 'like', ...video, done: state && state[1] === 'is', box: null };
    }
    if (own && pick(own, COMMENT_LIKE)?.contains(target)) {
      const comment = commentOf(own);
      // Whether it is liked shows in a class without a name.
      return comment && { kind: 'like', ...comment, done: null, box: null };
    }
    const box = pick(target.closest(FORM), EDITOR);
    if (!box || !(box.contains(target) || target.closest(SEND))) return null;
    // An answer's box stands in the comment; or the box below all is for the one comment whose button says so.
    const replying = own ? [own] : [...page.document.querySelectorAll(COMMENT)].filter((one) => REPLYING.test(textOf(pick(one, STATS))));
    const about = replying.length === 0 ? videoOf(box, page) : replying.length === 1 ? commentOf(replying[0]!) : null;
    return about && { kind: 'comment', ...about, done: null, box };
  },

  link: () => null,
};

const isChat = (page: Page): boolean => page.url.pathname.startsWith('/chat') || douyin.conversation(page) !== null;

/** Own messages say so on their box and again in it. Others say nothing. */
function direction(row: Element): Message['direction'] {
  const box = pick(row, BOX);
  return !box ? 'unknown' : box.matches(OWN) || box.querySelector(OWN) ? 'out' : 'in';
}
