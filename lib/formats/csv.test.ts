import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, writeCsv } from './csv';

const cellsOf = (text: string, options?: Parameters<typeof readCsv>[1]) => readCsv(text, options).rows.map(({ cells }) => cells);

describe('a table is read', () => {
  test('with quotation marks, commas and line breaks inside cells, and the line on which each row begins', () => {
    expect(readCsv('title,body\r\n"Price","It is 5,\r\nreally ""5"""\r\n\r\nHours,9-5\r\n')).toEqual({
      delimiter: ',',
      rows: [
        { line: 1, cells: ['title', 'body'] },
        { line: 2, cells: ['Price', 'It is 5,\nreally "5"'] },
        { line: 5, cells: ['Hours', '9-5'] },
      ],
      broken: [],
      more: false,
    });
  });

  test.each([
    ['commas', 'a,b,c\n1,2,3\n', ','],
    ['tabs', 'a\tb\tc\n1\t2, or 3\t3\n', '\t'],
    ['semicolons', 'a;b;c\n1;2,5;3\n', ';'],
    ['commas, and semicolons inside quotation marks', '"a","b","c"\n";","x; y",";;"\n', ','],
    ['upright bars', 'a|b|c\n1|2|3\n', '|'],
  ])('with %s between cells, found by themselves', (_, text, delimiter) => {
    expect(readCsv(text).delimiter).toBe(delimiter);
    expect(cellsOf(text)[0]).toEqual(['a', 'b', 'c']);
  });

  test('with the delimiter that its first line names, which is no row', () => {
    expect(readCsv('sep=;\r\na;b\r\n').rows).toEqual([{ line: 2, cells: ['a', 'b'] }]);
  });

  test('with line breaks of an old Mac, and of several kinds at once', () => {
    expect(cellsOf('a,b\rc,d\r')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(readCsv('a,b\r\nc,"d\re"\nf,g').rows.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  test('naming the lines whose quotation marks are wrong', () => {
    expect(readCsv('a,b\n"x"y,z\nc,d\n').broken).toEqual([2]);
    const open = readCsv('a,b\nc,"never closed\nd,"e\nf"\ng,h\n');
    expect(open.broken).toEqual([2]);
    // What follows is not swallowed.
    expect(open.rows.slice(1)).toEqual([
      { line: 2, cells: ['c', 'never closed'] },
      { line: 3, cells: ['d', 'e\nf'] },
      { line: 5, cells: ['g', 'h'] },
    ]);
  });

  test('up to as many rows as are wanted, saying that there are more', () => {
    expect(readCsv('a\nb\n\nc\n', { delimiter: ',', most: 2 })).toMatchObject({ rows: [{ line: 1 }, { line: 2 }], more: true });
    expect(readCsv('a\nb\n\n\n', { delimiter: ',', most: 2 }).more).toBe(false);
  });
});

describe('a table is written', () => {
  test('so that no cell begins like a formula', () => {
    const cells = ['=1+1', '+49 170 1', '-5', '@SUM(A1)', '\tx', '＝1', "'=1", "''-1", "'tis", 'a=b'];
    const text = writeCsv([cells]);
    for (const cell of text.trim().slice(1, -1).split('","')) expect(cell).not.toMatch(/^[=+\-@\t＝＋－＠]/);
    expect(text).toContain(`"'+49 170 1"`);
    expect(cellsOf(text)).toEqual([cells]);
  });

  test('and read back the same, whatever it holds', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({ unit: fc.constantFrom('"', ',', '\n', "'", '=', '+', '-', '@', ';', '\t', ' ', 'a', '，'), maxLength: 12 }),
    );
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom(',', '\t', ';'), (rows, delimiter) => {
        const plain = rows.map((cells) => cells.map((one) => one.replace(/\r\n?/g, '\n')));
        const kept = plain.filter((cells) => cells.some((one) => one.trim() !== ''));
        expect(cellsOf(writeCsv(plain, delimiter), { delimiter })).toEqual(kept);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});

test('No input makes it throw or take long', () => {
  const hostile = ['"a"b', '"\n', '",', '"a"\t"b\n', 'a,'].map((piece) => piece.repeat(20_000));
  for (const text of hostile) {
    const start = performance.now();
    readCsv(text, { most: 5000 });
    expect(performance.now() - start, text.slice(0, 8)).toBeLessThan(5000);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { rows } = readCsv(text);
      let line = 0;
      for (const row of rows) {
        expect(row.line).toBeGreaterThan(line);
        line = row.line;
      }
    }),
    { seed: 5, numRuns: 2000 },
  );
});
