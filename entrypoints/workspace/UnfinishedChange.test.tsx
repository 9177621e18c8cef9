// @vitest-environment happy-dom
import { cleanup, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { everybodyByName } from '../../lib/domain/book/first-query';
import type { Answer } from '../../lib/messages/protocol';
import { answerWith, asked, type Answers } from './stand-in';
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
  vi.stubGlobal('navigator', { ...navigator, locks });
});
afterEach(() => {
  cleanup();
  onDone.mockReset();
  vi.unstubAllGlobals();
});

/** A background with one change of 250 people, which has come so far. */
let job: Answer<'bulk.list'>['jobs'][number] | null;
const left = (more: Partial<NonNullable<typeof job>> = {}) => ({
  ...{ job: 'b1', change: { what: 'tag' as const, tag: 'fair' }, changed: 200, done: 200, of: 250, isBack: false },
  ...more,
});
const ids = Array.from({ length: 250 }, (_, n) => `c${n}`);
const answers = (more: Answers = {}) =>
  answerWith({
    'book.ids': ({ from, many }) => ({ ids: ids.slice(from, from + many) }),
    'bulk.list': () => ({ jobs: job ? [job] : [] }),
    'bulk.step': () => {
      job = left({ changed: 250, done: 250 });
      return { undo: 'u1', changed: 250, done: 250, of: 250 };
    },
    'bulk.back': () => ((job = left({ isBack: true })), { undo: 'u1' }),
    'bulk.drop': () => ((job = null), {}),
    'undo.run': () => ({}),
    ...more,
  });
const onDone = vi.fn();
const show = (isGoing = false) => render(<UnfinishedChange isGoing={isGoing} stages={[]} onDone={onDone} />);
const told = () => screen.findByText(/is not finished: 200 of 250 are done/);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const isSilent = () => waitFor(() => expect(screen.queryByText(/change of many/)).toBe(null));
const changes = () => asked.map(({ name }) => name).filter((name) => name !== 'bulk.list' && name !== 'book.ids');

it('a change that stopped with its page is told of in the next one, with what it was, and goes on where it stopped', async () => {
  job = null;
  answers({
    'bulk.begin': () => ({ job: 'b1' }),
    'bulk.add': () => ((job = left({ changed: 0, done: 0 })), {}),
    // The second step never ends, as when its page is closed in it.
    'bulk.step': () => (job!.done > 0 ? new Promise(() => undefined) : ((job = left()), { undo: 'u1', changed: 200, done: 200, of: 250 })),
  });
  const { result } = renderHook(() => useChoosing(everybodyByName, ids.length, onDone, vi.fn()));
  result.current.choosing.chooseAll();
  await waitFor(() => expect(result.current.many).toBe(250));
  result.current.change({ what: 'tag', tag: 'fair' });
  await waitFor(() => expect(result.current.done).toBe(200));
  const { unmount } = show();
  await new Promise((later) => setTimeout(later, 20));
  expect(screen.queryByText(/change of many/), 'as long as it goes on nothing is said').toBe(null);
  unmount();
  // The browser frees what a closed page held.
  held = 0;
  answers();
  show();
  expect((await told()).textContent).toContain('Add tag: fair');
  press('Go on');
  await isSilent();
  expect(changes()).toEqual(['bulk.step', 'bulk.drop']);
  expect(onDone).toHaveBeenCalledWith({ what: 'tag', tag: 'fair' }, 250, 'u1');
});

it('what was done is taken back, and nobody goes on with it meanwhile', async () => {
  job = left();
  answers();
  show();
  await told();
  press('Take it back');
  await isSilent();
  expect(changes()).toEqual(['bulk.back', 'undo.run', 'bulk.drop']);
});

it('what stopped while it was taken back can only be taken back', async () => {
  job = left({ isBack: true });
  answers();
  show();
  await screen.findByText(/being taken back/);
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Take it back']);
});

it('it can be left as it is, and is not told again', async () => {
  job = left();
  answers();
  const { unmount } = show();
  await told();
  press('Leave it so');
  await isSilent();
  unmount();
  show();
  await new Promise((later) => setTimeout(later, 20));
  expect([screen.queryByText(/change of many/), changes()]).toEqual([null, ['bulk.drop']]);
});

it('of one that fails in this page the rest is offered at once', async () => {
  job = null;
  answers();
  const { rerender } = show(true);
  job = left();
  rerender(<UnfinishedChange isGoing={false} stages={[]} onDone={onDone} />);
  await told();
});
