// A file in a folder that is there whole or not at all.

/** Chromium's; not in every browser. */
type Movable = FileSystemFileHandle & { move?: (name: string) => Promise<void> };

/** Not yet in the types of the DOM that we use. */
type Listed = FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };

/** What a file is called while it is written. */
export const PART = '.part';

/**
 * Writes a stream into the folder under another name, and gives it its own only when it is whole. Gives its size in bytes. Leaves nothing
 * behind when it fails or is cancelled; after a crash a file ending in `.part` stays, see `removeParts`.
 */
export async function writeWhole(
  folder: FileSystemDirectoryHandle,
  name: string,
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
): Promise<number> {
  const part: Movable = await folder.getFileHandle(name + PART, { create: true });
  try {
    await stream.pipeTo(await part.createWritable(), { signal });
    const { size } = await part.getFile();
    if (typeof part.move === 'function') await part.move(name);
    else {
      const whole = await folder.getFileHandle(name, { create: true });
      await (await part.getFile()).stream().pipeTo(await whole.createWritable(), { signal });
      await folder.removeEntry(name + PART);
    }
    return size;
  } catch (error) {
    await remove(folder, name + PART);
    throw error;
  }
}

/** Removes what a crash left behind of files with such names. Nobody else may be writing one. */
export async function removeParts(folder: FileSystemDirectoryHandle, isOurs: (name: string) => boolean): Promise<void> {
  const left: string[] = [];
  for await (const name of (folder as Listed).keys()) if (name.endsWith(PART) && isOurs(name.slice(0, -PART.length))) left.push(name);
  for (const name of left) await remove(folder, name);
}

/** Removes a file; it may be gone already. */
export async function remove(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  await folder.removeEntry(name).catch((error: unknown) => {
    if ((error as { name?: unknown }).name !== 'NotFoundError') throw error;
  });
}
