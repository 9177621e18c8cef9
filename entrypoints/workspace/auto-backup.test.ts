// @vitest-environment happy-dom
import 'temporal-polyfill/global';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Answer } from '../../lib/messages/protocol';
import { saveIfDue } from './auto-backup';
import type { Kept } from './backup-folder';
import { answerWith, asked } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
const kept: { now: Kept } = { now: {} };
vi.mock('./backup-folder', () => ({ readKept: async () => kept.now }));

const NOW = Date.UTC(2026, 2, 18, 12);
const DAY = 86_400_000;
type File = Answer<'backup.list'>['files'][number];
let files: File[];
let disk: Map<string, string>;
let permission: PermissionState;

beforeEach(() => {
  files = [];
  disk = new Map();
  permission = 'granted';
  vi.stubGlobal('navigator', { ...navigator, locks: { request: (_: string, __: object, run: (lock: object) => unknown) => run({}) } });
  kept.now = { folder: folderInMemory() };
  answerWith({
    'backup.state': () => ({ last: null, every: 7, auto: true, due: true }),
    'backup.part': () => ({ table: 'contacts', rows: [{ id: 'a' }], next: null, schema: 1, of: 1 }),
    'backup.list': () => ({ files: [...files].sort((a, b) => b.at - a.at) }),
    'backup.saved': (file) => {
      files.push({ id: `f${files.length}`, at: NOW, ...file });
      return {};
    },
    'backup.removed': ({ file }) => {
      files = files.filter(({ id }) => id !== file);
      return { undo: 'back' };
    },
  });
});

function folderInMemory(): FileSystemDirectoryHandle {
  const handle = (name: string) => ({
    createWritable: async () =>
      new WritableStream<Uint8Array>({ write: (bytes) => void disk.set(name, (disk.get(name) ?? '') + new TextDecoder().decode(bytes)) }),
    getFile: async () => new Blob([disk.get(name) ?? '']),
    move: async (to: string) => void (disk.set(to, disk.get(name)!), disk.delete(name)),
  });
  return {
    queryPermission: async () => permission,
    getFileHandle: async (name: string) => handle(name),
    removeEntry: async (name: string) => void disk.delete(name),
    keys: async function* () {
      yield* disk.keys();
    },
  } as unknown as FileSystemDirectoryHandle;
}
const look = () => saveIfDue(NOW, 'UTC', new AbortController().signal);

it('a copy is saved once a day, under its day and time, in place of what a crash left of one', async () => {
  disk.set('rapport-2026-03-17-120000.json.part', 'x');
  expect(await look()).toBe('saved');
  expect([...disk.keys()]).toEqual(['rapport-2026-03-18-120000.json']);
  expect(JSON.parse([...disk.values()][0]!)).toMatchObject({ counts: { contacts: 1 } });
  expect(await look()).toBe('not due');
});

it('what is too many goes, and only what was saved by itself', async () => {
  for (let n = 1; n <= 40; n += 1) {
    const where = n === 40 ? 'file' : 'folder';
    files.push({ id: `old${n}`, at: NOW - n * DAY, name: `old${n}.json`, where, sealed: false });
    disk.set(`old${n}.json`, 'x');
  }
  await look();
  expect(disk.size).toBe(1 + 6 + 2 + 1);
  expect(disk.has('old40.json')).toBe(true);
  expect(files.map(({ name }) => name).sort()).toEqual([...disk.keys()].sort());
});

it('waits where the browser wants to be asked for the folder, and is off without one', async () => {
  permission = 'prompt';
  expect(await look()).toBe('waits');
  expect(disk.size).toBe(0);
  kept.now = {};
  expect(await look()).toBe('off');
  expect(asked.map(({ name }) => name)).not.toContain('backup.saved');
});
