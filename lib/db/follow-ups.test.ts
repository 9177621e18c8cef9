import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { dump, NOW, place, wipe } from '../../tests/support/people';
import { deleteContact } from './contacts';
import { db } from './database';
import { changeFollowUp, dueBy, setFollowUp } from './follow-ups';
import { remember } from './people';
import { runUndo } from './undo';

let anna: string;
let bert: string;
beforeEach(async () => {
  await wipe();
  anna = (await remember(place('c1', 'Anna'), NOW)).identity.contactId;
  bert = (await remember(place('c2', 'Bert'), NOW)).identity.contactId;
});
const open = async (contactId: string) => (await db.followUps.where({ contactId }).toArray()).filter((one) => one.status === 'open');

describe('a follow-up', () => {
  test('replaces the open one, and its undo brings that back', async () => {
    await setFollowUp(anna, '2026-03-05', 'call', NOW);
    const before = await dump();
    const undo = await setFollowUp(anna, '2026-03-09', 'write', NOW + 1);
    expect(await open(anna)).toMatchObject([{ due: '2026-03-09', reason: 'write' }]);
    await runUndo(undo!, NOW + 2);
    expect(await dump()).toEqual(before);
  });

  test('is done, skipped or moved only by its own contact', async () => {
    await setFollowUp(anna, '2026-03-05', '', NOW);
    const { id } = (await open(anna))[0]!;
    await expect(changeFollowUp(bert, id, { status: 'done' }, NOW)).rejects.toMatchObject({ code: 'refused' });
    await expect(changeFollowUp(anna, 'none', { status: 'done' }, NOW)).rejects.toMatchObject({ code: 'gone' });
    await changeFollowUp(anna, id, { due: '2026-04-01' }, NOW);
    expect(await open(anna)).toMatchObject([{ due: '2026-04-01' }]);
    const undo = await changeFollowUp(anna, id, { status: 'done' }, NOW);
    expect(await open(anna)).toEqual([]);
    await runUndo(undo!, NOW);
    expect(await open(anna)).toHaveLength(1);
  });
});

test('today’s list has what is due up to today, the oldest first, without deleted people', async () => {
  await setFollowUp(anna, '2026-03-02', '', NOW);
  await setFollowUp(bert, '2026-02-27', '', NOW);
  expect((await dueBy('2026-03-02')).map((one) => one.contactId)).toEqual([bert, anna]);
  expect((await dueBy('2026-03-01')).map((one) => one.contactId)).toEqual([bert]);
  await deleteContact(bert, NOW);
  expect((await dueBy('2026-03-02')).map((one) => one.contactId)).toEqual([anna]);
  await deleteContact(anna, NOW);
});
