// What stands between the mark and the caret: words for the picker that were typed before it had the focus.

export interface Typed {
  /** The mark and all behind it, as it stands in the composer. */
  whole: string;
  /** What is looked for with it. */
  query: string;
}

/**
 * Reads it from the text before the caret; null when no mark stands there any more, or one that means something else: in an address,
 * in code.
 */
export function typedIn(before: string): Typed | null {
  const found = /(?:^|[\s\u200b])([/／、])([^\s/／]{0,40})$/.exec(before.replace(/[\u200b\ufeff]+$/, ''));
  if (!found) return null;
  // An odd number of backticks: the code is still open.
  if ((before.match(/`/g)?.length ?? 0) % 2 > 0) return null;
  const [, mark, query] = found as unknown as [string, string, string];
  return { whole: mark + query, query };
}
