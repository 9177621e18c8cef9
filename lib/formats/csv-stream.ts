// A table of any size, row by row, read like `readCsv` reads one that is in memory.
import Papa from 'papaparse';
import { breaksIn, readCsv, unguarded, type CsvRow } from './csv';

/** Longer rows (characters) are nobody's: a quotation mark was not closed. */
const LONGEST = 64 * 1024;
/** Broken rows of one file behind which reading begins anew with the next line. */
const MOST_MENDED = 100;

/** Rows of a block; `broken` as `readCsv` has it. */
export interface CsvBlock {
  rows: CsvRow[];
  broken: number[];
}

export class CsvStream {
  private rest = '';
  /** The line of the file on which `rest` begins. */
  private line = 1;
  private toMend = MOST_MENDED;

  constructor(private readonly delimiter: string) {}

  /** Adds a piece of text, with line breaks as `\n`, and gives the rows that are whole by now. `isLast` ends the table. Never throws. */
  add(text: string, isLast: boolean): CsvBlock {
    this.rest += text;
    const parser = new Papa.Parser({ delimiter: this.delimiter, newline: '\n' });
    const read = parser.parse(this.rest, 0, !isLast) as Papa.ParseResult<string[]>;
    // A row that does not end is read as far as it is there, and what is wrong with it is said.
    const isEndless = read.meta.cursor === 0 && this.rest.length > LONGEST;
    const end = isLast ? this.rest.length : isEndless ? this.rest.lastIndexOf('\n') + 1 || this.rest.length : read.meta.cursor;
    const block = this.rest.slice(0, end);
    this.rest = this.rest.slice(end);
    return read.errors.length > 0 || isEndless ? this.mended(block) : this.sound(read.data);
  }

  private sound(data: readonly string[][]): CsvBlock {
    const rows: CsvRow[] = [];
    for (const given of data) {
      const { line } = this;
      this.line += 1;
      for (const cell of given) this.line += breaksIn(cell);
      const cells = given.map(unguarded);
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
    }
    return { rows, broken: [] };
  }

  private mended(block: string): CsvBlock {
    const from = this.line - 1;
    this.line += breaksIn(block);
    const { rows, broken } = readCsv(block, { delimiter: this.delimiter, mend: this.toMend });
    this.toMend = Math.max(0, this.toMend - broken.length);
    return { rows: rows.map(({ line, cells }) => ({ line: line + from, cells })), broken: broken.map((line) => line + from) };
  }
}
