// Facebook: Messenger, on facebook.com and on its own domain, and profiles. From public descriptions up to November 2026. One site,
// because a person's number is the same in all of them.
import { inScripts } from './inline';
import { cleanName, instant, pick, textOf } from './pick';
import { sideOf } from './side';
import type { At, Conversation, ConversationId, Message, Page, Site } from './site';
import { CHAT, isYou, SENDER } from './words';

const LOG = ['[role="main"] [role="log"][aria-label]']; // Since 2026. Before it was a grid, whose messages had no ids.
const COMPOSER = ['[role="main"] [role="textbox"][contenteditable="true"]']; // Lexical's, for years.
/** A message. Other ids in this attribute are React's own, or those of what is on its way. */
const ROW = '[data-message-id^="mid."], [data-message-id*="@msgr."]';
const PROFILE = [
  '[data-pagelet="ProfileTabs"]', // Only profiles have them, for years.
  '[data-imgperflogname="profileCoverPhoto"]',
];

/** A chat, one under end-to-end encryption, one about something on offer; on messenger.com without the first part. */
const ROUTE = /^\/(?:messages\/|(marketplace)\/)?(?:e2ee\/)?t\/(\d+)/;
/** A profile, by number or name; not what opens on top of one. */
const PERSON =
  /^\/(?:(?:profile\.php\?(?:.*&)?id=|people\/[^/]+\/)?(\d+)(?![\w.])|(?!(?:photo|watch)[/?]|\w+\.php)([a-z][a-z\d.]{4,})(?:\/[a-z_]+)?\/?(?:\?|$))/i;

/** What an element is called. */
const called = (element: Element | null): string => cleanName(element?.getAttribute('aria-label') ?? textOf(element)) ?? '';

/** Whose profile an address leads to: a number that never changes, or a name that can. */
function personAt({ hostname, pathname, search }: URL | HTMLAnchorElement): ConversationId | null {
  const [, number, name] = (hostname === 'www.facebook.com' && PERSON.exec(pathname + search)) || [];
  const value = number ?? name?.toLowerCase();
  return value ? { value, kind: number ? 'permanent' : 'weak' } : null;
}

/** What is open, without the messages. */
const around = <T extends Element>({ document }: Page, selector: string): T[] =>
  [...document.querySelectorAll<T>(`[role="main"] :is(${selector})`)].filter((element) => !element.closest('[role="log"]'));

/** What the open chat is called, and its kind where its label says so. */
function title(page: Page): [name?: string | undefined, kind?: Conversation['kind']] {
  const shown = called(pick(page.document, LOG));
  const headings = around(page, 'h1, h2, [role="heading"]').map(called);
  const [, one, latin, other, name = latin] = [shown, ...headings].map((text) => CHAT.exec(text)).find(Boolean) ?? [];
  // In other languages the label has the heading in it.
  return name ? [name, (one ?? other) ? 'person' : 'group'] : [headings.find((text) => text && shown.includes(text))];
}

/** Time, sender and words as the label of the message gives them. */
function said(row: Element): string[] {
  for (const element of [row, ...row.querySelectorAll('[aria-label]')]) {
    const found = SENDER.exec(element.getAttribute('aria-label') ?? '');
    if (found) return found.slice(1);
  }
  return [];
}

/** Who wrote the message. Signals that contradict each other say nothing. */
function direction(row: Element, page: Page): Message['direction'] {
  const [head = '', sender = ''] = said(row);
  const [name = ''] = title(page);
  // A name with a colon cannot be told from the words.
  const isClear = sender && !/[:：]/.test(name);
  const votes = [
    isClear && isYou(sender, row) && 'out',
    // Names are often shortened. In English all others are others: but "You sent a photo" is no name, and behind a comma may be a part of one.
    isClear && (`${name} `.startsWith(`${sender} `) || (head.startsWith('At ') && !/^you\b|,/i.test(sender))) && 'in',
    sideOf([...row.querySelectorAll('[dir="auto"]')].at(-1) ?? null, facebook.list(page)),
  ].filter(Boolean);
  return new Set(votes).size === 1 ? (votes[0] as 'in') : 'unknown';
}

/** Facebook. */
export const facebook: Site = {
  id: 'facebook',
  name: 'Facebook Messenger',
  origins: ['https://www.facebook.com/*', 'https://www.messenger.com/*'],
  selfHosted: false,
  marks: ['#facebook', '[id^="mount_0_0_"]'],
  surface: 'sidepanel',
  hasAccount: true,
  keysUniqueIn: 'account',
  readsWhileHidden: false,
  rows: ROW,

  // A page or second profile that the user has changed to has its own number; changing loads everything anew.
  account: ({ document }) => inScripts(document, /"CurrentUserInitialData".{0,99}?"USER_ID":"([1-9]\d*)"/),

  conversation(page): Conversation | null {
    const [, trade, thread] = ROUTE.exec(page.url.pathname) ?? [];
    const [shown, labelled] = title(page);
    if (!thread || !shown) return null;
    const isShown = (element: Element): boolean => called(element).includes(shown);
    const people = around<HTMLAnchorElement>(page, 'a[href]').map((link) => isShown(link) && personAt(link));
    const person = people.find(Boolean);
    // About something on offer one talks with one person, though the chat has a title: "Anna · Walnut table".
    const [buyer, offer] = shown.split(' · ');
    const isTrade = offer && (trade || around(page, '[href*="/marketplace/item/"]')[0]);
    // A title like that without the offer may be a group's, too.
    const kind = isTrade || labelled === 'person' || (!labelled && person) ? 'person' : !offer && labelled;
    if (!kind) return null;
    const ids: Conversation['ids'] = [{ value: thread, kind: 'permanent' }];
    // The address may be ahead of the page: in the list of chats its row has to bear the same name.
    const rows = page.document.querySelectorAll(`a[href*="/t/${thread}"]`);
    if (kind === 'person' && person && person.value !== thread && [...rows].some(isShown)) ids.push(person);
    return { kind, ids, name: isTrade ? buyer! : shown };
  },

  // One whose messages have no ids is not understood.
  list({ document, url }) {
    const log = ROUTE.test(url.pathname) ? pick(document, LOG) : null;
    return log?.querySelector('[role="article"]') && !log.querySelector(ROW) ? null : log;
  },

  // What is out of sight is emptied for other messages.
  key: (row) => (row.matches(ROW) && row.closest('[data-virtualized="false"]') ? row.getAttribute('data-message-id') : null),

  message(row, page): Message | null {
    const key = facebook.key(row);
    return key ? { key, direction: direction(row, page), at: at(said(row)[0]) } : null;
  },

  // Not as drawn: that begins with the message it answers.
  text: (row) => said(row)[2] ?? '',

  composer: ({ document, url }) => (ROUTE.test(url.pathname) ? pick(document, COMPOSER) : null),

  profile(page): Conversation | null {
    const { document, url } = page;
    const shown = personAt(url);
    // Behind the name may stand another one, or a badge.
    const names = around(page, 'h1').map((one) => cleanName(one.firstChild?.textContent));
    const name = names.findLast(Boolean);
    if (!shown || !name || !pick(document, PROFILE)) return null;
    const number = shown.kind === 'weak' && numberOf(page, shown);
    const ids: Conversation['ids'] = number ? [{ value: number, kind: 'permanent' }, shown] : [shown];
    return ids[0].value === facebook.account(page) ? null : { kind: 'person', ids, name };
  },

  link({ url }) {
    const [path] = ROUTE.exec(url.pathname) ?? [];
    return path ? url.origin + path : null;
  },
};

/** Only the time of older messages has a date, in words: those in English are understood. */
const at = (head = ''): At => (/^At .*\b20\d\d\b/.test(head) ? instant(cleanName(head)!.replace(/\bat /gi, '')) : null);

/**
 * The number of the profile whose address has a name: beside it in what the server wrote, where people came straight to it; else where
 * the button for messages leads, if other links show that the page is this person's already.
 */
function numberOf(page: Page, { value }: ConversationId): string | null {
  const links = around<HTMLAnchorElement>(page, 'a[href]');
  const button =
    links.some((link) => personAt(link)?.value === value) && links.map(({ href }) => /\/messages\/t\/(\d+)/.exec(href)?.[1]).find(Boolean);
  return inScripts(page.document, RegExp(`"userVanity":"${value.replaceAll('.', '\\.')}","userID":"(\\d+)"`, 'i')) ?? (button || null);
}
