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

/** White space, and the invisible direction marks and control characters that a sender could hide in a name. */
const UNSEEN = /[\s\p{Cc}\p{Bidi_C}\u200b\u2060]+/gu;

/** A name as shown on the page, made safe to show: one line, no direction tricks, at most 120 characters; null when empty. */
export function cleanName(text: string | null | undefined): string | null {
  const name = [...(text ?? '').replace(UNSEEN, ' ').trim()].slice(0, 120).join('').trimEnd();
  return name === '' ? null : name;
}

/** The visible text of an element, emoji images replaced by their `alt`. */
export function textOf(element: Element | null): string {
  let text = '';
  for (const node of element?.childNodes ?? []) {
    const { tagName } = node as Element;
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    else if (tagName === 'IMG') text += (node as Element).getAttribute('alt') ?? '';
    else if (tagName) text += tagName === 'BR' ? '\n' : textOf(node as Element);
  }
  return text;
}

/** The instant written in a `datetime`-like attribute as ISO 8601 UTC, or null when it is not a date. */
export function instant(text: string | null | undefined): string | null {
  if (!text) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
