import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { NOW, place, wipe } from '../../tests/support/people';
import { db } from './database';
import { neverEntries, neverRows } from './never';

beforeEach(wipe);

test('somebody on the never list is found again, under any id, and nobody else is', async () => {
  const conversation = {
    kind: 'person',
    ids: [
      { value: 'c1', kind: 'permanent' },
      { value: 'Anna', kind: 'weak' },
    ],
    name: 'Anna',
  } as const;
  const rows = await neverRows({ ...place(), conversation: { ...conversation, ids: [...conversation.ids] } }, NOW);
  await db.never.bulkPut(rows);
  const entries = rows.map(({ id }) => id);
  expect(entries).toHaveLength(2);
  expect(await neverEntries(place('c1', 'Another name'))).toHaveLength(1);
  expect(await neverEntries(place('c2', 'Anna'))).toEqual([]);
  expect(await neverEntries(place('c1', 'Anna', { account: 'other' }))).toHaveLength(1);
  expect(await neverEntries(place('c1', 'Anna', { site: 'converse' }))).toEqual([]);
  await db.never.bulkDelete(await neverEntries(place('c1')));
  expect(await neverEntries(place('c1'))).toEqual([]);
});

test('the list does not say who is on it: only keyed hashes are kept', async () => {
  await db.never.bulkPut(await neverRows(place('secret-id', 'Secret Name', { account: 'secret-account' }), NOW));
  const stored = await db.never.toArray();
  expect(JSON.stringify(stored)).not.toMatch(/secret/i);
  expect(Object.keys(stored[0]!).sort()).toEqual(['createdAt', 'id', 'salt']);
});

test('two lists with different salts, as after a merge, both hold', async () => {
  await db.never.bulkPut(await neverRows(place('c1'), NOW));
  const [first] = await db.never.toArray();
  await db.never.clear();
  await db.never.bulkPut(await neverRows(place('c2'), NOW));
  await db.never.add(first!);
  expect(await neverEntries(place('c1'))).toHaveLength(1);
  expect(await neverEntries(place('c2'))).toHaveLength(1);
  expect(await neverEntries(place('c3'))).toHaveLength(0);
  expect(first!.salt).not.toBe((await db.never.toArray()).find((row) => row.id !== first!.id)!.salt);
});
