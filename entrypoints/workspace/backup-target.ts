// The two places where automatic backups can go, as one thing: a folder that the user picked, or the browser's downloads.
import type { Answer } from '../../lib/messages/protocol';
import { remove, removeParts, writeWhole } from '../../lib/formats/whole-file';
import { mayDownload, removeFromDownloads, saveToDownloads } from './backup-downloads';
import type { Kept } from './backup-folder';
import { blobOf } from './backup-job';

type Where = Exclude<Answer<'backup.list'>['files'][number]['where'], 'file'>;

export interface Target {
  where: Where;
  /** Whether we may write there, without asking the user. */
  isOpen: () => Promise<boolean>;
  /** Writes a file, whole or not at all. Gives the name that it got. */
  write: (name: string, stream: ReadableStream<Uint8Array<ArrayBuffer>>, signal: AbortSignal) => Promise<string>;
  /** Removes a file that was written before. Gives whether it is gone. */
  remove: (name: string) => Promise<boolean>;
  /** Removes what a crash left behind of such files. */
  tidy: () => Promise<void>;
}

/** What automatic backups are called, see `auto-backup.ts`. */
const AUTOMATIC = /^rapport-\d{4}-\d{2}-\d{2}-\d{6}\.(json|rapport)$/;

/** Chromium's; not in the types of the DOM. */
type Guarded = FileSystemDirectoryHandle &
  Partial<Record<'queryPermission' | 'requestPermission', (how: { mode: 'readwrite' }) => Promise<PermissionState>>>;

/** Where the user wants them; null when nowhere was chosen. */
export function targetOf({ folder, downloads }: Kept): Target | null {
  return folder ? inFolder(folder) : downloads ? inDownloads : null;
}

export function inFolder(folder: FileSystemDirectoryHandle): Target {
  return {
    where: 'folder',
    isOpen: async () => {
      const { queryPermission } = folder as Guarded;
      return !queryPermission || (await queryPermission.call(folder, { mode: 'readwrite' })) === 'granted';
    },
    write: async (name, stream, signal) => {
      await writeWhole(folder, name, stream, signal);
      return name;
    },
    remove: async (name) => {
      await remove(folder, name);
      return true;
    },
    tidy: () => removeParts(folder, (name) => AUTOMATIC.test(name)),
  };
}

export const inDownloads: Target = {
  where: 'downloads',
  isOpen: mayDownload,
  write: async (name, stream, signal) => saveToDownloads(await blobOf(stream, signal), name, signal),
  remove: removeFromDownloads,
  // The browser tidies up after itself.
  tidy: () => Promise.resolve(),
};

/** Asks the user for the folder again. Needs a click. */
export async function openAgain(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const { requestPermission } = folder as Guarded;
  return !requestPermission || (await requestPermission.call(folder, { mode: 'readwrite' })) === 'granted';
}
