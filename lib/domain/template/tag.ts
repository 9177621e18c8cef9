// What stands between two braces and two braces, read into what it means.
import { ownField, readCondition, type Condition } from './conditions';
import { datedField, fieldOf, isCursor, type Field, type Offset } from './fields';

export type ErrorKind =
  /** No word of the language and no field of the rep's. It is asked for when the reply is used. */
  | 'unknown'
  /** Braces that nothing closes, or nothing between them. */
  | 'unclosed'
  | 'empty'
  | 'two-cursors'
  /** `?` without a name, a choice of fewer than two, names or choices that are too long. */
  | 'nameless'
  | 'choices'
  | 'long'
  /** An `#if` that asks for what does not exist, has no end, or has two `else`; an `else` or an end without an `#if`. */
  | 'condition'
  | 'endless-if'
  | 'two-elses'
  | 'stray-else'
  | 'stray-end';

/** A name in a form, or the choices put together, may have so many characters. */
export const LONGEST_NAME = 120;

export type Tag =
  | { kind: 'value'; field: Field; offset: Offset | null; fallback: string | null }
  /** A field the rep invented; `isBare` without `field:` before it, which any unknown word is. Asked where there is no such field. */
  | { kind: 'own'; name: string; fallback: string | null; isBare: boolean }
  /** Asked when the reply is used. */
  | { kind: 'ask'; name: string; fallback: string }
  | { kind: 'choice'; name: string; choices: string[] }
  | { kind: 'cursor' }
  | { kind: 'if'; condition: Condition }
  | { kind: 'else' }
  | { kind: 'end' };

const NONE: Condition = { about: 'tag', not: false, values: [] };
const PIPE = /[|｜]/;

/** Reads what stands between the braces. `word` is what an error names; a tag with an error may come along, to go on with. */
export function readTag(inner: string): { tag: Tag | null; error: ErrorKind | null; word: string } {
  const text = inner.trim();
  const good = (tag: Tag, word = text) => ({ tag, error: null, word });
  const bad = (error: ErrorKind, word = text, tag: Tag | null = null) => ({ tag, error, word });
  if (text === '') return bad('empty');

  const block = /^#\s*(?:if(?!\p{L})|如果)(.*)$/isu.exec(text);
  if (block) {
    const asked = block[1]!.trim();
    const condition = readCondition(asked);
    // Goes on as a block, so that what is inside is looked through as well.
    return condition ? good({ kind: 'if', condition }) : bad('condition', asked, { kind: 'if', condition: NONE });
  }
  if (/^#?\s*(?:else|否则)$/i.test(text)) return good({ kind: 'else' });
  if (/^\/\s*(?:if|如果)$/i.test(text)) return good({ kind: 'end' });
  if (isCursor(text)) return good({ kind: 'cursor' });

  const cut = text.search(PIPE);
  const head = (cut < 0 ? text : text.slice(0, cut)).trim();
  const fallback = cut < 0 ? null : text.slice(cut + 1).trim();

  if (/^[?？]/.test(head)) {
    const name = head.slice(1).trim();
    if (name === '') return bad('nameless');
    if (name.length > LONGEST_NAME) return bad('long', name.slice(0, 40));
    return good({ kind: 'ask', name: answerable(name), fallback: fallback ?? '' });
  }
  const choice = /^(?:choice|选择|选项)(?:\s([^:：]*))?[:：](.*)$/isu.exec(text);
  if (choice) {
    const choices = [...new Set(choice[2]!.split(PIPE).map((one) => one.trim()))].filter((one) => one !== '');
    const name = choice[1]?.trim() || choices.join(' / ');
    if (choices.length < 2) return bad('choices');
    if (name.length > LONGEST_NAME) return bad('long', name.slice(0, 40));
    return good({ kind: 'choice', name, choices });
  }
  const own = ownField(head);
  if (own !== null)
    return own.length > LONGEST_NAME ? bad('long', own.slice(0, 40)) : good({ kind: 'own', name: own, fallback, isBare: false }, own);
  const field = fieldOf(head);
  if (field) return good({ kind: 'value', field, offset: null, fallback });
  const dated = datedField(head);
  if (dated) return good({ kind: 'value', ...dated, fallback });
  const word = head.slice(0, LONGEST_NAME);
  return bad('unknown', word, word === '' ? null : { kind: 'own', name: word, fallback, isBare: true });
}

/** Answers travel as a record, in which this one name would be lost. */
export const answerable = (name: string): string => (name === '__proto__' ? 'proto' : name);
