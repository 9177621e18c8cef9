// From a reply as a program's file has it to one of ours: within its bounds, with everything said that is not as it was.
import { MOST_REPLIES } from '../../domain/portable-reply';
import { LONGEST_SHORTCUT, plainShortcut } from '../../domain/shortcut';
import { blockingError, parseTemplate } from '../../domain/template/parse';
import type { Draft } from './draft';
import type { Found, Incoming, Rejected } from './incoming';
import { bodyOf, changeList } from './pieces';

const LONGEST_BODY = 10_000;
const LONGEST_TITLE = 120;
const LONGEST_FOLDER = 60;
const LONGEST_TAG = 60;
const MOST_TAGS = 40;
/** Of a text without a title, so much of its first line becomes one. */
const TITLE_OF_TEXT = 60;

export function settle(drafts: readonly Draft[]): Pick<Found, 'replies' | 'rejected' | 'more'> {
  const replies: Incoming[] = [];
  const rejected: Rejected[] = [];
  for (const draft of drafts) {
    if (replies.length >= MOST_REPLIES) return { replies, rejected, more: true };
    const one = settled(draft);
    if ('why' in one) rejected.push(one);
    else replies.push(one);
  }
  return { replies, rejected, more: false };
}

/** On one line, without what no name has. */
// eslint-disable-next-line no-control-regex -- a file may hold anything.
const oneLine = (text: string): string => text.replace(/[\x00-\x1f\x7f\s]+/g, ' ').trim();

/** Cut at a character as people count them. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(text.slice(0, most + 40))) {
    if (index + segment.length > most - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

function settled(draft: Draft): Incoming | Rejected {
  const { line } = draft;
  const { changes, note } = changeList();
  const written = bodyOf(draft.pieces);
  const body = tidy(written.body);
  const first = oneLine(/[^\n]*\S[^\n]*/.exec(body)?.[0] ?? '');
  const named = oneLine(draft.title) || oneLine(draft.shortcut) || cut(first, TITLE_OF_TEXT);
  const reject = (why: Rejected['why']): Rejected => ({ line, title: cut(named, LONGEST_TITLE), why });
  if (draft.torn) return reject('quotes');
  if (body.trim() === '') return reject(draft.images > 0 ? 'image' : 'empty');

  for (const { kind, from, to } of written.changes) note(kind, from, to);
  const usable = blockingError(parseTemplate(body)) === null ? body : literal(body, note);
  if (usable.length > LONGEST_BODY) return reject('long');
  if (draft.formatted || draft.images > 0) note('plain', '', '');
  for (const gone of draft.gone ?? []) note('left-out', gone, '');

  const title = cut(named, LONGEST_TITLE);
  if (title !== named) note('shortened', named, title);
  const folderThere = oneLine(draft.folder);
  const folder = cut(folderThere, LONGEST_FOLDER);
  if (folder !== folderThere) note('shortened', folderThere, folder);
  const tagsThere = [...new Set(draft.tags.map(oneLine))].filter((tag) => tag !== '');
  const tags = [...new Set(tagsThere.map((tag) => cut(tag, LONGEST_TAG)))].slice(0, MOST_TAGS);
  if (tags.join() !== tagsThere.join()) note('shortened', tagsThere.join(', '), tags.join(', '));
  // Other programs begin theirs with a mark; with us a mark opens the picker.
  const shortcutThere = oneLine(draft.shortcut);
  const bare = plainShortcut(shortcutThere.replace(/^[^\p{L}\p{N}]+/u, '')).slice(0, LONGEST_SHORTCUT);
  if (bare !== shortcutThere.replace(/^[/、]/, '')) note('shortcut', shortcutThere, bare);
  return {
    line,
    changes,
    title,
    body: usable,
    shortcut: bare,
    language: null,
    folder,
    tags,
    fits: { types: [], tiers: [], stages: [], occasions: [] },
    sells: false,
  };
}

/** No line breaks around it, one kind of them in it, and nothing that cannot be seen or written. */
function tidy(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
      // eslint-disable-next-line no-control-regex -- a file may hold anything.
      .replace(/[\x00-\x08\x0e-\x1f\x7f\ufeff]/g, '')
      // Halves of characters, which JSON can spell.
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(/^\s*\n|\s+$/g, '')
  );
}

/** Braces that make no sense stay as they are, as text. */
function literal(body: string, note: ReturnType<typeof changeList>['note']): string {
  const text = body.replace(/\\?(\{\{|｛｛)/g, String.raw`\$1`);
  note('literal', /(?:\{\{|｛｛)[^\n]{0,40}/.exec(body)?.[0] ?? '', /\\(?:\{\{|｛｛)[^\n]{0,40}/.exec(text)?.[0] ?? '');
  return text;
}
