// The two long jobs of the backup page: collecting the file, and handing a file to the background.
import { backupWriter, decodeBackup, partsOf, readBackup, type BackupProblem } from '../../lib/formats/backup-file';
import type { Rejected, Staged } from '../../components/workspace/RestorePreview';
import { ask } from '../../lib/messages/ask';
import type { Answer } from '../../lib/messages/protocol';

/** A part has to stay under the 1 MB and 2,000 rows that one message may carry; one character can take four bytes. */
const MOST_ROWS = 2000;
const MOST_CHARACTERS = 240_000;

/** Rows so far, by table. */
export type Tally = Record<string, number>;

/** Collects the whole backup. Stops with the signal's reason when it is cancelled. */
export async function collectBackup(now: Date, signal: AbortSignal, onProgress: (tally: Tally) => void): Promise<Blob> {
  const pieces: Blob[] = [];
  const tally: Tally = {};
  let writer: ReturnType<typeof backupWriter> | null = null;
  let cursor: string | null = null;
  do {
    const part: Answer<'backup.part'> = await ask('backup.part', { cursor });
    signal.throwIfAborted();
    writer ??= backupWriter(part.schema, now.toISOString());
    // A blob may go to the disk; a string could not.
    pieces.push(new Blob([writer.rows(part.table, part.rows)]));
    tally[part.table] = (tally[part.table] ?? 0) + part.rows.length;
    onProgress({ ...tally });
    cursor = part.next;
  } while (cursor !== null);
  return new Blob([...pieces, writer.end()], { type: 'application/json' });
}

/** Gives the browser a file to save. */
export function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Reads a file, checks it, and hands its rows over part by part. Leaves nothing behind when it fails or is cancelled. */
export async function stageBackup(
  file: File,
  signal: AbortSignal,
  onProgress: (done: number, of: number) => void,
): Promise<Staged | BackupProblem> {
  const text = decodeBackup(new Uint8Array(await file.arrayBuffer()));
  const { schema } = await ask('backup.part', { cursor: null });
  signal.throwIfAborted();
  const read = readBackup(text, { schema });
  if (!read.ok) return read.problem;
  const { job } = await ask('restore.begin', {});
  try {
    const rejected: Rejected[] = [];
    let done = 0;
    for (const { name, rows } of read.tables) {
      let first = 1;
      for (const part of partsOf(rows, MOST_ROWS, MOST_CHARACTERS)) {
        signal.throwIfAborted();
        const { bad } = await ask('restore.rows', { job, table: name, rows: part });
        for (const { row, why } of bad) rejected.push({ table: name, row: first + row, why });
        first += part.length;
        done += part.length;
        onProgress(done, read.rows);
      }
    }
    const preview = await ask('restore.preview', { job });
    signal.throwIfAborted();
    return { job, exportedAt: read.exportedAt, rejected, preview };
  } catch (error) {
    await ask('restore.drop', { job }).catch(() => undefined);
    throw error;
  }
}
