import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const load = async () => ({ ...(await import('./long-write')), ...(await import('@/lib/domain/failure')) });

describe('a write that takes minutes', () => {
  test('that ends soon gives its undo at once', async () => {
    const { longState, longWrite, whenNotBusy } = await load();
    expect(await longWrite(async () => 'u1')).toBe('u1');
    expect(longState()).toEqual({ going: null, undo: 'u1', error: null });
    await whenNotBusy('note.save');
  });

  test('goes on after the answer, tells how far it is, and how it ended', async () => {
    const { longState, longWrite, whenNotBusy } = await load();
    let end = (_: string) => {};
    const answer = longWrite((onParts) => {
      onParts(3, 9);
      return new Promise((resolve) => (end = resolve));
    });
    const other = whenNotBusy('note.save').catch((error: unknown) => (error as { code: string }).code);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await answer).toBe(null);
    expect(longState()).toEqual({ going: { done: 3, of: 9 }, undo: null, error: null });
    // Whoever asked meanwhile is told that it is busy, but who asks how far it is.
    expect(await other).toBe('busy');
    await whenNotBusy('restore.state');
    await expect(longWrite(async () => 'second')).rejects.toMatchObject({ code: 'busy' });
    // It takes long: nobody waits for it any more.
    const late = whenNotBusy('note.save').catch((error: unknown) => (error as { code: string }).code);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await Promise.race([late, Promise.resolve('still waits')])).toBe('busy');
    const waiting = whenNotBusy('note.save');
    end('u2');
    await waiting;
    expect(longState()).toEqual({ going: null, undo: 'u2', error: null });
  });

  test('who asks hears after a second that it goes on, when by the way it has come it will for long', async () => {
    const { longWrite, whenNotBusy } = await load();
    let come = (_: number) => {};
    let end = (_: string) => {};
    const answer = longWrite((onParts) => {
      come = (done) => onParts(done, 100);
      return new Promise((resolve) => (end = resolve));
    });
    const ask = async (ms: number) => {
      const asked = whenNotBusy('today.list').then(
        () => 'answered',
        () => 'busy',
      );
      await vi.advanceTimersByTimeAsync(ms);
      return Promise.race([asked, Promise.resolve('waits')]);
    };
    // Nobody knows yet.
    expect(await ask(2_500)).toBe('waits');
    come(2);
    expect(await ask(1_000)).toBe('busy');
    // Quicker than it looked like: worth waiting for.
    come(90);
    expect(await ask(3_000)).toBe('waits');
    const asked = whenNotBusy('today.list');
    end('u1');
    await asked;
    expect(await answer).toBe('u1');
  });

  test('that fails says why, also after the answer', async () => {
    const { Failure, longState, longWrite } = await load();
    await expect(longWrite(() => Promise.reject(new Failure('full')))).rejects.toMatchObject({ code: 'full' });
    expect(longState().error).toBe('full');
    let fail = (_: unknown) => {};
    const answer = longWrite(() => new Promise((_, reject) => (fail = reject)));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await answer).toBe(null);
    fail(Object.assign(new Error(), { name: 'QuotaExceededError' }));
    await vi.advanceTimersByTimeAsync(0);
    expect(longState()).toEqual({ going: null, undo: null, error: 'full' });
    expect(await longWrite(async () => 'u3')).toBe('u3');
  });
});
