import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { DAY, NOW, place, wipe } from '../../tests/support/people';
import type { BulkChange } from '../domain/book/bulk-change';
import { changeMany } from './change-many';
import { db } from './database';
import { remember } from './people';
import { purgeUndos, runUndo } from './undo';

const TODAY = '2026-03-02';
let ids: string[];
beforeEach(async () => {
  await wipe();
  ids = [];
  for (let n = 0; n < 7; n++) ids.push((await remember(place(`c${n}`, `Anna ${n}`), NOW + n)).identity.contactId);
  await db.undos.clear();
});

const contacts = async () => (await db.contacts.toArray()).map(({ updatedAt: _, ...rest }) => rest);
/** Changes all, three at a time, as one act. */
async function changeAll(change: BulkChange): Promise<string | null> {
  let undo: string | null = null;
  for (let at = 0; at < ids.length; at += 3) ({ undo } = await changeMany(ids.slice(at, at + 3), change, undo, TODAY, NOW));
  return undo;
}

test.each<[BulkChange, (contact: Awaited<ReturnType<typeof contacts>>[number]) => boolean]>([
  [{ what: 'tag', tag: 'fair' }, ({ tags, words }) => tags.includes('fair') && words.includes('fair')],
  [{ what: 'cadence', cadence: 30 }, ({ cadence }) => cadence === 30],
  [{ what: 'stage', stage: 'lead' }, ({ stage, stageSince }) => stage === 'lead' && stageSince === TODAY],
  [{ what: 'delete' }, ({ deletedAt }) => deletedAt === NOW],
])('%o is done to all, in several transactions, and taken back by one undo', async (change, isDone) => {
  const before = await contacts();
  const undo = await changeAll(change);
  expect((await contacts()).every(isDone)).toBe(true);
  await runUndo(undo!, NOW + 1);
  expect(await contacts()).toEqual(before);
  expect(await db.undos.count()).toBe(0);
  await expect(runUndo(undo!, NOW + 2)).rejects.toMatchObject({ code: 'undone' });
});

test('a tag is given and taken whatever its case, and nothing is done where nothing has to be', async () => {
  await changeAll({ what: 'tag', tag: 'Fair' });
  expect(await changeMany(ids, { what: 'tag', tag: 'fair' }, null, TODAY, NOW)).toEqual({ undo: null, changed: 0 });
  expect(await changeMany([...ids, 'nobody', ids[0]!], { what: 'untag', tag: 'FAIR' }, null, TODAY, NOW)).toMatchObject({ changed: 7 });
  expect((await contacts()).every(({ tags }) => tags.length === 0)).toBe(true);
});

test('a stage that does not exist changes nobody', async () => {
  await expect(changeMany(ids, { what: 'stage', stage: 'nowhere' }, null, TODAY, NOW)).rejects.toMatchObject({ code: 'invalid' });
  expect((await contacts()).every(({ stage }) => stage === null)).toBe(true);
  expect(await db.undos.count()).toBe(0);
});

test('an undo that was broken off is gone on with', async () => {
  const before = await contacts();
  const undo = await changeAll({ what: 'delete' });
  const parts = (await db.undos.toArray()).filter(({ isPart }) => isPart);
  expect(parts).toHaveLength(2);
  // A worker died after it had taken back the last step.
  const head = (await db.undos.get(undo!))!;
  const last = (await db.undos.get(head.before!))!;
  await db.contacts
    .where('id')
    .anyOf(last.steps.map(({ key }) => key as string))
    .modify({ deletedAt: null });
  await db.undos.update(head.id, { before: last.before! });
  await db.undos.delete(last.id);
  await runUndo(undo!, NOW + 1);
  expect(await contacts()).toEqual(before);
});

test('the steps of one act are kept and forgotten together', async () => {
  const undo = await changeAll({ what: 'tag', tag: 'fair' });
  for (let n = 0; n < 499; n++) await db.undos.add({ id: `u${n}`, at: NOW + 1 + n, steps: [] });
  await purgeUndos(NOW + DAY);
  expect(await db.undos.get(undo!)).toBeDefined();
  await db.undos.add({ id: 'u499', at: NOW + 1000, steps: [] });
  await purgeUndos(NOW + DAY);
  expect((await db.undos.toArray()).some(({ id, isPart }) => id === undo || isPart)).toBe(false);
  expect(await db.undos.count()).toBe(500);
});
