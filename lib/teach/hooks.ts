// By what an element can be named, best first.
import { quoted } from '../domain/selector';
import { IDENTIFYING, isLook, isNaming, isStableAttribute, isStableId, isTestId, stableClasses, stablePart } from './stable';

/** A compound selector and how much it is worth: above 45 it tells something on its own. */
export interface Hook {
  css: string;
  score: number;
}

const SEMANTIC = /^(header|h[1-6]|main|nav|footer|form|textarea|ol|ul|li|article|section|aside|time|table|tr|dialog|figure)$/;
/** Marks of what is open now: they tell the chat on the screen from one that waits behind it. */
const OPEN = /(^|[-_])(active|current|open|opened|selected|shown|visible)$/;

/** The part of an id before the digits that make it one of many: `chat-messages-` of `chat-messages-110`. */
export function prefixOf(value: string): string | null {
  const prefix = /^[a-z][a-z_:.-]*[-_:.](?=[^-_:.]*\d)/i.exec(value)?.[0];
  return prefix && prefix.length >= 4 ? prefix : null;
}

/** Everything an element can be named by, best first. No class stands alone, none is made up by a tool. */
export function hooksOf(element: Element): Hook[] {
  const tag = element.localName;
  const hooks: Hook[] = [];
  const add = (css: string, score: number): void => void hooks.push({ css, score });
  if (isStableId(element.id)) add(`#${element.id}`, 90);
  for (const { name, value } of element.attributes) {
    const prefix = name === 'id' || isTestId(name) ? prefixOf(value) : null;
    if (prefix) add(`${tag}[${name}^=${quoted(prefix)}]`, 70);
    if (isNaming(name, value))
      add(`${tag === 'div' || tag === 'span' ? '' : tag}[${name}=${quoted(value)}]`, isTestId(name) ? 100 : name === 'type' ? 30 : 62);
    else if (isStableAttribute(name))
      add(`${tag}[${name}]`, isTestId(name) ? 50 : name.startsWith('data-') || IDENTIFYING.test(name) ? 72 : 50);
  }
  if (tag.includes('-')) add(tag, 68);
  const classes = stableClasses(element);
  const telling = classes.filter((name) => !isLook(name));
  if (telling.length > 1) add(`${tag}.${telling.slice(0, 2).join('.')}`, 58);
  for (const name of telling.slice(0, 4)) add(`${tag}.${name}`, 55);
  for (const name of element.classList) {
    const part = stablePart(name);
    if (part) add(`${tag}[class*=${quoted(part)}]`, 48);
  }
  if (classes.length > telling.length) add(`${tag}.${classes.slice(0, 4).join('.')}`, telling.length ? 45 : 22);
  if (SEMANTIC.test(tag)) add(tag, tag === 'li' ? 20 : 36);
  else if (!tag.includes('-')) add(tag, 8);
  return hooks.sort((a, b) => b.score - a.score);
}

/** The same with the marks of what is open now, for what stands around an element. */
export function hooksAround(element: Element): Hook[] {
  const open = [...element.classList].filter((name) => OPEN.test(name) && /^[a-z][a-z_-]*$/i.test(name));
  const classes = stableClasses(element).filter((name) => !isLook(name));
  return [
    ...hooksOf(element).filter(({ score }) => score >= 36),
    ...open.map((name) => ({ css: [element.localName, ...classes.slice(0, 1), name].join('.'), score: 44 })),
  ];
}

/** What several elements can all be named by, best first. */
export function sharedHooks(elements: readonly Element[]): Hook[] {
  const [first, ...others] = elements;
  if (!first) return [];
  // Not the lists of hooks are compared but whether each hook finds every element: two classes of one may be three of another.
  const shared = hooksOf(first).filter(({ css }) => others.every((other) => other.matches(css)));
  const tag = first.localName;
  const classes = stableClasses(first).filter((name) => !isLook(name) && others.every((other) => other.classList.contains(name)));
  if (classes.length > 1) shared.push({ css: `${tag}.${classes.slice(0, 3).join('.')}`, score: 59 });
  return shared.sort((a, b) => b.score - a.score);
}
