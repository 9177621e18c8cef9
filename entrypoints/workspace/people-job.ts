// The long jobs of the page of imports: a file looked at, a chat read, and a file of people read to the background part by part; rejected rows as a file.
import type { ImportChoices } from '../../lib/domain/import/person';
import type { Given } from '../../lib/formats/contacts';
import type { Chat, ChatOrder } from '../../lib/formats/contacts/chat-export';
import type { Looked, ReadPeople } from '../../lib/formats/contacts/incoming';
import type { Encoding } from '../../lib/formats/text-file';
import { writeCsv } from '../../lib/formats/csv';
import { ask } from '../../lib/messages/ask';
import type { Answer } from '../../lib/messages/protocol';
import { tell } from '../../lib/words/said';
import { t } from '../../lib/words/words';
import { openReader, ReadError } from './people-reader';

/** How a file is read again when its reading was stopped, as it is kept with the import. */
export interface Reading {
  how: ReadPeople;
  role: string;
}

/** What a file is. Never fails but with the signal's reason. */
export async function look(file: File, given: Given, signal: AbortSignal): Promise<Looked> {
  const reader = openReader();
  try {
    reader.say({ ask: 'look', file, given });
    const answer = await reader.heard(signal);
    return 'looked' in answer ? answer.looked : { ok: false, problem: 'gone' };
  } finally {
    reader.close();
  }
}

/** The SHA-256 of a file. Fails with a ReadError. */
async function hashOf(file: File, signal: AbortSignal): Promise<string> {
  const reader = openReader();
  try {
    reader.say({ ask: 'hash', file });
    const answer = await reader.heard(signal);
    if ('hash' in answer) return answer.hash;
    throw new ReadError('gone');
  } finally {
    reader.close();
  }
}

/** Who wrote when in a chat, and by what its file is known again. Fails with a ReadError; stops with the signal's reason. */
export async function chatIn(
  file: File,
  how: { encoding: Encoding; today: string; order?: ChatOrder },
  signal: AbortSignal,
): Promise<{ chat: Chat; hash: string }> {
  const reader = openReader();
  try {
    reader.say({ ask: 'chat', file, ...how });
    const answer = await reader.heard(signal);
    if ('problem' in answer) throw new ReadError(answer.problem);
    if (!('chat' in answer)) throw new ReadError('foreign');
    return { chat: answer.chat, hash: await hashOf(file, signal) };
  } finally {
    reader.close();
  }
}

/** Whether this is the file that an import was begun with. */
export async function isFileOf(
  file: File,
  { file: { size, hash } }: { file: { size: number; hash: string } },
  signal: AbortSignal,
): Promise<boolean> {
  return file.size === size && (await hashOf(file, signal)) === hash;
}

/** Opens an import of a file and reads it in. Leaves nothing behind when it fails; stops with the signal's reason. */
export async function stageFile(
  file: File,
  reading: Reading,
  choices: ImportChoices,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<void> {
  const hash = await hashOf(file, signal);
  const { job } = await ask('import.begin', {
    ...{ file: { name: file.name.slice(0, 200), size: file.size, hash }, choices },
    how: JSON.stringify(reading),
  });
  try {
    await goOn(job, 0, file, reading, choices, signal, onProgress);
  } catch (error) {
    await ask('import.drop', { job }).catch(() => undefined);
    throw error;
  }
}

/** Reads the parts of a file from part `from` on; those before are there. */
export async function goOn(
  job: string,
  from: number,
  file: File,
  { how, role }: Reading,
  { keys }: ImportChoices,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<void> {
  const reader = openReader();
  try {
    reader.say({ ask: 'read', file, how, keys, role });
    // The next part is made while this one is written.
    for (let n = 0, isLast = false; !isLast; n += 1) {
      const answer = await reader.heard(signal);
      if ('problem' in answer) throw new ReadError(answer.problem);
      if (!('part' in answer)) throw new ReadError('foreign');
      reader.say({ ask: 'next' });
      const { at, ...part } = answer.part;
      ({ isLast } = part);
      if (n >= from) await ask('import.rows', { job, n, ...part });
      signal.throwIfAborted();
      onProgress(at.bytes);
    }
  } finally {
    reader.close();
  }
}

/** The rows of an import that stayed out, with the reason, as a table for a spreadsheet. */
export async function rejectedFile(job: string, today: string): Promise<Blob> {
  const pieces = ['\ufeff', writeCsv([[t('intake_row'), t('intake_why'), t('intake_cells')]])];
  let after: number | null = -1;
  while (after !== null) {
    const { rejected, next }: Answer<'import.rejected'> = await ask('import.rejected', { job, after });
    pieces.push(writeCsv(rejected.map(({ row, why, cells }) => [String(row), tell(why, today), ...cells])));
    after = next;
  }
  return new Blob(pieces, { type: 'text/csv;charset=utf-8' });
}
