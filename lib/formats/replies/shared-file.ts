// The files in which replies are shared: our own JSON and CSV. Templates alone; what comes back may have been written by anybody.
//   {"format":"rapport-replies","version":1,"replies":[{"title","body","shortcut","language","folder","tags","fits","sells"}]}
// In both, `stages` are the names of stages: an id means something in one book only.
import { MOST_REPLIES, portableOf, portableSchema, type Portable } from '../../domain/portable-reply';
import { writeCsv, type Csv } from '../csv';
import { isObject, listOf, own, textAt } from './draft';
import type { Found, Incoming, Rejected } from './incoming';

const FORMAT = 'rapport-replies';
const VERSION = 1;
const COLUMNS = ['title', 'body', 'shortcut', 'language', 'folder', 'tags', 'types', 'tiers', 'stages', 'occasions', 'sells'] as const;

/** The name of a stage by its id; what has none keeps its id. */
export type NameOfStage = (id: string) => string;

/** Field by field: whatever else a row holds stays here. */
const named = (reply: Portable, nameOf: NameOfStage): Portable => {
  const plain = portableOf(reply);
  return { ...plain, fits: { ...plain.fits, stages: plain.fits.stages.map(nameOf) } };
};

export function writeJson(replies: readonly Portable[], nameOf: NameOfStage): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, replies: replies.map((reply) => named(reply, nameOf)) }, null, 1) + '\n';
}

/** With the mark by which spreadsheets know UTF-8. */
export function writeTable(replies: readonly Portable[], nameOf: NameOfStage): string {
  const rows = replies.map((reply) => {
    const { title, body, shortcut, language, folder, tags, fits, sells } = named(reply, nameOf);
    const lists = [fits.types, fits.tiers, fits.stages, fits.occasions].map(listCell);
    return [title, body, shortcut, language ?? '', folder, listCell(tags), ...lists, sells ? 'yes' : ''];
  });
  return '\ufeff' + writeCsv([COLUMNS, ...rows]);
}

/** Several words in one cell, divided by commas; one that holds a comma or begins oddly is quoted as in JSON. */
const listCell = (words: readonly string[]): string =>
  words.map((word) => (/^[^\s",][^",\n]*$/.test(word) && word === word.trim() ? word : JSON.stringify(word))).join(', ');

function wordsOf(cell: string): string[] {
  return [...cell.matchAll(/\s*("(?:[^"\\]|\\.)*"(?=\s*(?:,|$))|[^,]+)/g)].flatMap(([, word]) => {
    const plain = word!.trim();
    if (!plain.startsWith('"')) return plain === '' ? [] : [plain];
    try {
      return [String(JSON.parse(plain))];
    } catch {
      return [plain];
    }
  });
}

/** The replies of such a JSON; null when it is none, `newer` when a later version wrote it. */
export function sharedIn(json: unknown): unknown[] | 'newer' | null {
  if (own(json, 'format') !== FORMAT) return null;
  const version = own(json, 'version');
  if (typeof version !== 'number' || version > VERSION) return 'newer';
  return listOf(own(json, 'replies'));
}

export const isShared = ({ rows }: Csv): boolean => COLUMNS.every((column) => rows[0]?.cells.includes(column));

type Settled = Pick<Found, 'replies' | 'rejected' | 'more'>;

export function readShared(replies: readonly unknown[]): Settled {
  return checked(replies.map((value) => ({ line: null, value })));
}

export function readSharedTable({ rows, broken }: Csv): Settled {
  const [head, ...body] = rows;
  const torn = new Set(broken);
  return checked(
    body.map(({ line, cells }) => {
      const cell = (column: (typeof COLUMNS)[number]) => cells[head!.cells.indexOf(column)] ?? '';
      const value = {
        ...{
          title: cell('title'),
          body: cell('body'),
          shortcut: cell('shortcut'),
          language: cell('language') || null,
          folder: cell('folder'),
        },
        tags: wordsOf(cell('tags')),
        fits: {
          types: wordsOf(cell('types')),
          tiers: wordsOf(cell('tiers')),
          stages: wordsOf(cell('stages')),
          occasions: wordsOf(cell('occasions')),
        },
        sells: /^(?:yes|true|1|是)$/i.test(cell('sells').trim()),
      };
      return { line, value, torn: torn.has(line) };
    }),
  );
}

function checked(all: readonly { line: number | null; value: unknown; torn?: boolean }[]): Settled {
  const replies: Incoming[] = [];
  const rejected: Rejected[] = [];
  for (const { line, value, torn } of all) {
    if (replies.length >= MOST_REPLIES) return { replies, rejected, more: true };
    const title = textAt(value, 'title').slice(0, 120);
    const fits = own(value, 'fits');
    // Names of stages are no ids: they are looked up by whoever has the settings.
    const stages = listOf(own(fits, 'stages'))
      .filter((name): name is string => typeof name === 'string' && name.length <= 60)
      .slice(0, 20);
    const bare = isObject(fits) ? { fits: { ...fits, stages: [] } } : {};
    const read = portableSchema.safeParse(isObject(value) ? { ...value, ...bare } : value);
    if (torn) rejected.push({ line, title, why: 'quotes' });
    else if (read.success && read.data.body.trim() === '') rejected.push({ line, title, why: 'empty' });
    else if (read.success) replies.push({ ...read.data, fits: { ...read.data.fits, stages }, line, changes: [] });
    else rejected.push({ line, title, why: textAt(value, 'body') === '' ? 'empty' : 'wrong' });
  }
  return { replies, rejected, more: false };
}
