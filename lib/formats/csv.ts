// Tables as text, CSV and TSV: in from anybody's spreadsheet, out so that no spreadsheet takes a cell for a formula.
import Papa from 'papaparse';

export interface CsvRow {
  /** The line of the file on which the row begins, from 1: a cell may hold line breaks. */
  line: number;
  cells: string[];
}

/**
 * What a file holds. Rows without any text are left out; rows may have different numbers of cells. `broken` are lines of rows with a
 * quotation mark that is not closed, or is followed by more text: their cells may be wrong. `more` is true when rows were left behind.
 */
export interface Csv {
  delimiter: string;
  rows: CsvRow[];
  broken: number[];
  more: boolean;
}

/** What is tried, in this order, where the file does not say. */
const DELIMITERS = [',', '\t', ';', '|'];
/** So many characters are looked at to find it. */
const LOOKED_AT = 60_000;
/** Behind so many broken rows reading begins anew with the next line: each time takes long in a hostile file. */
const MOST_MENDED = 50;
/** So many broken rows are named. */
const MOST_BROKEN = 1000;

/**
 * Reads a table. Line breaks of all kinds become `\n`; a guard against formulas (see `writeCsv`) is taken off. The delimiter is found, or
 * said by a first line `sep=;`, or given. At most `most` rows with text are read. Behind `mend` broken rows
 * (some fifty where nothing is said) reading goes on as the quotation marks say. Never throws.
 */
export function readCsv(text: string, options: { delimiter?: string; most?: number; mend?: number } = {}): Csv {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const said = /^sep=(.)\n/i.exec(plain);
  const delimiter = options.delimiter ?? said?.[1] ?? delimiterOf(plain);
  const rows: CsvRow[] = [];
  const broken: number[] = [];
  let rest = said ? plain.slice(said[0].length) : plain;
  let line = said ? 2 : 1;
  for (let more = false, torn = true; torn;) {
    const from = line;
    torn = false;
    Papa.parse<string[]>(rest, {
      delimiter,
      newline: '\n',
      // Left out below: lines are counted by rows.
      skipEmptyLines: false,
      step: ({ data, errors }, parser) => {
        if (errors.some(({ type }) => type === 'Quotes')) {
          torn = broken.length < (options.mend ?? MOST_MENDED);
          if (broken.length < MOST_BROKEN) broken.push(line);
        }
        const cells = data.map((cell) => unguarded(torn ? cell.split('\n', 1)[0]! : cell));
        if (cells.some((cell) => cell.trim() !== '')) {
          if (rows.length >= (options.most ?? Infinity)) more = true;
          else rows.push({ line, cells });
        }
        if (more || torn) parser.abort();
        line += torn ? 1 : 1 + data.reduce((sum, cell) => sum + breaksIn(cell), 0);
      },
    });
    if (more) return { delimiter, rows, broken, more };
    // A quotation that does not end takes all that follows into its cell: the next line is read as a row again.
    if (torn) rest = fromLine(rest, line - from);
  }
  return { delimiter, rows, broken, more: false };
}

/** The text behind so many line breaks. */
function fromLine(text: string, breaks: number): string {
  let at = 0;
  for (let i = 0; i < breaks; i++) {
    at = text.indexOf('\n', at) + 1;
    if (at === 0) return '';
  }
  return text.slice(at);
}

/** The one that leaves the fewest quotation marks astray and divides the most rows into the same number of cells. */
function delimiterOf(text: string): string {
  const start = text.slice(0, LOOKED_AT);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const { data, errors } = Papa.parse<string[]>(start, { delimiter, newline: '\n', preview: 30, skipEmptyLines: 'greedy' });
    const widths = new Map<number, number>();
    for (const { length } of data) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
    const same = Math.max(0, ...widths.values()) / Math.max(1, data.length);
    const astray = errors.filter(({ code }) => code === 'InvalidQuotes').length / Math.max(1, data.length);
    const score = same - astray;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/**
 * Writes a table, each cell in quotation marks, rows ended by CR LF as RFC 4180 has them. A cell that a spreadsheet could take for a formula
 * gets an apostrophe in front of it, which `readCsv` takes off again. Whatever is written is read back the same, but for line
 * breaks inside cells, which all become `\n`.
 */
export function writeCsv(rows: readonly (readonly string[])[], delimiter = ','): string {
  const quoted = (cell: string) => `"${guarded(cell).replaceAll('"', '""')}"`;
  return rows.map((cells) => cells.map(quoted).join(delimiter) + '\r\n').join('');
}

/** What begins a formula, the full-width signs too, which some spreadsheets fold; behind apostrophes, so that a guard is told from a cell's own. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
/** A cell without the guard that `writeCsv` gave it. */
export const unguarded = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

/** How many line breaks a text holds. */
export function breaksIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}
