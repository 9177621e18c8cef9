// WhatsApp Web. From public descriptions up to November 2026; the page shows no ids of people since summer 2026.
import { cleanName, pick, textOf } from './pick';
import type { At, Conversation, Message, Page, Site } from './site';
import { readStamp } from './stamp';
import { GROUP, PENDING, QUOTED, SENT, YOU, YOU_IN } from './words';

const MAIN = [
  '#main', // The open chat, for years; the landing pane has none.
  '[data-testid="conversation-panel-wrapper"]', // Since 2025.
];
const TITLE = [
  '[data-testid="conversation-info-header-chat-title"]', // Since 2025.
  'header [data-testid="conversation-info-header"] span[dir="auto"]', // Since 2025.
  'header span[dir="auto"][title]', // Not the first `[title]`: that can be the button "Profile details".
  'header span[dir="auto"]',
];
const LIST = [
  '[data-testid="conversation-panel-messages"]', // Since 2025.
  'div.copyable-area', // A name written by hand, since before 2020.
  '[role="application"]', // Until summer 2026.
];
const COMPOSER = [
  '[data-testid="conversation-compose-box-input"]', // Since 2025.
  'footer [contenteditable="true"][role="textbox"][data-lexical-editor]', // Since the move to Lexical.
  'footer div[contenteditable="true"][data-tab="10"]', // For years.
  'footer [contenteditable="true"]',
];
const BUBBLE = '[data-testid="msg-container"], [data-pre-plain-text], .message-in, .message-out';
const LEFT_ICONS = /^(wds-ic-(sent|read|delivered)|(msg|status)-(dbl)?check)/;
const WAITING_ICONS = /^(wds-ic-time|(msg|status)-time)/;

const main = ({ document }: Page): HTMLElement | null => pick(document, MAIN);
const nameOf = (page: Page): string | null => cleanName(textOf(pick(main(page), TITLE)));
/** The whole row: the label of the sender stands beside the element that has the id. */
const wholeRow = (row: Element): Element => row.closest('[role="row"]') ?? row;
const word = (text: string | null | undefined): string => cleanName(text)?.toLowerCase() ?? '';

/** The parts of `data-id`: the id alone since summer 2026, `true_<jid>_<id>` and in groups also `_<jid>` before. */
function idParts(row: Element): { key: string | null; jid: string | null; own: boolean | null } {
  const parts = (row.getAttribute('data-id') ?? '').split('_');
  const key = parts.filter((part) => !part.includes('@')).at(-1);
  const own = parts.length > 2 && /^(true|false)$/.test(parts[0]!) ? parts[0] === 'true' : null;
  return { key: key || null, jid: own === null ? null : (parts[1] ?? null), own };
}

/** Whether the row's status icon or label is one of these. */
function hasStatus(row: Element, icons: RegExp, labels: ReadonlySet<string>): boolean {
  const meta = row.querySelector('[data-testid="msg-meta"]');
  const marks = [meta, ...(meta?.querySelectorAll('[aria-label]') ?? [])];
  if (marks.some((mark) => labels.has(word(mark?.getAttribute('aria-label'))))) return true;
  return [...row.querySelectorAll('[data-icon], [data-testid], svg > title')].some((icon) =>
    icons.test(icon.getAttribute('data-icon') ?? icon.getAttribute('data-testid') ?? icon.textContent),
  );
}

/** `[10:42, 3/9/2026] Name: ` in its two parts. */
function prePlain(row: Element): { stamp: string; sender: string | null } | null {
  const text = row.querySelector('[data-pre-plain-text]')?.getAttribute('data-pre-plain-text');
  const parts = text && /^\s*\[([^\]]*)\](.*)/s.exec(text);
  return parts ? { stamp: parts[1]!, sender: cleanName(parts[2]!.replace(/[:：]\s*$/, '')) } : null;
}

function isYou(label: string, row: Element): boolean {
  const language = row.ownerDocument.documentElement.lang.slice(0, 2);
  return YOU.has(label) || (YOU_IN[language] ?? '').split('|').includes(label);
}

/** Who wrote the message. Signals that contradict each other say nothing. */
function direction(row: Element, page: Page): Message['direction'] {
  const whole = wholeRow(row);
  const name = word(nameOf(page));
  const sender = word(prePlain(row)?.sender);
  const labels = [...whole.querySelectorAll('span[aria-label]')].map((span) => word(span.getAttribute('aria-label')));
  const label = labels.find((text) => /[:：]$/.test(text))?.replace(/\s*[:：]$/, '') ?? '';

  const said = new Set<Message['direction']>();
  // The label names the sender; own rows say "You" there but the user's own name, perhaps the same as the contact's, in the stamp.
  if (label && (label === sender || (!sender && label === name && !isYou(label, row)))) said.add('in');
  else if (label && label !== name && isYou(label, row)) said.add('out');
  else if (!label && sender && sender === name) said.add('in');
  if (hasStatus(row, LEFT_ICONS, SENT) || hasStatus(row, WAITING_ICONS, PENDING)) said.add('out');
  const side = sideOf(row, page);
  if (side) said.add(side);
  // Until summer 2026.
  const { own } = idParts(row);
  if (own !== null) said.add(own ? 'out' : 'in');
  if (whole.querySelector('.message-in')) said.add('in');
  if (whole.querySelector('.message-out')) said.add('out');
  if (said.size === 0) {
    // The tail names the visual side, and only the first bubble of a run has one.
    const tail = ['out', 'in'].find((way) => row.querySelector(`[data-testid="tail-${way}"], [data-icon="tail-${way}"]`));
    if (tail) said.add((tail === 'out') !== isRtl(page) ? 'out' : 'in');
  }
  return said.size === 1 ? [...said][0]! : 'unknown';
}

function isRtl(page: Page): boolean {
  const list = whatsapp.list(page);
  const set = list?.closest('[dir="rtl"], [dir="ltr"]')?.getAttribute('dir');
  return (list && page.document.defaultView?.getComputedStyle(list).direction) === 'rtl' || set === 'rtl';
}

/** The side of the list the bubble stands on, where there is a layout and the bubble does not fill it. */
function sideOf(row: Element, page: Page): 'in' | 'out' | null {
  const bubble = row.querySelector('[data-testid="msg-container"]')?.getBoundingClientRect();
  const list = whatsapp.list(page)?.getBoundingClientRect();
  if (!bubble?.width || !list?.width) return null;
  const left = bubble.left - list.left;
  const right = list.right - bubble.right;
  if (Math.abs(left - right) < 16) return null;
  return right < left !== isRtl(page) ? 'out' : 'in';
}

/** When the message was written. Pictures have no stamp: between two messages of one day they are of that day. */
function at(row: Element, page: Page): At {
  const rows = [...(whatsapp.list(page)?.querySelectorAll(whatsapp.rows) ?? [])];
  const stamps = rows.map((other) => prePlain(other)?.stamp ?? '');
  const place = rows.indexOf(row);
  const read = (stamp = ''): At => readStamp(stamp, () => stamps);
  if (stamps[place]) return read(stamps[place]);
  const before = read(stamps.slice(0, place).findLast(Boolean));
  const after = read(stamps.slice(place + 1).find(Boolean));
  // Days are compared as the user's clock has them.
  const day = (given: At): string | null => given && (given.length > 10 ? new Date(given).toLocaleDateString('sv') : given);
  return day(before) === day(after) ? day(before) : null;
}

/** The id the rows of an old page carry, if they are really rows of this conversation: after a switch the list comes later. */
function oldId(page: Page, name: string): string | null {
  const rows = [...(whatsapp.list(page)?.querySelectorAll(whatsapp.rows) ?? [])];
  const jid = rows.map((row) => idParts(row).jid).find(Boolean);
  if (!jid || !/@(c\.us|g\.us|lid)$/.test(jid)) return null;
  return jid.endsWith('@g.us') || rows.some((row) => prePlain(row)?.sender === name) ? jid : null;
}

/** A group names itself in the box's label, or lists its members, the user last, under the title. */
function isGroup(page: Page, name: string): boolean {
  const label = cleanName(whatsapp.composer(page)?.getAttribute('aria-label'))?.replace(name, ' ');
  if (label && GROUP.test(label)) return true;
  return [...(main(page)?.querySelectorAll('header [title]') ?? [])].some((title) => {
    const members = (title.getAttribute('title') ?? '').split(/[,،、]/);
    return members.length > 1 && isYou(word(members.at(-1)), title);
  });
}

/** WhatsApp Web. */
export const whatsapp: Site = {
  id: 'whatsapp',
  name: 'WhatsApp Web',
  origins: ['https://web.whatsapp.com/*'],
  selfHosted: false,
  marks: ['#pane-side', '#main', '#app'],
  surface: 'overlay',
  hasAccount: false,
  keysUniqueIn: 'account',
  readsWhileHidden: false,
  rows: '[data-id]',

  account: () => null,

  conversation(page): Conversation | null {
    const name = nameOf(page);
    if (!name) return null;
    const jid = oldId(page, name);
    const group = !!jid?.endsWith('@g.us') || isGroup(page, name);
    // Someone not in the address book is shown by number.
    const phone = !group && /^\+[\d\s().\u2010-\u2015-]{7,}$/.test(name) ? `tel:+${name.replace(/\D/g, '')}` : null;
    const ids: Conversation['ids'] = [{ value: name, kind: 'weak' }];
    if (phone) ids.unshift({ value: phone, kind: 'permanent' });
    if (jid && jid.endsWith('@g.us') === group) ids.unshift({ value: jid, kind: 'permanent' });
    return { kind: group ? 'group' : 'person', ids, name };
  },

  list: (page) => pick(main(page), LIST) ?? main(page),

  key(row) {
    if (!row.querySelector(BUBBLE) || row.parentElement?.closest('[data-id]')) return null;
    return hasStatus(row, WAITING_ICONS, PENDING) ? null : idParts(row).key;
  },

  message(row, page): Message | null {
    const key = whatsapp.key(row);
    return key ? { key, direction: direction(row, page), at: at(row, page) } : null;
  },

  text(row) {
    const isQuoted = (element: Element): boolean => {
      const block = element.closest('[aria-label]');
      return (
        !!block && row.contains(block) && (QUOTED.test(block.getAttribute('aria-label') ?? '') || isQuoted(block.parentElement ?? row))
      );
    };
    for (const selector of ['[data-testid="selectable-text"]', 'span.selectable-text', '.copyable-text']) {
      const parts = [...row.querySelectorAll(selector)].filter((part) => !part.parentElement?.closest(selector) && !isQuoted(part));
      // A quote in a language not known here stands before the answer.
      const last = parts.at(-1);
      if (last) return textOf(last).trim();
    }
    return '';
  },

  composer: (page) => pick(main(page), COMPOSER),

  link(_page, { ids }) {
    const phone = ids.map(({ value }) => /^(?:tel:\+(\d+)|(\d+)@c\.us)$/.exec(value)).find(Boolean);
    return phone ? `https://web.whatsapp.com/send?phone=${phone[1] ?? phone[2]}` : null;
  },
};
