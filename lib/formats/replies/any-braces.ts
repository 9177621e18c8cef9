// Placeholders of nobody's language in particular: `{name}`, `{客户昵称}`, `{{contact.first_name}}`, and our own, which stay.
import { readTag } from '../../domain/template/tag';
import { blockingError, parseTemplate } from '../../domain/template/parse';
import { namedTag, type Piece } from './pieces';

/** A name between single braces: words, not code, and no braces around it. */
const SINGLE = /(?<![{｛\\])[{｛]([\p{L}\p{N}_][\p{L}\p{N}_ .\-/·]{0,38})[}｝](?![}｝])/gu;
const DOUBLE = /(?:\{\{|｛｛)([^{}｛｝\n]{1,200})(?:\}\}|｝｝)/g;
/** What a placeholder of another program looks like between double braces. */
const NAME = /^\s*[\p{L}_][\p{L}\p{N}_ .-]*\s*$/u;

export function piecesOfAny(text: string): Piece[] {
  // One that makes sense in our language is taken for ours.
  const isOurs = blockingError(parseTemplate(text)) === null;
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(DOUBLE)) {
    const before = text.slice(at, match.index);
    const escaped = isOurs && before.endsWith('\\');
    const { error } = readTag(match[1]!);
    const keeps = isOurs && error === null;
    if (escaped || !(keeps || NAME.test(match[1]!))) continue;
    pieces.push(...single(before, isOurs), keeps ? { ours: match[0] } : { tag: namedTag(match[1]!), from: match[0] });
    at = match.index + match[0].length;
  }
  return [...pieces, ...single(text.slice(at), isOurs)];
}

function single(text: string, isOurs: boolean): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const say = (words: string): void => void (words === '' || pieces.push(isOurs ? { ours: words } : { text: words }));
  for (const match of text.matchAll(SINGLE)) {
    // A number between braces is a place in somebody's list, not a name.
    if (/^\d+$/.test(match[1]!)) continue;
    say(text.slice(at, match.index));
    pieces.push({ tag: namedTag(match[1]!), from: match[0] });
    at = match.index + match[0].length;
  }
  say(text.slice(at));
  return pieces;
}
