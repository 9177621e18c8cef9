import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { NOW, place, wipe } from '../../tests/support/people';
import { db } from './database';
import { leadRecords, lostReasons, moveLead } from './leads';
import { saveLife } from './life';
import { say } from './marks';
import { movesOf } from './moves';
import { remember } from './people';
import { runUndo } from './undo';

const TODAY = '2026-03-02';
let anna: string;
let ben: string;
beforeEach(async () => {
  await wipe();
  anna = (await remember(place(), NOW)).identity.contactId;
  ben = (await remember(place('c2', 'Ben'), NOW)).identity.contactId;
});
const open = (id: string) => ({
  ...{ id, item: 'Chairs', amount: '12', currency: 'EUR', status: 'open' as const },
  ...{ openedOn: '2026-02-01', closedOn: null, paidOn: null, lostReason: '' },
});
const rows = () => Promise.all([db.contacts.get(anna), db.deals.toArray(), db.marks.toArray(), movesOf(anna)]);
const life = (contact: string, ...ids: string[]) => saveLife(contact, { deals: ids.map(open) }, NOW);

test('A lead is lost with the deals that were named, and one undo brings all of it back', async () => {
  await say(anna, { stage: 'quoted' }, '2026-02-01', NOW);
  await life(anna, 'd1', 'd2');
  const before = await rows();
  const undo = await moveLead(anna, { to: 'lost', lostReason: 'too dear', deals: ['d1'] }, TODAY, NOW + 1);
  expect(await db.contacts.get(anna)).toMatchObject({ stage: 'lost', stageSince: TODAY, lostReason: 'too dear' });
  expect(await db.deals.get('d1')).toMatchObject({ status: 'lost', closedOn: TODAY, lostReason: 'too dear' });
  expect(await db.deals.get('d2')).toMatchObject({ status: 'open', closedOn: null });
  await runUndo(undo!, NOW + 2);
  const plain = (all: unknown) => JSON.stringify(all, (key, value: unknown) => (key === 'updatedAt' ? 0 : value));
  expect(plain(await rows())).toBe(plain(before));
  expect(await db.undos.where('at').above(NOW).count()).toBe(0);
});

test('A won lead wins its deal; in any other stage deals stay as they are', async () => {
  await life(anna, 'd1');
  await moveLead(anna, { to: 'quoted', lostReason: '', deals: ['d1'] }, TODAY, NOW + 1);
  expect(await db.deals.get('d1')).toMatchObject({ status: 'open' });
  await moveLead(anna, { to: 'won', lostReason: 'never kept', deals: ['d1', 'd1', 'gone'] }, TODAY, NOW + 2);
  expect(await db.deals.get('d1')).toMatchObject({ status: 'won', closedOn: TODAY, lostReason: '' });
  expect(await db.contacts.get(anna)).toMatchObject({ stage: 'won', lostReason: '' });
});

test('Somebody else’s deal, a stage that does not exist and a contact that is gone change nothing', async () => {
  await life(ben, 'd1');
  const before = await rows();
  await expect(moveLead(anna, { to: 'lost', lostReason: '', deals: ['d1'] }, TODAY, NOW)).rejects.toMatchObject({ code: 'refused' });
  await expect(moveLead(anna, { to: 'nowhere', lostReason: '', deals: [] }, TODAY, NOW)).rejects.toMatchObject({ code: 'invalid' });
  await expect(moveLead('nobody', { to: 'lead', lostReason: '', deals: [] }, TODAY, NOW)).rejects.toMatchObject({ code: 'gone' });
  expect(await rows()).toEqual(before);
});

test('A deal that another tab has closed meanwhile stays as that left it; so does an undo in that tab', async () => {
  await life(anna, 'd1');
  const first = await moveLead(anna, { to: 'won', lostReason: '', deals: ['d1'] }, TODAY, NOW + 1);
  await moveLead(anna, { to: 'lost', lostReason: 'late', deals: ['d1'] }, '2026-03-09', NOW + 2);
  expect(await db.deals.get('d1')).toMatchObject({ status: 'won', closedOn: TODAY });
  await runUndo(first!, NOW + 3);
  // The stage was changed again since, and keeps its newer value; the deal was not.
  expect(await db.contacts.get(anna)).toMatchObject({ stage: 'lost', lostReason: 'late' });
  expect(await db.deals.get('d1')).toMatchObject({ status: 'open' });
});

test('Reasons come back as the rep wrote them, the most frequent first, each once', async () => {
  for (const [i, reason] of ['Price', 'no budget', 'price', '', 'Bought elsewhere'].entries()) {
    const { contactId } = (await remember(place(`x${i}`, `X${i}`), NOW + i)).identity;
    await say(contactId, { stage: 'lost', lostReason: reason }, TODAY, NOW);
  }
  expect(await lostReasons(12)).toEqual(['Price', 'Bought elsewhere', 'no budget']);
  expect(await lostReasons(1)).toEqual(['Price']);
});

test('Cards show open deals, the oldest first, and nobody who was deleted', async () => {
  await life(anna, 'd2', 'd1');
  await moveLead(anna, { to: 'won', lostReason: '', deals: ['d2'] }, TODAY, NOW);
  await db.contacts.update(ben, { deletedAt: NOW });
  const records = await leadRecords([anna, ben, 'nobody']);
  expect([...records.keys()]).toEqual([anna]);
  expect(records.get(anna)).toMatchObject({ next: null, deals: [{ id: 'd1' }] });
});
