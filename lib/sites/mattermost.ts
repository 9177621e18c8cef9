// Mattermost, on any server. Read from the source of its web app (webapp/channels/src/components of 2024 to 2026, looked at in 2026-11).
import { cleanName, instant, pick, textOf } from './pick';
import type { At, Conversation, Message, Page, Site } from './site';
import { textWithout } from './text-without';

const HEADER = ['#channel-header[data-channelid]']; // channel_header.tsx, for years; without the id while it loads.
const NAME = [
  '#channelHeaderTitle', // channel_header_title.tsx, for years.
  '#channelHeaderDropdownButton', // channel_header_menu.tsx, since 2025 the words stand in the button itself.
];
const LIST = [
  '#postListContent', // post_list_virtualized.tsx, for years. The thread at the side and what was searched have none.
  '.post-list__dynamic',
];
const COMPOSER = ['textarea#post_textbox']; // The thread's is `reply_textbox`, that of a change `edit_textbox`.
/** Pictures whose address names the user. */
const SELF = [
  '#userAccountMenuButton img', // user_account_menu.tsx, since 2024.
  '#global-header .status-wrapper img', // The menu before; others' pictures have that class, too.
  '.post.current--user:not(.post--bot) .post__img img', // Beside an own message, should the menu be hidden.
];
const MEMBERS = '#member_rhs'; // channel_header.tsx: how many are in, not there when it is two people's.
const LISTED = 'a.SidebarLink[href]'; // sidebar_channel_link.tsx, for years.
const TIME = '.post__header time[datetime]'; // post_time.tsx, semantic_time.tsx.
const DAY_LINE = '.BasicSeparator'; // date_separator.tsx; the line above what is new is another.
const BADGE = '[class*="Tag"]'; // "GUEST" behind a name.

const FACE = '.post__img img'; // post_profile_picture.tsx; the compact display has none.

/** The user in a picture's address. */
const userIn = (picture: Element | null): string | null =>
  /\/users\/([a-z0-9]{26})\//.exec(picture?.getAttribute('src') ?? '')?.[1] ?? null;

/** The part of the address that names the channel: `/team/messages/@name`, `/team/messages/<group>` or `/team/channels/<name>`. */
const placeIn = ({ pathname }: URL): string | null => /^.*\/(?:messages|channels)\/[^/]+/.exec(pathname)?.[0] ?? null;

/** The post's id, 26 letters and digits. Until the server has taken it another stands there, `<user>:<time>`, also after a failure. */
const idOf = (row: Element): string | null => /^post_([a-z0-9]{26})$/.exec(row.id)?.[1] ?? null;

/** What the site itself says in a channel, or to the user alone. Both can stand on own messages that begin with `/me`. */
const isNotice = ({ classList }: Element): boolean => classList.contains('post--system') && !classList.contains('current--user');

/** When it was written. The time stands on the first post of a run; the others are of its day, or a line would be between. */
function atOf(row: Element): At {
  const own = row.querySelector(TIME);
  if (own) return instant(own.getAttribute('datetime'));
  const list = row.closest(LIST.join());
  for (let part: Element | null = row; list && part && part !== list; part = part.parentElement) {
    for (let before = part.previousElementSibling; before; before = before.previousElementSibling) {
      if (before.matches(DAY_LINE) || before.querySelector(DAY_LINE)) return null;
      const time = [...before.querySelectorAll(TIME)].at(-1)?.getAttribute('datetime');
      // Written without a zone: it is the user's own.
      if (time) return /^\d{4}-\d\d-\d\d/.exec(time)?.[0] ?? null;
    }
  }
  return null;
}

/** Who wrote a post, by the picture beside it or, in a run, beside the first of those above; null where none names a user. */
function senderOf(row: Element): string | null {
  for (let post: Element | null | undefined = row; post;) {
    const picture = post.querySelector(FACE);
    if (picture || !post.matches('.same--user')) return userIn(picture);
    const above: Element | null | undefined = post.previousElementSibling ?? post.parentElement?.previousElementSibling;
    post = above?.matches(mattermost.rows) ? above : above?.querySelector(mattermost.rows);
  }
  return null;
}

/** A class marks own posts. Anybody else's have none: there the picture has to agree, where the list shows pictures at all. */
function direction(row: Element, page: Page): Message['direction'] {
  const sender = senderOf(row);
  const own = mattermost.account(page);
  if (row.classList.contains('current--user')) return !sender || sender === own ? 'out' : 'unknown';
  return (sender ? sender !== own : !mattermost.list(page)?.querySelector(FACE)) ? 'in' : 'unknown';
}

/** Mattermost. */
export const mattermost: Site = {
  id: 'mattermost',
  name: 'Mattermost',
  origins: [],
  selfHosted: true,
  marks: [
    '#channel_view', // The middle.
    ...HEADER,
    '#SidebarContainer', // The list at the left, on every page of a team.
    '.header-footer-route', // Around the login screen.
  ],
  surface: 'overlay',
  hasAccount: true,
  keysUniqueIn: 'account',
  readsWhileHidden: true,
  rows: '.post[id^="post_"]',

  account({ document }) {
    return userIn(pick(document, SELF));
  },

  // Header, list and box belong together; only the address may be ahead of them.
  conversation(page): Conversation | null {
    const header = pick(page.document, HEADER);
    const id = header?.dataset.channelid;
    const name = cleanName(textWithout(pick(header, NAME), BADGE));
    const place = placeIn(page.url);
    if (!id || !name || !place) return null;
    const kind = /\/@[^/]+$/.test(place) ? 'person' : 'group';
    const isOfTwo = !header.querySelector(MEMBERS);
    // The list at the left, where it shows, has the name that belongs to the address.
    const listed = [...page.document.querySelectorAll(LISTED)].find((link) => link.getAttribute('href') === place);
    if (isOfTwo && listed && !textOf(listed).includes(name)) return null;
    // The channel of two people is theirs for ever.
    return isOfTwo === (kind === 'person') ? { kind, ids: [{ value: id, kind: 'permanent' }], name } : null;
  },

  list: (page) => (placeIn(page.url) ? pick(page.document, LIST) : null),

  key: (row) => (row.matches(mattermost.rows) && !isNotice(row) ? idOf(row) : null),

  message(row, page): Message | null {
    const key = mattermost.key(row);
    return key ? { key, direction: direction(row, page), at: atOf(row) } : null;
  },

  // By the id of the post itself: one that is shown within another has its own.
  text: (row) => textOf(row.querySelector(`[id="postMessageText_${idOf(row)}"]`)).trim(),

  composer: (page) => (placeIn(page.url) ? pick(page.document, COMPOSER) : null),

  link(page, { ids: [{ value }] }) {
    const place = placeIn(page.url);
    return place && pick(page.document, HEADER)?.dataset.channelid === value ? new URL(place, page.url).href : null;
  },
};
