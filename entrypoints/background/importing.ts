// An import goes on by itself: part after part as long as there are any, and when a new worker starts. Between two parts others get their
// turn, so that popup and panel answer meanwhile.
import { importJob } from '@/lib/db/import-contacts';
import { takeParts } from '@/lib/db/import-take';
import { isTurning, runUndo } from '@/lib/db/undo';
import { Failure } from '@/lib/domain/failure';
import { DATA_TABLES } from '@/lib/domain/tables';
import { codeOf } from '@/lib/messages/serve';
import type { ErrorCode } from '@/lib/messages/protocol';
import { refreshBadge } from './badge';
import { reckoningNow } from './reckon';
import { tellChanged } from './tell';

let running: Promise<void> | null = null;
let failed: ErrorCode | null = null;

/** Why the last import stopped by itself, such as a full disk; asked for again it goes on. Null when it did not. */
export const importFailed = (): ErrorCode | null => failed;

/** Goes on with the import that is on its way, if there is one. Asked while another one is just ending, it is looked at after that. */
export function importOn(): void {
  failed = null;
  const mine = (running ?? Promise.resolve())
    .then(goOn)
    .catch((error: unknown) => {
      failed = codeOf(error);
      // What another screen did meanwhile, such as taking the import back.
      if (error instanceof Failure) failed = null;
      tellChanged('imports');
    })
    .finally(() => {
      if (running === mine) running = null;
    });
  running = mine;
}

/** Fails with `busy` while people of a file go into the book, or out again: what replaces the whole book has to wait. */
export async function whenNoImport(): Promise<void> {
  const job = await importJob();
  if (job?.state === 'taking' || job?.state === 'undoing') throw new Failure('busy');
}

async function goOn(): Promise<void> {
  for (let job = await importJob(); job?.state === 'taking';) {
    const { today } = await reckoningNow();
    job = await takeParts(job.id, today, Date.now());
    if (job.state === 'taken') await importDone();
    await new Promise((later) => setTimeout(later));
  }
  const job = await importJob();
  // Whoever is at it already in this worker brings it to its end.
  if (job?.state !== 'undoing' || job.undo === null || isTurning()) return;
  await runUndo(job.undo, Date.now());
  await importDone();
}

/** All of it is in, or out again: everybody hears of it. */
export async function importDone(): Promise<void> {
  await refreshBadge();
  tellChanged(...DATA_TABLES, 'imports');
}
