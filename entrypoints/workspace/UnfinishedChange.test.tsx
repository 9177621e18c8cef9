// @vitest-environment happy-dom
import { cleanup, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { everybodyByName } from '../../lib/domain/book/first-query';
import { answerWith, asked } from './stand-in';
import { UnfinishedChange } from './UnfinishedChange';
import { useChoosing } from './use-choosing';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));

/** Locks as browsers have them: one who asks only if it is free gets null while others hold it. */
let held = 0;
const locks = {
  request: async (_: string, how: { ifAvailable?: boolean }, run: (lock: object | null) => unknown) => {
    if (how.ifAvailable) return run(held > 0 ? null : {});
    held += 1;
    try {
      return await run({});
    } finally {
      held -= 1;
    }
  },
};
beforeEach(() => {
  held = 0;
  localStorage.clear();
  vi.stubGlobal('navigator', { ...navigator, locks });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const ids = Array.from({ length: 250 }, (_, n) => `c${n}`);
/** Begins to tag 250 people; the third step never ends, as when its page is closed in it. */
async function closeInTheMiddle() {
  let step = 0;
  answerWith({
    'book.ids': ({ from, many }) => ({ ids: ids.slice(from, from + many) }),
    'book.change': ({ contacts }) => ((step += 1) < 3 ? { undo: 'u1', changed: contacts.length } : new Promise(() => undefined)),
    'undo.run': () => ({}),
  });
  const { result } = renderHook(() =>
    useChoosing(
      everybodyByName,
      ids.length,
      () => undefined,
      () => undefined,
    ),
  );
  result.current.choosing.chooseAll();
  await waitFor(() => expect(result.current.many).toBe(250));
  result.current.change({ what: 'tag', tag: 'fair' });
  await waitFor(() => expect(result.current.done).toBe(200));
}

it('a change that stopped with its page is told of in the next one, and what was done can be taken back', async () => {
  await closeInTheMiddle();
  const { unmount } = render(<UnfinishedChange />);
  await new Promise((later) => setTimeout(later, 20));
  expect(screen.queryByText(/stopped/), 'as long as it goes on nothing is said').toBe(null);
  unmount();
  // The browser frees what a closed page held.
  held = 0;
  render(<UnfinishedChange />);
  expect(await screen.findByText(/200 of 250 are changed/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Take it back' }));
  await waitFor(() => expect(screen.queryByText(/stopped/)).toBe(null));
  expect(asked.at(-1)).toEqual({ name: 'undo.run', request: { undo: 'u1' } });
  expect(localStorage.length).toBe(0);
});

it('it can be left as it is, and is not told again', async () => {
  await closeInTheMiddle();
  held = 0;
  const { unmount } = render(<UnfinishedChange />);
  fireEvent.click(await screen.findByRole('button', { name: 'Leave it so' }));
  unmount();
  render(<UnfinishedChange />);
  await new Promise((later) => setTimeout(later, 20));
  expect(screen.queryByText(/stopped/)).toBe(null);
});

it.each(['{', '{"undo":7}', '[]'])('what nobody wrote there is nothing to tell: %s', async (text) => {
  localStorage.setItem('unfinished-change', text);
  render(<UnfinishedChange />);
  await new Promise((later) => setTimeout(later, 20));
  expect(screen.queryByText(/stopped/)).toBe(null);
});
