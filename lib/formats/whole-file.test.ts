import { describe, expect, it } from 'vitest';
import { PART, remove, removeParts, writeWhole } from './whole-file';

/** A folder in memory, as far as it is used. With `canMove` its files can be renamed, as Chromium's can. */
function makeFolder(canMove: boolean) {
  const files = new Map<string, Uint8Array>();
  const handle = (name: string) => ({
    createWritable: async () => {
      const written: Uint8Array[] = [];
      return new WritableStream<Uint8Array>({
        write: (bytes) => void written.push(bytes),
        close: () => void files.set(name, new Uint8Array(Buffer.concat(written))),
      });
    },
    getFile: async () => new Blob([files.get(name)!.slice()]),
    ...(canMove && {
      move: async (to: string) => {
        files.set(to, files.get(name)!);
        files.delete(name);
      },
    }),
  });
  const folder = {
    getFileHandle: async (name: string) => {
      if (!files.has(name)) files.set(name, new Uint8Array());
      return handle(name);
    },
    keys: async function* () {
      yield* files.keys();
    },
    removeEntry: async (name: string) => {
      if (!files.delete(name)) throw Object.assign(new Error(name), { name: 'NotFoundError' });
    },
  };
  return { files, folder: folder as unknown as FileSystemDirectoryHandle };
}
const streamOf = (pieces: (string | Error)[]) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const next = pieces.shift();
      if (next === undefined) controller.close();
      else if (typeof next === 'string') controller.enqueue(new TextEncoder().encode(next));
      else controller.error(next);
    },
  });
const { signal } = new AbortController();

describe.each([true, false])('a file that is written whole (the browser can rename: %s)', (canMove) => {
  it('stands there under its own name alone', async () => {
    const { files, folder } = makeFolder(canMove);
    expect(await writeWhole(folder, 'b.json', streamOf(['ab', 'c']), signal)).toBe(3);
    expect([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([['b.json', 'abc']]);
  });

  it('leaves nothing when it fails or is stopped, and the one from before as it was', async () => {
    const { files, folder } = makeFolder(canMove);
    await writeWhole(folder, 'b.json', streamOf(['old']), signal);
    await expect(writeWhole(folder, 'b.json', streamOf(['new', new Error('broken')]), signal)).rejects.toThrow('broken');
    const stop = new AbortController();
    stop.abort();
    await expect(writeWhole(folder, 'b.json', streamOf(['new']), stop.signal)).rejects.toThrow();
    expect([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([['b.json', 'old']]);
    expect([...files.keys()].some((name) => name.endsWith(PART))).toBe(false);
  });

  it('may be gone already when it is removed', async () => remove(makeFolder(canMove).folder, 'never there'));
});

it('what a crash left behind is swept up, and nothing of anybody else', async () => {
  const { files, folder } = makeFolder(true);
  for (const name of ['ours-1.json.part', 'ours-2.json', 'ours-2.json.partly', 'theirs.json.part']) files.set(name, new Uint8Array());
  await removeParts(folder, (name) => name.startsWith('ours'));
  expect([...files.keys()]).toEqual(['ours-2.json', 'ours-2.json.partly', 'theirs.json.part']);
});
