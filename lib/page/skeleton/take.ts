// The page as plain data: elements with their attributes, text, open shadow roots. Still with everything in it; it never leaves the page
// in this form. Of many alike rows only some are taken.
import { EMPTY, LEFT_OUT } from './standard';

export interface Raw {
  tag: string;
  attributes: [name: string, value: string][];
  children: (Raw | string)[];
  shadow: (Raw | string)[] | null;
  /** How many alike children were left out. */
  cut: number;
}

/** How much is taken: of alike siblings so many first and last ones, of all siblings so many, so deep, so many in all. */
export interface Measure {
  first: number;
  last: number;
  siblings: number;
  depth: number;
  elements: number;
}

/** Longer words than these are cut before anything else is done with them. */
const LONGEST = 4_000;

/** Takes the whole document. */
export function takePage(page: Document, measure: Measure): Raw {
  let left = measure.elements;

  function take(element: Element, depth: number): Raw {
    left -= 1;
    const tag = element.localName;
    const attributes = [...element.attributes].map(({ name, value }): [string, string] => [name, value.slice(0, LONGEST)]);
    const raw: Raw = { tag, attributes, children: [], shadow: null, cut: 0 };
    if (depth < measure.depth && !EMPTY.has(tag)) {
      if (element.shadowRoot) raw.shadow = takeAll(element.shadowRoot, depth, raw);
      raw.children = takeAll(element, depth, raw);
    }
    const sides = sidesOf(element, raw.children);
    if (sides !== '') attributes.push(['style', `${element.getAttribute('style')?.slice(0, LONGEST) ?? ''};${sides}`]);
    return raw;
  }

  function takeAll(parent: Element | ShadowRoot, depth: number, into: Raw): (Raw | string)[] {
    const nodes = [...parent.childNodes].filter(isWanted);
    const kept = sample(nodes, measure);
    into.cut += nodes.length - kept.length;
    const taken: (Raw | string)[] = [];
    for (const node of kept) {
      const last = taken.at(-1);
      if (node.nodeType === 1) {
        if (left > 0) taken.push(take(node as Element, depth + 1));
        else into.cut += 1;
      } else if (typeof last === 'string') taken[taken.length - 1] = (last + (node.nodeValue ?? '')).slice(0, LONGEST);
      else taken.push((node.nodeValue ?? '').slice(0, LONGEST));
    }
    return taken;
  }

  return take(page.documentElement, 0);
}

/** Elements and text; not comments, code, or what Rapport itself has put there. */
function isWanted(node: Node): boolean {
  if (node.nodeType === 3) return true;
  if (node.nodeType !== 1) return false;
  const element = node as Element;
  return !LEFT_OUT.has(element.localName.toLowerCase()) && !(element.hasAttribute('side-edge') && element.childElementCount === 0);
}

/**
 * Where the page's style sheets put what is in a row, at its start or its end, or turn its order around: some sites show in no other way whose
 * message it is. Style sheets are no part of a report. What is so by default is left out, unless it is told of a part of the row.
 */
function sidesOf(element: Element, children: readonly (Raw | string)[]): string {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (!style?.display.endsWith('flex')) return '';
  const { justifyContent, alignItems, flexDirection } = style;
  const isAround = children.some((child) => typeof child !== 'string' && child.attributes.at(-1)?.[1].includes(ALIGNED));
  return [
    /^(?:flex-)?end$/.test(justifyContent) ? `justify-content: ${justifyContent}` : '',
    /^flex-(?:start|end)$/.test(alignItems) ? `${ALIGNED} ${alignItems}` : '',
    isAround || /^column|reverse$/.test(flexDirection) ? `flex-direction: ${flexDirection}` : '',
  ]
    .filter(Boolean)
    .join(';');
}
const ALIGNED = 'align-items:';

/** Leaves out the middle of many alike elements, and the end of very many. */
function sample(nodes: readonly Node[], { first, last, siblings }: Measure): Node[] {
  const groups = new Map<string, Node[]>();
  for (const node of nodes) {
    const form = node.nodeType === 1 ? formOf(node as Element) : '';
    const group = groups.get(form);
    if (group) group.push(node);
    else groups.set(form, [node]);
  }
  const out = new Set<Node>();
  for (const [form, group] of groups) {
    if (form !== '') for (const node of group.slice(first, Math.max(first, group.length - last))) out.add(node);
  }
  return nodes.filter((node) => !out.has(node)).slice(-siblings);
}

/** Elements of one form look alike in a list. */
function formOf(element: Element): string {
  const names = element.getAttributeNames().sort().join(' ');
  const child = element.firstElementChild;
  return [element.localName, names, child?.localName ?? '', child?.getAttributeNames().sort().join(' ') ?? ''].join('|');
}
