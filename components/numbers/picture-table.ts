// The table behind a picture: what it shows in numbers, for reading, for the keyboard, and as a file.
import { intervalOf, type Rate } from '../../lib/domain/numbers/interval';
import { t } from '../../lib/words/words';
import { rateInWords } from './number-words';

/** A text, a number, or so many of so many; null is unknown. */
export type Cell = string | number | Rate | null;

export interface Column {
  name: string;
  /** Numbers and rates stand to the right; a rate becomes four columns of a file. */
  kind: 'text' | 'number' | 'rate';
  /** Of contacts, sources or replies by the rep's own words: hidden with names and notes. */
  isPrivate?: boolean;
}

export interface PictureTable {
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}

const isRate = (cell: Cell): cell is Rate => typeof cell === 'object' && cell !== null;

/** A cell as it is read. */
export function cellInWords(cell: Cell): string {
  if (cell === null) return t('common_unknown');
  return isRate(cell) ? rateInWords(cell) : String(cell);
}

/** The rows of a file, names first. What is unknown is empty there. */
export function rowsOfFile({ columns, rows }: PictureTable): string[][] {
  const names = columns.flatMap(({ name, kind }) =>
    kind === 'rate' ? [name, t('num_csv_of', name), t('num_csv_low', name), t('num_csv_high', name)] : [name],
  );
  const percent = (share: number): string => (share * 100).toFixed(1);
  const cells = (cell: Cell, { kind }: Column): string[] => {
    if (kind !== 'rate') return [cell === null || isRate(cell) ? '' : String(cell)];
    const interval = isRate(cell) ? intervalOf(cell) : null;
    return interval ? [String(interval.yes), String(interval.of), percent(interval.low), percent(interval.high)] : ['', '', '', ''];
  };
  return [names, ...rows.map((row) => row.flatMap((cell, i) => cells(cell, columns[i]!)))];
}
