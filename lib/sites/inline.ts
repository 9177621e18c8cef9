// What the server wrote into a page before it left: data in inline scripts, which nobody sees and which nothing changes later.

/** The first group of the pattern in the first inline script that has it. Pages are made of megabytes of them: begin with plain letters. */
export function inScripts(document: Document, pattern: RegExp): string | null {
  for (const { textContent } of document.querySelectorAll('script:not([src])')) {
    const found = pattern.exec(textContent)?.[1];
    if (found) return found;
  }
  return null;
}
