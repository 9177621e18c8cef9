// The six ways in which the next version of a site may change one element, each with the way back.
import type { Chance } from '../e2e/support/seeded';

/** A class or an attribute of an element: what is changed about it. */
export type Mark = { class: string } | { attribute: string };

/** A change in the making: what it has touched so far, and the steps back. */
export interface Draft {
  /** Tags, classes, attributes and their values, and `TEXT` when words of the page went along. */
  words: Set<string>;
  undo: (() => void)[];
}

/** Changes an element, or leaves it alone where that makes no sense. Gives what it did, in words. */
export type Change = (element: Element, mark: Mark | null, draft: Draft, chance: Chance) => string;

export const TEXT = '#text';
/** What a page in motion may use instead of another tag, or around it. */
const TAGS = ['div', 'section', 'span', 'article', 'x-part'];
const NEW_NAME = 'k7q';
/** Attributes whose values name a part of the page, as a class does. */
const NAMING = /^(id|role|type|data-(testid|qa|e2e|icon|list-id|view-name|type))$/;

const isRoot = (element: Element): boolean => /^(html|head|body)$/i.test(element.tagName);
const isLeaf = (element: Element): boolean => /^(script|template|textarea|input|img|br|hr|iframe|svg|path|use)$/i.test(element.tagName);
export const tagOf = (element: Element): string => element.tagName.toLowerCase();
/** The start tag, for a failing test to show. */
export const startOf = (element: Element): string =>
  `<${[tagOf(element), ...[...element.attributes].map(({ name, value }) => `${name}="${value}"`)].join(' ')}>`;

function touchOne(element: Element, { words }: Draft): void {
  words.add(tagOf(element));
  for (const { name, value } of element.attributes) for (const word of [name, ...value.split(/\s+/)]) words.add(word);
}

/** An element with all in it, and what stands beside it. */
function touch(element: Element, draft: Draft): void {
  for (const one of [element, ...element.querySelectorAll('*')]) touchOne(one, draft);
  for (const beside of [element.previousElementSibling, element.nextElementSibling]) if (beside) touchOne(beside, draft);
  if (element.textContent.trim() !== '' || element.querySelector('[alt]')) draft.words.add(TEXT);
}

/** Puts a node somewhere, whether it stood somewhere before or is new. */
function put(node: ChildNode, parent: Node, before: Node | null, { undo }: Draft): void {
  const [from, next] = [node.parentNode, node.nextSibling];
  parent.insertBefore(node, before);
  undo.push(() => (from ? void from.insertBefore(node, next) : node.remove()));
}

function remove(element: Element, { undo }: Draft): void {
  const [from, next] = [element.parentNode!, element.nextSibling];
  element.remove();
  undo.push(() => void from.insertBefore(element, next));
}

/** Sets an attribute, or removes it. The way back restores their order, too: what is drawn next depends on it. */
function set(element: Element, name: string, value: string | null, { undo }: Draft): void {
  const before = [...element.attributes].map((attribute) => [attribute.name, attribute.value] as const);
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
  undo.push(() => {
    for (const other of element.getAttributeNames()) element.removeAttribute(other);
    for (const [other, old] of before) element.setAttribute(other, old);
  });
}

const drop: Change = (element, _mark, draft) => {
  touch(element, draft);
  remove(element, draft);
  return 'gone';
};

const rename: Change = (element, mark, draft, chance) => {
  if (!mark || chance.is(0.25)) {
    if (isRoot(element) || isLeaf(element) || element.shadowRoot) return '';
    const tag = chance.pick(TAGS);
    for (const word of [tag, tagOf(element)]) draft.words.add(word);
    const renamed = element.ownerDocument.createElement(tag);
    for (const { name, value } of element.attributes) renamed.setAttribute(name, value);
    put(renamed, element.parentNode!, element, draft);
    for (const child of [...element.childNodes]) put(child, renamed, null, draft);
    remove(element, draft);
    return `now a ${tag}`;
  }
  if ('class' in mark) {
    draft.words.add(mark.class);
    set(element, 'class', [...element.classList].map((word) => (word === mark.class ? NEW_NAME : word)).join(' '), draft);
    return `class ${mark.class} has another name`;
  }
  const name = mark.attribute;
  const value = element.getAttribute(name) ?? '';
  for (const word of [name, ...value.split(/\s+/)]) draft.words.add(word);
  if (NAMING.test(name) && !/\d/.test(value) && chance.is(0.5)) {
    set(element, name, NEW_NAME, draft);
    return `${name} is another word`;
  }
  set(element, name, null, draft);
  set(element, `data-${NEW_NAME}`, value, draft);
  return `${name} has another name`;
};

const nest: Change = (element, _mark, draft, chance) => {
  touch(element, draft);
  const above = element.previousElementSibling;
  if (above && !isLeaf(above) && chance.is(0.4)) {
    touch(above, draft);
    put(element, above, null, draft);
    return 'in the element above';
  }
  const box = element.ownerDocument.createElement(chance.pick(TAGS));
  draft.words.add(tagOf(box));
  const isAround = isLeaf(element) || chance.is(0.6);
  const inner = isAround ? [element] : [...element.childNodes];
  put(box, isAround ? element.parentNode! : element, isAround ? element : null, draft);
  for (const node of inner) put(node, box, null, draft);
  return `a ${tagOf(box)} ${isAround ? 'around' : 'in'} it`;
};

const duplicate: Change = (element, _mark, draft, chance) => {
  touch(element, draft);
  const parent = element.parentElement;
  const isHigher = parent?.parentElement && !isRoot(parent) && chance.is(0.3);
  const beside = isHigher ? parent : element;
  if (isHigher) touch(parent, draft);
  put(element.cloneNode(true) as Element, beside.parentNode!, beside.nextSibling, draft);
  return isHigher ? 'again below its parent' : 'twice';
};

const reorder: Change = (element, _mark, draft, chance) => {
  touch(element, draft);
  const family = [...element.parentNode!.children];
  const other = chance.is(0.5) ? element.nextElementSibling : chance.pick(family);
  if (!other || other === element) return '';
  touch(other, draft);
  const isBelow = family.indexOf(other) > family.indexOf(element);
  put(element, element.parentNode!, isBelow ? other.nextSibling : other, draft);
  return `${isBelow ? 'below' : 'above'} ${startOf(other)}`;
};

const strip: Change = (element, mark, draft, chance) => {
  const all = chance.is(0.2) || !mark;
  const names = all ? element.getAttributeNames() : ['attribute' in mark ? mark.attribute : 'class'];
  for (const name of names) {
    for (const word of [name, ...(element.getAttribute(name) ?? '').split(/\s+/)]) draft.words.add(word);
    set(element, name, null, draft);
  }
  return `without ${names.join(', ')}`;
};

const CHANGES = { drop, rename, nest, duplicate, reorder, strip };
export type Kind = keyof typeof CHANGES;
export const KINDS = Object.keys(CHANGES) as Kind[];

/** Changes one element. The root and the body can only be renamed or stripped. */
export const change = (kind: Kind, ...[element, ...rest]: Parameters<Change>): string =>
  isRoot(element) && kind !== 'rename' && kind !== 'strip' ? '' : CHANGES[kind](element, ...rest);
