// What is typed for a reply, as it is kept: without the mark that opens the picker, without spaces, in lower case.
export const LONGEST_SHORTCUT = 40;

/** "/Price list" is `price-list`. */
export function plainShortcut(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/^[/、\s]+/, '')
    .replace(/\s+/g, '-')
    .toLowerCase()
    .slice(0, LONGEST_SHORTCUT);
}
