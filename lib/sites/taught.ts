// A site that the user taught: the contract fulfilled from data. Like any other it reads nothing rather than guess.
import type { TaughtReading, TaughtSpec } from '../domain/taught-site';
import { contentKey } from './content-key';
import { cleanName, textOf } from './pick';
import type { At, Conversation, Message, Page, Site } from './site';

const isShown = (element: HTMLElement): boolean => (element as { checkVisibility?: () => boolean }).checkVisibility?.() ?? true;

/** The one element that a selector finds; of several the one that is shown, if it is only one. Roots on the way go into `roots`. */
function only(root: ParentNode, selector: string, roots?: Set<ShadowRoot>): HTMLElement | null {
  let scope: ParentNode | null = root;
  let found: HTMLElement | null = null;
  for (const step of selector.split(' >>> ')) {
    let all: HTMLElement[] = scope ? [...scope.querySelectorAll<HTMLElement>(step)] : [];
    if (all.length > 1) all = all.filter(isShown);
    found = all.length === 1 ? all[0]! : null;
    scope = found?.shadowRoot ?? null;
    if (scope) roots?.add(scope as ShadowRoot);
  }
  return found;
}

/** The element that the first working selector finds. Two that look alike are none: it might be the wrong one. */
export function find(root: ParentNode, selectors: readonly string[], roots?: Set<ShadowRoot>): HTMLElement | null {
  for (const selector of selectors) {
    const found = only(root, selector, roots);
    if (found) return found;
  }
  return null;
}

/** The first element in a row that one of the selectors finds; the row itself when there are none. */
export function inside(row: Element, selectors: readonly string[]): Element | null {
  if (selectors.length === 0) return row;
  for (const selector of selectors) {
    let found: Element | null = row;
    for (const [i, step] of selector.split(' >>> ').entries())
      found = (i ? null : found?.querySelector(step)) ?? found?.shadowRoot?.querySelector(step) ?? null;
    if (found) return found;
  }
  return null;
}

/** The instant in an attribute: ISO 8601, or seconds, milliseconds, microseconds since 1970. */
export function momentIn(text: string | null | undefined): At {
  if (!text) return null;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  const number = /^\d{10,16}(\.\d+)?$/.test(text) ? Number(text) : NaN;
  const ms = Number.isNaN(number)
    ? /^\d{4}-\d\d-\d\dT\d/.test(text)
      ? Date.parse(text)
      : NaN
    : number < 1e11
      ? number * 1e3
      : number < 1e14
        ? number
        : number / 1e3;
  // Anything else that is a number is no time.
  return ms > 1.23e12 && ms < 4.1e12 ? new Date(ms).toISOString() : null;
}

/** Where the words stand: their share of free room on the left, 0 to 1; null when nothing is laid out. */
export function leftShare(words: Element, list: Element): number | null {
  const range = list.ownerDocument.createRange();
  range.selectNodeContents(words);
  const inner = range.getBoundingClientRect();
  const outer = list.getBoundingClientRect();
  const free = outer.width - inner.width;
  return inner.width > 0 && free > 24 ? (inner.left - outer.left) / free : null;
}

/** What a mark says of a row: null when there is none, unknown when there are those of both sides. */
export function sideByMark(marks: Extract<TaughtReading['direction'], { by: 'mark' }>, row: Element): Message['direction'] | null {
  const has = (selectors: readonly string[]): boolean =>
    selectors.some((selector) =>
      marks.where === 'row'
        ? row.matches(selector)
        : marks.where === 'around'
          ? row.parentElement?.closest(selector)
          : inside(row, [selector]),
    );
  const out = has(marks.out);
  return out === has(marks.in) ? (out ? 'unknown' : null) : out ? 'out' : 'in';
}

/** The site that this describes. */
export function makeTaught(spec: Omit<TaughtSpec, 'version' | 'origin'>): Site {
  const { direction: shows, key: id, identity } = spec;
  const unsettled = spec.unsettled.join();
  let row = spec.row[0]!;
  let open: Element | null = null;
  let title: string | null = null;

  const senderIn = (one: Element): string | null => (shows.by === 'sender' ? cleanName(textOf(inside(one, shows.sender))) : null);
  /** The name on this row, or on the nearest row above: sites show it once per run. */
  function sender(of: Element): string | null {
    let name = senderIn(of);
    for (let at: Element | null = of, tries = 0; !name && at && at !== open && tries < 60; tries++) {
      const above: Element | null = at.previousElementSibling;
      if (above) {
        const rows = above.matches(row) ? [above] : [...above.querySelectorAll(row)];
        for (const one of rows.reverse()) if ((name ??= senderIn(one))) break;
      }
      at = above ?? at.parentElement;
    }
    return name;
  }

  function directionOf(one: Element): Message['direction'] {
    // Without a mark it still has to look like a message.
    if (shows.by === 'mark') return sideByMark(shows, one) ?? (inside(one, spec.said) ? shows.otherwise : 'unknown');
    if (shows.by === 'sender') {
      const name = sender(one);
      return name === shows.own ? 'out' : name && (!shows.named || name === title) ? 'in' : 'unknown';
    }
    const words = inside(one, spec.said);
    const share = words && open && leftShare(words, open);
    if (share === null || (share > 0.35 && share < 0.65)) return 'unknown';
    return share > 0.5 === (shows.own === 'right') ? 'out' : 'in';
  }

  /** The id of the conversation; undefined where only names tell, null when it cannot be read now. */
  function idOf({ document, url }: Page): string | null | undefined {
    if (identity.by === 'name') return undefined;
    if (identity.by === 'attribute') return find(document, identity.at)?.getAttribute(identity.attribute) || null;
    const text = identity.in === 'path' ? url.pathname : url[identity.in];
    const { before, after } = identity;
    if (!text.startsWith(before) || !text.endsWith(after)) return null;
    const value = text.slice(before.length, text.length - after.length);
    return /^[^/?#&=]+$/.test(value) ? value : null;
  }

  const site: Site = {
    id: spec.id,
    name: spec.name,
    origins: [],
    selfHosted: false,
    marks: spec.app,
    surface: spec.surface,
    hasAccount: false,
    keysUniqueIn: spec.keysUniqueIn,
    // Nobody knows what it draws while hidden.
    readsWhileHidden: false,
    approximate: id === null,
    get rows() {
      return row;
    },

    account: () => null,

    conversation(page): Conversation | null {
      title = cleanName(textOf(find(page.document, spec.title)));
      const value = title && idOf(page);
      if (!title || value === null || value === '') return null;
      return {
        kind: 'person',
        ids: [value ? { value: value.slice(0, 500), kind: 'permanent' } : { value: title, kind: 'weak' }],
        name: title,
      };
    },

    list({ document }) {
      open = find(document, spec.list);
      row = spec.row.find((selector) => open?.querySelector(selector)) ?? spec.row[0]!;
      return open;
    },

    key(one) {
      if (unsettled && (one.matches(unsettled) || one.querySelector(unsettled))) return null;
      if (id) {
        const value = inside(one, id.at)?.getAttribute(id.attribute);
        return value && value.length <= 500 && (!id.digits || /^\d+$/.test(value)) ? value : null;
      }
      const direction = directionOf(one);
      return direction === 'unknown' ? null : contentKey(direction, inside(one, spec.said));
    },

    message(one): Message | null {
      const key = site.key(one);
      return key
        ? { key, direction: directionOf(one), at: spec.time && momentIn(inside(one, spec.time.at)?.getAttribute(spec.time.attribute)) }
        : null;
    },

    text: (one) => textOf(inside(one, spec.said)).trim(),

    composer({ document }) {
      const box = find(document, spec.composer);
      return box?.matches(
        'textarea, input:not([type]), input[type="text"], input[type="search"], [contenteditable]:not([contenteditable="false"])',
      )
        ? box
        : null;
    },

    roots({ document }) {
      const roots = new Set<ShadowRoot>();
      for (const selectors of [spec.title, spec.list, spec.composer]) find(document, selectors, roots);
      return [...roots];
    },

    // Only what names the chat: the rest of an address may hold somebody's key.
    link({ url }, { ids: [{ kind }] }) {
      if (identity.by !== 'address' || kind !== 'permanent') return null;
      const link = new URL(url.pathname, url);
      if (identity.in !== 'path') link[identity.in] = url[identity.in];
      return link.href;
    },
  };
  return site;
}
