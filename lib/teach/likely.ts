// What could be meant at each step: the way through a page by keyboard alone.
import { composerAt } from './details';
import type { Step } from './talk';
import { lineage } from './tree';
import { isSeen } from './under';

const MOST = 300;
const EDITABLE = 'textarea, input:not([type]), input[type="text"], input[type="search"], [contenteditable]:not([contenteditable="false"])';

/** All elements of the page in its order, open roots included. */
function* everything(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}

const hasWords = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''));

/** Elements on the screen that could be meant, in the order of the page; headings first when a name is asked for. */
export function likely(step: Step, picked: { title: Element | null; theirs: readonly Element[] }): Element[] {
  const found: Element[] = [];
  const around = new Set(step === 'title' ? [] : picked.title ? lineage(picked.title) : []);
  for (const element of everything(document.body)) {
    if (found.length >= MOST) break;
    const fits =
      step === 'composer'
        ? element.matches(EDITABLE) && composerAt(element) === element
        : hasWords(element) &&
          !element.closest('button, script, style, noscript, select') &&
          !around.has(element) &&
          !picked.theirs.includes(element);
    if (fits && isSeen(element)) found.push(element);
  }
  if (step !== 'title') return found;
  const isHeading = (element: Element): boolean => element.closest('h1, h2, h3, [role="heading"], header') !== null;
  return [...found.filter(isHeading), ...found.filter((element) => !isHeading(element))];
}
