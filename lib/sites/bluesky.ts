// Bluesky, on bsky.app and wherever its app runs: chats, profiles, and what one does to posts. Read from its source
// (bluesky-social/social-app, versions of 2024 to 2026, looked at in 2026-11). Messages have neither ids nor names in the page.
import { contentKey } from './content-key';
import { cleanName, pick, textOf } from './pick';
import type { Act, Conversation, Message, Page, Site } from './site';

const CHAT = '[data-testid="convoScreen"]'; // Conversation.tsx, for years. Screens one has left can stay in the page, below the last.
const BOX = ['textarea', '[contenteditable="true"]']; // MessageInput.web.tsx; MessageComposer.tsx, tried out in 2026.
const SELF = ['nav a[href^="/profile/"]', '[role="navigation"] a[href^="/profile/"]']; // LeftNav.tsx, BottomBarWeb.tsx.
const HEAD = '[data-testid="profileHeaderDisplayName"]'; // DisplayName.tsx.
const PICTURE = '[data-testid="profileHeaderAviButton"]'; // Shell.tsx.
const ABOUT = '[data-testid="profileHeaderDescription"]'; // ProfileHeaderStandard.tsx.
const POST = '[data-testid^="feedItem-by-"], [data-testid^="postThreadItem-by-"]'; // PostFeedItem.tsx, ThreadItem*.tsx.
const WRITING = '[data-testid="composePostView"]'; // Composer.tsx: the window for posts and answers.
const WORDS = '[data-word-wrap]'; // RichText.tsx.

const handleIn = (href: string | null | undefined): string | null => /^\/profile\/([^/]+)\/?$/.exec(href ?? '')?.[1]?.toLowerCase() ?? null;
/** The account's id in the address of a picture: unlike the handle it never changes. Who has no picture shows none. */
const didIn = (root: Element | null | undefined): string | null =>
  /\/(did:[a-z]+:[\w.:%-]+)\//.exec(root?.querySelector('img[src*="/did:"]')?.getAttribute('src') ?? '')?.[1] ?? null;
const lines = (root: Element): string[] =>
  [...root.querySelectorAll('[dir]')].map((line) => cleanName(line.textContent)).filter((line) => line !== null);
const idsOf = (did: string | null, handle: string): Conversation['ids'][number][] => [
  ...(did ? [{ value: did, kind: 'permanent' } as const] : []),
  // An address that is a `did:` names no handle.
  handle.startsWith('did:') ? { value: handle, kind: 'permanent' } : { value: `@${handle}`, kind: 'weak' },
];

/** Screens one has left. */
const HIDDEN = '[style*="display: none"]';
const chatIn = ({ pathname }: URL): string | null => /^\/messages\/(\w{10,})\/?$/.exec(pathname)?.[1] ?? null;
const screen = ({ document, url }: Page): Element | null =>
  (chatIn(url) && [...document.querySelectorAll(CHAT)].findLast((one) => !one.closest(HIDDEN))) || null;
const style = (element: Element): CSSStyleDeclaration | undefined => element.ownerDocument.defaultView?.getComputedStyle(element);

/** Whether an element stands outside of what scrolls in its screen. */
function isFixed(element: Element): boolean {
  const around = element.parentElement;
  return !around || around.matches(CHAT) || (!/auto|scroll/.test(style(around)?.overflowY ?? '') && isFixed(around));
}

/** The two parts of a message's row: its buttons and its bubble (ActionsWrapper.web.tsx). */
function bubble(row: Element): Element | null {
  const [buttons, shown, more] = row.children;
  return shown && !more && buttons?.querySelector(':scope > [aria-haspopup="menu"]') ? shown : null;
}
/** The message's own words; posts and invitations within are links. */
const wordsOf = (row: Element): Element | null =>
  [...(bubble(row)?.querySelectorAll(WORDS) ?? [])].findLast((part) => !part.closest('a, [role="link"]')) ?? null;

/** Rows run the other way, and bubbles stand at the other end, when the message is another's. */
function directionOf(row: Element): Message['direction'] {
  const way = style(row)?.flexDirection;
  const end = style(bubble(row) ?? row)?.alignItems;
  if (way === 'row' && end === 'flex-end') return 'out';
  return way === 'row-reverse' && end === 'flex-start' ? 'in' : 'unknown';
}

/** Likes are told by their label, in English; a repost by its colour, which is that of the button beside it unless it is done. */
function isDone(button: Element, post: Element): boolean | null {
  const label = button.getAttribute('aria-label') ?? '';
  if (button.matches('[data-testid="likeBtn"]')) return /^unlike\b/i.test(label) || (/^like\b/i.test(label) ? false : null);
  const [own, other] = [button, post.querySelector('[data-testid="replyBtn"]')].map((one) =>
    one?.querySelector('path')?.getAttribute('fill'),
  );
  return own && other ? own !== other : null;
}

/** An act on somebody else's post. */
function about(post: Element, page: Page, act: Pick<Act, 'kind' | 'done' | 'box'>): Act | null {
  const handle = /-by-(.+)/.exec(post.getAttribute('data-testid')!)?.[1]?.toLowerCase();
  const own = bluesky.account(page);
  const links = [...post.querySelectorAll('a[href]')];
  const ofAuthor = links.filter((link) => handleIn(link.getAttribute('href')) === handle);
  const did = ofAuthor.map(didIn).find(Boolean) ?? null;
  // The post whose address it is does not link to itself.
  const addresses = [...links.map((link) => link.getAttribute('href')!), page.url.pathname];
  const parts = addresses.map((one) => /^\/profile\/([^/]+)\/post\/(\w+)/.exec(one));
  const item = parts.find((one) => one && [handle, did].includes(one[1]!.toLowerCase()))?.[2];
  if (!handle || !own || handle === own || !item) return null;
  const name = ofAuthor.map((link) => cleanName(textOf(link))).find((text) => text && !text.startsWith('@')) ?? `@${handle}`;
  // The picture may not be there yet: the handle alone is the same with and without it.
  return { ...act, item, author: { ids: [{ value: `@${handle}`, kind: 'weak' }], name } };
}

/** An answer. The window shows the words it answers, above the box, not whose id they have: they are looked up on the page. */
function answer(view: Element, page: Page): Act | null {
  const box = pick(view, ['[contenteditable="true"]', 'textarea']);
  const above = [...view.querySelectorAll('[dir]')].filter((line) => box && line.compareDocumentPosition(box) === 4);
  const said = above.map((line) => cleanName(textOf(line)));
  const found = [...page.document.querySelectorAll(POST)]
    .filter((post) => said.includes(cleanName(textOf(post.querySelector('[data-testid="postText"]'))) ?? ''))
    .map((post) => about(post, page, { kind: 'comment', done: null, box }));
  return new Set(found.map((act) => act?.item)).size === 1 ? found[0]! : null;
}

/** Bluesky. */
export const bluesky: Site = {
  id: 'bluesky',
  name: 'Bluesky',
  origins: ['https://bsky.app/*'],
  selfHosted: true,
  marks: [CHAT, '[data-testid="messagesScreen"]', '[data-testid="composeFAB"]', HEAD, ...POST.split(', ')],
  surface: 'overlay',
  hasAccount: true,
  keysUniqueIn: 'conversation',
  readsWhileHidden: true,
  approximate: true,
  rows: 'div:has(> :first-child > [aria-haspopup="menu"])',

  account: ({ document }) => {
    const link = SELF.flatMap((one) => [...document.querySelectorAll(one)]).find((one) => !one.closest(POST));
    return handleIn(link?.getAttribute('href'));
  },

  conversation(page): Conversation | null {
    const id = chatIn(page.url);
    const links = [...(screen(page)?.querySelectorAll('a[href]') ?? [])];
    // MessagesListHeader.tsx: a link with the name, to the person or to what can be set about the group, above what scrolls.
    const settings = links.filter((link) => link.getAttribute('href') === `/messages/${id}/settings`);
    for (const link of id ? (settings[0] ? settings : links.filter(isFixed)) : []) {
      const [name, ...more] = lines(link);
      const handle = handleIn(link.getAttribute('href'));
      if (name && settings[0]) return { kind: 'group', ids: [{ value: id!, kind: 'permanent' }], name };
      if (name && handle && more.some((line) => line.startsWith('@')))
        return { kind: 'person', ids: [{ value: id!, kind: 'permanent' }, ...idsOf(didIn(link), handle)], name };
    }
    return null;
  },

  list: screen,

  key: (row) => contentKey(directionOf(row), wordsOf(row)),

  // The page shows times in words, and not at every message.
  message(row): Message | null {
    const key = bluesky.key(row);
    return key === null ? null : { key, direction: directionOf(row), at: null };
  },

  text: (row) => textOf(wordsOf(row)).trim(),

  composer: (page) => pick(screen(page), BOX),

  profile(page): Conversation | null {
    const who = handleIn(page.url.pathname);
    if (!who || who === bluesky.account(page)) return null;
    // Profiles one has left can stay in the page: the right one shows the handle, or the id, that the address names.
    for (const heading of page.document.querySelectorAll(HEAD)) {
      let head: Element | null = heading;
      while (head && !head.querySelector(PICTURE)) head = head.parentElement;
      // Without a picture of its own it would get that of another one.
      if (head && head.querySelectorAll(HEAD).length > 1) continue;
      const did = didIn(head?.querySelector(PICTURE));
      // What people write about themselves may begin with somebody else's.
      const handle = [...(head?.querySelectorAll('[dir]') ?? [])]
        .filter((line) => !line.closest(ABOUT))
        .map((line) => /^@([\w.-]+)/.exec(cleanName(line.textContent) ?? '')?.[1]?.toLowerCase())
        .find(Boolean);
      const [first, ...more] = idsOf(handle ? did : null, handle ?? who);
      const name = cleanName(textOf(heading));
      if (name && (who === handle || who === did)) return { kind: 'person', ids: [first!, ...more], name };
    }
    return null;
  },

  act(target, page) {
    const view = target.closest(WRITING);
    if (view) return target.closest('[data-testid="composerPublishBtn"], [contenteditable="true"], textarea') ? answer(view, page) : null;
    const button = target.closest('[data-testid="likeBtn"], [data-testid="repostBtn"]'); // PostControls/index.tsx, RepostButton.web.tsx.
    const post = button?.closest(POST);
    if (!button || !post) return null;
    const done = isDone(button, post);
    // The button for reposts opens a menu: where its colour says nothing, a click on it does not, either.
    if (button.matches('[data-testid="likeBtn"]')) return about(post, page, { kind: 'like', done, box: null });
    return done === null ? null : about(post, page, { kind: 'repost', done, box: null });
  },

  link(page, { ids }) {
    const id = ids.find(({ value }) => /^\w{10,}$/.test(value))?.value;
    return new URL(id ? `/messages/${id}` : `/profile/${ids[0].value.replace('@', '')}`, page.url).href;
  },
};
