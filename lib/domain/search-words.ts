// How text is cut into words for finding people and replies. Index and query use the same cut.

const HAN = /\p{Script=Han}+/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The index words of a text, lower case, without doubles. Latin words stand whole (they are found by prefix); a run of
 * Han characters gives each of its endings, so that 小明 is found in 王小明.
 */
export function indexWords(text: string): string[] {
  const words = new Set<string>();
  const folded = fold(text);
  for (const [run] of folded.matchAll(HAN)) {
    const characters = [...run].slice(0, 40);
    for (let i = 0; i < characters.length; i++) words.add(characters.slice(i).join(''));
  }
  for (const [word] of folded.replace(HAN, ' ').matchAll(WORD)) words.add(word.slice(0, 40));
  return [...words].slice(0, 60);
}

/**
 * The index words of a contact: of its names (its own first, then those of who was merged into it), its tags, and what the rep wrote into
 * text fields. At most 300: whatever a field holds, there is room for the name.
 */
export function wordsOf(names: readonly string[], tags: readonly string[], values: readonly string[] = []): string[] {
  return [...new Set([indexWords([...names, ...tags].join(' ')), ...values.map(indexWords)].flat())].slice(0, 300);
}

/** The words of a query, each of which has to be the beginning of an index word. */
export function queryWords(query: string): string[] {
  const folded = fold(query);
  const runs = (folded.match(HAN) ?? []).map((run) => [...run].slice(0, 40).join(''));
  const words = (folded.replace(HAN, ' ').match(WORD) ?? []).map((word) => word.slice(0, 40));
  return [...new Set([...runs, ...words])].slice(0, 8);
}

/** Lower case without accents, compatibility forms unified (full-width letters, ligatures). */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether every word of the query begins some index word. */
export function matchesWords(index: readonly string[], query: readonly string[]): boolean {
  return query.every((word) => index.some((entry) => entry.startsWith(word)));
}
