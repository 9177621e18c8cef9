// The automatic backup of a day: where the user wants it, whole or not at all; the ones that are too many go only afterwards.
import { isDailyDue, surplusBackups } from '../../lib/domain/backup-rotation';
import type { SealKey } from '../../lib/formats/sealed-key';
import { ask } from '../../lib/messages/ask';
import { readKept } from './backup-folder';
import { backupStream, sealedStream } from './backup-job';
import { targetOf, type Target } from './backup-target';

/** What became of it. `waits`: the browser wants to be asked for the place again, which needs a click. */
export type AutoOutcome = 'saved' | 'not due' | 'off' | 'waits';

interface Circumstances {
  target: Target;
  key: SealKey | null;
  now: number;
  zone: string;
  signal: AbortSignal;
}

/** Of several pages of the extension one writes at a time. */
const LOCK = 'rapport-auto-backup';

/** Saves a backup now, after one that is being written. */
export async function saveInto(how: Circumstances): Promise<void> {
  await navigator.locks.request(LOCK, () => write(how));
}

/** Writes a backup, notes it, and removes what a crash left and the automatic ones that are too many. Needs the lock. */
async function write({ target, key, now, zone, signal }: Circumstances): Promise<void> {
  const at = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 19);
  const wanted = `rapport-${at.replace('T', '-').replaceAll(':', '')}.${key ? 'rapport' : 'json'}`;
  await target.tidy();
  const plain = backupStream(new Date(now), () => {});
  const name = await target.write(wanted, key ? sealedStream(plain, key) : plain, signal);
  await ask('backup.saved', { name, where: target.where, sealed: key !== null });
  // What was saved by hand, or elsewhere before, is none of ours to remove.
  for (const file of surplusBackups(await savedTo(target), zone))
    if (await target.remove(file.name)) await ask('backup.removed', { file: file.id });
}

const savedTo = async ({ where }: Target) => (await ask('backup.list', {})).files.filter((file) => file.where === where);

/** Saves the backup of today if it is due and the place is open to us. Of several pages of the extension one does it. */
export async function saveIfDue(now: number, zone: string, signal: AbortSignal): Promise<AutoOutcome> {
  const kept = await readKept();
  const target = targetOf(kept);
  if (!target || !(await ask('backup.state', {})).auto) return 'off';
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock): Promise<AutoOutcome> => {
    if (!lock || !isDailyDue(await savedTo(target), now, zone)) return 'not due';
    if (!(await target.isOpen())) return 'waits';
    await write({ target, key: kept.key ?? null, now, zone, signal });
    return 'saved';
  });
}
