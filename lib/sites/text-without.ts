// The words of a message that shares its element with other things.

/** The visible text of an element without the parts that match `skip`, if any; emoji images are replaced by the words they stand for. */
export function textWithout(element: Element | null | undefined, skip?: string): string {
  if (!element) return '';
  let text = '';
  for (const node of element.childNodes) {
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    if (node.nodeType !== 1 || (skip && (node as Element).matches(skip))) continue;
    const child = node as Element;
    // WeChat keeps the words of an emoji in `text`, with a suffix of its own.
    if (child.tagName === 'IMG') text += child.getAttribute('alt') || (child.getAttribute('text') ?? '').replace(/_web$/, '');
    else text += child.tagName === 'BR' ? '\n' : textWithout(child, skip);
  }
  return text;
}
