// People out of whatever file there is, one after another, so that a book of any size can be read, left and gone on with.
import { said, type Said } from '../../domain/said';
import { CsvStream } from '../csv-stream';
import { textPieces, type TextPiece } from '../text-stream';
import { isWorkbook, workbookTable } from '../workbook';
import { draftOfCard, isGroupCard } from './card';
import { Cards } from './cards';
import type { Draft } from './draft';
import type { Item, Mapping, Position, ReadPeople } from './incoming';
import { settle } from './settle';
import { draftOfRow } from './table';

export { lookAt, type Given } from './look';

/** Cells of a rejected row that are kept, and characters of each. */
const MOST_CELLS = 200;
const LONGEST_CELL = 2000;

/** Gives everybody in the file, and what cannot come in, in the order of the file. May be left at any item. Never throws. */
export async function* readPeople(given: Blob, how: ReadPeople): AsyncGenerator<Item> {
  const workbook = (await isWorkbook(given)) ? await workbookTable(given) : null;
  const file = workbook?.ok ? workbook.table : given;
  let at: Position = { row: how.after ?? 0, bytes: 0, size: file.size };
  if (workbook && !workbook.ok) {
    yield { problem: workbook.problem, at };
    return;
  }
  const pieces = textPieces(file, workbook ? 'utf-8' : how.encoding)[Symbol.asyncIterator]();
  const rows = how.mapping === null ? cardRows(how.after ?? 0) : tableRows(how.mapping, how.after ?? 0);
  for (;;) {
    let piece: TextPiece | null;
    try {
      const next = await pieces.next();
      piece = next.done ? null : next.value;
    } catch {
      // Removed, changed or on a drive that is gone.
      yield { problem: 'gone', at };
      return;
    }
    for (const { row, draft, cells, wrong } of rows(piece)) {
      at = { row, bytes: piece?.bytes ?? file.size, size: file.size };
      const found = wrong ?? settle(draft(), how.country);
      if ('word' in found)
        yield { rejected: { row, why: found, cells: cells.slice(0, MOST_CELLS).map((cell) => cell.slice(0, LONGEST_CELL)) }, at };
      else yield { person: found, at };
    }
    if (piece === null) return;
  }
}

interface Row {
  row: number;
  /** Its cells or lines. */
  cells: string[];
  /** Why it cannot come in whatever it holds. */
  wrong: Said | null;
  draft: () => Draft;
}
/** Gives the rows that are whole with each piece; null ends the file. */
type Rows = (piece: TextPiece | null) => Iterable<Row>;

function tableRows(mapping: Mapping, after: number): Rows {
  const stream = new CsvStream(mapping.delimiter);
  const from = Math.max(after, mapping.header ?? 0);
  return function* (piece) {
    const { rows, broken } = stream.add(piece?.text ?? '', piece === null);
    const torn = new Set(broken);
    for (const { line, cells } of rows) {
      if (line <= from) continue;
      yield { row: line, cells, wrong: torn.has(line) ? said('incoming_torn') : null, draft: () => draftOfRow(line, cells, mapping) };
    }
  };
}

function cardRows(after: number): Rows {
  const cards = new Cards();
  return function* (piece) {
    for (const { row, lines, isWhole } of cards.add(piece?.text ?? null)) {
      if (row <= after) continue;
      const wrong = !isWhole ? said('incoming_unfinished') : isGroupCard(lines) ? said('incoming_list') : null;
      yield { row, cells: lines, wrong, draft: () => draftOfCard(row, lines) };
    }
  };
}
