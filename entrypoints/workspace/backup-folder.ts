// Where automatic backups go, and the key that seals them. Folder and key are objects that only the browser can keep, so they cannot pass
// through a message to the background: a database of their own holds these things and nothing of the user's data. Background never opens it.
import type { SealKey } from '../../lib/formats/sealed-key';

const NAME = 'rapport-backup-folder';

/** The folder the user picked, or the browser's downloads; and the key when the backups are to be sealed. */
export interface Kept {
  folder?: FileSystemDirectoryHandle;
  downloads?: true;
  key?: SealKey;
}

async function kept<T>(mode: IDBTransactionMode, run: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error(NAME));
  });
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction('kept', mode);
      const request = run(transaction.objectStore('kept'));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error(NAME));
    });
  } finally {
    database.close();
  }
}

export async function readKept(): Promise<Kept> {
  const [folder, downloads, key] = await Promise.all([
    kept('readonly', (store) => store.get('folder') as IDBRequest<FileSystemDirectoryHandle | undefined>),
    kept('readonly', (store) => store.get('downloads') as IDBRequest<true | undefined>),
    kept('readonly', (store) => store.get('key') as IDBRequest<SealKey | undefined>),
  ]);
  return { ...(folder ? { folder } : {}), ...(downloads ? { downloads } : {}), ...(key ? { key } : {}) };
}

/** Keeps one of them; undefined forgets it. */
export async function keep<K extends keyof Kept>(what: K, value: Kept[K]): Promise<void> {
  await kept<unknown>('readwrite', (store) => (value === undefined ? store.delete(what) : store.put(value, what)) as IDBRequest<unknown>);
}
