// Automatic backups among the browser's downloads, for who cannot or will not give a folder. Needs the permission `downloads`.
import browser, { type Downloads } from 'webextension-polyfill';

/** In a folder of their own below that of the downloads. */
const FOLDER = 'Rapport';

/** Asks the user for it. Needs a click. */
export const allowDownloads = (): Promise<boolean> => browser.permissions.request({ permissions: ['downloads'] });

/** Whether we may, without asking the user. */
export const mayDownload = (): Promise<boolean> => browser.permissions.contains({ permissions: ['downloads'] });

/** Saves a file there. Gives the name that it got: the browser takes another when there is one already. Fails when it was not saved whole. */
export async function saveToDownloads(blob: Blob, name: string, signal: AbortSignal): Promise<string> {
  const url = URL.createObjectURL(blob);
  try {
    const id = await browser.downloads.download({ url, filename: `${FOLDER}/${name}`, conflictAction: 'uniquify', saveAs: false });
    const item = await ended(id, signal);
    if (item?.state !== 'complete') throw new Error(`${name}: ${item?.error ?? 'gone'}`);
    return item.filename.split(/[\\/]/).at(-1) ?? name;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Waits for the end of a download. Undefined when the user has struck it off the browser's list. */
async function ended(id: number, signal: AbortSignal): Promise<Downloads.DownloadItem | undefined> {
  for (;;) {
    const [item] = await browser.downloads.search({ id });
    if (item?.state !== 'in_progress') return item;
    if (signal.aborted) {
      await browser.downloads.cancel(id);
      signal.throwIfAborted();
    }
    await new Promise((later) => setTimeout(later, 100));
  }
}

/**
 * Removes a file that was saved there. Only one that the browser itself knows to be ours is touched: what it has forgotten stays where it is.
 * Gives whether the file is gone.
 */
export async function removeFromDownloads(name: string): Promise<boolean> {
  const items = (await browser.downloads.search({})).filter(
    ({ byExtensionId, filename }) =>
      byExtensionId === browser.runtime.id && filename.split(/[\\/]/).slice(-2).join('/') === `${FOLDER}/${name}`,
  );
  for (const { id, exists } of items) {
    if (exists) await browser.downloads.removeFile(id);
    await browser.downloads.erase({ id });
  }
  return items.length > 0;
}
