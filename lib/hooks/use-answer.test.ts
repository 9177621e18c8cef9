// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { change } from '../../entrypoints/workspace/stand-in';
import { AskError } from '../messages/ask';
import type { Answer } from '../messages/protocol';
import { useAnswer } from './use-answer';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../entrypoints/workspace/stand-in')).browser }));
vi.mock('../messages/ask', async (real) => ({
  ...(await real<object>()),
  ask: (_: string, request: { beginning: string }) => put(request),
}));

type Known = Answer<'tags.known'>;
/** Questions that wait for their answer, in the order in which they were put. */
let waiting: { beginning: string; answer: (...tags: string[]) => Promise<void>; fail: () => Promise<void> }[] = [];
const put = ({ beginning }: { beginning: string }) =>
  new Promise<Known>((resolve, reject) => {
    const settle = (how: () => void) => act(async () => how());
    waiting.push({
      beginning,
      answer: (...tags) => settle(() => resolve({ tags })),
      fail: () => settle(() => reject(new AskError('full', ''))),
    });
  });
const open = (beginning: string | null, first?: Promise<Known> | Known) =>
  renderHook((asked: string | null) => useAnswer('tags.known', asked === null ? null : { beginning: asked }, ['contacts'], first), {
    initialProps: beginning,
  });
const changed = (table = 'contacts') => act(async () => change(table));

beforeEach(() => (waiting = []));
afterEach(cleanup);

it('what comes is shown however fast things change, and asked again once, not once for every change', async () => {
  const { result } = open('a');
  for (const state of ['one', 'two', 'three']) {
    for (let burst = 0; burst < 5; burst += 1) await changed();
    expect(waiting, 'one is under way, and none beside it').toHaveLength(1);
    await waiting.pop()!.answer(state);
    expect(result.current.answer).toEqual({ tags: [state] });
  }
  await waiting.pop()!.answer('last');
  expect(result.current.answer).toEqual({ tags: ['last'] });
  expect(waiting, 'nothing changed since').toEqual([]);
  await changed('replies');
  expect(waiting, 'what is not watched').toEqual([]);
  void act(() => result.current.again());
  expect(waiting).toHaveLength(1);
});

it('the last answer stays until that of another request is there, and its own answers come too late', async () => {
  const { result, rerender } = open('a');
  await waiting.pop()!.answer('apple');
  await changed();
  await changed();
  rerender('b');
  expect(waiting.map(({ beginning }) => beginning)).toEqual(['a', 'b']);
  expect(result.current.answer).toEqual({ tags: ['apple'] });
  await waiting[1]!.answer('bee');
  await waiting[0]!.answer('late');
  expect(result.current.answer).toEqual({ tags: ['bee'] });
  expect(waiting, 'of what nobody wants to know any more nothing is asked again').toHaveLength(2);
  rerender(null);
  await changed();
  expect(waiting).toHaveLength(2);
});

it('what fails is told and keeps the last answer, unless something has changed since it was asked', async () => {
  const { result } = open('a');
  await waiting.pop()!.answer('apple');
  await changed();
  await changed();
  await waiting.pop()!.fail();
  expect(result.current).toMatchObject({ answer: { tags: ['apple'] }, error: null });
  await waiting.pop()!.fail();
  expect(result.current).toMatchObject({ answer: { tags: ['apple'] }, error: 'full' });
  expect(waiting).toEqual([]);
  await changed();
  await waiting.pop()!.answer('pear');
  expect(result.current).toMatchObject({ answer: { tags: ['pear'] }, error: null });
});

it('an early answer is shown until one of our own is there', async () => {
  let say = (_: Known): void => undefined;
  const { result } = open('a', new Promise<Known>((resolve) => (say = resolve)));
  await act(async () => say({ tags: ['early'] }));
  expect(result.current.answer).toEqual({ tags: ['early'] });
  await waiting.pop()!.answer('own');
  expect(result.current.answer).toEqual({ tags: ['own'] });
});

it('after the screen is gone nothing is asked', async () => {
  const { unmount } = open('a');
  await changed();
  await act(async () => unmount());
  await waiting.pop()!.answer('apple');
  expect(waiting).toEqual([]);
});
