// The first sheet of an Excel workbook (.xlsx) as a table of text, so that one way reads both. Read by hucre (MIT, no other packages, no code
// from text), after its size was looked at here: a small file can be packed so that it fills the memory.
import { streamXlsxRows } from 'hucre/xlsx';
import { writeCsv } from './csv';
import { startsWith } from './text-file';

/** Bytes of a workbook, and of all that is packed in it: ten times a book of 100,000 contacts. */
const LARGEST = 50 * 1024 * 1024;
const LARGEST_INSIDE = 300 * 1024 * 1024;
/** Parts of a workbook, and characters of text that come of it. */
const MOST_PARTS = 5000;
const MOST_TEXT = 200 * 1024 * 1024;
/** A sheet may be empty, with the table on the next one. */
const SHEETS = 5;
/** Rows without anything in them stand between others; more end the table. */
const MOST_BLANK = 1000;

/** Stands for a line break within a cell, so that a row is a line: what the user is told of row 57 is row 57 of the sheet. */
export const BREAK_IN_CELL = '\u2028';

export type WorkbookTable = { ok: true; table: Blob } | { ok: false; problem: 'large' | 'workbook' | 'empty' | 'gone' };

/** What was read already: a file is looked at, perhaps several times, and then read. */
const tables = new WeakMap<Blob, Promise<WorkbookTable>>();

/** Whether a file is packed like a workbook. */
export async function isWorkbook(file: Blob): Promise<boolean> {
  try {
    return startsWith(new Uint8Array(await file.slice(0, 4).arrayBuffer()), [0x50, 0x4b, 3, 4]);
  } catch {
    return false;
  }
}

/**
 * The table as CSV in UTF-8. `workbook`: it is none of Excel's, is locked by a password or cannot be read; it has to be saved as CSV. `large`:
 * more than anybody's. Never throws.
 */
export function workbookTable(file: Blob): Promise<WorkbookTable> {
  const before = tables.get(file);
  if (before) return before;
  const made = tableOf(file);
  tables.set(file, made);
  return made;
}

async function tableOf(file: Blob): Promise<WorkbookTable> {
  if (file.size > LARGEST) return { ok: false, problem: 'large' };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { ok: false, problem: 'gone' };
  }
  const inside = insideOf(bytes);
  if (inside === null || !inside.isExcel) return { ok: false, problem: 'workbook' };
  if (inside.size > LARGEST_INSIDE) return { ok: false, problem: 'large' };
  try {
    for (let sheet = 0; sheet < SHEETS; sheet++) {
      const text = await sheetText(bytes, sheet);
      if (text === null) return { ok: false, problem: 'large' };
      if (text.length > 0) return { ok: true, table: new Blob(text) };
    }
    return { ok: false, problem: 'empty' };
  } catch {
    return { ok: false, problem: 'workbook' };
  }
}

/** Pieces of text; null when there are too many, none when the sheet holds nothing. */
async function sheetText(bytes: Uint8Array, sheet: number): Promise<string[] | null> {
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  let row = 0;
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const cells = values.map(textOf);
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (index - row > MOST_BLANK) break;
    piece += '\r\n'.repeat(Math.max(0, index - row)) + writeCsv([cells]);
    row = index + 1;
    if (piece.length < 65_536) continue;
    size += piece.length;
    if (size > MOST_TEXT) return null;
    pieces.push(piece);
    piece = '';
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** A cell as a person reads it. Days are counted from Greenwich in a workbook, which knows no zones. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\r\n?|\n/g, BREAK_IN_CELL);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return '';
  const [day, time] = value.toISOString().split('T') as [string, string];
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}

/**
 * What the list at the end of a zip says is packed in it. The reader unpacks no part beyond that, so it is enough to look here. Null for a zip
 * that says it wrongly, or too much to be a workbook.
 */
function insideOf(bytes: Uint8Array): { size: number; isExcel: boolean } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  // A comment of at most 65,535 bytes may stand behind it.
  for (const least = Math.max(0, end - 65_535); end >= least; end--) if (view.getUint32(end, true) === 0x06054b50) break;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let size = 0;
  let isExcel = false;
  if (count > MOST_PARTS) return null;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
    const [flags, packed, unpacked] = [view.getUint16(at + 8, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const local = view.getUint32(at + 42, true);
    // Sizes said nowhere, or said twice and not the same, are how a small file hides what is in it.
    const isOpen =
      packed === 0xffffffff || unpacked === 0xffffffff || (unpacked === 0 && packed > 16) || (packed === 0 && (flags & 8) !== 0);
    if (isOpen || local + 30 > bytes.length || ![0, unpacked].includes(view.getUint32(local + 22, true))) return null;
    size += unpacked;
    const length = view.getUint16(at + 28, true);
    isExcel ||= new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) === 'xl/workbook.xml';
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { size, isExcel };
}
