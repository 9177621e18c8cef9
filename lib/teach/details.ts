// The smaller parts of a taught site: the words in a row, its time, what is not sent yet, the composer, the app around it all.
import { isSelector } from '../domain/selector';
import { inside, momentIn } from '../sites/taught';
import { hooksOf, sharedHooks } from './hooks';
import { lineage, rootsAround, wayTo } from './tree';

const EDITABLE = 'textarea, input:not([type]), input[type="text"], input[type="search"], [contenteditable]:not([contenteditable="false"])';

/** The box meant by what was pointed at: itself, around it, or nearby, for a placeholder often lies over it. */
export function composerAt(element: Element): HTMLElement | null {
  const itself = element.closest<HTMLElement>(EDITABLE);
  // Editors nest: the outermost editable element is the box.
  if (itself) return itself.matches('textarea, input') ? itself : outermost(itself);
  let at: Element | null = element;
  for (let height = 0; at && height < 5; height++, at = at.parentElement) {
    const boxes = [...at.querySelectorAll<HTMLElement>(EDITABLE)].filter(
      (box) => !box.parentElement?.closest('[contenteditable]:not([contenteditable="false"])'),
    );
    if (boxes.length === 1) return boxes[0]!;
    if (boxes.length > 1) return null;
  }
  return null;
}

function outermost(box: HTMLElement): HTMLElement {
  const above = box.parentElement?.closest<HTMLElement>('[contenteditable]:not([contenteditable="false"])');
  return above ? outermost(above) : box;
}

/** Selectors of the words inside a row, from what was pointed at in each example. Empty: the row itself. */
export function saidIn(examples: readonly Element[], messages: readonly Element[]): string[] {
  if (messages.some((message, i) => message === examples[i])) return [];
  const chains = messages.map((message, i) => lineage(message).slice(0, lineage(message).indexOf(examples[i]!)));
  const found: { css: string; score: number }[] = [];
  for (const [depth, element] of chains[0]!.entries()) {
    const others = chains.slice(1).map((chain) => chain.filter((other) => other.localName === element.localName));
    if (others.some((chain) => chain.length === 0)) continue;
    for (const group of combine(element, others)) {
      for (const { css: hook, score } of sharedHooks(group)) {
        const css = wayTo(examples[0]!, element) + hook;
        const isFirst = group.every((one, i) => inside(examples[i]!, [css]) === one);
        if (isSelector(css) && isFirst) found.push({ css, score: score - depth * 8 });
      }
    }
  }
  found.sort((a, b) => b.score - a.score);
  return [...new Set(found.map(({ css }) => css))].slice(0, 3);
}

function combine(first: Element, others: readonly Element[][]): Element[][] {
  return others.reduce<Element[][]>(
    (groups, chain) => groups.flatMap((group) => chain.map((one) => [...group, one])).slice(0, 40),
    [[first]],
  );
}

/** Names of messages on their way or failed, and of lines that nobody wrote. */
const UNSETTLED = ['sending', 'pending', 'failed', 'unsent', 'loading', 'system', 'sponsored', 'service-message'];

/** Marks of what is not, or not yet, a message: as far as the shown ones do not bear them and few others do. */
export function unsettledIn(rows: readonly Element[], examples: readonly Element[]): string[] {
  const bears = (row: Element, css: string): boolean => row.matches(css) || row.querySelector(css) !== null;
  const states = ['data-status', 'data-state', 'data-send-status', 'data-message-status'].filter((name) =>
    rows.some((row) => bears(row, `[${name}]`)),
  );
  return UNSETTLED.flatMap((word, i) => [`[class*="${word}" i]`, ...(i < 4 ? states.map((name) => `[${name}="${word}"]`) : [])])
    .filter((css) => !examples.some((row) => bears(row, css)) && rows.filter((row) => bears(row, css)).length <= rows.length / 2)
    .slice(0, 20);
}

/** Where the instant of a message stands, if all that stand there are instants in the order of the rows. */
export function timeIn(rows: readonly Element[], examples: readonly Element[]): { at: string[]; attribute: string } | null {
  const row = examples[0]!;
  for (const holder of [row, ...[...row.querySelectorAll('*')].slice(0, 60)]) {
    for (const { name, value } of holder.attributes) {
      if (!momentIn(value) || !/^[a-z_][\w-]*$/i.test(name) || /id$|^(href|src|style)$/.test(name)) continue;
      const at = holder === row ? [] : [`${holder.localName}[${name}]`];
      const values = rows.map((one) => momentIn((at[0] ? one.querySelector(at[0]) : one)?.getAttribute(name)));
      const known = values.flatMap((moment) => moment ?? []);
      const isOrdered = known.every((moment, i) => i === 0 || known[i - 1]! <= moment);
      if (known.length >= rows.length / 2 && isOrdered && new Set(known).size > 1) return { at, attribute: name };
    }
  }
  return null;
}

/** What is on the page whenever the app is: the outermost thing around the chat that has a name of its own, else the parts themselves. */
export function appOf(list: Element, parts: readonly (readonly string[])[]): string[] {
  const { hosts } = rootsAround(list);
  const line = lineage(hosts[0] ?? list).filter((element) => !/^(html|body)$/.test(element.localName));
  const names = line
    .reverse()
    .slice(0, 6)
    .flatMap((element) =>
      hooksOf(element).filter(({ css, score }) => score >= 55 && isSelector(css) && document.querySelectorAll(css).length === 1),
    )
    .slice(0, 2)
    .map(({ css }) => css);
  const heads = parts.flatMap((selectors) => selectors.slice(0, 1).map((selector) => selector.split(' >>> ')[0]!));
  return [...new Set([...names, ...heads])].slice(0, 6);
}
