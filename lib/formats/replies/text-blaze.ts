/**
 * Text Blaze: the JSON of "Export folder" and "Export all folders".
 *
 *     {"version": 7, "folders": [{"name": "…", "snippets": [{"name": "…", "shortcut": "/hi", "type": "text" | "html", "text": "…", "html": "…"}]}]}
 *
 * The shape is taken from programs that read these exports (jheysaaz/clipio, BeepBoopYeetYourScoot/TextBlazeToEspanso and others agree on it);
 * a single folder and a list of folders are said to occur and are read, too. Commands as in blaze.today/commands and blaze.today/guides/forms.
 */
import { withoutBlocks, type Part } from './branches';
import { isHtml, textOfHtml } from './html-text';
import { listOf, own, textAt, type Draft } from './draft';
import { askTag, choiceTag, namedTag, type Piece } from './pieces';
import { momentTag, type Shift } from './moment-tag';

/** The folders of an export; null when it is none. */
export function blazeFolders(json: unknown): unknown[] | null {
  const alone = listOf(json);
  if (alone.length > 0) return alone.every((folder) => Array.isArray(own(folder, 'snippets'))) ? alone : null;
  const folders = own(json, 'folders');
  if (Array.isArray(folders)) return listOf(folders);
  return Array.isArray(own(json, 'snippets')) ? [json] : null;
}

export function readTextBlaze(folders: readonly unknown[]): Draft[] {
  return folders.flatMap((folder) =>
    listOf(own(folder, 'snippets')).map((snippet): Draft => {
      const text = textAt(snippet, 'text');
      const html = textAt(snippet, 'html');
      const plain = text.trim() === '' && html !== '' ? textOfHtml(html) : null;
      return {
        line: null,
        title: textAt(snippet, 'name'),
        pieces: piecesOfBlaze(plain ? plain.text : text),
        shortcut: textAt(snippet, 'shortcut'),
        folder: textAt(folder, 'name'),
        tags: [],
        images: plain?.images ?? 0,
        formatted: plain ? plain.formatted : textAt(snippet, 'type') === 'html' && isHtml(html) && textOfHtml(html).formatted,
      };
    }),
  );
}

/** `{name}`, `{name: a; b; key=value}`, `{=formula}`: on one line, without braces inside. */
const COMMAND = /\{(=|[a-z][a-z_]*)(?=[\s:}]|(?<==))\s*:?([^{}\n]*)\}/gi;

/** What goes between a beginning and an end without being part of the message, and what stays. */
const HIDDEN = new Set(['note']);
const BLOCKS = new Set(['note', 'formtoggle', 'if', 'repeat', 'link', 'action']);
/** Done in the page, or for the eye only. */
const ACTS = new Set(
  'key click wait run button error image import urlload urlsend urlsendbutton ping dbselect dbinsert dbupdate'.split(' '),
);

export function piecesOfBlaze(text: string): Piece[] {
  const parts: Part[] = [];
  let at = 0;
  let unnamed = 0;
  for (const match of text.matchAll(COMMAND)) {
    const [whole, name, rest] = match;
    if (match.index > at) parts.push({ piece: { text: text.slice(at, match.index) } });
    at = match.index + whole.length;
    // Between two braces and two braces stands no command of theirs.
    if (text[match.index - 1] === '{' && text[at] === '}') parts.push({ piece: { text: whole } });
    else parts.push(partOf(whole, name!.toLowerCase(), rest!, () => ++unnamed));
  }
  if (at < text.length) parts.push({ piece: { text: text.slice(at) } });
  return withoutBlocks(parts);
}

function partOf(whole: string, name: string, rest: string, count: () => number): Part {
  const { plain, named } = settingsOf(rest);
  const said = (fallback: string) => named.get('name') || fallback || `${name} ${count()}`;
  const asked = (tag: string): Part => ({ piece: { tag, from: whole } });
  const given = named.get('default') ?? '';
  if (name === 'else' || name === 'elseif') return { or: whole, other: name === 'else' };
  if (/^end/.test(name) && BLOCKS.has(name.slice(3))) return { end: whole };
  if (name !== 'link' && BLOCKS.has(name)) return { open: whole, ours: null, hidden: HIDDEN.has(name) };
  if (ACTS.has(name)) return { piece: { gone: whole } };
  switch (name) {
    case 'formtext':
    case 'formparagraph':
      return asked(named.has('name') || given === '' ? namedOrAsked(named.get('name'), given, said) : askTag(said(given), given));
    case 'formdate':
      return asked(askTag(said(plain[0] ?? ''), given));
    case 'formmenu':
      return asked(choiceTag(named.get('name') ?? '', [...plain, ...listed(named.get('values') ?? '')], given));
    case 'time':
      return asked(momentTag(plain.join(';') || 'date', shiftOf(named.get('shift') ?? '')) ?? askTag(plain.join(' ') || 'time'));
    // A formula that is a name alone says what was asked under it.
    case '=':
      return asked(askTag(rest.trim()));
    case 'link':
      return { piece: { text: [named.get('text'), plain.join(';')].filter(Boolean).join(' ') } };
    case 'cursor':
    case 'clipboard':
    case 'site':
    case 'user':
    case 'snippet':
      return asked(namedTag([name, ...plain].join(' ')));
    default:
      // No command: a name alone is a placeholder of somebody's, anything else is text.
      return rest.trim() === '' ? asked(namedTag(name)) : { piece: { text: whole } };
  }
}

/** A field asked under a name that we know is our own field, with what was given as the fallback. */
const namedOrAsked = (name: string | undefined, given: string, said: (fallback: string) => string): string =>
  name === undefined ? askTag(said(given), given) : namedTag(name, given);

/** What stands between semicolons: words, and settings with `=`. */
function settingsOf(text: string): { plain: string[]; named: Map<string, string> } {
  const plain: string[] = [];
  const named = new Map<string, string>();
  for (const part of text.split(';')) {
    const setting = /^\s*([a-z]+)\s*=(.*)$/is.exec(part);
    if (setting) named.set(setting[1]!.toLowerCase(), setting[2]!.trim().replace(/^"(.*)"$/s, '$1'));
    else if (part.trim() !== '') plain.push(part.trim());
  }
  return { plain, named };
}

/** `["a", "b"]` or `a, b`. */
const listed = (text: string): string[] =>
  text
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((value) => value.trim().replace(/^["']|["']$/g, ''));

/** `+3D`, `-1M`: a month is a capital, a minute is not. */
function shiftOf(text: string): Shift {
  if (text.trim() === '') return null;
  const match = /^([+-]?)\s*(\d{1,3})\s*([DWMY])$/.exec(text.trim());
  if (!match) return 'other';
  return { n: Number(match[2]) * (match[1] === '-' ? -1 : 1), unit: match[3]!.toLowerCase() as 'd' | 'w' | 'm' | 'y' };
}
