// Element, the Matrix client, on app.element.io and on any other host. Read from its source (apps/web/src, versions of 2024 to 2026, looked at in 2026-11).
import { cleanName, pick, textOf } from './pick';
import type { Conversation, Message, Page, Site } from './site';
import { textWithout } from './text-without';

const ROOM = '.mx_RoomView_body'; // RoomView.tsx: the room itself. Threads and the like are beside it, in the right panel.
const HEADING = [
  `${ROOM} .mx_RoomHeader_heading`, // RoomHeader.tsx, since 2023.
  `${ROOM} .mx_RoomHeader_nametext`, // Before.
];
const MEMBERS = '.mx_RoomHeader .mx_FacePile'; // RoomHeader.tsx: the faces of the members, not there when it is a chat of two.
const LIST = [
  `${ROOM} .mx_RoomView_MessageList`, // MessagePanel.tsx, for years.
];
const COMPOSER = [
  `${ROOM} .mx_MessageComposer [data-testid="basicmessagecomposer"]`, // BasicMessageComposer.tsx; a change is written in the row, in the same kind of box.
  `${ROOM} .mx_MessageComposer .mx_WysiwygComposer_Editor_content[contenteditable="true"]`, // With "rich text" on.
  `${ROOM} .mx_MessageComposer [role="textbox"][contenteditable="true"]`,
];
const AVATAR = ['.mx_EventTile_avatar [title^="@"]']; // MemberAvatar.tsx: the title is the user's id. On the first row of a run.
const SENDER = ['.mx_DisambiguatedProfile_displayName'];
const PROFILE = '.mx_UserInfo'; // UserInfo.tsx, in the right panel.
const MXID = /^@[^\s:]+:\S+$/;

/** Room or user in the address: `#/room/!id:server`, `#/room/#alias:server/$event`, `#/user/@name:server`. */
function idIn({ hash }: URL, kind: 'room' | 'user'): string | null {
  try {
    const [, page, id] = /^#\/(\w+)\/([!#@][^/]+)/.exec(decodeURIComponent(hash.split('?')[0]!)) ?? [];
    return page === kind ? id! : null;
  } catch {
    return null;
  }
}

const nameOf = (page: Page): string | null => cleanName(textOf(pick(page.document, HEADING)));
const isIn = (row: Element): boolean => row.getAttribute('data-self') === 'false';

/**
 * The other one's id, '' while nobody shows it: of the sender who is called like the room. A helper's robot can be in a chat of two,
 * too; null when several write and none of them is called so.
 */
function peer(page: Page, name: string): string | null {
  const rows = [...(element.list(page)?.querySelectorAll(element.rows) ?? [])].filter((row) => isIn(row) && pick(row, AVATAR));
  const names = new Map(rows.map((row) => [pick(row, AVATAR)!.title, cleanName(textOf(pick(row, SENDER)))]));
  const [id] = [...names].find(([one, called]) => called === name && MXID.test(one)) ?? [];
  return id ?? (names.size > 1 ? null : '');
}

/** Element. */
export const element: Site = {
  id: 'element',
  name: 'Element',
  origins: ['https://app.element.io/*'],
  selfHosted: true,
  marks: [
    '#matrixchat', // The app's element, around the login screen, too.
    '.mx_MatrixChat',
  ],
  surface: 'overlay',
  // Nothing on the page says reliably whose it is. A room belongs to those who are in it, so it tells the user's accounts apart, too.
  hasAccount: false,
  keysUniqueIn: 'account',
  readsWhileHidden: true,
  // Without joins, changes of the topic and the like.
  rows: '.mx_EventTile[data-event-id]:not(.mx_EventTile_info)',

  account: () => null,

  conversation(page): Conversation | null {
    const room = idIn(page.url, 'room');
    const name = nameOf(page);
    if (!room || !name || !pick(page.document, LIST)) return null;
    const ids: Conversation['ids'] = [{ value: room, kind: 'permanent' }];
    if (page.document.querySelector(MEMBERS)) return { kind: 'group', ids, name };
    const other = peer(page, name);
    // Without the members' faces it is a chat of two.
    if (other === null) return null;
    if (other) ids.push({ value: other, kind: 'permanent' });
    return { kind: 'person', ids, name };
  },

  list: (page) => (idIn(page.url, 'room') ? pick(page.document, LIST) : null),

  // Until the server has taken it a message has an id of the page's own, `~…`, also after a failure.
  key(row) {
    const id = row.matches(element.rows) && !row.matches('.mx_EventTile_sending') ? row.getAttribute('data-event-id') : null;
    return id?.startsWith('$') ? id : null;
  },

  // The page shows hour and minute only, and days in words.
  message(row): Message | null {
    const key = element.key(row);
    if (!key) return null;
    return { key, direction: row.getAttribute('data-self') === 'true' ? 'out' : isIn(row) ? 'in' : 'unknown', at: null };
  },

  text(row) {
    // An answer also shows what it answers.
    const body = [...row.querySelectorAll('.mx_EventTile_body')].find((part) => !part.closest('[class*="mx_Reply"]'));
    return textWithout(body, '.mx_EventTile_edited, [data-textual-body-edited-marker]').trim();
  },

  composer: (page) => (idIn(page.url, 'room') ? pick(page.document, COMPOSER) : null),

  profile({ document, url }): Conversation | null {
    const id = idIn(url, 'user');
    const panel = document.querySelector(PROFILE);
    // The panel follows the address a moment later.
    if (!id || !MXID.test(id) || !panel?.querySelector(`[title="${CSS.escape(id)}"]`)) return null;
    const name = cleanName(textOf(pick(panel, ['.mx_UserInfo_profile_name', 'h1', 'h2'])));
    return { kind: 'person', ids: [{ value: id, kind: 'permanent' }], name: name ?? id };
  },

  link(page, { ids }) {
    const url = new URL(page.url);
    const id = ids.find(({ value }) => /^[!#]/.test(value))?.value;
    url.hash = id ? `#/room/${id}` : `#/user/${ids[0].value}`;
    return url.href;
  },
};
