// The words of a sheet, as they are stored beside it: whoever searches has them at once, and whoever does not never reads them.
import type { Sheet } from './sheet';
import type { WordIndex } from './word-index';

export interface SheetWords extends WordIndex {
  from: string;
  many: number;
}

/** What is stored of the index of a sheet. */
export const sheetWordsOf = ({ from, many }: Pick<Sheet, 'from' | 'many'>, index: WordIndex): SheetWords => ({ from, many, ...index });
