// Looking upwards and downwards through open shadow roots.

/** The nearest that matches, the element itself included, in its own tree or in those around it. */
export function closest(element: Element | null | undefined, selector: string): HTMLElement | null {
  const found = element?.closest<HTMLElement>(selector);
  return found ?? (element ? closest((element.getRootNode() as Partial<ShadowRoot>).host, selector) : null);
}

/** The first element of a chain: each selector but the first searches the open shadow root of what the one before it found. */
export function within(root: ParentNode | null | undefined, ...selectors: string[]): HTMLElement | null {
  const found = root?.querySelector<HTMLElement>(selectors[0]!) ?? null;
  return selectors.length > 1 ? within(found?.shadowRoot, ...selectors.slice(1)) : found;
}
