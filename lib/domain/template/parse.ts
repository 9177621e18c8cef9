// From a template's text to a tree, with every mistake and its place. Never throws, in time linear to the text.
import type { Condition } from './conditions';
import { plainWord } from './fields';
import { scan } from './scan';
import { readTag, type ErrorKind, type Tag } from './tag';

/** Where something is wrong in a template: character offsets into the body, and the word that is meant. */
export interface TemplateError {
  code: ErrorKind;
  from: number;
  to: number;
  word: string;
}

export type Leaf = { kind: 'text'; text: string } | Exclude<Tag, { kind: 'if' | 'else' | 'end' }>;
export type Node = Leaf | { kind: 'if'; condition: Condition; then: Node[]; otherwise: Node[] };

/** What stands where, for showing a template with its fields marked. */
export interface Span {
  from: number;
  to: number;
  kind: 'field' | 'ask' | 'block' | 'cursor' | 'wrong';
}

export interface Template {
  nodes: Node[];
  errors: TemplateError[];
  /** Of every tag, in the order of the text. */
  spans: Span[];
}

/** An `#if` that is not closed yet. */
interface Open {
  node: Extract<Node, { kind: 'if' }>;
  from: number;
  to: number;
  word: string;
  /** Cursors before it, and in its first branch once there is a second. */
  before: number;
  first: number | null;
}

/** Blocks within blocks, at most: nobody reads more, and a hostile file may hold thousands. */
const DEEPEST = 20;

const KIND: Record<Tag['kind'], Span['kind']> = {
  value: 'field',
  own: 'field',
  ask: 'ask',
  choice: 'ask',
  cursor: 'cursor',
  if: 'block',
  else: 'block',
  end: 'block',
};

/**
 * Reads a template. One with errors other than `unknown` must not be inserted. With `own`, the names of the fields the rep invented in their
 * plain form (see plainWord), one that names another field is told so as well.
 */
export function parseTemplate(body: string, own?: ReadonlySet<string>): Template {
  const nodes: Node[] = [];
  const errors: TemplateError[] = [];
  const spans: Span[] = [];
  const stack: Open[] = [];
  let into = nodes;
  /** In the branch that is being read and what came before it: only one of two branches is ever seen. */
  let cursors = 0;

  for (const token of scan(body)) {
    const { from, to } = token;
    if (token.kind === 'text') {
      into.push({ kind: 'text', text: token.text });
      continue;
    }
    const { tag, error, word } =
      token.kind === 'open' ? { tag: null, error: 'unclosed' as const, word: token.inner } : readTag(token.inner);
    const wrong = (code: ErrorKind) => void errors.push({ code, from, to, word });
    const before = errors.length;
    const named = tag && own ? ownNameIn(tag) : null;
    const isOwn = named !== null && own!.has(plainWord(named));
    if (error && !(error === 'unknown' && isOwn)) wrong(error);
    else if (named !== null && !isOwn) errors.push({ code: 'unknown', from, to, word: named });
    const open = stack.at(-1);
    if (tag?.kind === 'if') {
      if (stack.length >= DEEPEST) wrong('condition');
      const node: Open['node'] = { kind: 'if', condition: tag.condition, then: [], otherwise: [] };
      // Too deep ones are counted, so that their ends are found, but go nowhere.
      if (stack.length < DEEPEST) into.push(node);
      stack.push({ node, from, to, word, before: cursors, first: null });
      into = node.then;
    } else if (tag?.kind === 'else') {
      if (!open) wrong('stray-else');
      else if (open.first !== null) wrong('two-elses');
      else {
        open.first = cursors;
        cursors = open.before;
        into = open.node.otherwise;
      }
    } else if (tag?.kind === 'end') {
      if (!open) wrong('stray-end');
      else {
        stack.pop();
        cursors = Math.max(cursors, open.first ?? open.before);
        const outer = stack.at(-1);
        into = outer ? (outer.first === null ? outer.node.then : outer.node.otherwise) : nodes;
      }
    } else if (tag) {
      if (tag.kind === 'cursor' && ++cursors > 1) wrong('two-cursors');
      into.push(tag);
    }
    spans.push({ from, to, kind: errors.length > before || !tag ? 'wrong' : KIND[tag.kind] });
  }
  for (const { from, to, word } of stack) errors.push({ code: 'endless-if', from, to, word });
  return { nodes, errors: errors.sort((a, b) => a.from - b.from), spans };
}

/** The name of a field the rep invented, where a tag has one. */
function ownNameIn(tag: Tag): string | null {
  if (tag.kind === 'own') return tag.name;
  if (tag.kind !== 'if') return null;
  const { condition } = tag;
  if ('own' in condition) return condition.own;
  return 'named' in condition && condition.named.kind === 'own' ? condition.named.name : null;
}

/** The first mistake because of which a template cannot be used; null when it can. An unknown word is asked for instead. */
export const blockingError = ({ errors }: Template): TemplateError | null => errors.find(({ code }) => code !== 'unknown') ?? null;
