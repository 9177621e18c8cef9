import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from './columns';
import { findLines } from './find-lines';
import { rankOf, searchText, soughtIn } from './search-text';
import { openSheet, type OpenSheet } from './sheet';
import { indexWords } from './word-index';

const text = (units: readonly string[], maxLength: number) => fc.string({ unit: fc.constantFrom(...units), maxLength });
const written = ['a', 'b', 'ab', ' ', ' ', '1', '王', '小', 'É', '-'];
const person = fc.record({ name: text(written, 9), tags: fc.array(text(written, 5), { maxLength: 2 }), company: text(written, 5) });
const line = person.map((one) => searchText({ ...one, words: ['a王b', 'ba'], phones: [], emails: [] }));

const sheetOf = (lines: string[]): OpenSheet => ({
  ...openSheet({ from: '', by: '', many: 0, texts: {} as never, codes: {} as never, numbers: {} as never, byName: new Uint16Array() }),
  many: lines.length,
  texts: { text: lines.join('\n') } as never,
  lines: () => lines,
});

test('who is found by the index, and how well, is who is found by going through the texts', () => {
  const query = text([...written, 'wang', 'xiao', 'x'], 8);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), query, (lines, words) => {
      const sought = soughtIn(words);
      if (!sought) return;
      const plain = sheetOf(lines);
      const found = (sheet: OpenSheet) => {
        const { rows, ranks } = findLines(columnsOf([sheet]), sought);
        return new Map([...rows].map((row, i) => [row, ranks[i]] as const));
      };
      const right = new Map(lines.flatMap((one, row) => ((rank) => (rank === null ? [] : [[row, rank] as const]))(rankOf(one, sought))));
      expect(found(plain)).toEqual(right);
      expect(found({ ...plain, index: indexWords(lines) })).toEqual(found(plain));
    }),
    { numRuns: 2000 },
  );
});
