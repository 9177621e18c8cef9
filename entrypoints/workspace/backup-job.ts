// The two long jobs of the backup page: everything out as a stream, and a file to the background part by part.
import { backupWriter } from '../../lib/formats/backup-file';
import { backupDecoder, backupReader, type BackupProblem, type ReadPart } from '../../lib/formats/backup-reader';
import { opening, sealing, type SealedHead } from '../../lib/formats/sealed-file';
import type { SealKey } from '../../lib/formats/sealed-key';
import type { Preview, Rejected, Staged } from '../../components/workspace/RestorePreview';
import { ask } from '../../lib/messages/ask';
import type { Answer } from '../../lib/messages/protocol';

/** So much of a file is read at a time. */
const SLICE_BYTES = 1 << 20;
/** More rejected rows than these are counted and not kept: a damaged file may have a million of them. */
const MOST_REJECTED = 1000;

/** How far a job is, in whatever it counts: rows, bytes. */
export type OnProgress = (done: number, of: number) => void;

/** The text of a whole backup as bytes, made part by part as somebody reads it. Progress is told in rows. */
export function backupStream(now: Date, onProgress: OnProgress): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let writer: ReturnType<typeof backupWriter> | null = null;
  let cursor: string | null = null;
  let done = 0;
  let of = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const part: Answer<'backup.part'> = await ask('backup.part', { cursor });
        writer ??= backupWriter(part.schema, now.toISOString());
        of = part.of ?? of;
        controller.enqueue(encoder.encode(writer.rows(part.table, part.rows)));
        done += part.rows.length;
        onProgress(done, Math.max(of, done));
        cursor = part.next;
        if (cursor !== null) return;
        controller.enqueue(encoder.encode(writer.end()));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** The same, packed and sealed: nobody opens it without the passphrase of the key. */
export function sealedStream(plain: ReadableStream<Uint8Array<ArrayBuffer>>, key: SealKey): ReadableStream<Uint8Array<ArrayBuffer>> {
  return plain.pipeThrough(new CompressionStream('gzip')).pipeThrough(sealing(key));
}

/** The plain bytes of a sealed file. Fails with SealError while it is read. */
export function openedStream(file: Blob, head: SealedHead, key: SealKey, onProgress: OnProgress): ReadableStream<Uint8Array> {
  return fileStream(file.slice(head.length), onProgress).pipeThrough(opening(head, key)).pipeThrough(new DecompressionStream('gzip'));
}

/** Reads a stream into a blob piece by piece: a blob may go to the disk, a string could not. Stops with the signal's reason. */
export async function blobOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>, signal: AbortSignal): Promise<Blob> {
  const pieces: Blob[] = [];
  const collect = new WritableStream<Uint8Array<ArrayBuffer>>({ write: (bytes) => void pieces.push(new Blob([bytes])) });
  await stream.pipeTo(collect, { signal });
  return new Blob(pieces, { type: 'application/octet-stream' });
}

/** Gives the browser a file to save. */
export function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The bytes of a file, read as somebody asks for them. Progress is told in bytes. */
export function fileStream(file: Blob, onProgress: OnProgress): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const bytes = await file.slice(at, at + SLICE_BYTES).arrayBuffer();
        at += bytes.byteLength;
        onProgress(at, file.size);
        if (bytes.byteLength > 0) controller.enqueue(new Uint8Array(bytes));
        if (at >= file.size || bytes.byteLength === 0) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * Reads a backup from its bytes, and hands its rows over part by part to be checked and set aside. Leaves nothing behind when the file is
 * no good, or when it is cancelled: then it stops with the signal's reason.
 */
export async function stageBackup(bytes: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<Staged | BackupProblem> {
  const { job, schema } = await ask('restore.begin', {});
  // One part is checked in the background while the next one is read here, and no more: a file may be larger than the memory.
  let onItsWay: Promise<void> = Promise.resolve();
  try {
    signal.throwIfAborted();
    const rejected: Rejected[] = [];
    let rejectedRows = 0;
    let n = 0;
    const file = backupReader({ schema });
    const decode = backupDecoder();
    // Who is in the file and not here: differences name them.
    const names = new Map<string, string>();
    const setAside = async (part: number, { table, first, rows }: ReadPart): Promise<void> => {
      const { bad } = await ask('restore.rows', { job, n: part, table, rows });
      rejectedRows += bad.length;
      for (const { row, fields } of bad) if (rejected.length < MOST_REJECTED) rejected.push({ table, row: first + row, fields });
    };
    const handOver = async (parts: readonly ReadPart[]): Promise<void> => {
      for (const part of parts) {
        await onItsWay;
        signal.throwIfAborted();
        onItsWay = setAside(n++, part);
        // Who fails is heard of when the next part is due.
        onItsWay.catch(() => undefined);
        if (part.table === 'contacts')
          for (const row of part.rows as { id?: string; name?: string }[]) if (row?.id) names.set(row.id, String(row.name));
      }
    };
    const reading = bytes.getReader();
    try {
      for (let next = await reading.read(); !next.done && !file.problem; next = await reading.read()) {
        signal.throwIfAborted();
        await handOver(file.push(decode(next.value)));
      }
    } finally {
      void reading.cancel().catch(() => undefined);
    }
    await handOver(file.push(decode()));
    await handOver(file.end());
    await onItsWay;
    if (file.problem) {
      await ask('restore.drop', { job }).catch(() => undefined);
      return file.problem;
    }
    const preview = await previewOf(job, names, signal);
    return { job, exportedAt: file.exportedAt, rejected, rejectedRows, preview };
  } catch (error) {
    // What is on its way would be set aside after all else was dropped.
    await onItsWay.catch(() => undefined);
    await ask('restore.drop', { job }).catch(() => undefined);
    throw error;
  }
}

/** All that would change, put together from the looks the background takes. Contacts that only the file has are named from it. */
async function previewOf(job: string, names: ReadonlyMap<string, string>, signal: AbortSignal): Promise<Preview> {
  const preview: Preview = { here: {}, file: {}, added: {}, changed: {}, older: {}, differences: [] };
  for (let cursor: Answer<'restore.preview'>['next'] = null, isFirst = true; isFirst || cursor; isFirst = false) {
    const part: Answer<'restore.preview'> = await ask('restore.preview', { job, cursor });
    signal.throwIfAborted();
    for (const tally of ['here', 'file', 'added', 'changed', 'older'] as const)
      for (const [table, rows] of Object.entries(part[tally])) preview[tally][table] = (preview[tally][table] ?? 0) + rows;
    for (const one of part.differences) preview.differences.push({ ...one, name: one.name ?? names.get(one.contact ?? '') ?? null });
    cursor = part.next;
  }
  return preview;
}
