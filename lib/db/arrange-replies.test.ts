import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { dump, NOW, place, wipe } from '../../tests/support/people';
import { arrangeReplies, renameFolder } from './arrange-replies';
import { db } from './database';
import { remember } from './people';
import { creditInsertion, creditSending, deleteReply, saveReply, sentTo } from './replies';
import { runUndo } from './undo';

let ids: string[];
beforeEach(async () => {
  await wipe();
  ids = [];
  for (const title of ['One', 'Two', 'Three']) ids.push(await saveReply(null, title, title, NOW, { folder: 'Old', shortcut: title }));
});
const field = async <K extends 'folder' | 'shortcut' | 'archivedAt' | 'tags'>(name: K) =>
  (await db.replies.bulkGet(ids)).map((one) => one![name]);
const before = () => dump(['replies']);
/** The rows but for the time of the last change, which an undo is one of. */
const same = async () => (await db.replies.toArray()).map(({ updatedAt: _, ...row }) => row);

test('several are moved, tagged and archived in one step, and one undo takes all of it back', async () => {
  const was = await same();
  const { undo } = await arrangeReplies([ids[0]!, ids[1]!, ids[0]!, 'gone'], { folder: 'New', addTags: ['a'], archived: true }, NOW + 1);
  expect(await field('folder')).toEqual(['New', 'New', 'Old']);
  expect(await field('archivedAt')).toEqual([NOW + 1, NOW + 1, null]);
  expect(await db.undos.count()).toBe(1);
  await runUndo(undo!, NOW + 2);
  expect(await same()).toEqual(was);
});

test('where all lie so already, nothing is written and nothing can be taken back', async () => {
  const was = await before();
  expect(await arrangeReplies(ids, { folder: 'Old' }, NOW + 1)).toEqual({ undo: null, freed: [] });
  expect(await before()).toEqual(was);
});

test('the undo leaves alone what was changed again since', async () => {
  const { undo } = await arrangeReplies(ids, { folder: 'New' }, NOW + 1);
  await arrangeReplies([ids[2]!], { folder: 'Third' }, NOW + 2);
  await runUndo(undo!, NOW + 3);
  expect(await field('folder')).toEqual(['Old', 'Old', 'Third']);
});

test('a folder is renamed with all that is in it, under a name that is there too, and taken back alone', async () => {
  await saveReply(ids[2]!, 'Three', 'Three', NOW, { folder: 'New' });
  const undo = await renameFolder('Old', 'New', NOW + 1);
  expect(await field('folder')).toEqual(['New', 'New', 'New']);
  await runUndo(undo!, NOW + 2);
  expect(await field('folder')).toEqual(['Old', 'Old', 'New']);
  expect(await renameFolder('nobody', 'New', NOW + 3)).toBeNull();
});

test('the shortcut of an archived reply is free, and whoever comes back finds it taken', async () => {
  await arrangeReplies([ids[0]!], { archived: true }, NOW + 1);
  await saveReply(ids[1]!, 'Two', 'Two', NOW + 2, { shortcut: 'one' });
  expect(await arrangeReplies([ids[0]!], { archived: false }, NOW + 3)).toMatchObject({ freed: ['one'] });
  expect(await field('shortcut')).toEqual(['', 'one', 'three']);
});

test('an undo that brings a reply back gives it no shortcut that another has now', async () => {
  const { undo } = await arrangeReplies([ids[0]!], { archived: true }, NOW + 1);
  const deleted = await deleteReply(ids[2]!, NOW + 1);
  await saveReply(ids[1]!, 'Two', 'Two', NOW + 2, { shortcut: 'one' });
  const fourth = await saveReply(null, 'Four', 'Four', NOW + 2, { shortcut: 'three' });
  await runUndo(undo!, NOW + 3);
  await runUndo(deleted!, NOW + 3);
  expect(await field('shortcut')).toEqual(['', 'one', '']);
  expect((await db.replies.get(fourth))!.shortcut).toBe('three');
});

test('who was sent a reply was sent it, wherever it is put, until its words change', async () => {
  const { identity } = await remember(place(), NOW);
  await creditInsertion('i', ids[0]!, identity.id, null, NOW);
  await creditSending('i', false, NOW + 1);
  const { undo } = await arrangeReplies([ids[0]!], { folder: 'New' }, NOW + 2);
  await saveReply(ids[0]!, 'One', 'One', NOW + 3, { folder: 'Newer' });
  await runUndo(undo!, NOW + 4);
  expect(await sentTo([identity.id])).toEqual([ids[0]]);
  await saveReply(ids[0]!, 'One', 'Uno', NOW + 5);
  expect(await sentTo([identity.id])).toEqual([]);
});
