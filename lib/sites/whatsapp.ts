// WhatsApp Web. From public descriptions up to November 2026; the page shows no ids of people since summer 2026.
import { cleanName, pick, textOf } from './pick';
import type { At, Conversation, Message, Page, Site } from './site';
import { sideOf, writerOn } from './side';
import { readStamp } from './stamp';
import { GROUP, isYou } from './words';

const MAIN = [
  '#main', // The open chat, for years; the landing pane has none.
  '[data-testid="conversation-panel-wrapper"]', // Since 2025.
];
const TITLE = [
  '[data-testid="conversation-info-header-chat-title"]', // Since 2025.
  'header span[dir="auto"][title]', // Not the first `[title]`: that can be the button "Profile details".
  'header span[dir="auto"]',
];
const LIST = ['[data-testid="conversation-panel-messages"]']; // Since 2025. Rows are found without it, too.
const COMPOSER = [
  '[data-testid="conversation-compose-box-input"]', // Since 2025.
  'footer [contenteditable="true"]', // For years.
];
const BUBBLE = '[data-testid="msg-container"], [data-pre-plain-text], .message-in, .message-out';
const WAYS = ['in', 'out'] as const;
/** Icons of an own message; its label beside them needs a language. With a clock it has not left yet. */
const LEFT = /^(wds-ic|msg|status)-(sent|read|delivered|(dbl)?check)/;
const WAITING = /^(wds-ic|msg|status)-time/;

const main = ({ document }: Page): HTMLElement | null => pick(document, MAIN);
const nameOf = (page: Page): string | null => cleanName(textOf(pick(main(page), TITLE)));
const rowsOf = (page: Page): Element[] => [...(whatsapp.list(page)?.querySelectorAll(whatsapp.rows) ?? [])];
const attribute = (element: Element | null | undefined, name: string): string => element?.getAttribute(name) ?? '';

/** Own, jid and id in `data-id`: the id alone since summer 2026, `true_<jid>_<id>` and in groups also `_<jid>` before. */
const idParts = (row: Element): (string | undefined)[] =>
  /(?:^(true|false)_([^_]*@(?:[cg]\.us|lid))_)?([^_@]+)(?:_[^_]*@[^_]*)?$/.exec(attribute(row, 'data-id'))?.slice(1) ?? [];

/** Whether the row has an icon of this name. */
const has = (row: Element, name: RegExp): boolean =>
  [...row.querySelectorAll('[data-icon], [data-testid], svg > title')].some((icon) =>
    name.test(attribute(icon, 'data-icon') || attribute(icon, 'data-testid') || icon.textContent),
  );

/** `[10:42, 3/9/2026] Name: ` in its two parts. */
function prePlain(row: Element | undefined): [stamp: string, sender: string | null] {
  const parts = /\[(.*?)\](.*?)[:：]?\s*$/s.exec(attribute(row?.querySelector('[data-pre-plain-text]'), 'data-pre-plain-text'));
  return [parts?.[1] ?? '', cleanName(parts?.[2])];
}

/** The sender as a label beside the element that has the id names it. */
const labelOf = (row: Element): string | undefined =>
  [...(row.closest('[role="row"]') ?? row).querySelectorAll('span[aria-label]')]
    .map((span) => /^(.*?)\s*[:：]$/.exec(cleanName(attribute(span, 'aria-label')) ?? '')?.[1])
    .find(Boolean);

/** Who wrote the message. Signals that contradict each other say nothing. */
function direction(row: Element, page: Page): Message['direction'] {
  const list = whatsapp.list(page);
  const name = nameOf(page);
  const [, sender] = prePlain(row);
  const label = labelOf(row);
  const isUser = isYou(label, row);
  // The label names the sender; own rows say "You" there but the user's own name, perhaps the same as the contact's, in the stamp.
  const isName = label ? label === (sender || (!isUser && name)) : sender && sender === name;
  const [own] = idParts(row);
  const votes = [
    isName ? 'in' : isUser && label !== name && 'out',
    sideOf(row.querySelector('[data-testid="msg-container"]'), list),
    has(row, LEFT) && 'out',
    // Until summer 2026.
    own && (own === 'true' ? 'out' : 'in'),
    WAYS.find((way) => (row.closest('[role="row"]') ?? row).querySelector(`.message-${way}`)),
  ].filter(Boolean);
  // The tail names the visual side, and only the first bubble of a run has one.
  const tail = votes.length === 0 && WAYS.find((way) => has(row, RegExp(`^tail-${way}`)));
  if (tail) votes.push(writerOn(tail === 'out', list));
  return new Set(votes).size === 1 ? (votes[0] as 'in') : 'unknown';
}

/** When the message was written. Pictures have no stamp: between two messages of one day they are of that day. */
function at(row: Element, page: Page): At {
  const rows = rowsOf(page);
  const place = rows.indexOf(row);
  const stampOf = (one: Element | undefined): string => prePlain(one)[0];
  const read = (one: Element | undefined): At => readStamp(stampOf(one), () => rows.map(stampOf), one !== row);
  const before = read(rows.slice(0, place + 1).findLast(stampOf));
  return before === read(rows.slice(place).find(stampOf)) ? before : null;
}

/** WhatsApp Web. */
export const whatsapp: Site = {
  id: 'whatsapp',
  name: 'WhatsApp Web',
  origins: ['https://web.whatsapp.com/*'],
  selfHosted: false,
  marks: ['#app', '#pane-side'],
  surface: 'overlay',
  hasAccount: false,
  keysUniqueIn: 'account',
  readsWhileHidden: false,
  rows: '[data-id]',

  account: () => null,

  conversation(page): Conversation | null {
    const name = nameOf(page);
    if (!name) return null;
    const rows = rowsOf(page);
    const jid = rows.map((row) => idParts(row)[1]).find(Boolean);
    const isOldGroup = !!jid?.endsWith('@g.us');
    const latest = rows.slice(-12).map((row) => labelOf(row) === prePlain(row)[1] && labelOf(row));
    // A group names itself in the box's label, lists its members, the user last, under the title, or shows what two of them wrote.
    const group =
      isOldGroup ||
      new Set(latest.filter(Boolean)).size > 1 ||
      GROUP.test(cleanName(attribute(whatsapp.composer(page), 'aria-label'))?.replace(name, ' ') ?? '') ||
      [...main(page)!.querySelectorAll('header [title]')].some((title) =>
        isYou(cleanName(/.*[,،、](.+)/s.exec(attribute(title, 'title'))?.[1]), title),
      );
    const ids: Conversation['ids'] = [{ value: name, kind: 'weak' }];
    const add = (value: string): unknown => ids.unshift({ value, kind: 'permanent' });
    // Someone not in the address book is shown by number.
    if (!group && /^\+[\d\s().\p{Pd}]{7,}$/u.test(name)) add(`tel:+${name.replace(/\D/g, '')}`);
    // The id that the rows of an old page carry, if they are really rows of this conversation: after a switch the list comes later.
    if (jid && (isOldGroup || (!group && rows.some((row) => prePlain(row)[1] === name)))) add(jid);
    return { kind: group ? 'group' : 'person', ids, name };
  },

  list: (page) => pick(main(page), LIST) ?? main(page),

  key(row) {
    return row.querySelector(BUBBLE) && !has(row, WAITING) ? (idParts(row)[2] ?? null) : null;
  },

  message(row, page): Message | null {
    const key = whatsapp.key(row);
    return key ? { key, direction: direction(row, page), at: at(row, page) } : null;
  },

  text(row) {
    // A quote stands before the answer.
    return textOf([...row.querySelectorAll('[data-testid="selectable-text"], .copyable-text')].at(-1) ?? null).trim();
  },

  composer: (page) => pick(main(page), COMPOSER),

  link(_page, { ids, name }) {
    const phone = ids.find(({ value }) => value !== name && /^tel:|@c/.test(value))?.value.replace(/\D/g, '');
    return phone ? `https://web.whatsapp.com/send?phone=${phone}` : null;
  },
};
