// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { removeFromDownloads, saveToDownloads } from './backup-downloads';

interface Item {
  id: number;
  filename: string;
  state: 'in_progress' | 'complete' | 'interrupted';
  exists: boolean;
  byExtensionId?: string;
  error?: string;
}
const own = 'rapport';
const list: Item[] = [];
const disk = new Set<string>();
/** What becomes of the next download. */
let fate: Item['state'] = 'complete';

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { id: 'rapport' },
    downloads: {
      download: ({ filename }: { filename: string }) => {
        const path = disk.has(`/home/li/${filename}`) ? `/home/li/${filename.replace('.json', ' (1).json')}` : `/home/li/${filename}`;
        const item: Item = { id: list.length + 1, filename: path, state: 'in_progress', exists: false, byExtensionId: 'rapport' };
        list.push(item);
        setTimeout(() => {
          item.state = fate;
          item.exists = fate === 'complete';
          if (item.exists) disk.add(path);
        }, 20);
        return Promise.resolve(item.id);
      },
      search: ({ id }: { id?: number }) => Promise.resolve(list.filter((item) => id === undefined || item.id === id)),
      cancel: (id: number) => Promise.resolve(void (list.find((item) => item.id === id)!.state = 'interrupted')),
      removeFile: (id: number) => Promise.resolve(void disk.delete(list.find((item) => item.id === id)!.filename)),
      erase: ({ id }: { id: number }) =>
        Promise.resolve(
          void list.splice(
            list.findIndex((item) => item.id === id),
            1,
          ),
        ),
    },
  },
}));

beforeEach(() => {
  list.length = 0;
  disk.clear();
  fate = 'complete';
  vi.stubGlobal('URL', { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined });
});
const save = (signal = new AbortController().signal) => saveToDownloads(new Blob(['{}']), 'a.json', signal);

it('a copy goes into a folder of its own, and is known by the name that the browser gave it', async () => {
  expect(await save()).toBe('a.json');
  expect(await save()).toBe('a (1).json');
  expect([...disk]).toEqual(['/home/li/Rapport/a.json', '/home/li/Rapport/a (1).json']);
});

it('one that was not saved whole is none', async () => {
  fate = 'interrupted';
  await expect(save()).rejects.toThrow('a.json');
  const stop = new AbortController();
  const saving = save(stop.signal);
  stop.abort();
  await expect(saving).rejects.toThrow();
  expect(disk.size).toBe(0);
});

it('only what we saved ourselves is ever removed', async () => {
  await save();
  const strange = (filename: string, byExtensionId?: string): void => {
    disk.add(filename);
    list.push({ id: 99, filename, state: 'complete', exists: true, ...(byExtensionId ? { byExtensionId } : {}) });
  };
  strange('/home/li/Rapport/b.json', 'another');
  expect(await removeFromDownloads('b.json')).toBe(false);
  list.pop();
  strange('/home/li/b.json', own);
  expect(await removeFromDownloads('b.json')).toBe(false);
  list.pop();
  expect(await removeFromDownloads('never.json')).toBe(false);
  expect(await removeFromDownloads('a.json')).toBe(true);
  expect([...disk]).toEqual(['/home/li/Rapport/b.json', '/home/li/b.json']);
});
