import { expect, test, vi } from 'vitest';
import { importOn } from './importing';
import { isTurning, runUndo } from '@/lib/db/undo';

vi.mock('webextension-polyfill', () => import('@/tests/support/browser'));
vi.mock('@/lib/db/import-contacts', () => ({ importJob: () => Promise.resolve({ state: 'undoing', undo: 'u' }) }));
vi.mock('@/lib/db/undo', () => ({ isTurning: vi.fn(), runUndo: vi.fn(() => Promise.resolve([])) }));
vi.mock('./badge', () => ({ refreshBadge: () => Promise.resolve() }));

test('A taking back that a dead worker has begun is gone on with, and one that is under way is not begun a second time', async () => {
  vi.mocked(isTurning).mockReturnValue(true);
  importOn();
  await new Promise((later) => setTimeout(later, 20));
  expect(runUndo).not.toHaveBeenCalled();
  vi.mocked(isTurning).mockReturnValue(false);
  importOn();
  await vi.waitFor(() => expect(runUndo).toHaveBeenCalledTimes(1));
});
