// Fills a template for one person. Values are literal: what a value holds is never read as a template, so no name can make one.
import { conditionHolds } from './hold';
import { literal } from './literal';
import type { Language } from './moment';
import { blockingError, parseTemplate, type Node, type TemplateError } from './parse';
import { answerable } from './tag';
import { ownNamed, valueOf } from './value-of';
import type { Values } from './values';

/** What has to be asked before a reply can be inserted. One that occurs twice is asked once. */
export interface Blank {
  /** Under which name the answer goes into `filled`. */
  name: string;
  /** Asked because the template says so, or chosen; or because nothing is known of a field (`name` is the field then). */
  kind: 'ask' | 'choice' | 'field';
  /** What stands there to begin with; empty is nothing. */
  default: string;
  /** Of a choice, at least two; else empty. */
  choices: string[];
}

/** The text of a reply in order: what is settled, what is asked (the name of a blank), and where the caret is to stand. */
export type Part = { text: string } | { blank: string } | { cursor: true };

export interface Filled {
  parts: Part[];
  blanks: Blank[];
  /** Why the template cannot be used at all; then there are no parts. */
  problem: TemplateError | null;
}

/** Fills in what is known. `language`: of the template; null is that of the interface. */
export function fillTemplate(body: string, values: Values, language: Language | null = null): Filled {
  const template = parseTemplate(body);
  const problem = blockingError(template);
  if (problem) return { parts: [], blanks: [], problem };
  const spoken = language ?? values.language;
  const parts: Part[] = [];
  const blanks = new Map<string, Blank>();
  const ask = (blank: Blank) => {
    if (!blanks.has(blank.name)) blanks.set(blank.name, blank);
    parts.push({ blank: blank.name });
  };
  const say = (text: string) => {
    const last = parts.at(-1);
    if (last && 'text' in last) last.text += text;
    else if (text !== '') parts.push({ text });
  };
  const fill = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (node.kind === 'text') say(node.text);
      else if (node.kind === 'cursor') parts.push({ cursor: true });
      else if (node.kind === 'if') fill(conditionHolds(node.condition, values, spoken) ? node.then : node.otherwise);
      else if (node.kind === 'ask') ask({ name: node.name, kind: 'ask', default: literal(node.fallback), choices: [] });
      else if (node.kind === 'choice') ask({ name: node.name, kind: 'choice', default: node.choices[0]!, choices: node.choices });
      else if (node.kind === 'own' && node.isBare && !ownNamed(values, node.name))
        ask({ name: answerable(node.name), kind: 'ask', default: literal(node.fallback ?? ''), choices: [] });
      else {
        const value = valueOf(node, values, spoken) || (node.fallback === null ? null : literal(node.fallback));
        if (value === null)
          ask({
            name: node.kind === 'own' ? answerable(node.name) : node.field,
            kind: node.kind === 'own' ? 'ask' : 'field',
            default: '',
            choices: [],
          });
        else say(value);
      }
    }
  };
  fill(template.nodes);
  return { parts, blanks: [...blanks.values()], problem: null };
}

/** The text to insert, and where the caret should stand in it (UTF-16 offset), or null for the end; or the blanks that are still empty. */
export function textOf(
  { parts, blanks }: Pick<Filled, 'parts' | 'blanks'>,
  filled: Readonly<Record<string, string>> = {},
): { text: string; cursor: number | null } | { empty: string[] } {
  const answers = new Map(blanks.map(({ name }) => [name, Object.hasOwn(filled, name) ? literal(filled[name]!) : '']));
  const empty = [...answers].filter(([, answer]) => answer === '').map(([name]) => name);
  if (empty.length > 0) return { empty };
  let text = '';
  let cursor: number | null = null;
  for (const part of parts) {
    if ('text' in part) text += part.text;
    else if ('blank' in part) text += answers.get(part.blank) ?? '';
    else cursor = text.length;
  }
  return { text, cursor };
}
