// WeChat Web (AngularJS). From its public template, frozen since about 2018. Many accounts are refused at login.
import { cleanName, pick } from './pick';
import type { Conversation, Message, Page, Site } from './site';
import { textWithout } from './text-without';

const CHAT = [
  '#chatArea:not(.no-choose)', // The right half, once a chat is chosen.
];

const TITLE = [
  '.title_name[data-username]', // The name over the messages: the remark, else the nickname.
];

const LIST = [
  '.chat_bd', // The scrolling part.
];

const COMPOSER = [
  '#editArea', // A `pre` that can be edited.
  'pre.edit_area[contenteditable]',
];

const DATA = [
  '.js_message_bubble[data-cm]', // The bubble of most kinds of messages.
  '[data-cm]:not(.avatar)', // Pictures and cards; the avatar has such data about its person.
];

const TEXT = [
  '.js_message_plain', // The words of a text message.
];

const chatOf = ({ document }: Page): HTMLElement | null => pick(document, CHAT);

export const wechat: Site = {
  id: 'wechat',
  name: 'WeChat Web',
  origins: ['https://wx.qq.com/*', 'https://wx2.qq.com/*', 'https://wx8.qq.com/*', 'https://web.wechat.com/*', 'https://web2.wechat.com/*'],
  selfHosted: false,
  marks: [
    '[ng-app="webwxApp"]', // The app's root, around the login screen, too.
    '#chatArea',
  ],
  surface: 'overlay',
  hasAccount: false,
  // The server numbers all messages in one sequence.
  keysUniqueIn: 'account',
  // The list is virtual, and nobody knows what it draws while hidden. With names only, half a list looks like another chat.
  readsWhileHidden: false,
  rows: '.message.me, .message.you',

  account: () => null,

  conversation(page): Conversation | null {
    const title = pick(chatOf(page), TITLE);
    const user = title?.dataset.username;
    const name = cleanName(textWithout(title));
    if (!user || !name) return null;
    const kind = user.startsWith('@@') || chatOf(page)?.matches('.chatRoom') ? 'group' : 'person';
    // `@…` is another one after every login. Only WeChat's own helpers, such as `filehelper`, keep theirs.
    if (!user.startsWith('@')) return { kind, ids: [{ value: user, kind: 'permanent' }], name };
    return {
      kind,
      ids: [
        { value: name, kind: 'weak' },
        { value: user, kind: 'weak' },
      ],
      name,
    };
  },

  list: (page) => pick(chatOf(page), LIST),

  // JSON with the id of the message. It is a made-up one until the spinner is gone, and stays so when sending failed.
  key(row) {
    // Hidden copies, drawn to measure their height.
    if (!row.matches(wechat.rows) || row.closest('#prerender')) return null;
    if (row.querySelector('.ico_loading:not(.ng-hide), .ico_fail:not(.ng-hide)')) return null;
    return /"msgId"\s*:\s*"(\d+)"/.exec(pick(row, DATA)?.dataset.cm ?? '')?.[1] ?? null;
  },

  // The page shows a clock now and then, and no day.
  message(row): Message | null {
    const key = wechat.key(row);
    const out = row.classList.contains('me');
    return key ? { key, direction: out === row.classList.contains('you') ? 'unknown' : out ? 'out' : 'in', at: null } : null;
  },

  text: (row) => textWithout(pick(row, TEXT)).trim(),

  composer(page) {
    const box = pick(chatOf(page), COMPOSER);
    // Official accounts that only tell things have no visible box.
    return box && !box.closest('.ng-hide') && box.getAttribute('contenteditable') !== 'false' ? box : null;
  },

  // The address never changes.
  link: () => null,
};
