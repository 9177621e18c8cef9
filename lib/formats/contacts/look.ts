// What a file of people is, from its beginning: a table with its columns guessed, cards, or a chat.
import { readCsv, type CsvRow } from '../csv';
import type { Encoding } from '../text-file';
import { textHead } from '../text-stream';
import { isWorkbook, workbookTable } from '../workbook';
import { looksLikeChat } from './chat-export';
import { columnsCalled, columnsLike, namesIn } from './columns';
import type { Looked, Mapping, PeopleProgram } from './incoming';
import { programOf } from './programs';
import { orderIn, type DateOrder } from './read-date';

/** Characters and rows of a table that are looked at. */
const LOOKED_AT = 500_000;
const MOST_ROWS = 2000;
/** Above the names of its columns a table may tell what it is, in so many rows. */
const PREAMBLE = 20;
const MOST_COLUMNS = 200;
/** Rows that show the user what a column holds. */
const SAMPLES = 5;

/** Where a day written 3/4 is in March. */
const MONTH_FIRST = new Set(['US', 'PH', 'PR', 'GU', 'AS', 'MP', 'VI', 'FM', 'MH', 'PW']);

/** What the user says of a file; what is not said is found. `country` is the user's, for 3/4. */
export interface Given {
  encoding?: Encoding;
  delimiter?: string;
  country?: string | null;
}

/** Looks at a file. A workbook is looked at as the table on its first sheet. Never throws. */
export async function lookAt(file: Blob, given: Given = {}): Promise<Looked> {
  if (await isWorkbook(file)) {
    const workbook = await workbookTable(file);
    if (!workbook.ok) return workbook;
    const looked = await look(workbook.table, { country: given.country ?? null, encoding: 'utf-8', delimiter: ',' });
    return looked.ok && looked.kind === 'table' ? { ...looked, isWorkbook: true } : looked;
  }
  return look(file, given);
}

async function look(file: Blob, given: Given): Promise<Looked> {
  const head = await textHead(file, given.encoding);
  if (!head.ok) return { ok: false, problem: head.problem };
  const { encoding } = head;
  if (/^\s*BEGIN\s*:\s*VCARD/i.test(head.text)) return { ok: true, kind: 'cards', program: 'vcard', encoding };
  if (/^\s*(<(!doctype|html|\?xml)|\{|\[\s*[{[]|%PDF|BEGIN:VCALENDAR)/i.test(head.text)) return { ok: false, problem: 'foreign' };
  if (given.delimiter === undefined && looksLikeChat(head.text)) return { ok: true, kind: 'chat', encoding };
  const csv = readCsv(head.text.slice(0, LOOKED_AT), { most: MOST_ROWS, ...(given.delimiter ? { delimiter: given.delimiter } : {}) });
  const { mapping, program, names, rows } = guess(csv.rows, csv.delimiter, given.country ?? null);
  if (rows.length === 0) return { ok: false, problem: 'none' };
  const samples = rows.slice(0, SAMPLES).map(({ cells }) => mapping.columns.map((_, i) => (cells[i] ?? '').slice(0, 200)));
  return { ok: true, kind: 'table', program, encoding, isWorkbook: false, table: { names, samples, mapping } };
}

function guess(
  all: readonly CsvRow[],
  delimiter: string,
  country: string | null,
): { mapping: Mapping; program: PeopleProgram; names: string[]; rows: readonly CsvRow[] } {
  const known = all.slice(0, PREAMBLE).map(({ cells }) => namesIn(cells.slice(0, MOST_COLUMNS)));
  const best = known.indexOf(Math.max(0, ...known));
  const head = best >= 0 && known[best]! > 0 ? all[best]! : null;
  const rows = head ? all.slice(best + 1) : all;
  const width = Math.min(MOST_COLUMNS, Math.max(head?.cells.length ?? 0, ...rows.slice(0, 100).map(({ cells }) => cells.length)));
  const names = Array.from({ length: head ? width : 0 }, (_, i) => (head!.cells[i] ?? '').trim().slice(0, 100));
  const columns = head ? columnsCalled(names) : columnsLike(rows.slice(0, 100).map(({ cells }) => cells.slice(0, MOST_COLUMNS)));
  const program = programOf(names);
  const days = columns.flatMap((column, i) =>
    column && /birthday|anniversary|date|addedOn|quietUntil/.test(column.field) ? rows.map(({ cells }) => cells[i] ?? '') : [],
  );
  const usual: DateOrder = country !== null && MONTH_FIRST.has(country) ? 'mdy' : 'dmy';
  return { mapping: { delimiter, header: head?.line ?? null, columns, order: orderIn(days) ?? usual }, program, names, rows };
}
