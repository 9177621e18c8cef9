// Small reading tools shared by all site files.

/** The first element that one of the selectors finds, trying them in the given order (most stable first). */
export function pick(root: ParentNode | null, selectors: readonly string[]): HTMLElement | null {
  if (!root) return null;
  for (const selector of selectors) {
    const found = root.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return null;
}

/** Invisible direction marks and control characters that a sender could hide in a name. */
// eslint-disable-next-line no-control-regex -- removing control characters is the purpose
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g;

/** A name as shown on the page, made safe to show: one line, no direction tricks, at most 120 characters; null when empty. */
export function cleanName(text: string | null | undefined): string | null {
  const name = [...(text ?? '').replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim()].slice(0, 120).join('').trimEnd();
  return name === '' ? null : name;
}

/** The visible text of an element, emoji images replaced by their `alt`. */
export function textOf(element: Element | null): string {
  if (!element) return '';
  let text = '';
  for (const node of element.childNodes) {
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    else if (node instanceof element.ownerDocument.defaultView!.Element)
      text += node.tagName === 'IMG' ? (node.getAttribute('alt') ?? '') : node.tagName === 'BR' ? '\n' : textOf(node);
  }
  return text;
}

/** The instant written in a `datetime`-like attribute as ISO 8601 UTC, or null when it is not a date. */
export function instant(text: string | null | undefined): string | null {
  if (!text) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
