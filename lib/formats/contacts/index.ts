// People out of whatever file there is, one after another, so that a book of any size can be read, left and gone on with.
import { said } from '../../domain/said';
import { CsvStream } from '../csv-stream';
import { textPieces, type TextPiece } from '../text-stream';
import type { Draft } from './draft';
import type { Item, Position, ReadPeople } from './incoming';
import { settle } from './settle';
import { draftOfRow } from './table';

export { lookAt, type Given } from './look';

/** Cells of a rejected row that are kept, and characters of each. */
const MOST_CELLS = 200;
const LONGEST_CELL = 2000;

/** Gives everybody in the file, and what cannot come in, in the order of the file. May be left at any item. Never throws. */
export async function* readPeople(file: Blob, how: ReadPeople): AsyncGenerator<Item> {
  let at: Position = { row: how.after ?? 0, bytes: 0, size: file.size };
  const pieces = textPieces(file, how.encoding)[Symbol.asyncIterator]();
  const rows = tableRows(how);
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
    for (const { row, draft, cells, torn } of rows(piece)) {
      at = { row, bytes: piece?.bytes ?? file.size, size: file.size };
      const found = torn ? said('incoming_torn') : settle(draft(), how.country);
      if ('word' in found)
        yield { rejected: { row, why: found, cells: cells.slice(0, MOST_CELLS).map((cell) => cell.slice(0, LONGEST_CELL)) }, at };
      else yield { person: found, at };
    }
    if (piece === null) return;
  }
}

interface Row {
  row: number;
  cells: string[];
  torn: boolean;
  draft: () => Draft;
}

/** The rows that are whole with each piece; null ends the table. */
function tableRows({ mapping, after = 0 }: ReadPeople): (piece: TextPiece | null) => Iterable<Row> {
  if (mapping === null) return () => [];
  const stream = new CsvStream(mapping.delimiter);
  const from = Math.max(after, mapping.header ?? 0);
  return function* (piece) {
    const { rows, broken } = stream.add(piece?.text ?? '', piece === null);
    const torn = new Set(broken);
    for (const { line, cells } of rows)
      if (line > from) yield { row: line, cells, torn: torn.has(line), draft: () => draftOfRow(line, cells, mapping) };
  };
}
