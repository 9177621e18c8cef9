import { expect, test, vi } from 'vitest';
import { afterAnswers, answering } from './free';

test('A small step of the worker’s own comes right after the answers that are under way, or after a tenth of a second', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  /** So many ms later, when what was to come right after something has come. */
  const after = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    for (let n = 0; n < 5; n += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const done: string[] = [];
  const step = (name: string) => void afterAnswers().then((isAsked) => done.push(`${name} ${isAsked ? 'after an answer' : 'unasked'}`));
  step('one');
  await after(1);
  const ends: (() => void)[] = [];
  for (const name of ['first', 'second'])
    void answering(new Promise<void>((resolve) => ends.push(resolve)))
      .then(() => undefined)
      .then(() => done.push(name));
  step('two');
  ends[0]!();
  await after(50);
  expect(done).toEqual(['one unasked', 'first']);
  ends[1]!();
  await after(0);
  expect(done.slice(2)).toEqual(['second', 'two after an answer']);
  void answering(new Promise(() => undefined));
  step('three');
  await after(110);
  expect(done.at(-1)).toBe('three after an answer');
});
