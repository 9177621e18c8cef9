import { expect, it, vi } from 'vitest';
import { fromScreen, startAnew } from '../../tests/support/background';

vi.mock('webextension-polyfill', () => import('../../tests/support/browser'));

it('a backup that is struck off the list comes back with its day; a second time there is nothing to strike off', async () => {
  await startAnew();
  await fromScreen('backup.saved', { name: 'rapport-2026-03-01-090000.json', where: 'downloads', sealed: true });
  const { files } = await fromScreen('backup.list', {});
  const { undo } = await fromScreen('backup.removed', { file: files[0]!.id });
  expect((await fromScreen('backup.list', {})).files).toEqual([]);
  expect((await fromScreen('backup.removed', { file: files[0]!.id })).undo).toBe(null);
  await fromScreen('undo.run', { undo: undo! });
  expect((await fromScreen('backup.list', {})).files).toEqual(files);
  vi.useRealTimers();
});
