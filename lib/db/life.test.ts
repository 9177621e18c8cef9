import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { NOW, place, wipe } from '../../tests/support/people';
import type { Deal } from '../domain/tie-records';
import { deleteContact, purgeContact } from './contacts';
import { db } from './database';
import { lifeOf, removeLife, saveLife, type GivenLife } from './life';
import { remember } from './people';
import { runUndo } from './undo';

const deal = (more: Partial<Deal> = {}): GivenLife['deals'][number] => ({
  id: 'd1',
  item: 'Oak table',
  amount: '1200.50',
  currency: 'EUR',
  status: 'won',
  openedOn: '2026-02-01',
  closedOn: '2026-02-20',
  paidOn: null,
  lines: [],
  lostReason: '',
  ...more,
});
const referral = (other: string | null): GivenLife['facts'][number] => ({
  id: 'f1',
  kind: 'referral',
  on: '2026-02-03',
  text: '',
  score: null,
  other,
});

let anna: string;
let ben: string;
beforeEach(async () => {
  await wipe();
  anna = (await remember(place(), NOW)).identity.contactId;
  ben = (await remember(place('ben', 'Ben'), NOW)).identity.contactId;
});

test('A deal is saved once however often it is asked for, changed, removed, and each of it can be taken back', async () => {
  await saveLife(anna, { deals: [deal()] }, NOW);
  await saveLife(anna, { deals: [deal()] }, NOW);
  expect((await lifeOf(anna)).deals).toHaveLength(1);
  const change = await saveLife(anna, { deals: [deal({ amount: '900' })] }, NOW + 1);
  expect((await lifeOf(anna)).deals[0]).toMatchObject({ amount: '900', createdAt: NOW, updatedAt: NOW + 1 });
  await runUndo(change!, NOW + 2);
  expect((await lifeOf(anna)).deals[0]!.amount).toBe('1200.50');
  const removal = await removeLife('deals', anna, 'd1', NOW + 3);
  expect((await lifeOf(anna)).deals).toEqual([]);
  await runUndo(removal!, NOW + 4);
  expect((await lifeOf(anna)).deals).toHaveLength(1);
});

test('Nobody’s record can be changed or removed in another’s name', async () => {
  await saveLife(anna, { deals: [deal()] }, NOW);
  await expect(saveLife(ben, { deals: [deal({ amount: '1' })] }, NOW)).rejects.toMatchObject({ code: 'refused' });
  await expect(removeLife('deals', ben, 'd1', NOW)).rejects.toMatchObject({ code: 'refused' });
  await expect(removeLife('deals', anna, 'd2', NOW)).rejects.toMatchObject({ code: 'gone' });
  expect((await lifeOf(anna)).deals[0]!.amount).toBe('1200.50');
});

test('Several things said at once are saved together or not at all, and taken back together', async () => {
  await saveLife(ben, { deals: [deal({ id: 'd9' })] }, NOW);
  await expect(saveLife(anna, { facts: [referral(ben)], deals: [deal({ id: 'd9' })] }, NOW)).rejects.toMatchObject({ code: 'refused' });
  expect((await lifeOf(anna)).facts).toEqual([]);
  const undo = await saveLife(anna, { facts: [referral(ben)], deals: [deal()] }, NOW);
  await runUndo(undo!, NOW);
  expect(await lifeOf(anna)).toEqual({ deals: [], facts: [], keyDates: [], referredBy: null });
});

test('Nothing is put down about somebody who was deleted', async () => {
  await deleteContact(anna, NOW);
  await expect(saveLife(anna, { deals: [deal()] }, NOW)).rejects.toMatchObject({ code: 'gone' });
  expect(await db.deals.count()).toBe(0);
});

test('Who was brought knows by whom, until that one is forgotten; the fact stays with the other', async () => {
  await saveLife(anna, { facts: [referral(ben)] }, NOW);
  expect((await lifeOf(ben)).referredBy).toBe(anna);
  await purgeContact(ben, NOW);
  expect((await lifeOf(anna)).facts[0]).toMatchObject({ kind: 'referral', other: null });
});

test('A deal of lines costs what they cost, whatever the screen says; one that no amount can hold is refused', async () => {
  const lines = [
    { item: 'Chair', quantity: '24', price: '89.90' },
    { item: 'Glue, kg', quantity: '0.5', price: '7.25' },
  ];
  await saveLife(anna, { deals: [deal({ lines, amount: '1' })] }, NOW);
  expect(await db.deals.get('d1')).toMatchObject({ lines, amount: '2161.225', currency: 'EUR' });
  const huge = [{ item: '', quantity: '999999999999', price: '2' }];
  await expect(saveLife(anna, { deals: [deal({ lines: huge })] }, NOW)).rejects.toMatchObject({ code: 'invalid' });
  await expect(saveLife(anna, { deals: [deal({ lines, currency: null })] }, NOW)).rejects.toMatchObject({ code: 'invalid' });
});
