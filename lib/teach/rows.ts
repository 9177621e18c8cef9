// From two messages to all: where the list is, and what makes a row of it.
import { isSelector } from '../domain/selector';
import { sharedHooks, type Hook } from './hooks';
import { keyOf, type Key } from './keys';
import { common, lineage, parentOf } from './tree';

/** A way to read the messages. */
export interface Rows {
  list: Element;
  /** Selectors of a row, inside the list, most stable first; all find the same. */
  selectors: string[];
  rows: Element[];
  /** The row of each example, in their order. */
  examples: Element[];
  key: Key | null;
  score: number;
}

/** The largest element around the messages that holds neither of the others: beyond it something else begins. */
function regionOf(messages: readonly Element[], others: readonly Element[]): Element | null {
  let region = common(messages);
  const foreign = new Set(others.flatMap((other) => lineage(other)));
  if (!region || foreign.has(region)) return region;
  for (let above = parentOf(region); above && !foreign.has(above); above = parentOf(above)) region = above;
  return region;
}

/** The element that scrolls, or that calls itself a list of messages: new ones come into it, whatever groups they stand in. */
function listOf(messages: readonly Element[], region: Element): Element {
  const lowest = common(messages)!;
  const line = lineage(lowest);
  const within = line.slice(0, line.indexOf(region) + 1).filter((element) => element.getRootNode() === lowest.getRootNode());
  const scrolls = within.find((element) => {
    const { overflowY } = getComputedStyle(element);
    return /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight;
  });
  return scrolls ?? within.find((element) => element.matches('[role="log"], [role="feed"], [aria-live]')) ?? within.at(-1) ?? lowest;
}

/** Every plausible way to read rows from these examples, the best first. `others`: what is no part of the list. */
export function rowsFrom(messages: readonly Element[], others: readonly Element[]): Rows[] {
  const region = regionOf(messages, others);
  if (!region) return [];
  const list = listOf(messages, region);
  const chains = messages.map((message) => {
    const line = lineage(message);
    // Only what stands in the same tree as the list can be a row of it.
    return line.slice(0, line.indexOf(common(messages)!)).filter((element) => element.getRootNode() === list.getRootNode());
  });
  const found = new Map<string, Rows>();
  const [first = [], ...rest] = chains;
  for (const [depth, element] of first.entries()) {
    const alike = rest.map((chain) => chain.filter((other) => other.localName === element.localName));
    for (const group of tuples(element, alike)) {
      const ways = waysTo(group, list, chains);
      for (const { css, score, rows, examples } of ways) {
        const same = [...found.values()].find((one) => one.rows.length === rows.length && one.rows.every((row, i) => row === rows[i]));
        if (same) {
          if (!same.selectors.includes(css)) same.selectors.push(css);
          same.score = Math.max(same.score, score + depth);
          continue;
        }
        const key = keyOf(rows, examples);
        found.set(css, { list, selectors: [css], rows, examples, key, score: score + depth });
      }
    }
  }
  return [...found.values()]
    .map((one) => ({ ...one, selectors: one.selectors.slice(0, 4), score: one.score + worthOf(one, messages) }))
    .sort((a, b) => b.score - a.score);
}

/** The element with each combination of its likes in the other chains; few, because chains are short and tags differ. */
function tuples(element: Element, alike: readonly Element[][]): Element[][] {
  return alike.reduce<Element[][]>(
    (groups, chain) => groups.flatMap((group) => chain.map((other) => [...group, other])).slice(0, 60),
    [[element]],
  );
}

/** Selectors that find all of the group as separate rows. */
function waysTo(group: readonly Element[], list: Element, chains: readonly Element[][]) {
  const hooks: Hook[] = sharedHooks(group).slice(0, 8);
  // Without any name: the place below the list.
  const path = pathBelow(list, group);
  if (path) hooks.push({ css: path, score: 15 });
  return hooks.flatMap(({ css, score }) => {
    if (!isSelector(css) || score < 15) return [];
    const rows = [...list.querySelectorAll(css)];
    const set = new Set(rows);
    const examples = chains.map((chain) => chain.filter((element) => set.has(element)));
    // Each message in one row of its own; no row in a row.
    if (examples.some((hits) => hits.length !== 1) || new Set(examples.flat()).size !== chains.length) return [];
    if (rows.some((row) => row.parentElement?.closest(css) && set.has(row.parentElement.closest(css)!))) return [];
    return [{ css, score: Math.min(score, 60) / 3, rows, examples: examples.map(([hit]) => hit!) }];
  });
}

/** `:scope > ul > li` when all stand equally deep below the list under the same tags. */
function pathBelow(list: Element, group: readonly Element[]): string | null {
  const paths = group.map((element) => {
    const line = lineage(element);
    return line
      .slice(0, line.indexOf(list))
      .reverse()
      .map((one) => one.localName)
      .join(' > ');
  });
  return new Set(paths).size === 1 && paths[0]!.split(' > ').length <= 6 ? `:scope > ${paths[0]}` : null;
}

/** What speaks for these rows: an id each, and one message in each. */
function worthOf({ rows, examples, key, list }: Rows, messages: readonly Element[]): number {
  let worth = key ? 25 + key.score : 0;
  // What was pointed at, found anywhere: rows that hold several are groups, and pieces of a row that hold none are too small.
  const words = sharedHooks(messages).find(({ score }) => score >= 45)?.css;
  if (words) {
    const all = list.querySelectorAll(words).length;
    const full = rows.filter((row) => row.matches(words) || row.querySelector(words)).length;
    worth += (full / rows.length) * 12;
    if (full > 0 && all / full > 1.3) worth -= 20 * Math.min(2, all / full - 1);
  }
  const tags = new Set(rows.map((row) => row.parentElement));
  if (tags.size === 1) worth += 4;
  return worth + Math.min(10, Math.log2(rows.length) * 3) + (examples.length > rows.length ? -50 : 0);
}
