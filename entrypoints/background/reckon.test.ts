import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fromScreen, startAnew } from '../../tests/support/background';
import { DAY, NOW, place } from '../../tests/support/people';
import * as agenda from '@/lib/db/agenda';
import { db } from '@/lib/db/database';
import { setFollowUp } from '@/lib/db/follow-ups';
import { answering, whenFree } from '@/lib/db/free';
import { remember } from '@/lib/db/people';
import { changeSettings } from '@/lib/db/settings';
import * as undo from '@/lib/db/undo';
import { dayOf } from '@/lib/domain/day';
import { reckonFor, whenReckoned } from './reckon';

vi.mock('webextension-polyfill', () => import('../../tests/support/browser'));

const today = dayOf(NOW, Temporal.Now.timeZoneId());
/** So long (ms) no reckoning of these tests takes. */
const LONG = 60_000;
const list = () => fromScreen('today.list', { all: false });

beforeEach(async () => {
  await startAnew();
  for (let i = 0; i < 40; i += 1) await remember(place(`p${i}`, `Person ${i}`), NOW - 30 * DAY + i);
  const { contactId } = (await remember(place(), NOW)).identity;
  await setFollowUp(contactId, today, 'send the list', NOW);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the popup', () => {
  test('gets at once what it would get by four questions', async () => {
    await changeSettings(NOW, () => ({ theme: 'dark' }));
    await reckonFor(LONG);
    const first = await fromScreen('popup.first', {});
    expect(first).toEqual({
      settings: await fromScreen('settings.get', {}),
      today: await list(),
      backup: await fromScreen('backup.state', {}),
      space: await fromScreen('space.state', {}),
    });
    expect([first.today.lines[0]?.name, first.today.anybody, first.today.complete]).toEqual(['Anna', true, true]);
  });

  test('is answered out of what is kept: nothing is written and no table is counted or gone through', async () => {
    await reckonFor(LONG);
    const opened: (string | undefined)[] = [];
    const { transaction } = IDBDatabase.prototype;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, stores, mode) {
      opened.push(mode);
      return transaction.call(this, stores, mode);
    });
    const counts = [IDBObjectStore, IDBIndex].map(({ prototype }) => vi.spyOn(prototype, 'count'));
    const whole = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    await fromScreen('popup.first', {});
    expect(opened.filter((mode) => mode === 'readwrite')).toEqual([]);
    expect(counts.flatMap(({ mock }) => mock.calls)).toEqual([]);
    // Only the sites that the user taught are read as a whole.
    const read = (whole.mock.instances as IDBObjectStore[]).filter((_, i) => whole.mock.calls[i]!.every((limit) => limit == null));
    expect(read.filter(({ name }) => name !== 'taught')).toEqual([]);
  });

  test('says that nobody is remembered', async () => {
    await db.contacts.clear();
    await reckonFor(LONG);
    expect(await list()).toMatchObject({ lines: [], anybody: false, complete: true, later: 0 });
  });
});

describe('reckoning', () => {
  test('is done once for all who wait, and whoever went away with less hears of the rest', async () => {
    await reckonFor(LONG);
    await db.stale.put({ id: 'everybody', after: '' });
    let running = 0;
    let most = 0;
    const { reckonOn } = agenda;
    vi.spyOn(agenda, 'reckonOn').mockImplementation(async (reckoning) => {
      most = Math.max(most, (running += 1));
      await new Promise((later) => setTimeout(later, 60));
      const more = await reckonOn(reckoning);
      running -= 1;
      return more;
    });
    const heard = new Promise<number>((resolve) => whenReckoned(resolve));
    const lists = await Promise.all([list(), list(), list()]);
    expect(lists.map(({ complete }) => complete)).toEqual([false, false, false]);
    // One line that the rep asked for.
    expect(await heard).toBe(1);
    expect(most).toBe(1);
    expect(await list()).toMatchObject({ complete: true });
  });

  test('that has not begun to follow new settings is told as such, though what was reckoned before is whole', async () => {
    await reckonFor(LONG);
    const { reckonOn } = agenda;
    vi.spyOn(agenda, 'reckonOn').mockImplementation(async (reckoning) => {
      await new Promise((later) => setTimeout(later, 400));
      return reckonOn(reckoning);
    });
    await fromScreen('care.set', { care: { budget: 3 } });
    expect(await list()).toMatchObject({ complete: false });
    await reckonFor(LONG);
    expect(await list()).toMatchObject({ complete: true });
  });

  test('that fails keeps nobody from what was reckoned before, and is tried again', async () => {
    vi.spyOn(agenda, 'reckonOn').mockRejectedValueOnce(new Error('full'));
    expect((await reckonFor(1000)).today).toBe(today);
    expect(await list()).toMatchObject({ complete: true });
    await db.stale.put({ id: 'everybody', after: '' });
    await reckonFor(LONG);
    expect(await list()).toMatchObject({ complete: true });
  });
});

test('While an import is taken back, one step is made and the next one waits a while', async () => {
  await reckonFor(LONG);
  await db.stale.put({ id: 'everybody', after: '' });
  const steps = vi.spyOn(agenda, 'reckonOn');
  const turning = vi.spyOn(undo, 'isTurning').mockReturnValue(true);
  await reckonFor(300);
  expect(steps.mock.calls.length).toBeLessThan(2);
  turning.mockReturnValue(false);
  await reckonFor(LONG);
  expect(steps.mock.calls.length).toBeGreaterThan(1);
  expect(await list()).toMatchObject({ complete: true });
});

test('What the worker puts right by itself waits for the answers that it was woken for, but not for ever', async () => {
  vi.useFakeTimers();
  const done: string[] = [];
  let answer = (_: string): void => undefined;
  void answering(new Promise<string>((resolve) => (answer = resolve))).then((what) => done.push(what));
  void whenFree().then(() => done.push('own work'));
  await vi.advanceTimersByTimeAsync(400);
  expect(done).toEqual([]);
  answer('answer');
  await vi.advanceTimersByTimeAsync(100);
  expect(done).toEqual(['answer', 'own work']);
  void answering(new Promise(() => undefined));
  void whenFree().then(() => done.push('after a second'));
  await vi.advanceTimersByTimeAsync(1100);
  expect(done.at(-1)).toBe('after a second');
});
