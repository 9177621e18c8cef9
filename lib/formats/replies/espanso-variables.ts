// Variables and forms of espanso, as far as they have an equal with us: dates, choices, fixed texts, questions.
import { isObject, listOf, own, textAt, textOf } from './draft';
import { momentTag, type Shift } from './moment-tag';
import { askTag, choiceTag, namedTag, type Piece } from './pieces';

/** One entry of `vars`. */
export interface Variable {
  type: string;
  params: unknown;
}

/** Gives the words of the match with a trigger, null when they are not fixed. */
type Nested = (trigger: string) => string | null;

export function variables(list: unknown): Map<string, Variable> {
  return new Map(
    listOf(list).flatMap((one): [string, Variable][] => {
      const name = textAt(one, 'name');
      return name === '' ? [] : [[name, { type: textAt(one, 'type'), params: own(one, 'params') }]];
    }),
  );
}

const DEEPEST = 4;

/** `{{name}}`, `{{form1.name}}`, the cursor `$|$`, and braces kept apart by backslashes. */
const MARK = /\{\{\s*([\w.]{1,100})\s*\}\}|(\$\|\$)|((?:\\\{){2}|(?:\\\}){2})/g;

export function piecesOfEspanso(text: string, known: ReadonlyMap<string, Variable>, nested: Nested, depth = 0): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(MARK)) {
    const [whole, name, cursor, braces] = match;
    if (match.index > at) pieces.push({ text: text.slice(at, match.index) });
    at = match.index + whole.length;
    if (braces !== undefined) pieces.push({ text: braces.replaceAll('\\', '') });
    else if (cursor !== undefined) pieces.push({ tag: 'cursor', from: whole });
    else pieces.push(...piecesOfVariable(whole, name!, known, nested, depth));
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

function piecesOfVariable(whole: string, name: string, known: ReadonlyMap<string, Variable>, nested: Nested, depth: number): Piece[] {
  const tag = (words: string): Piece[] => [{ tag: words, from: whole }];
  const [first, field] = name.split('.', 2) as [string, string?];
  const variable = known.get(first);
  if (!variable) return tag(namedTag(name));
  const { type, params } = variable;
  if (field !== undefined) {
    // Of a form: the field by its own name. Of a match with a pattern, or a script: nothing that we know.
    return type === 'form' ? tag(fieldTag(field, own(own(params, 'fields'), field))) : tag(askTag(name));
  }
  if (type === 'echo' && depth < DEEPEST) return piecesOfEspanso(textAt(params, 'echo'), known, nested, depth + 1);
  if (type === 'choice') return tag(choiceTag(name, valuesOf(own(params, 'values'))));
  if (type === 'random') return tag(choiceTag(name, listOf(own(params, 'choices')).map(textOf)));
  if (type === 'date') return tag(momentTag(textAt(params, 'format'), offsetOf(own(params, 'offset'))) ?? askTag(name));
  if (type === 'match') {
    const words = nested(textAt(params, 'trigger'));
    return words === null ? tag(askTag(name)) : [{ text: words }];
  }
  return tag(type === 'clipboard' ? askTag(name) : namedTag(name));
}

/** The layout of a form, with `[[name]]` for each of its fields. */
export function piecesOfForm(layout: string, fields: unknown, known: ReadonlyMap<string, Variable>, nested: Nested): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of layout.matchAll(/\[\[\s*(\w{1,100})\s*\]\]/g)) {
    if (match.index > at) pieces.push(...piecesOfEspanso(layout.slice(at, match.index), known, nested));
    at = match.index + match[0].length;
    pieces.push({ tag: fieldTag(match[1]!, own(fields, match[1]!)), from: match[0] });
  }
  if (at < layout.length) pieces.push(...piecesOfEspanso(layout.slice(at), known, nested));
  return pieces;
}

function fieldTag(name: string, field: unknown): string {
  const given = textAt(field, 'default');
  const type = textAt(field, 'type');
  if (type !== 'choice' && type !== 'list') return namedTag(name, given);
  return choiceTag(name, valuesOf(own(field, 'values')), given);
}

/** A list, or one on each line; each a text or `{label, id}`, of which `id` is what is written. */
function valuesOf(values: unknown): string[] {
  if (typeof values === 'string') return values.split('\n').map((value) => value.trim());
  return listOf(values).map((value) => (isObject(value) ? textAt(value, 'id') || textAt(value, 'label') : textOf(value)));
}

/** Seconds; whole days are ours, too. */
function offsetOf(offset: unknown): Shift {
  if (offset === undefined || offset === 0) return null;
  const days = Number(offset) / 86_400;
  return Number.isInteger(days) && Math.abs(days) < 1000 ? { n: days, unit: 'd' } : 'other';
}
