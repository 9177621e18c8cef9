import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dyingAt } from '@/tests/support/dying';
import { NOW, place, wipe } from '@/tests/support/people';
import type { BulkChange } from '../domain/book/bulk-change';
import { beginBulk, bulkJobs, bulkOn, dropBulk, nameForBulk, turnBulk } from './bulk-jobs';
import { db } from './database';
import { remember } from './people';
import { runUndo } from './undo';

const TODAY = '2026-03-01';
beforeEach(wipe);
afterEach(() => vi.restoreAllMocks());

const tag: BulkChange = { what: 'tag', tag: 'fair' };
/** So many people; of a change each two are a part. */
async function people(many: number): Promise<string[]> {
  for (let n = 0; n < many; n += 1) await remember(place(`c${n}`, `Person ${n}`), NOW + n);
  return db.contacts.toCollection().primaryKeys();
}
async function begin(change: BulkChange, ids: readonly string[]): Promise<string> {
  const job = await beginBulk(change, NOW);
  for (let at = 0; at < ids.length; at += 2) await nameForBulk(job, at, ids.slice(at, at + 2), at + 2 >= ids.length);
  return job;
}
/** Goes on as a page does, until it is done or nothing is left. */
async function goOn(job: string): Promise<{ undo: string | null; changed: number }> {
  for (;;) {
    const { undo, changed, done, of } = await bulkOn(job, TODAY, NOW + 10);
    if (done < of) continue;
    await dropBulk(job);
    return { undo, changed };
  }
}
const tagged = async () => (await db.contacts.toArray()).filter(({ tags }) => tags.includes('fair')).length;
const there = async () => (await db.contacts.toArray()).filter(({ deletedAt }) => deletedAt === null).length;

test('A change that died at any write goes on where it was: everybody is changed, and one undo takes all of it back', async () => {
  let isKilled = true;
  for (let at = 1; isKilled; at += 1) {
    await wipe();
    const job = await begin(tag, await people(4));
    isKilled = await dyingAt(at, () => goOn(job));
    if (!isKilled) break;
    const [left] = await bulkJobs();
    expect(left, `what is left after a kill at write ${at} is told`).toMatchObject({ id: job, of: 4, change: tag });
    expect([left!.changed, left!.done], 'and is what was done').toEqual([await tagged(), await tagged()]);
    const { undo, changed } = await goOn(job);
    expect([changed, await tagged()]).toEqual([4, 4]);
    expect([await bulkJobs(), await db.bulkParts.count()], 'nothing is left of it').toEqual([[], 0]);
    await runUndo(undo!, NOW + 20);
    expect(await tagged()).toBe(0);
  }
});

test('A change that stopped in the middle is taken back, also when that died at any write', async () => {
  let isKilled = true;
  for (let at = 1; isKilled; at += 1) {
    await wipe();
    const job = await begin({ what: 'delete' }, await people(6));
    await bulkOn(job, TODAY, NOW + 10);
    await bulkOn(job, TODAY, NOW + 11);
    expect(await there()).toBe(2);
    const takeBack = async () => {
      const undo = await turnBulk(job);
      await runUndo(undo!, NOW + 20).catch((why: unknown) => {
        // It was taken back before the kill.
        if ((why as { code?: string }).code !== 'undone') throw why;
      });
      await dropBulk(job);
    };
    isKilled = await dyingAt(at, takeBack);
    if (isKilled && (await bulkJobs()).length > 0) {
      const [left] = await bulkJobs();
      if (left!.isBack) await expect(bulkOn(job, TODAY, NOW + 30), 'nobody goes on with it').rejects.toMatchObject({ code: 'gone' });
      await takeBack();
    }
    expect([await there(), await bulkJobs(), await db.bulkParts.count()], `killed at write ${at}`).toEqual([6, [], 0]);
  }
});

test('Until all are named nothing is changed, and who is named twice or too late is there once', async () => {
  const ids = await people(6);
  const job = await beginBulk(tag, NOW);
  await nameForBulk(job, 0, ids.slice(0, 4), false);
  expect(await bulkJobs()).toEqual([]);
  await expect(bulkOn(job, TODAY, NOW)).rejects.toMatchObject({ code: 'gone' });
  await nameForBulk(job, 0, ids.slice(0, 4), false);
  await nameForBulk(job, 4, ids.slice(4), true);
  expect(await bulkOn(job, TODAY, NOW)).toMatchObject({ done: 4, of: 6 });
  await nameForBulk(job, 4, ids.slice(4), true);
  expect(await goOn(job)).toMatchObject({ changed: 6 });
  await expect(nameForBulk(job, 0, ids, true)).rejects.toMatchObject({ code: 'gone' });
});

test('Two pages that go on with the same change do each part once', async () => {
  const job = await begin(tag, await people(6));
  const undos = await db.undos.count();
  const steps = await Promise.allSettled(Array.from({ length: 4 }, () => bulkOn(job, TODAY, NOW + 10)));
  expect(steps.map((one) => one.status === 'fulfilled' && one.value.done)).toEqual([2, 4, 6, 6]);
  expect([await tagged(), (await db.undos.filter(({ isPart }) => !isPart).count()) - undos]).toEqual([6, 1]);
});

test('One that nobody went on with is forgotten when its undo is', async () => {
  await begin(tag, await people(6));
  await beginBulk(tag, NOW + 31 * 24 * 3_600_000);
  expect([await bulkJobs(), await db.bulkParts.count()]).toEqual([[], 0]);
});
