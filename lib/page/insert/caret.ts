// Where the caret stands in the composer, remembered while the focus is in our panel, and put back before writing.
import { isField } from './kind';
import { BLOCK, walk, type Point } from './read';

/** The caret of one box. `index` counts characters and survives when the editor builds its nodes anew. */
export interface SavedCaret {
  box: HTMLElement;
  index: number;
  /** What stood in the box. With another draft in it, of another chat perhaps, the place means nothing. */
  draft: string;
  /** The place in the DOM, null for textarea and input. */
  point: Point | null;
}

/** The caret of the box as it is now, or null when the selection is elsewhere. Of a selection it is the end. */
export function readCaret(box: HTMLElement): SavedCaret | null {
  if (isField(box)) return box.selectionEnd === null ? null : { box, index: box.selectionEnd, draft: box.value, point: null };
  const selection = document.getSelection();
  if (!selection?.rangeCount) return null;
  const { endContainer: node, endOffset: offset } = selection.getRangeAt(0);
  if (!box.contains(node)) return null;
  const { index, text } = walk(box, { node, offset });
  return index === null ? null : { box, index, draft: text, point: { node, offset } };
}

/** Remembers the caret of the composer from now on; the answer tells where it stood last, null when it never was there. */
export function followCaret(composer: () => HTMLElement | null, signal: AbortSignal): () => SavedCaret | null {
  let last: SavedCaret | null = null;
  const look = (event: Event): void => {
    const box = composer();
    // Only a box that has the focus, or is losing it now, counts: an untouched textarea says 0, and pages move selections about on
    // their own. The last moment matters where the composer was drawn anew and not known before.
    const isLeft = event.type === 'focusout' && event.composedPath()[0];
    if (box && (hasFocus(box) || (isLeft && box.contains(isLeft as Node)))) last = readCaret(box) ?? last;
  };
  for (const type of ['selectionchange', 'input', 'keyup', 'pointerup', 'focusout'])
    document.addEventListener(type, look, { capture: true, signal });
  return () => (last && last.box === composer() ? last : null);
}

/** Whether the keyboard writes into this box, or into something inside it. */
export function hasFocus(box: HTMLElement): boolean {
  const { activeElement } = box.getRootNode() as Document | ShadowRoot;
  return box.contains(activeElement);
}

/** Puts the caret at a place counted in characters, null meaning the end of the text. */
export function placeCaret(box: HTMLElement, index: number | null, known: Point | null = null): void {
  if (isField(box)) {
    // Inputs for e-mail and numbers have no selection and throw; the caret then stays where it is.
    if (box.selectionEnd !== null) box.setSelectionRange(index ?? box.value.length, index ?? box.value.length);
    return;
  }
  const isThere = known && box.contains(known.node) && known.offset <= (known.node.nodeValue ?? known.node.childNodes).length;
  const point = isThere ? known : index === null ? null : walk(box, null, index).point;
  const selection = document.getSelection();
  if (point) selection?.collapse(point.node, point.offset);
  else {
    // Into the last line: Firefox would write behind it, where Quill sees a line of its own.
    let line: Node = box;
    while (line.lastChild instanceof HTMLElement && BLOCK.test(line.lastChild.nodeName) && line.lastChild.isContentEditable)
      line = line.lastChild;
    selection?.selectAllChildren(line);
    selection?.collapseToEnd();
  }
}

/** Selects so many characters before the caret: what is written takes their place. False when they cannot be found. */
export function selectBack(box: HTMLElement, length: number): boolean {
  const now = readCaret(box);
  if (!now || now.index < length) return false;
  if (isField(box)) {
    box.setSelectionRange(now.index - length, now.index);
    return true;
  }
  const { point } = walk(box, null, now.index - length);
  if (!point || !now.point) return false;
  document.getSelection()?.setBaseAndExtent(point.node, point.offset, now.point.node, now.point.offset);
  return true;
}
