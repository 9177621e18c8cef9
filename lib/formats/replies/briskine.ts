/**
 * Briskine (formerly Gorgias Templates): the CSV of "Export templates".
 *
 *     id,title,shortcut,subject,to,cc,bcc,tags,body,body_plain_text
 *
 * Columns as help.briskine.com/templates/import-templates has them: tags are divided by commas, `body` is HTML, `body_plain_text` is
 * exported only. Variables are Handlebars (`{{to.first_name}}`, helpers as in the program's own default templates, Briskine/briskine on GitHub).
 */
import type { Csv } from '../csv';
import { withoutBlocks, type Part } from './branches';
import type { Draft } from './draft';
import { equalOf } from './equals';
import { isHtml, textOfHtml } from './html-text';
import { momentTag, type Shift } from './moment-tag';
import { askTag, choiceTag, namedTag, type Piece } from './pieces';

const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, '_');

/** Whether the first row is that of this export: a plain table may have a title and a body, too. */
export function isBriskine({ rows }: Csv): boolean {
  const names = new Set(rows[0]?.cells.map(plain));
  return (
    names.has('title') &&
    names.has('body') &&
    names.has('shortcut') &&
    (names.has('body_plain_text') || names.has('bcc') || names.has('subject'))
  );
}

export function readBriskine({ rows, broken }: Csv): Draft[] {
  const [head, ...body] = rows;
  const at = new Map(head!.cells.map((name, i) => [plain(name), i]));
  const torn = new Set(broken);
  return body.map(({ line, cells }): Draft => {
    const cell = (name: string) => cells[at.get(name) ?? -1] ?? '';
    const written = cell('body').trim() === '' ? cell('body_plain_text') : cell('body');
    const html = isHtml(written) ? textOfHtml(written) : null;
    return {
      line,
      title: cell('title'),
      pieces: piecesOfHandlebars(html?.text ?? written),
      shortcut: cell('shortcut'),
      folder: '',
      tags: cell('tags').split(','),
      images: html?.images ?? 0,
      formatted: html?.formatted ?? false,
      gone: ['subject', 'to', 'cc', 'bcc'].flatMap((name) => (cell(name).trim() === '' ? [] : [`${name}: ${cell(name).trim()}`])),
      torn: torn.has(line),
    };
  });
}

/** Two or three braces, on one line. */
const MUSTACHE = /\{\{\{([^{}\n]*)\}\}\}|\{\{([^{}\n]*)\}\}/g;

export function piecesOfHandlebars(text: string): Piece[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(MUSTACHE)) {
    if (match.index > at) parts.push({ piece: { text: text.slice(at, match.index) } });
    at = match.index + match[0].length;
    parts.push(partOf(match[0], (match[1] ?? match[2]!).replace(/^~|~$/g, '').trim()));
  }
  if (at < text.length) parts.push({ piece: { text: text.slice(at) } });
  return withoutBlocks(parts);
}

function partOf(whole: string, inner: string): Part {
  if (inner === '' || inner.startsWith('!')) return { piece: { gone: whole } };
  if (inner.startsWith('/')) return { end: whole };
  if (/^(?:else\b|\^)/.test(inner)) return { or: whole, other: inner === 'else' || inner === '^' };
  const block = /^[#^]\s*([\w.-]+)\s*(.*)$/s.exec(inner);
  if (block) {
    const named = block[1] === 'if' ? equalOf(block[2]!) : null;
    return { open: whole, ours: named === null || /cursor|光标/.test(named) ? null : `#if ${named}` };
  }
  if (inner.startsWith('>') || inner.startsWith('#') || inner.startsWith('^')) return { piece: { gone: whole } };
  const tag = (words: string): Part => ({ piece: { tag: words, from: whole } });
  const [, helper, rest] = /^&?\s*([\w.@-]+)\s*(.*)$/s.exec(inner) ?? [];
  if (helper === 'choice') return tag(choiceTag('', unquoted(rest!).split(',')));
  if (helper === 'moment') return tag(momentTag(setting(rest!, 'format') || 'date', shiftOf(rest!)) ?? askTag(inner));
  return tag(namedTag(helper === undefined || rest !== '' ? inner : helper));
}

const unquoted = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/s, '$2');
const setting = (text: string, name: string): string => {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(text);
  return found?.[1] ?? found?.[2] ?? '';
};

/** `add='7;days'`, `subtract='1;weeks'`. */
function shiftOf(text: string): Shift {
  if (/\bweek\s*=/.test(text)) return 'other';
  const away = setting(text, 'add') || setting(text, 'subtract');
  if (away === '') return null;
  const match = /^(\d{1,3})\s*;\s*(day|week|month|year)s?$/i.exec(away.trim());
  if (!match) return 'other';
  return { n: Number(match[1]) * (setting(text, 'add') === '' ? -1 : 1), unit: match[2]![0]!.toLowerCase() as 'd' | 'w' | 'm' | 'y' };
}
