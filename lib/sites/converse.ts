// Converse.js, the XMPP chat that people put on their own servers. All selectors are read from 14.0.0 (2026-11) as it runs; older ones were not looked at.
import { cleanName, instant, pick, textOf } from './pick';
import type { Conversation, Message, Page, Site } from './site';

/** Converse draws only the boxes that are open and not hidden or minimised: one in fullscreen mode, side by side in overlayed mode. */
const BOXES = 'converse-chat[jid], converse-muc[jid]';

/** The rows of one chat. A group can show a private chat with a member in its sidebar, hence the longer name first. */
const LISTS = [
  // The groups' own element around their history.
  'converse-muc-chat-content converse-message-history',
  // The history of a chat between two people.
  'converse-chat-content converse-message-history',
  // The scrolling element around either.
  '.chat-content__messages',
];

const COMPOSERS = [
  // The form below a group; a private chat in the sidebar has another parent.
  'converse-muc-bottom-panel textarea.chat-textarea',
  // The form below a chat between two people.
  'converse-chat-bottom-panel textarea.chat-textarea',
  'textarea.chat-textarea',
];

const NAMES = [
  // The heading of a chat: the title links to the profile.
  '.chatbox-title__text a.user',
  // The heading of a group, and of anything else.
  '.chatbox-title__text',
];

/** Where the page shows the logged-in JID, most certain first. What is no JID, such as a nickname, or names several is passed over. */
const ACCOUNTS: readonly { selector: string; read: (element: Element) => string | null | undefined }[] = [
  // "Chat with yourself": the only entry among the contacts that carries no subscription. The operator can switch it off, a search hides it.
  {
    selector: 'converse-roster .current-xmpp-contact:not(.both, .to) a.open-chat[data-jid]',
    read: (element) => element.getAttribute('data-jid'),
  },
  // An own message names its sender. Not in groups: there the sender is the room's name for the user.
  {
    selector: 'converse-chat:not([jid*="/"]) .chat-msg[data-from]:has(.chat-msg__content--me)',
    read: (element) => element.getAttribute('data-from'),
  },
  // The profile shows the JID for as long as the user has set no name.
  { selector: 'converse-user-profile .username', read: (element) => element.textContent },
];

/** A JID without its resource, in the one spelling that servers compare by; null when it is no address of a person. */
function bareJid(text: string | null | undefined): string | null {
  const jid = (text ?? '').trim().split('/')[0]!.toLowerCase();
  return /^[^\s@<>"&']+@[^\s@<>"&']+$/.test(jid) ? jid : null;
}

/** The box that the user is in: the one with the focus, else the last one. */
function openBox(page: Page): HTMLElement | null {
  const focused = page.document.activeElement?.closest<HTMLElement>(BOXES);
  if (focused) return focused;
  const boxes = page.document.querySelectorAll<HTMLElement>(BOXES);
  return boxes[boxes.length - 1] ?? null;
}

const OWN = '.chat-msg__content--me';
const THEIRS = '.chat-msg__content--them';

/**
 * Whether the message in this row is with the server, as far as the page tells. "Received" stands on everything that came from the server, and on own
 * messages that got a receipt; an error beside it is about something later, such as a refused retraction. In a group the server sends every
 * message back to its sender, so without "received" it is still under way. Between two people Converse draws no sign of waiting, and waiting for
 * a receipt would lose all that is written to someone who is offline. But it refuses to send when it knows that the connection is lost
 * (the words stay in the composer), so a row means sent unless an error came back. What remains: words sent into a connection that
 * had died unnoticed, to a server that then forgot the session, look like any other message and are counted.
 */
function isSettled(row: Element): boolean {
  if (!row.querySelector(OWN) || row.querySelector('.chat-msg__body--received')) return true;
  const isRefused = row.querySelector('.chat-msg__error, .chat-msg__body--wrapper.error');
  return row.classList.contains('chat') && !isRefused && row.querySelector('.chat-msg__body--wrapper') !== null;
}

export const converse: Site = {
  id: 'converse',
  name: 'Converse.js',
  origins: [],
  selfHosted: true,
  marks: [
    // The app's element, around the login screen, too.
    'converse-root',
    // Its id.
    '#conversejs',
  ],
  surface: 'overlay',
  hasAccount: true,
  keysUniqueIn: 'conversation',
  // Rows are drawn as messages come in, whether or not the tab is looked at.
  readsWhileHidden: true,
  // Without the id: day and unread separators, notices, the gap marker, and files still uploading.
  rows: '.chat-msg[data-msgid]',

  account(page) {
    for (const { selector, read } of ACCOUNTS) {
      const [jid, ...others] = new Set([...page.document.querySelectorAll(selector)].map((element) => bareJid(read(element))));
      if (jid && others.length === 0) return jid;
    }
    return null;
  },

  conversation(page): Conversation | null {
    const box = openBox(page);
    const address = box?.getAttribute('jid');
    const jid = bareJid(address);
    if (!box || !address || !jid) return null;
    const kind = box.localName === 'converse-muc' ? 'group' : 'person';
    const name = cleanName(textOf(pick(box, NAMES))) ?? jid;
    // A resource after the JID makes it a member of a room, whose nickname anyone may take tomorrow.
    if (address.includes('/')) return { kind, ids: [{ value: address, kind: 'weak' }], name };
    return { kind, ids: [{ value: jid, kind: 'permanent' }], name };
  },

  list: (page) => pick(openBox(page), LISTS),

  // The id that the sender's client gave the message: on the page from the first moment, the same after the server's echo, in another tab (carbon),
  // and when it is loaded back from the archive. A later edit or retraction keeps the row and its id: it was sent and received all the same.
  key(row) {
    const id = row.matches(converse.rows) ? row.getAttribute('data-msgid') : null;
    return id && isSettled(row) ? id : null;
  },

  message(row): Message | null {
    const key = converse.key(row);
    if (key === null) return null;
    const out = row.querySelector(OWN) !== null;
    const isSure = out !== (row.querySelector(THEIRS) !== null);
    return { key, direction: isSure ? (out ? 'out' : 'in') : 'unknown', at: instant(row.getAttribute('data-isodate')) };
  },

  text(row) {
    const body = row.querySelector('.chat-msg__text');
    // The attribute holds the words as they were sent; the element shows the same with markup. A reply's context stands outside of both.
    const words = body?.getAttribute('text') ?? textOf(body);
    return words
      .split('\n')
      .filter((line) => !/^>/.test(line))
      .join('\n')
      .replace(/^\/me /, '')
      .trim();
  },

  composer: (page) => pick(openBox(page), COMPOSERS),

  // Converse takes what stands behind the last "=" as it is, without decoding: a JID that would not survive that has no link.
  link(page, conversation) {
    const [{ value, kind }] = conversation.ids;
    const hash = `#converse/${conversation.kind === 'group' ? 'room' : 'chat'}?jid=${value}`;
    const url = new URL(page.url);
    url.hash = hash;
    return kind === 'permanent' && !value.includes('=') && url.hash === hash ? url.href : null;
  },
};
