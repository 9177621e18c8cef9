// What the server wrote into a page before it left: data in inline scripts, which nobody sees and which nothing changes later.

/** What was found in each script by each pattern, `''` being nothing: there are megabytes of them, and they are asked about every row. */
const found = new WeakMap<Element, Record<string, string>>();

/** The first group of the pattern in the first inline script that has it. Begin with plain letters: that is quicker. */
export function inScripts(document: Document, pattern: RegExp): string | null {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const known = found.get(script) ?? {};
    found.set(script, known);
    const value = (known[pattern.source] ??= pattern.exec(script.textContent)?.[1] ?? '');
    if (value) return value;
  }
  return null;
}
