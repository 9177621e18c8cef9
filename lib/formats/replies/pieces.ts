// A text of another template language, cut into pieces, put together again in ours. Whatever the pieces hold, the result can be used.
import type { Change, ChangeKind } from './incoming';
import { equalOf } from './equals';

/**
 * `text` is the message's own words, in which braces mean nothing. `tag` is what stands between our braces, `from` what it was. `ours` is text
 * that is in our language already. `gone` has no equal.
 */
export type Piece = { text: string } | { tag: string; from: string } | { ours: string } | { gone: string };

/** So many changes of one reply are listed. */
const MOST_CHANGES = 60;
const LONGEST_LABEL = 60;
const LONGEST_SHOWN = 120;

/** A name or an answer that can stand between braces, on one line. */
const label = (text: string): string =>
  text
    .replace(/[{}｛｝|｜\\]|\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_LABEL)
    .trim();

/** A blank to be filled in when the reply is used. */
export function askTag(name: string, fallback = ''): string {
  const plain = label(name).replace(/^[?？\s]+/, '');
  const given = label(fallback);
  return `?${plain === '' ? '…' : plain}${given === '' ? '' : `|${given}`}`;
}

/** One of several; a blank where fewer than two are left. */
export function choiceTag(name: string, values: readonly string[], chosen = ''): string {
  const plain = [...new Set([chosen, ...values].map(label))].filter((value) => value !== '').slice(0, 30);
  // The name of a choice ends at a colon.
  const asked = label(name.replace(/[:：]/g, ' ')) || '…';
  return plain.length < 2 ? askTag(name, plain[0]) : `choice ${asked}:${plain.join('|')}`;
}

/** A placeholder by its name alone: our field, or else a blank. */
export function namedTag(name: string, fallback = ''): string {
  const equal = equalOf(name);
  const given = label(fallback);
  if (equal === null) return askTag(name, fallback);
  return given === '' || equal === 'cursor' || equal === '光标' ? equal : `${equal}|${given}`;
}

const isCursorTag = (tag: string): boolean => tag === 'cursor' || tag === '光标';
const shown = (text: string): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);

/** The changes of one reply, each once. */
export function changeList(): { changes: Change[]; note: (kind: ChangeKind, from: string, to: string) => void } {
  const changes: Change[] = [];
  const seen = new Set<string>();
  const note = (kind: ChangeKind, from: string, to: string) => {
    const key = JSON.stringify([kind, from, to]);
    if (seen.has(key) || changes.length >= MOST_CHANGES) return;
    seen.add(key);
    changes.push({ kind, from: shown(from), to: shown(to) });
  };
  return { changes, note };
}

/** Puts the pieces together and says what is not as it was. */
export function bodyOf(pieces: readonly Piece[]): { body: string; changes: Change[] } {
  const { changes, note } = changeList();
  let body = '';
  /** Words that wait to be joined with those that follow: two braces may come together from two pieces. */
  let words = '';
  let cursor = false;
  const flush = (beforeTag: boolean) => {
    const text = words.replace(/\{\{|｛｛/g, String.raw`\$&`);
    if (text !== words) note('literal', /(?:\{\{|｛｛)[^{｛\n]{0,40}/.exec(words)![0], /\\(?:\{\{|｛｛)[^{｛\n]{0,40}/.exec(text)![0]);
    body += text;
    // A backslash in front of our braces would make them text.
    if (beforeTag && body.endsWith('\\')) body += ' ';
    words = '';
  };
  for (const piece of pieces) {
    if ('text' in piece) words += piece.text;
    else if ('gone' in piece) note('left-out', piece.gone, '');
    else if ('ours' in piece) {
      flush(false);
      body += piece.ours;
    } else if (isCursorTag(piece.tag) && cursor) note('left-out', piece.from, '');
    else {
      cursor ||= isCursorTag(piece.tag);
      const tag = `{{${piece.tag}}}`;
      flush(true);
      if (tag !== piece.from) note(/^(?:\?|choice )/.test(piece.tag) ? 'asked' : 'field', piece.from, tag);
      body += tag;
    }
  }
  flush(false);
  return { body, changes };
}
