// Mastodon, on any server: threads of private mentions as chats, profiles, and what one does to posts. Read from its source
// (app/javascript/mastodon, versions of 2023 to 2026, looked at in 2026-11).
import { cleanName, instant, pick, textOf } from './pick';
import type { Act, Conversation, ConversationId, Message, Page, Site } from './site';

const SELF = [
  '.navigation-bar a[href]', // navigation_bar.tsx, above the box for posts.
  '.ui__header__links a[href*="/@"]', // header.jsx: the picture on top of a narrow window.
];
const POST = '.status[data-id], .detailed-status__wrapper'; // status.jsx and the one whose address it is, which has its own look.
const OPEN = ['.detailed-status__wrapper-direct']; // features/status/index.jsx: a thread is read around one of its posts.
const AUTHOR = [
  'a.status__display-name', // header.tsx. "So-and-so boosted" stands outside of the post.
  'a.detailed-status__display-name', // detailed_status.tsx.
  'a[data-hover-card-account]:not(.mention)', // Both; mentions within the words have it, too.
];
const NAME = '.display-name__html, .display-name bdi'; // display_name/*.tsx.
const MENTION = '.status__content a.mention';
const COVER = '.content-warning, .status__content__spoiler-link'; // Over words that show on a click only, since 2024 and before.
const WORDS = ['.status__content__text', '.status__content'];
const FORM = 'form.compose-form'; // compose_form.jsx: one box for everything one writes.
const PUBLIC = '.dropdown-button :is(.icon-globe, .icon-unlock)'; // visibility_button.tsx, privacy_dropdown.tsx.
const HEAD = '.account__header'; // account_header.tsx.

const idOf = (value: string): ConversationId => ({ value, kind: 'permanent' });

/** `name@server`, small, in the address of a profile, which no account ever changes; those of the page's own server are written without it. */
function handle(address: string | null | undefined, page: Page): string | null {
  if (!address) return null;
  try {
    const url = new URL(address, page.url);
    const [, name, server = url.hostname] = /^(?:\/deck)?\/@([\w.-]+)(?:@([\w.:-]+))?\/?$/.exec(url.pathname) ?? [];
    return name ? `${name}@${server}`.toLowerCase() : null;
  } catch {
    return null;
  }
}
/** The handle as this server writes it. */
const shown = (value: string, { url }: Page): string => `@${value.endsWith(`@${url.hostname}`) ? value.split('@')[0] : value}`;

const threadId = ({ pathname }: URL): string | null => /^(?:\/deck)?\/@[^/]+\/(\d+)\/?$/.exec(pathname)?.[1] ?? null;
const handleOf = (link: Element | null | undefined, page: Page): string | null => handle(link?.getAttribute('href'), page);
/** The post's own parts: a post may show another one that it quotes. */
const parts = (post: Element, selector: string): Element[] =>
  [...post.querySelectorAll(selector)].filter((part) => (part.closest('.status, div[data-id]') ?? post) === post);
const words = (post: Element): string => textOf(WORDS.flatMap((one) => parts(post, one))[0] ?? null).trim();

/** Newer versions draw the post whose address it is like any other, within its own element. */
const newer = (post: Element): Element | null =>
  post.matches('.status') ? null : post.querySelector('.status[data-id]:not(.status--is-quote)');

/** The post's id. The one whose address it is names it in its date. */
function postId(post: Element): string | null {
  const date = newer(post) ? null : post.querySelector('a.detailed-status__datetime');
  return post.getAttribute('data-id') ?? /\/(\d+)$/.exec(date?.getAttribute('href') ?? '')?.[1] ?? null;
}

const authorOf = (post: Element, page: Page): string | null => handleOf(AUTHOR.flatMap((one) => parts(post, one))[0], page);
const nameOf = (root: Element, who: string, page: Page): string => {
  const link = [...root.querySelectorAll('a')].find((one) => one.querySelector(NAME) && handleOf(one, page) === who);
  return cleanName(textOf(link?.querySelector(NAME) ?? null)) ?? shown(who, page);
};

/** The posts of the thread that is open, if it is one of private mentions. */
function thread(page: Page): HTMLElement | null {
  const open = threadId(page.url) ? pick(page.document, OPEN) : null;
  return open && (open.closest<HTMLElement>('.scrollable') ?? open.parentElement);
}

/** Everybody in the thread but the user: who wrote, and who is mentioned. A private post mentions somebody: where none shows it, some are missing. */
function others(list: Element, page: Page): string[] {
  const own = mastodon.account(page);
  const posts = [...list.querySelectorAll(mastodon.rows)].filter(postId);
  if (posts.some((post) => parts(post, `${MENTION}, ${COVER}`).length === 0)) return [];
  const all = posts.flatMap((post) => [authorOf(post, page), ...parts(post, MENTION).map((link) => handleOf(link, page))]);
  return own ? [...new Set(all)].filter((one) => one !== null).filter((one) => one !== own) : [];
}

/** What a button below a post does to it. That for boosts opens a menu first, unless the user chose otherwise. */
function actBelow(target: Element, page: Page): Act | null {
  const button = target.closest('.status__action-bar button, .detailed-status__action-bar button');
  const kind = button?.matches('.star-icon') ? 'like' : button?.querySelector('.icon-retweet') ? 'repost' : null; // action_bar.tsx, boost_button.tsx.
  const post = kind && button?.closest(POST);
  return post ? about(post, page, { kind, done: button!.classList.contains('active'), box: null }) : null; // icon_button.tsx.
}

/** An act on somebody else's public post. */
function about(post: Element, page: Page, act: Pick<Act, 'kind' | 'done' | 'box'>): Act | null {
  const [item, author, own] = [postId(post), authorOf(post, page), mastodon.account(page)];
  if (!item || !author || !own || author === own || post.matches(mastodon.rows)) return null;
  return { ...act, item, author: { ids: [idOf(author)], name: nameOf(post, author, page) } };
}

/** An answer. The box shows the words it answers, not whose id they have: they are looked up on the page. */
function answer(form: Element, page: Page): Act | null {
  const quoted = form.querySelector('.reply-indicator');
  const said = textOf(pick(quoted, ['.reply-indicator__content'])).trim();
  const author = [...(quoted?.querySelectorAll('a') ?? [])].map((link) => handleOf(link, page)).find(Boolean);
  const found = [...page.document.querySelectorAll(POST)].filter((post) => words(post) === said && authorOf(post, page) === author);
  const ids = new Set(found.map(postId).filter(Boolean));
  return author && said && ids.size === 1
    ? about(found[0]!, page, { kind: 'comment', done: null, box: form.querySelector('textarea') })
    : null;
}

/** Mastodon. */
export const mastodon: Site = {
  id: 'mastodon',
  name: 'Mastodon',
  origins: [],
  selfHosted: true,
  marks: [
    '#mastodon', // The app's element, logged in or not.
  ],
  surface: 'overlay',
  hasAccount: true,
  keysUniqueIn: 'account',
  readsWhileHidden: true,
  rows: '.status__wrapper-direct > .status[data-id]:not(.status--is-quote), .detailed-status__wrapper-direct',

  account: (page) => handleOf(pick(page.document, SELF), page),

  conversation(page): Conversation | null {
    const list = thread(page);
    const all = list ? others(list, page).sort() : [];
    if (!list || all.length === 0) return null;
    const name = cleanName(all.map((one) => nameOf(list, one, page)).join(', '))!;
    return { kind: all.length > 1 ? 'group' : 'person', ids: [idOf(all.join(' '))], name };
  },

  list: thread,

  // Shown only once the server has it.
  key: (row) => (row.matches(mastodon.rows) ? postId(row) : null),

  message(row, page): Message | null {
    const key = mastodon.key(row);
    if (!key) return null;
    const [own, author] = [mastodon.account(page), authorOf(row, page)];
    const time = parts(row, 'time[datetime]')[0];
    return { key, direction: own && author ? (author === own ? 'out' : 'in') : 'unknown', at: instant(time?.getAttribute('datetime')) };
  },

  // Without the names it is addressed to.
  text: (row) => words(row).replace(/^(@\S+\s+)+/, ''),

  // The box is the same for a post to everybody: it must be addressed to those who are open, and not be public.
  composer(page) {
    const who = (mastodon.conversation(page) ?? mastodon.profile!(page))?.ids[0].value.split(' ');
    const form = page.document.querySelector(FORM);
    const box = form?.querySelector('textarea');
    const to = box?.value.toLowerCase().split(/[\s,]+/);
    return who && to && who.every((one) => to.includes(shown(one, page))) && !form!.querySelector(PUBLIC) ? box! : null;
  },

  profile(page): Conversation | null {
    const who = handle(page.url.pathname.replace(/\/(with_replies|media|featured|posts|replies|collections)$/, ''), page);
    const heading = page.document.querySelector(HEAD)?.querySelector('h1');
    // The head follows the address a moment later: until then another's handle stands at the name.
    const isSame = who && heading?.parentElement?.textContent.toLowerCase().includes(`@${who.split('@')[0]}@`);
    if (!heading || !isSame || who === mastodon.account(page)) return null;
    return { kind: 'person', ids: [idOf(who)], name: cleanName(textOf(heading.querySelector(NAME))) ?? shown(who, page) };
  },

  act(target, page) {
    const form = target.closest(FORM);
    if (!form) return actBelow(target, page);
    return target.closest('textarea, [type="submit"]') ? answer(form, page) : null;
  },

  link(page, { kind, ids: [{ value }] }) {
    if (threadId(page.url)) return new URL(page.url.pathname, page.url).href;
    return kind === 'person' ? new URL(`/${shown(value, page)}`, page.url).href : null;
  },
};
