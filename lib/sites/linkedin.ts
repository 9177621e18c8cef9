// LinkedIn: the messaging page, the message bubbles over every other page, and profiles. From public descriptions up to September 2026.
import { cleanName, pick, textOf } from './pick';
import type { Act, Conversation, ConversationId, Message, Page, Site } from './site';

/** Elements that may hold the open shadow root in which bubbles are since 2026. */
const HOSTS = '#interop-outlet, #interop-outlet *';
const BUBBLE = '.msg-overlay-conversation-bubble'; // One open chat in the corner, for years; a minimised one has no box to write in.
const WRITER = '[contenteditable="true"][role="textbox"]'; // Where messages and comments are written.
const NAME = [
  '.msg-entity-lockup__entity-title', // The name in the heading of the messaging page, for years.
  '.msg-overlay-bubble-header__title', // The heading of a bubble, for years.
];
const LINK = [
  '.msg-thread__link-to-profile', // The heading of the messaging page leads to the person, 2026; that of a group does not.
  '.msg-overlay-bubble-header__title a', // The same in a bubble; a group's leads to its thread.
];
const LIST = [
  'ul.msg-s-message-list-content', // The messages alone, for years.
];
const COMPOSER = [
  '.msg-form__contenteditable[contenteditable="true"]', // For years. Not `.ql-editor`: that is the box for posts, or a decoy.
  `.msg-form ${WRITER}`, // By role, 2026.
];
const TOPCARD = ['[componentkey*="Topcard"]']; // The card with name and buttons, 2026.
const PROFILE_NAME = ['h2', 'h1']; // Inside the card: `h2` since 2026.
const SENDER = '.msg-s-message-group__profile-link, .msg-s-event-listitem__link';
const SENT = '.msg-s-event-with-indicator__sending-indicator'; // Below own messages alone: that it left, was read. For years.

/** One post. */
const POST = [
  '[role="listitem"][componentkey]', // The feed of 2026.
  '[componentkey*="FeedType_"]', // Around and inside of it.
  '.feed-shared-update-v2[data-urn]', // Before that, and still on some pages.
].join();
const COMMENT = '[id^="replaceableComment_"], [componentkey^="replaceableComment_"]'; // 2026; its key names post and comment.
const COMMENTS = '[data-testid*="commentList"], [data-component-type="LazyColumn"]'; // The list of them below a post.
const REACTION = [
  'button[data-view-name="reaction-button"]', // 2025 and 2026.
  'button[aria-label^="Reaction button state"]', // English only.
  '.react-button__trigger', // Before that.
].join();
const ACTOR = [
  'a[data-view-name="feed-actor-image"]', // The picture of who posted, 2026.
  '.update-components-actor a[href]', // Before that.
];

const MEMBER = /ACoAA[\w-]+/;
/** The person an address leads to: member id or, where people follow links, the name in the address. */
const personIn = (href: string | null | undefined): string | null => /\/in\/([^/?#]+)/.exec(href ?? '')?.[1] ?? null;
const personOf = (link: Element | null | undefined): string | null => personIn(link?.getAttribute('href'));
/** A member id never changes. A name in the address hardly ever does, and is kept from others for months when it does. */
const idOf = (person: string): ConversationId => ({
  value: MEMBER.test(person) ? person : (attempt(() => decodeURIComponent(person).toLowerCase()) ?? person),
  kind: 'permanent',
});

/** What a function gives that may throw; null when it does. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

const roots = ({ document }: Page): ShadowRoot[] => [...document.querySelectorAll(HOSTS)].flatMap((host) => host.shadowRoot ?? []);

/** The messaging page as a whole, or the bubble in use: the one with the focus, else the only one. Of several none is the open one. */
function talk(page: Page): ParentNode | null {
  if (page.url.pathname.startsWith('/messaging/')) return page.document;
  const bubbles = [page.document, ...roots(page)].flatMap((root) =>
    [...root.querySelectorAll(BUBBLE)].filter((bubble) => pick(bubble, COMPOSER)),
  );
  const focused = bubbles.find((bubble) => bubble.contains((bubble.getRootNode() as Document | ShadowRoot).activeElement));
  return focused ?? (bubbles.length === 1 ? bubbles[0]! : null);
}

/** Owner of the mailbox (1) and id of the message (2); a message that LinkedIn has not taken yet has no such id. */
const urn = (row: Element | null | undefined): RegExpExecArray | null =>
  /^urn:li:msg_message:\(urn:li:fsd_profile:([\w-]+),(2-[^)]+)\)$/.exec(row?.getAttribute('data-event-urn') ?? '');

/** The id begins with the moment of sending, in Base64: `1763719200000b…`. The page itself shows clocks and weekdays only. */
const at = (id: string): string | null => attempt(() => new Date(Number(/^(1\d{12})b/.exec(atob(id.slice(2, 22)))![1])).toISOString());

/** A class marks what others wrote; own messages name their sender, or show their state. Where these do not agree, nothing is certain. */
function direction(row: Element): Message['direction'] {
  if (!row.matches('.msg-s-event-listitem')) return 'unknown';
  const isOther = row.matches('.msg-s-event-listitem--other');
  const isSent = row.querySelector(SENT) !== null;
  const sender = MEMBER.exec(personOf(row.querySelector(SENDER)) ?? '')?.[0];
  const isOwn = sender ? sender === urn(row)?.[1] : isSent;
  if (isOther) return isSent || isOwn ? 'unknown' : 'in';
  return isOwn ? 'out' : 'unknown';
}

/**
 * A post or comment with its author. The first link of a post may lead to somebody who only liked it: without the picture of the
 * author the post's menu has to confirm the name. Companies are no persons.
 */
function published(element: Element | null): Pick<Act, 'item' | 'author'> | null {
  if (!element) return null;
  const key = element.getAttribute('componentkey') ?? element.getAttribute('data-urn') ?? element.id;
  const item = key.replace(/^(replaceableComment_|expanded|update-card-focus)|FeedType_.*$/g, '');
  const menu = element.querySelector('button[aria-label*=" post by "]')?.getAttribute('aria-label')?.split(' post by ')[1];
  const links = [...element.querySelectorAll('a[href*="/in/"]')];
  const nameOf = (link: Element): string | null => cleanName(textOf(link.querySelector('p, span') ?? link));
  const actor = element.matches(COMMENT)
    ? links[0]
    : (pick(element, ACTOR) ?? links.find((link) => menu && nameOf(link) === cleanName(menu)));
  const person = personOf(actor);
  if (!item || !person) return null;
  const own = links.filter((link) => personOf(link) === person);
  return { item, author: { ids: [idOf(person)], name: cleanName(menu) ?? own.map(nameOf).find(Boolean) ?? person } };
}

/** What a box answers: the comment around it or, in the list of comments, the only one beside it; outside of the list the post. */
function answered(box: Element): ReturnType<typeof published> {
  for (let around: Element | null = box; around; around = around.parentElement) {
    if (around.matches(`${COMMENT}, ${POST}`)) return published(around);
    const [one, other] = around.querySelectorAll(COMMENT);
    const list = one?.closest(COMMENTS);
    if (one && (!list || list.contains(box))) return list && !other ? published(one) : null;
  }
  return null;
}

/** LinkedIn. */
export const linkedin: Site = {
  id: 'linkedin',
  name: 'LinkedIn',
  origins: ['https://www.linkedin.com/*'],
  selfHosted: false,
  marks: [
    '#interop-outlet',
    '#global-nav',
    '[componentkey]',
    'form[action*="/checkpoint/"]', // The page for logging in, for years.
  ],
  surface: 'sidepanel',
  hasAccount: true,
  keysUniqueIn: 'account',
  readsWhileHidden: false,
  rows: '[data-event-urn]',

  roots,

  // Every message names the owner of the mailbox: the user, whoever wrote it.
  account: (page) => urn(linkedin.list(page)?.querySelector(linkedin.rows))?.[1] ?? null,

  conversation(page): Conversation | null {
    const root = talk(page);
    const name = cleanName(textOf(pick(root, NAME)));
    if (!root || !name) return null;
    const href = pick(root, LINK)?.getAttribute('href') ?? null;
    const person = personIn(href);
    // A name that leads nowhere may be the same person's as one that does.
    const links = [...root.querySelectorAll('.msg-s-event-listitem--other')].map((row) => row.querySelector(SENDER)).filter(personOf);
    const senders = new Map(links.map((link) => [personOf(link), cleanName(textOf(link))]));
    if (person && senders.size < 2) return { kind: 'person', ids: [idOf(person)], name };
    // Somebody without a profile is no group either. The thread is not added to a person's ids: the address may be ahead of the page.
    const thread = /\/messaging\/thread\/([^/?#]+)/.exec(root === page.document ? page.url.pathname : (href ?? ''))?.[1];
    if (!thread || (senders.size < 2 && [...senders.values()].every((sender) => sender === name))) return null;
    return { kind: 'group', ids: [{ value: `thread:${thread}`, kind: 'permanent' }], name };
  },

  list: (page) => pick(talk(page), LIST),

  key: (row) => urn(row)?.[2] ?? null,

  message(row): Message | null {
    const key = linkedin.key(row);
    return key ? { key, direction: direction(row), at: at(key) } : null;
  },

  text: (row) => textOf(pick(row, ['.msg-s-event-listitem__body'])).trim(),

  composer: (page) => pick(talk(page), COMPOSER),

  profile(page): Conversation | null {
    const { document, url } = page;
    const person = personIn(url.pathname);
    const main = document.querySelector('main');
    // Only one's own profile can be edited.
    if (!person || !url.hostname.endsWith('linkedin.com') || !main || main.querySelector('a[href*="/edit/"]')) return null;
    const card = pick(document, TOPCARD);
    const isWhole = /^\/in\/[^/]+\/?$/.test(url.pathname);
    const shown = cleanName(textOf(pick(card, PROFILE_NAME) ?? (isWhole ? pick(main, ['h1']) : null)));
    const name = shown ?? (isWhole ? cleanName(/^(?:\(\d+\+?\) )?(.+) \| LinkedIn$/.exec(document.title)?.[1]) : null);
    if (!name) return null;
    // The address changes before the page does: it counts once the links to this person's details agree with it.
    const ids: Conversation['ids'] = [idOf(person)];
    const own = [...main.querySelectorAll('a[href*="/overlay/"]')].map(personOf);
    if (own.length === 0 || own.some((one) => !one || idOf(one).value !== ids[0].value)) return null;
    const member = memberOf(card);
    if (member && member !== person) ids.unshift(idOf(member));
    return member && member === linkedin.account(page) ? null : { kind: 'person', ids, name };
  },

  act(target): Act | null {
    const button = target.closest(REACTION);
    if (button) {
      const found = published(button.closest(COMMENT) ?? button.closest(POST));
      const state = button.getAttribute('aria-pressed') ?? button.getAttribute('aria-label')?.split('Reaction button state: ')[1];
      return found && { ...found, kind: 'like', done: state ? !/^(false|no reaction)$/.test(state) : null, box: null };
    }
    // Only the button that sends has words and no label; what the reaction stands beside is more than the box.
    let around = target.closest(`${WRITER}, button:not([aria-label])`);
    while (around && !around.matches(WRITER) && !around.querySelector(`${WRITER}, ${REACTION}`)) around = around.parentElement;
    if (around?.querySelector(REACTION)) return null;
    const box = around?.matches(WRITER) ? around : around?.querySelector(WRITER);
    const found = box ? answered(box) : null;
    return found && { ...found, kind: 'comment', done: null, box: box as HTMLElement };
  },

  link({ url: { origin } }, { ids: [{ value }] }) {
    if (value.startsWith('thread:')) return `${origin}/messaging/thread/${value.slice(7)}/`;
    return MEMBER.test(value) ? `${origin}/messaging/compose/?recipient=${value}` : null;
  },
};

/** The member id on a profile: in the card's key (`refACoAA…Topcard`), else in its "Message" link. */
function memberOf(card: Element | null): string | null {
  const link = card?.querySelector('a[href*="/messaging/compose/"]')?.getAttribute('href');
  return /ACoAA[\w-]+?(?=>?Topcard|[^\w>-]|$)/.exec(`${card?.getAttribute('componentkey')} ${link}`)?.[0] ?? null;
}
