// Which element is under the pointer, and which are near the outlined one. Our own elements and closed roots are passed over.
import type { Box, Way } from './talk';
import { parentOf } from './tree';

const OURS = '[side-guide], [side-edge]';

/** The innermost element at a place of the window, through open shadow roots; null where there is only ours. */
export function elementAt(x: number, y: number): Element | null {
  let found = document.elementsFromPoint(x, y).find((element) => !element.matches(OURS)) ?? null;
  for (let root = found?.shadowRoot; root; root = found?.shadowRoot) {
    const inner = root.elementsFromPoint(x, y).find((element) => element.getRootNode() === root);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found && found !== document.documentElement ? found : document.body;
}

export function boxOf(element: Element): Box {
  const { top, left, width, height } = element.getBoundingClientRect();
  return { top, left, width, height };
}

/** Whether the element has a place on the screen. */
export function isSeen(element: Element): boolean {
  const { top, left, width, height } = boxOf(element);
  if (width < 2 || height < 2 || top > innerHeight || left > innerWidth || top + height < 0 || left + width < 0) return false;
  return element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? true;
}

const childrenOf = (element: Element): Element[] =>
  [...(element.shadowRoot?.children ?? []), ...element.children].filter((child) => !child.matches(OURS) && isSeen(child));

/** The element in that direction of the tree: up to the parent, down to the first child, left and right to siblings; itself at an end. */
export function walk(from: Element, to: Exclude<Way, 'next' | 'previous'>): Element {
  if (to === 'up') {
    const parent = parentOf(from);
    return parent && parent !== document.documentElement ? parent : from;
  }
  if (to === 'down') return childrenOf(from)[0] ?? from;
  const siblings = from.parentNode
    ? [...from.parentNode.children].filter((one) => one === from || (!one.matches(OURS) && isSeen(one)))
    : [from];
  return siblings[siblings.indexOf(from) + (to === 'left' ? -1 : 1)] ?? from;
}

/** Scrolls what scrolls there: the pointer is over our frame, the page beneath it does not hear of the wheel. */
export function scrollAt(x: number, y: number, dx: number, dy: number): void {
  for (let at = elementAt(x, y); at; at = parentOf(at)) {
    const { overflowX, overflowY } = getComputedStyle(at);
    const down = dy !== 0 && at.scrollHeight > at.clientHeight && /auto|scroll/.test(overflowY);
    const across = dx !== 0 && at.scrollWidth > at.clientWidth && /auto|scroll/.test(overflowX);
    if (!down && !across) continue;
    const before = [at.scrollTop, at.scrollLeft];
    at.scrollBy({ top: dy, left: dx, behavior: 'instant' });
    if (at.scrollTop !== before[0] || at.scrollLeft !== before[1]) return;
  }
  scrollBy({ top: dy, left: dx, behavior: 'instant' });
}
