// The page as one tree, open shadow roots included.
import { INTO } from '../domain/selector';

/** The element above: past the edge of an open shadow root its host. */
export function parentOf(element: Element): Element | null {
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

/** The element and all above it, innermost first. */
export function lineage(element: Element): Element[] {
  const line: Element[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) line.push(at);
  return line;
}

/** The innermost element that holds all of these. */
export function common(elements: readonly Element[]): Element | null {
  const [first, ...others] = elements.map((element) => lineage(element));
  const sets = others.map((line) => new Set(line));
  return first?.find((element) => sets.every((set) => set.has(element))) ?? null;
}

/** The hosts of the shadow roots around an element, outermost first, and the root that it stands in. */
export function rootsAround(element: Element): { hosts: Element[]; root: Document | ShadowRoot } {
  const hosts: Element[] = [];
  const root = element.getRootNode() as Document | ShadowRoot;
  for (let at = root; 'host' in at; at = at.host.getRootNode() as Document | ShadowRoot) hosts.unshift(at.host);
  return { hosts, root };
}

/** The element's place: between siblings of the same tag, from 1. */
export function placeOf(element: Element): number {
  let place = 1;
  for (let at = element.previousElementSibling; at; at = at.previousElementSibling) if (at.localName === element.localName) place++;
  return place;
}

/** The elements in a row with the way to the root they stand in: those of open roots of its own and of what is in it, too. */
export function partsOf(row: Element, most: number): { element: Element; way: string }[] {
  const parts: { element: Element; way: string }[] = [];
  const visit = (root: ParentNode, way: string): void => {
    for (const element of root.querySelectorAll('*')) {
      if (parts.length >= most) return;
      parts.push({ element, way });
      if (element.shadowRoot) visit(element.shadowRoot, way + element.localName + INTO);
    }
  };
  visit(row, '');
  if (row.shadowRoot) visit(row.shadowRoot, '');
  return parts;
}

/** The way from a row to the root of an element in it, as in `partsOf`. */
export function wayTo(row: Element, element: Element): string {
  let way = '';
  for (let root = element.getRootNode(); root !== row.getRootNode() && root !== row.shadowRoot && 'host' in root;) {
    const host = (root as ShadowRoot).host;
    way = host.localName + INTO + way;
    root = host.getRootNode();
  }
  return way;
}
