// The automatic backup of a day: into the folder the user picked, whole or not at all; the ones that are too many go only afterwards.
import { isDailyDue, surplusBackups } from '../../lib/domain/backup-rotation';
import type { SealKey } from '../../lib/formats/sealed-key';
import { remove, removeParts, writeWhole } from '../../lib/formats/whole-file';
import { ask } from '../../lib/messages/ask';
import { readKept } from './backup-folder';
import { backupStream, sealedStream } from './backup-job';

/** What became of it. `waits`: the browser wants to be asked for the folder again, which needs a click. */
export type AutoOutcome = 'saved' | 'not due' | 'off' | 'waits';

interface Circumstances {
  folder: FileSystemDirectoryHandle;
  key: SealKey | null;
  now: number;
  zone: string;
  signal: AbortSignal;
}

/** What automatic backups are called, see `saveInto`. */
const AUTOMATIC = /^rapport-\d{4}-\d{2}-\d{2}-\d{6}\.(json|rapport)$/;

/** Of several pages of the extension one writes at a time. */
const LOCK = 'rapport-auto-backup';

/** Saves a backup into the folder now, after one that is being written there. */
export async function saveInto(how: Circumstances): Promise<void> {
  await navigator.locks.request(LOCK, () => write(how));
}

/** Writes a backup, notes it, and removes what a crash left and the automatic ones that are too many. Needs the lock. */
async function write({ folder, key, now, zone, signal }: Circumstances): Promise<void> {
  const at = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 19);
  const name = `rapport-${at.replace('T', '-').replaceAll(':', '')}.${key ? 'rapport' : 'json'}`;
  await removeParts(folder, (other) => AUTOMATIC.test(other));
  const plain = backupStream(new Date(now), () => {});
  await writeWhole(folder, name, key ? sealedStream(plain, key) : plain, signal);
  await ask('backup.saved', { name, where: 'folder', sealed: key !== null });
  const { files } = await ask('backup.list', {});
  const surplus = surplusBackups(
    files.filter(({ where }) => where === 'folder'),
    zone,
  );
  for (const file of surplus) {
    await remove(folder, file.name);
    await ask('backup.removed', { file: file.id });
  }
}

/** Saves the backup of today if it is due and the folder is open to us. Of several pages of the extension one does it. */
export async function saveIfDue(now: number, zone: string, signal: AbortSignal): Promise<AutoOutcome> {
  const { folder, key } = await readKept();
  if (!folder || !(await ask('backup.state', {})).auto) return 'off';
  const outcome = await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock): Promise<AutoOutcome> => {
    if (!lock) return 'not due';
    const { files } = await ask('backup.list', {});
    if (
      !isDailyDue(
        files.filter(({ where }) => where === 'folder'),
        now,
        zone,
      )
    )
      return 'not due';
    if (!(await isOpen(folder))) return 'waits';
    await write({ folder, key: key ?? null, now, zone, signal });
    return 'saved';
  });
  return outcome;
}

/** Chromium's; not in the types of the DOM. */
type Guarded = FileSystemDirectoryHandle &
  Partial<Record<'queryPermission' | 'requestPermission', (how: { mode: 'readwrite' }) => Promise<PermissionState>>>;

/** Whether we may write into the folder, without asking the user. */
export async function isOpen(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const { queryPermission } = folder as Guarded;
  return !queryPermission || (await queryPermission.call(folder, { mode: 'readwrite' })) === 'granted';
}

/** Asks the user for the folder again. Needs a click. */
export async function openAgain(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const { requestPermission } = folder as Guarded;
  return !requestPermission || (await requestPermission.call(folder, { mode: 'readwrite' })) === 'granted';
}
