// Zhihu: private messages, profiles, answers, articles and comments. From public descriptions up to November 2026.
import { contentKey } from './content-key';
import { cleanName, instant, pick, textOf } from './pick';
import { sideOf } from './side';
import type { Act, Conversation, ConversationId, Message, Page, Site } from './site';
import { ANSWER_TO, OWN_PAGE, PUBLISH } from './words';

const MODAL = '.ChatBoxModal'; // A chat that lies over another page.
const CHAT = ['.Chat-ChatBox', '.ChatBox']; // The chat on its own page.
const NAME = ['header']; // Over the messages.
const LINK = ['header a[href*="/people/"]'];
const LISTED_NAME = ['.ChatUserListItem--active .userName']; // The open one in the list of conversations.
const LIST = ['.MessagesBox'];
const BUBBLE = ['.TextMessage', '.Message-content']; // A text; else pictures and cards.
const COMPOSER = ['.InputBox textarea', 'textarea'];
const SELF = ['.AppHeader-profileAvatar', '.AppHeader-profile img']; // The user's own picture, over every page: its words name the user.
const PROFILE_NAME = ['.ProfileHeader-name'];
const AUTHOR = ['.AuthorInfo-name a', '.AuthorInfo a']; // Of an answer or article; a short one in a feed shows no link.
const COMMENTER = ['a[href*="/people/"]']; // The first link is the picture, the first without one the name.
const COMMENTER_NAME = ['a[href*="/people/"]:not(:has(img))'];
const EDITOR = ['.public-DraftEditor-content']; // Draft.js.
const PLACEHOLDER = ['.public-DraftEditorPlaceholder-inner'];

/** A user's number, which stays, or the word in the address of a profile, which its owner may change. */
function idIn(address: string | null | undefined): ConversationId[] {
  const id = /\/(?:people|org|messages)\/([\w-]+)/.exec(address ?? '')?.[1];
  return id ? [{ value: id, kind: /^[\da-f]{32}$/.test(id) ? 'permanent' : 'weak' }] : [];
}

function person([id, ...more]: ConversationId[], name: string | null): Act['author'] | null {
  return id && name ? { ids: [id, ...more], name } : null;
}

/** Who published an answer, article or thought: by number, or by word on an article's own page. Nobody is behind "anonymous". */
function publisher(post: HTMLElement): Act['author'] | null {
  const number = /author_member_hash_id":"([\da-f]{32})"/.exec(post.dataset.zaExtraModule ?? '')?.[1];
  const link = pick(post, AUTHOR);
  const name = /"authorName":"([^"\\]+)"/.exec(post.dataset.zop ?? '')?.[1] ?? textOf(link);
  const address = number ? `/people/${number}` : post.matches('.Post-content') ? link?.getAttribute('href') : null;
  return person(idIn(address), cleanName(name));
}

const ownName = (document: Document): string | null => cleanName(OWN_PAGE.exec(pick(document, SELF)?.getAttribute('alt') ?? '')?.[1]);

const commenter = (comment: Element): Act['author'] | null =>
  person(idIn(pick(comment, COMMENTER)?.getAttribute('href')), cleanName(textOf(pick(comment, COMMENTER_NAME))));

/** What an element of a page belongs to: the nearest comment, else the answer or article around it, else the only one on the page. */
function nearest(target: Element, { document }: Page): { item: string; author: Act['author'] } | null {
  const comment = target.closest<HTMLElement>('[data-id]:not(:has([data-zop]))');
  const posts = document.querySelectorAll<HTMLElement>('[data-zop]');
  const post = target.closest<HTMLElement>('[data-zop]') ?? (posts.length === 1 ? posts[0] : null);
  const author = comment ? commenter(comment) : post && publisher(post);
  const item = comment?.dataset.id ?? /"itemId":"?(\w+)/.exec(post?.dataset.zop ?? '')?.[1];
  return author && item && author.name !== ownName(document) ? { item, author } : null;
}

/** The box of comments to which an element belongs: the one it is in, or the one that it, being the button to publish, stands beside. */
function boxOf(target: Element): HTMLElement | null {
  const box = target.closest<HTMLElement>(EDITOR[0]!);
  const button = target.closest('button');
  if (box || !button || !PUBLISH.test(textOf(button))) return box;
  let form = button.parentElement;
  for (let n = 0; n < 4 && form && !pick(form, EDITOR); n++) form = form.parentElement;
  return pick(form, EDITOR);
}

/** Zhihu. */
export const zhihu: Site = {
  id: 'zhihu',
  name: 'Zhihu',
  origins: ['https://www.zhihu.com/*', 'https://zhuanlan.zhihu.com/*'],
  selfHosted: false,
  marks: ['.AppHeader', '.Chat', '#root'],
  surface: 'overlay',
  hasAccount: false,
  keysUniqueIn: 'conversation',
  readsWhileHidden: true,
  approximate: true,
  rows: '.Message',

  account: () => null,

  conversation(page): Conversation | null {
    const chat = chatIn(page);
    const isModal = chat?.matches(MODAL);
    const link = isModal ? pick(chat, LINK)?.getAttribute('href') : page.url.pathname;
    const open = person(idIn(link), cleanName(textOf(pick(chat, NAME))));
    // The address changes at once, list and heading a moment later.
    return open && (isModal || open.name === cleanName(textOf(pick(page.document, LISTED_NAME)))) ? { kind: 'person', ...open } : null;
  },

  list: (page) => pick(chatIn(page), LIST),

  key: (row) => contentKey(direction(row), pick(row, BUBBLE)),

  message(row): Message | null {
    const key = zhihu.key(row);
    const time = pick(row.closest('.Message-wrapper'), ['time[datetime]']);
    return key ? { key, direction: direction(row), at: instant(time?.getAttribute('datetime')) } : null;
  },

  text: (row) => textOf(pick(row, ['.TextMessage'])).trim(),

  composer: (page) => pick(chatIn(page), COMPOSER),

  profile({ document, url }): Conversation | null {
    const ids = /^\/(people|org)\//.test(url.pathname) ? idIn(url.pathname) : [];
    const owner = person(ids, cleanName(textOf(pick(document, PROFILE_NAME))));
    // The head shows no number, but what its owner has published does.
    const same = [...document.querySelectorAll<HTMLElement>('[data-zop]')].find(
      (post) => idIn(pick(post, AUTHOR)?.getAttribute('href'))[0]?.value === ids[0]?.value && publisher(post)?.name === owner?.name,
    );
    const number = same && owner?.ids[0].kind === 'weak' && publisher(same)?.ids[0];
    if (!owner || owner.name === ownName(document)) return null;
    return { kind: 'person', ...owner, ids: number ? [number, ...owner.ids] : owner.ids };
  },

  act(target, page): Act | null {
    const vote = target.closest('.VoteButton:not(.VoteButton--down)');
    const heart = target.closest('[data-id] button:has([class*="--Heart"], [class*="--Thumb"])');
    const like = vote ?? heart;
    const box = like ? null : boxOf(target);
    const about = like || box ? nearest(like ?? box!, page) : null;
    if (!about) return null;
    if (like) return { kind: 'like', ...about, done: like.matches('.is-active, .Button--red, [aria-pressed="true"]'), box };
    // The box says whom it answers until something is written in it.
    const named = ANSWER_TO.exec(textOf(pick(box!.closest('.DraftEditor-root'), PLACEHOLDER)))?.[1];
    return named && cleanName(named) !== about.author.name ? null : { kind: 'comment', ...about, done: null, box };
  },

  link: (_page, { ids }) => {
    const number = ids.find(({ kind }) => kind === 'permanent')?.value;
    return number ? `https://www.zhihu.com/messages/${number}` : null;
  },
};

const chatIn = ({ document, url }: Page): HTMLElement | null =>
  pick(document, url.pathname.startsWith('/messages') ? [MODAL, ...CHAT] : [MODAL]);

/** Which way a row runs: stands in for the side of its bubble where nothing is laid out. */
function wayOf(row: Element): 'in' | 'out' | null {
  const way = getComputedStyle(row).flexDirection;
  return way === 'row-reverse' ? 'out' : way === 'row' ? 'in' : null;
}

/**
 * By the side, as people see it, and only if the classes agree: `sender` is the other one, `receiver` the user, whatever the words
 * mean elsewhere. What is no text has no such class, but a row of one's own runs the other way.
 */
function direction(row: Element): Message['direction'] {
  const bubble = pick(row, BUBBLE);
  const isReverse = row.matches('.Message--reverse');
  if (!bubble) return 'unknown';
  const isOwn = bubble.matches('.TextMessage') ? bubble.matches('.TextMessage-receiver') : isReverse;
  const isOthers = bubble.matches('.TextMessage-sender') || !bubble.matches('.TextMessage');
  const side = bubble.getBoundingClientRect().width ? sideOf(bubble, row) : wayOf(row);
  if (side === 'out') return isOwn ? side : 'unknown';
  return side && isOthers && !isReverse ? side : 'unknown';
}
