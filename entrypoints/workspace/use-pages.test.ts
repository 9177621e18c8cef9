// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AskError } from '../../lib/messages/ask';
import { change } from './stand-in';
import { usePages, type ListOf } from './use-pages';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));

type Part = { rows: string[]; told: number };
/** Questions that wait for their answer, in the order in which they were put. */
let waiting: { question: string; from: number; answer: (part: Part) => Promise<void>; fail: () => Promise<void> }[] = [];
const LIST: ListOf<string, string, number> = {
  page: 10,
  kept: 3,
  tables: ['contacts'],
  read: (question, from) =>
    new Promise((resolve, reject) => {
      const settle = (how: () => void) => act(async () => how());
      waiting.push({
        question,
        from,
        answer: (part) => settle(() => resolve(part)),
        fail: () => settle(() => reject(new AskError('full', ''))),
      });
    }),
};
/** The rows of a page, as the state `of` has them. */
const part = (of: string, from = 0, told = 1000): Part => ({ rows: Array.from({ length: 10 }, (_, i) => `${of} ${from + i}`), told });
const open = (question: string) => {
  const onError = vi.fn();
  return { onError, ...renderHook((asked: string) => usePages(LIST, asked, onError), { initialProps: question }) };
};
const changed = () => act(async () => change('contacts'));

beforeEach(() => (waiting = []));
afterEach(cleanup);

it('what comes is shown however fast things change, and asked again once, not once for every change', async () => {
  const { result } = open('all');
  for (let n = 0; n < 3; n += 1) {
    for (let burst = 0; burst < 5; burst += 1) await changed();
    expect(waiting).toHaveLength(1);
    await waiting.pop()!.answer(part(`state ${n}`));
    expect(result.current.rowAt(3)).toBe(`state ${n} 3`);
  }
  await waiting.pop()!.answer(part('last'));
  expect(result.current.rowAt(3)).toBe('last 3');
  expect(waiting, 'nothing changed since').toEqual([]);
});

it('rows of an older question stay until the newer answer is there, and its own answers come too late', async () => {
  const { result, rerender } = open('a');
  await waiting.pop()!.answer(part('a'));
  await changed();
  rerender('ab');
  expect(waiting.map(({ question }) => question)).toEqual(['a', 'ab']);
  expect(result.current.list).toEqual({ question: 'a', told: 1000 });
  await waiting[1]!.answer(part('ab', 0, 7));
  expect([result.current.rowAt(0), result.current.list]).toEqual(['ab 0', { question: 'ab', told: 7 }]);
  await waiting[0]!.answer(part('late'));
  expect([result.current.rowAt(0), result.current.list]).toEqual(['ab 0', { question: 'ab', told: 7 }]);
  rerender('a');
  await waiting[2]!.answer(part('a again'));
  expect(result.current.rowAt(0)).toBe('a again 0');
});

it('pages are asked for where somebody looks, kept as long as a few others, and of those in sight only when something changed', async () => {
  const { result } = open('all');
  await waiting.pop()!.answer(part('x'));
  for (const from of [10, 20, 30]) {
    void act(() => result.current.look(from, from + 10));
    await waiting.pop()!.answer(part('x', from));
  }
  expect([result.current.rowAt(35), result.current.rowAt(5)]).toEqual(['x 35', undefined]);
  void act(() => result.current.look(25, 35));
  expect(waiting, 'both are here').toEqual([]);
  await changed();
  expect(waiting.map(({ from }) => from)).toEqual([20, 30]);
});

it('what fails is told, and not when it was asked before something changed', async () => {
  const { onError } = open('all');
  await changed();
  await waiting.pop()!.fail();
  expect(onError).not.toHaveBeenCalled();
  await waiting.pop()!.fail();
  expect(onError).toHaveBeenLastCalledWith('full');
  await changed();
  await waiting.pop()!.answer(part('x'));
  expect(onError).toHaveBeenLastCalledWith(null);
});
