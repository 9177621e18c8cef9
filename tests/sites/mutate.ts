// Draws a change to a page, as the next version of its site might bring it.
import { seeded, type Chance } from '../e2e/support/seeded';
import { change, startOf, type Draft, type Kind, type Mark } from './changes';

/** A change that was made. */
export interface Mutation {
  /** For a failing test to say. */
  what: string;
  /** What it touched: see `Draft`. */
  words: ReadonlySet<string>;
  undo(): void;
}

function markOf(element: Element, chance: Chance): Mark | null {
  const classes = [...element.classList].map((word) => ({ class: word }));
  const attributes = element.getAttributeNames().filter((attribute) => attribute !== 'class');
  const marks = [...classes, ...attributes.map((attribute) => ({ attribute }))];
  return marks.length > 0 ? chance.pick(marks) : null;
}

const has = (element: Element, mark: Mark): boolean =>
  'class' in mark ? element.classList.contains(mark.class) : element.hasAttribute(mark.attribute);

/**
 * Changes the page once: one element or, in a third of the cases, all that share a class or an attribute with it, each in the
 * same way. `page` are all elements, those in open shadow roots too. Null when chance hit on something that cannot be done.
 */
export function mutate(page: readonly Element[], kind: Kind, chance: Chance): Mutation | null {
  const element = chance.pick(page);
  const mark = markOf(element, chance);
  const isWide = mark !== null && chance.is(1 / 3);
  const draws = Math.floor(chance.next() * 2 ** 32);
  const draft: Draft = { words: new Set(), undo: [] };
  const said = startOf(element);
  let how = '';
  let count = 0;
  for (const one of isWide ? page.filter((other) => has(other, mark)) : [element]) {
    if (!one.isConnected) continue;
    count += 1;
    how = change(kind, one, mark, draft, seeded(draws)) || how;
  }
  if (draft.undo.length === 0) return null;
  const which = isWide ? `all ${count} with ${'class' in mark ? `class ${mark.class}` : mark.attribute} like ` : '';
  return {
    what: `${kind} ${which}${said}: ${how}`,
    words: draft.words,
    undo: () => draft.undo.reverse().forEach((back) => back()),
  };
}
