// Reads what stands in a box: every line once, whichever elements the editor builds its lines from.
import { isField } from './kind';

/** A place in the DOM, as a collapsed Range has it. */
export interface Point {
  node: Node;
  offset: number;
}

/** The text of a box with the place asked for, in both directions: `index` of the point, and the point of an index. */
export interface Reading {
  text: string;
  index: number | null;
  point: Point | null;
}

/** Elements that are lines of their own. */
export const BLOCK = /^(DIV|P|LI|UL|OL|PRE|BLOCKQUOTE|H\d)$/;

/** A last `br` in its block only holds the line open: it is no line break of the text. */
function isFiller(br: Node, box: Node): boolean {
  let node: Node = br;
  while (node !== box && !BLOCK.test(node.nodeName)) {
    if (node.nextSibling) return false;
    node = node.parentNode ?? box;
  }
  return true;
}

/** Walks an editable box once. `from` asks for the index of a point, `to` for the point of an index. */
export function walk(box: HTMLElement, from: Point | null, to = -1): Reading {
  const seen: Reading = { text: '', index: null, point: null };
  let hasLine = false; // Something stands on the current line.
  let isClosed = false; // A block has just ended: whatever follows starts a new line.
  const put = (text: string): void => {
    seen.text += isClosed ? '\n' + text : text;
    isClosed = false;
    hasLine = true;
  };
  const visit = (node: Node): void => {
    if (node.nodeType === 3) {
      const data = node.nodeValue ?? '';
      put('');
      if (node === from?.node) seen.index = seen.text.length + from.offset;
      if (!seen.point && to >= seen.text.length && to <= seen.text.length + data.length)
        seen.point = { node, offset: to - seen.text.length };
      seen.text += data;
      return;
    }
    if (!(node instanceof HTMLElement) || node.matches('[data-slate-placeholder]')) return;
    const isBlock = node !== box && BLOCK.test(node.nodeName);
    if (isBlock) {
      if (hasLine) seen.text += '\n';
      hasLine = isClosed = false;
    }
    const alt = node.nodeName === 'BR' ? (isFiller(node, box) ? '' : '\n') : node.nodeName === 'IMG' ? node.getAttribute('alt') : null;
    if (alt !== null) return put(alt);
    const children = [...node.childNodes];
    for (let at = 0; at <= children.length; at++) {
      const child = children[at];
      if (node === from?.node && from.offset === at) seen.index = seen.text.length;
      // An empty line has no text node: its point is the place before the filler.
      if (!seen.point && to === seen.text.length && (!child || child.nodeName === 'BR') && !isClosed) seen.point = { node, offset: at };
      if (child) visit(child);
    }
    if (isBlock) hasLine = isClosed = true;
  };
  visit(box);
  return seen;
}

/** Text as it is compared and shown: no carriage returns, no invisible fillers, ordinary spaces. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u202f]/g, ' ');
}

/** The text of the box with every filler in it, so that places can be counted. */
export function rawText(box: HTMLElement): string {
  return isField(box) ? box.value : walk(box, null).text;
}

/** The plain text of the box as the user sees it, lines divided by `\n`. */
export function readBox(box: HTMLElement): string {
  return tidy(rawText(box));
}

/** Whether the user has written nothing in the box. */
export function isEmptyBox(box: HTMLElement): boolean {
  return readBox(box).trim() === '';
}
