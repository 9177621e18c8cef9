// What a report may keep as it stands: the words, names and values that our own site files look for.

/** Taken from the source of the site files when the extension is built (scripts/site-hooks.ts). */
export interface HookList {
  /** Names of custom elements. */
  tags: string[];
  attributes: string[];
  /** Whole values of any attribute. */
  values: string[];
  /** Words that class names, ids and the like are made of. */
  words: string[];
  /** Single letters between two slashes of an address. */
  segments: string[];
  /** Attribute, operator and text of selectors such as `[data-testid^="message-"]`. */
  matches: [attribute: string, operator: string, text: string][];
}

export interface Hooks {
  isTag(name: string): boolean;
  isAttribute(name: string): boolean;
  isValue(value: string): boolean;
  /** Whether these letters are a word, or words written together, that the site files use. */
  isWord(letters: string): boolean;
  isSegment(letter: string): boolean;
  /** The part of an attribute's value that a selector names, by its place. The longest one. */
  matchIn(attribute: string, value: string): { start: number; end: number } | null;
}

/** `messageList` as `message`, `List`. */
const humps = (letters: string): string[] => letters.split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);

export function makeHooks(list: HookList): Hooks {
  const tags = new Set(list.tags);
  const attributes = new Set(list.attributes);
  const values = new Set(list.values);
  const words = new Set(list.words.flatMap((word) => [word, ...humps(word)]).map((word) => word.toLowerCase()));
  const segments = new Set(list.segments);
  const isWord = (letters: string): boolean =>
    letters.length > 1 &&
    (words.has(letters.toLowerCase()) || humps(letters).every((hump) => hump.length > 1 && words.has(hump.toLowerCase())));
  return {
    isTag: (name) => tags.has(name),
    // `data-message-row` made of known words can be told to a developer; nobody's data is made of them alone.
    isAttribute: (name) =>
      attributes.has(name) || (/^(?:data|aria)-/.test(name) && name.split(/[-_:]/).every((part) => part === 'data' || isWord(part))),
    isValue: (value) => values.has(value),
    isWord,
    isSegment: (letter) => segments.has(letter),
    matchIn(attribute, value) {
      let best: { start: number; end: number } | null = null;
      for (const [name, operator, text] of list.matches) {
        if (name !== attribute) continue;
        const start = operator === '$=' ? value.length - text.length : operator === '*=' ? value.indexOf(text) : 0;
        const isThere = operator === '=' || operator === '~=' ? value === text : start >= 0 && value.startsWith(text, start);
        if (isThere && text.length > (best ? best.end - best.start : 0)) best = { start, end: start + text.length };
      }
      return best;
    },
  };
}
