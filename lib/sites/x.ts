// X, once Twitter: the chat of 2026 in its shadow root, the same in the plain page as before August 2026, and profiles.
import { cleanName, pick, textOf } from './pick';
import type { Act, Conversation, Message, Page, Site } from './site';

const CHAT = ['[data-testid="xchatEmbedRoute"]']; // The element whose open shadow root holds the chat since about August 2026.
const HEADER = ['[data-testid="dm-conversation-header"]']; // Since 2026.
const NAME = [
  '[data-testid="dm-conversation-username"]', // Since 2026.
  'h1, h2', // Should a group's heading be another.
];
const LIST = [
  '[data-testid="dm-message-list"]', // Since 2026.
  '[data-testid="dm-message-scroller"]', // The scroller around it.
];
const COMPOSER = [
  'textarea[data-testid="dm-composer-textarea"]', // Since 2026.
  '[data-testid="dm-composer-form"] textarea',
  '[data-testid="dmComposerTextInput"]', // The chat before.
];
/** The user's own links in the menu at the side, on every page: the address, or the handle in the picture's id on narrow screens. */
const SELF = ['[data-testid="AppTabBar_Profile_Link"][href]'];
const SELF_PICTURE = [
  '[data-testid="SideNav_AccountSwitcher_Button"] [data-testid^="UserAvatar-Container-"]', // Wide screens.
  '[data-testid="DashButton_ProfileIcon_Link"] [data-testid^="UserAvatar-Container-"]', // Phones.
];
const POST = 'article[data-testid="tweet"]';
/** Buttons under a post: the name begins with `un` once it is done. */
const TOGGLE = '[data-testid="like"], [data-testid="unlike"], [data-testid="retweet"], [data-testid="unretweet"]';
const ANSWER_BOX = '[data-testid="tweetTextarea_0"]';
/** The box for an answer, and the buttons that send it: under the post, in a dialog. */
const ANSWER = `${ANSWER_BOX}, [data-testid="tweetButtonInline"], [data-testid="tweetButton"]`;
const UNSENT = /^(pending|sending|failed)$/;
const TABS = /^\/(\w{1,15})(?:\/(?:with_replies|media|likes|highlights|articles))?\/?$/;
const HANDLE = /^@?(\w{1,15})$/;
/** First parts of addresses that are no handles. A page of this kind has no `UserName` either. */
const RESERVED = /^(home|explore|notifications|messages|i|settings|compose|search|hashtag|login|jobs|tos|privacy)$/i;

const handle = (text: string | null | undefined): string | null => HANDLE.exec((text ?? '').trim())?.[1]?.toLowerCase() ?? null;

const roots = ({ document }: Page): ShadowRoot[] => {
  const root = pick(document, CHAT)?.shadowRoot;
  return root ? [root] : [];
};
/** Where the chat is drawn. */
const chat = (page: Page): ParentNode => roots(page)[0] ?? page.document;
/** The id of the open chat: two user ids, or `g` and a number. A chat locked by a PIN has none. */
const chatIn = ({ pathname }: URL): string | null =>
  /^\/(?:i\/chat|messages)\/(?:requests\/(?:other\/)?)?(\d+[-:]\d+|g\d+)\/?$/.exec(pathname)?.[1]?.replace(':', '-') ?? null;

/**
 * The other one's user id. Of the two in a chat's id the user's own is the one that all chats of the list share; while fewer than
 * two are listed it cannot be told, and the chat's id has to do.
 */
function peer(page: Page, id: string): string | null {
  const pairs = [...chat(page).querySelectorAll('[data-testid^="dm-conversation-item-"]')]
    .map((item) => /(\d+)[-:](\d+)$/.exec(item.getAttribute('data-testid')!)?.slice(1))
    .filter((pair) => pair !== undefined);
  const pair = id.split('-');
  const own = pair.filter((one) => pairs.every((other) => other.includes(one)));
  return own.length === 1 ? (pair.find((one) => one !== own[0]) ?? null) : null;
}

/** The uuid of the message, while another attribute begins the same way. */
const uuid = (row: Element): string | null => /^message-(?!text-)(.+)/.exec(row.getAttribute('data-testid') ?? '')?.[1] ?? null;

/** Number and author of a post. Its time links to it; that of a post quoted in it does not count, and advertisements have none. */
function post(article: Element | null, page: Page): Pick<Act, 'item' | 'author'> | null {
  const link = article?.querySelector('[data-testid="User-Name"] a[href^="/"]');
  const own = handle(link?.getAttribute('href')?.slice(1));
  const times = [...(article?.querySelectorAll('a[href*="/status/"] time') ?? [])].filter((time) => !time.closest('[role="link"]'));
  const hrefs = new Set(times.map((time) => time.closest('a')!.getAttribute('href')!));
  const [, author, item] = /^\/(\w+)\/status\/(\d+)/.exec([...hrefs].join()) ?? [];
  if (!own || hrefs.size > 1 || handle(author) !== own || own === x.account(page)) return null;
  return { item: item!, author: { ids: [{ value: `@${own}`, kind: 'weak' }], name: cleanName(textOf(link!)) ?? `@${own}` } };
}

/** The post that is being answered: in a dialog the one it shows a copy of, often without links; else the one in the address. */
function answered(dialog: Element | null, page: Page): ReturnType<typeof post> {
  const look = (article?: Element): string =>
    `${article?.querySelector('time')?.getAttribute('datetime')} ${textOf(article?.querySelector('[data-testid="tweetText"]') ?? null)}`;
  const [copy, other] = dialog?.querySelectorAll(POST) ?? [];
  if (dialog && (!copy || other)) return null;
  const [, here] = /\/status\/(\d+)/.exec(page.url.pathname) ?? [];
  const posts = [...page.document.querySelectorAll(POST)].filter((article) => !dialog || look(article) === look(copy));
  return posts.map((article) => post(article, page)).find((found) => found && (dialog || found.item === here)) ?? null;
}

/** X. */
export const x: Site = {
  id: 'x',
  name: 'X',
  origins: ['https://x.com/*', 'https://twitter.com/*', 'https://mobile.x.com/*', 'https://mobile.twitter.com/*'],
  selfHosted: false,
  marks: [...CHAT, ...SELF, '[data-testid="UserName"]', '#react-root'],
  surface: 'sidepanel',
  hasAccount: true,
  keysUniqueIn: 'account',
  readsWhileHidden: false,
  rows: '[data-dm-message-row]',

  roots,

  account({ document }) {
    const picture = pick(document, SELF_PICTURE)?.getAttribute('data-testid');
    const own = handle(pick(document, SELF)?.getAttribute('href')?.slice(1)) ?? handle(picture?.slice('UserAvatar-Container-'.length));
    return own === 'unknown' ? null : own;
  },

  conversation(page): Conversation | null {
    const id = chatIn(page.url);
    const header = pick(chat(page), HEADER);
    const name = cleanName(textOf(pick(header, NAME)));
    if (!id || !name) return null;
    const ids: Conversation['ids'] = [{ value: id, kind: 'permanent' }];
    if (id.startsWith('g')) return { kind: 'group', ids, name };
    const user = peer(page, id);
    if (user) ids.unshift({ value: user, kind: 'permanent' });
    // People change their handles, and others take them.
    const link = header?.querySelector('a[href]')?.getAttribute('href') ?? '';
    const at = handle(link.split('/').at(-1));
    if (at) ids.push({ value: `@${at}`, kind: 'weak' });
    return { kind: 'person', ids, name };
  },

  list: (page) => (chatIn(page.url) ? pick(chat(page), LIST) : null),

  // The id of a message may be another once the server has taken it.
  key(row) {
    const status = (row.closest('[data-send-status]') ?? row.querySelector('[data-send-status]'))?.getAttribute('data-send-status');
    return UNSENT.test(status ?? '') || !row.matches(x.rows) ? null : uuid(row);
  },

  message(row, page): Message | null {
    const key = x.key(row);
    if (!key) return null;
    const { classList } = row;
    const shown = page.document.defaultView?.getComputedStyle(row).justifyContent ?? '';
    const isOut = classList.contains('justify-end') || (!classList.contains('justify-start') && /^(flex-)?end$/.test(shown));
    const isIn = classList.contains('justify-start') || (!isOut && /^(flex-)?start$/.test(shown));
    // The page shows hour and minute only.
    return { key, direction: isOut === isIn ? 'unknown' : isOut ? 'out' : 'in', at: null };
  },

  text(row) {
    // By the id of the message itself: an answer also shows what it answers.
    const words = row.querySelector(`[data-testid="message-text-${CSS.escape(uuid(row) ?? '')}"]`);
    return textOf(pick(words, ['span[dir="auto"]']) ?? words).trim();
  },

  composer: (page) => (chatIn(page.url) ? pick(chat(page), COMPOSER) : null),

  profile(page): Conversation | null {
    const { document, url } = page;
    const own = TABS.exec(url.pathname)?.[1]?.toLowerCase();
    const heading = document.querySelector('[data-testid="UserName"]');
    if (!own || RESERVED.test(own) || !heading || own === x.account(page)) return null;
    const spans = [...heading.querySelectorAll('span')].map((span) => textOf(span).trim());
    // While the page of the person before is still there, it shows another handle.
    if (!spans.some((text) => text.startsWith('@') && handle(text) === own)) return null;
    const name = cleanName(spans.find((text) => text && handle(text) !== own)) ?? `@${own}`;
    const ids: Conversation['ids'] = [{ value: `@${own}`, kind: 'weak' }];
    // The button to follow carries the user id; so do those of people who are only suggested.
    const button = [...document.querySelectorAll('[data-testid$="-follow"], [data-testid$="-unfollow"]')].find(
      (one) =>
        !one.closest('[data-testid="UserCell"]') &&
        (one.getAttribute('aria-label') ?? '')
          .toLowerCase()
          .split(/[^@\w]+/)
          .includes(`@${own}`),
    );
    const user = /^(\d+)-/.exec(button?.getAttribute('data-testid') ?? '')?.[1];
    if (user) ids.unshift({ value: user, kind: 'permanent' });
    return { kind: 'person', ids, name };
  },

  act(target, page): Act | null {
    const button = target.closest(TOGGLE);
    if (button) {
      const name = button.getAttribute('data-testid')!;
      const found = post(button.closest(POST), page);
      return found && { ...found, kind: name.endsWith('like') ? 'like' : 'repost', done: name.startsWith('un'), box: null };
    }
    if (!target.closest(ANSWER)) return null;
    const dialog = target.closest('[role="dialog"]');
    const box = (dialog ?? page.document).querySelector<HTMLElement>(ANSWER_BOX);
    const found = box && answered(dialog, page);
    return found && { ...found, kind: 'comment', done: null, box };
  },

  link(_page, { ids }) {
    const id = ids.find(({ value }) => /^(\d+-\d+|g\d+)$/.test(value))?.value;
    return id ? `https://x.com/i/chat/${id}` : null;
  },
};
