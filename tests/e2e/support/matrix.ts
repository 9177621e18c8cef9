// What came out of every text in every editor, kept until all are there, and as a table.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** By the kind of text: how many of the drafts took it as they must. */
export type Row = Record<string, { right: number; of: number }>;

/** Rows outlive the worker that measured them: one that fails is ended. The folder is emptied when a run begins. */
const fileOf = (folder: string, editor: string): string => join(folder, 'matrix', `${editor}.json`);

export async function keepRow(folder: string, editor: string, row: Row): Promise<void> {
  await mkdir(join(folder, 'matrix'), { recursive: true });
  await writeFile(fileOf(folder, editor), JSON.stringify(row));
}

/** The row of an editor; an empty one when it was not measured. */
export const rowOf = async (folder: string, editor: string): Promise<Row> =>
  JSON.parse(await readFile(fileOf(folder, editor), 'utf8').catch(() => '{}')) as Row;

/** Laid out as the formatter does it. */
export function tableOf(rows: ReadonlyMap<string, Row>, kinds: readonly string[]): string {
  const cells = (row: Row) => kinds.map((kind) => (row[kind] ? `${row[kind].right}/${row[kind].of}` : '–'));
  const lines = [['Editor', ...kinds], ...[...rows].map(([editor, row]) => [editor, ...cells(row)])];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const drawn = [lines[0]!, widths.map((width) => '-'.repeat(width)), ...lines.slice(1)];
  return drawn.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`).join('\n');
}
