import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { Portable } from '../domain/portable-reply';
import { db } from './database';
import { dropReplies, importReplies, stageReplies } from './import-replies';
import { replySchema } from '../domain/reply-records';
import { saveReply } from './replies';
import { runUndo } from './undo';

const NOW = Date.UTC(2026, 2, 1);
const portable = (title: string, shortcut = ''): Portable => ({
  ...{ title, body: `Body of ${title}`, shortcut, language: null, folder: 'In', tags: ['a'], sells: true },
  fits: { types: ['loyal'], tiers: [], stages: ['lead'], occasions: [] },
});
const titles = async () => (await db.replies.toArray()).map(({ title, shortcut }) => [title, shortcut]);

beforeEach(async () => {
  await db.delete();
  await db.open();
});

test('Replies come in all at once, in the order of the file, as replies that were never used, and go with one undo', async () => {
  await saveReply(null, 'Mine', 'x', NOW - 1, { shortcut: 'price' });
  await stageReplies('j', 1, [portable('Third')], NOW);
  await stageReplies('j', 0, [portable('First', '/Price'), portable('Second', 'hours')], NOW);
  await stageReplies('j', 0, [portable('First', '/Price'), portable('Second', 'hours')], NOW);
  expect(await titles()).toEqual([['Mine', 'price']]);
  const { undo, ...done } = await importReplies('j', NOW);
  expect(done).toEqual({ added: 3, bare: 1 });
  expect(await titles()).toEqual([
    ['Mine', 'price'],
    ['First', ''],
    ['Second', 'hours'],
    ['Third', ''],
  ]);
  const [, first] = await db.replies.toArray();
  expect(replySchema.parse(first)).toEqual(first);
  expect(first).toMatchObject({
    uses: 0,
    starter: null,
    createdAt: NOW,
    folder: 'In',
    tags: ['a'],
    sells: true,
    fits: { stages: ['lead'] },
  });
  expect(await db.staged.count()).toBe(0);
  await runUndo(undo!, NOW + 1);
  expect(await titles()).toEqual([['Mine', 'price']]);
});

test('What came in once does not come in twice, and what was dropped not at all', async () => {
  await stageReplies('j', 0, [portable('A')], NOW);
  await importReplies('j', NOW);
  await expect(importReplies('j', NOW)).rejects.toMatchObject({ code: 'gone' });
  await stageReplies('k', 0, [portable('B')], NOW);
  await dropReplies('k');
  await expect(importReplies('k', NOW)).rejects.toMatchObject({ code: 'gone' });
  expect(await titles()).toEqual([['A', '']]);
});

test('A shortcut of an archived reply is free, one of two in a file is the first one’s', async () => {
  const id = await saveReply(null, 'Old', 'x', NOW - 1, { shortcut: 'hi' });
  await db.replies.update(id, { archivedAt: NOW });
  await stageReplies('j', 0, [portable('A', 'hi'), portable('B', 'HI')], NOW);
  expect(await importReplies('j', NOW)).toMatchObject({ bare: 1 });
  expect(await titles()).toEqual([
    ['Old', 'hi'],
    ['A', 'hi'],
    ['B', ''],
  ]);
});

test('More than may come in at once changes nothing', async () => {
  for (let n = 0; n < 6; n++) await stageReplies('j', n, Array(1000).fill(portable('A')) as Portable[], NOW);
  await expect(importReplies('j', NOW)).rejects.toMatchObject({ code: 'invalid' });
  expect(await titles()).toEqual([]);
});
