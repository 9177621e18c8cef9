// The template language of replies: {{name}}, {{name|fallback}}, {{cursor}}. Values are literal and never parsed again.

/** Where something is wrong in a template: character offsets into the body. */
export interface TemplateError {
  code: 'unknown' | 'unclosed' | 'empty' | 'two-cursors';
  from: number;
  to: number;
  /** The word between the braces, as written. */
  word: string;
}

type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'value'; field: Field; fallback: string | null; from: number; to: number; word: string }
  | { kind: 'cursor'; from: number; to: number };

/** What a template can name. */
export interface TemplateValues {
  /** The person's display name, or null when unknown. */
  name: string | null;
}
export type Field = keyof TemplateValues;

const FIELDS: ReadonlyMap<string, Field> = new Map(Object.entries({ name: 'name', 称呼: 'name', 姓名: 'name', 名字: 'name' } as const));
const CURSORS = new Set(['cursor', '光标']);

/** Reads a template. Errors carry their place; a template with errors must not be inserted. */
export function parseTemplate(body: string): { pieces: Piece[]; errors: TemplateError[] } {
  const pieces: Piece[] = [];
  const errors: TemplateError[] = [];
  let at = 0;
  let cursors = 0;
  while (at < body.length) {
    const open = body.indexOf('{{', at);
    if (open < 0) break;
    if (open > at) pieces.push({ kind: 'text', text: body.slice(at, open) });
    const close = body.indexOf('}}', open + 2);
    if (close < 0) {
      errors.push({ code: 'unclosed', from: open, to: body.length, word: body.slice(open + 2).trim() });
      return { pieces, errors };
    }
    const to = close + 2;
    const [word = '', ...rest] = body.slice(open + 2, close).split('|');
    const key = word.trim();
    const field = FIELDS.get(key);
    if (CURSORS.has(key)) {
      cursors += 1;
      if (cursors > 1) errors.push({ code: 'two-cursors', from: open, to, word: key });
      pieces.push({ kind: 'cursor', from: open, to });
    } else if (field) {
      pieces.push({ kind: 'value', field, fallback: rest.length > 0 ? rest.join('|').trim() : null, from: open, to, word: key });
    } else {
      errors.push({ code: key === '' ? 'empty' : 'unknown', from: open, to, word: key });
    }
    at = to;
  }
  if (at < body.length) pieces.push({ kind: 'text', text: body.slice(at) });
  return { pieces, errors };
}

/** The text to insert, and where the caret should stand in it (UTF-16 offset), or null for the end. */
export interface Filled {
  text: string;
  cursor: number | null;
}

/** Fills a template for one person, or says what is in the way; braces never reach a composer. */
export function fillTemplate(body: string, values: TemplateValues): { filled: Filled } | { errors: TemplateError[] } {
  const { pieces, errors } = parseTemplate(body);
  const missing: TemplateError[] = [];
  let text = '';
  let cursor: number | null = null;
  for (const piece of pieces) {
    if (piece.kind === 'text') text += piece.text;
    else if (piece.kind === 'cursor') cursor = text.length;
    else {
      const value = oneLine(values[piece.field] ?? '') || oneLine(piece.fallback ?? '');
      if (value === '') missing.push({ code: 'empty', from: piece.from, to: piece.to, word: piece.word });
      else text += value;
    }
  }
  const wrong = [...errors, ...missing];
  return wrong.length > 0 ? { errors: wrong } : { filled: { text, cursor } };
}

/** A value made safe to stand in a message: no line breaks, no invisible direction marks. */
function oneLine(value: string): string {
  return value
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
