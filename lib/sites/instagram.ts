// Instagram: direct messages and profiles. From public descriptions up to November 2026. Messages have no ids.
import { contentKey, fileOf } from './content-key';
import { inScripts } from './inline';
import { cleanName, pick, textOf } from './pick';
import { sideOf } from './side';
import type { Conversation, Message, Page, Site } from './site';
import { FROM } from './words';

const HEADER = ['[data-pagelet="IGDInboxHeaderOffMsys"]']; // Over the messages, since 2025. Rows of the inbox have no links.
const NAME = ['h2']; // In the link to a person; a group's stands alone.
const LIST = [
  '[data-pagelet="IGDMessagesList"]', // 2026.
  '[data-pagelet="IGDOpenMessageList"]', // Around it, since 2023.
  '[role="grid"][aria-label^="Messages in conversation"]', // Until 2026, in English.
];
const ROW = '[role="group"][tabindex="-1"], [role="row"]'; // 2026, and before.
const BUBBLE = [
  '[role="presentation"]', // For years. What appears below the pointer stands beside it.
  '[role="article"]', // 2026.
];
const COMPOSER = [
  '[data-pagelet^="IGDComposer"] [contenteditable="true"]', // 2026.
  '[role="textbox"][contenteditable="true"]', // Lexical's, for years.
];
const TITLE = ['main header h2', 'main header h1']; // Of a profile: the handle, for years.

const PICTURE = 'img[alt="user-profile-picture"]'; // In every language, since 2023.

const ROUTE = /^\/direct\/t\/(\d+)/;

const handleAt = (link: URL | HTMLAnchorElement | null | undefined): string | undefined =>
  /^\/([\w.]{1,30})\/?$/.exec(link?.pathname ?? '')?.[1]?.toLowerCase();
const header = ({ document, url }: Page): HTMLElement | null => (ROUTE.test(url.pathname) ? pick(document, HEADER) : null);
/** The person whose link the heading is; other links there may lead to anybody. */
function peer(page: Page): string | undefined {
  const all = [...(header(page)?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? [])];
  const name = pick(header(page), NAME);
  return all
    .filter((link) => !name || link.contains(name))
    .map(handleAt)
    .find(Boolean);
}
/** What was said. Of rows within rows the outermost counts. */
const bubble = (row: Element): HTMLElement | null =>
  row.matches(ROW) && !row.parentElement?.closest(`:is(${LIST.join()}) :is(${ROW})`) ? pick(row, BUBBLE) : null;
const side = (row: Element): 'in' | 'out' | null => sideOf(bubble(row), row.closest(LIST.join()));
/** What stands beside the bubble: in it may be somebody's profile or post. */
const beside = (row: Element, selector: string): Element[] =>
  [...row.querySelectorAll(selector)].filter((one) => !bubble(row)?.contains(one));
/** The picture beside the last message of a run that others wrote. */
const writerOf = (row: Element): string | undefined => handleAt(beside(row, `a[href] ${PICTURE}`)[0]?.closest('a'));

/** Who wrote the message. Signals that contradict each other say nothing. */
function direction(row: Element, page: Page): Message['direction'] {
  const [own, other] = [instagram.account(page), peer(page)];
  // Of the buttons that come with the pointer: "Reply to message from anna.k".
  const named = beside(row, '[aria-label]').map((one) => FROM.exec(one.getAttribute('aria-label')!)?.[1]);
  const writer = writerOf(row);
  const votes = [
    own && named.includes(own) && 'out',
    other && named.includes(other) && 'in',
    // Somebody else in a chat with one person: the row is not this chat's.
    writer && own && (writer !== own && writer === (other ?? writer) ? 'in' : 'unknown'),
    side(row),
  ].filter(Boolean);
  return new Set(votes).size === 1 ? (votes[0] as 'in') : 'unknown';
}

/** Instagram. */
export const instagram: Site = {
  id: 'instagram',
  name: 'Instagram',
  origins: ['https://www.instagram.com/*'],
  selfHosted: false,
  marks: ['[id^="mount_0_0_"]', '[data-pagelet^="IGD"]', 'input[name="username"]'],
  surface: 'sidepanel',
  hasAccount: true,
  keysUniqueIn: 'conversation',
  readsWhileHidden: false,
  approximate: true,
  rows: ROW,

  // Changing the account loads everything anew. Whoever is shown has a `username`, too: not beyond the end of this piece.
  account: ({ document }) => inScripts(document, /"PolarisViewer",\[\],\{(?:(?!\},\d+\]).)+?"username":"([\w.]+)"/),

  conversation(page): Conversation | null {
    const [, thread] = ROUTE.exec(page.url.pathname) ?? [];
    const heading = header(page);
    const name = cleanName(textOf(pick(heading, NAME)));
    if (!thread || !heading) return null;
    const ids: Conversation['ids'] = [{ value: thread, kind: 'permanent' }];
    const handle = peer(page) && `@${peer(page)}`;
    // People change their handles, and others take them.
    if (handle) return { kind: 'person', ids: [...ids, { value: handle, kind: 'weak' }], name: name ?? handle };
    // A link may be missing for other reasons: several people have to show.
    const writers = [...(instagram.list(page)?.querySelectorAll(ROW) ?? [])].map(writerOf);
    const faces = [...heading.querySelectorAll(PICTURE)].map(fileOf);
    const isGroup = [writers, faces].some((all) => new Set(all.filter(Boolean)).size > 1);
    return name && isGroup ? { kind: 'group', ids, name } : null;
  },

  list: ({ document, url }) => (ROUTE.test(url.pathname) ? pick(document, LIST) : null),

  // The side alone: buttons and pictures that tell who wrote come and go.
  key: (row) => contentKey(side(row) ?? '', bubble(row)),

  message(row, page): Message | null {
    const key = instagram.key(row);
    return key ? { key, direction: direction(row, page), at: null } : null;
  },

  // Name and quote stand before the words.
  text: (row) => textOf([...row.querySelectorAll('[dir="auto"]')].findLast((one) => !one.closest('a, [role="button"]')) ?? null).trim(),

  composer: ({ document, url }) => (ROUTE.test(url.pathname) ? pick(document, COMPOSER) : null),

  profile(page): Conversation | null {
    const handle = handleAt(page.url);
    if (!handle || textOf(pick(page.document, TITLE)).trim() !== handle || handle === instagram.account(page)) return null;
    // "Anna K. (@anna.k) • Instagram": after a click it may still be the one before.
    const [title = '', name] = /^(?:\(\d+\) )?(.+) \(@([\w.]+)\)/.exec(page.document.title)?.slice(1) ?? [];
    return { kind: 'person', ids: [{ value: `@${handle}`, kind: 'weak' }], name: (name === handle && cleanName(title)) || handle };
  },

  link({ url }) {
    const [path] = ROUTE.exec(url.pathname) ?? [];
    return path ? `${url.origin}${path}/` : null;
  },
};
