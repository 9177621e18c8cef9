import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { NOW, place, wipe } from '../../tests/support/people';
import { db } from './database';
import { forgetContact } from './forget';
import { lifeOf } from './life';
import { remember } from './people';
import { setReferredBy } from './referrals';
import { mergeContacts, takeApart } from './same-person';
import { runUndo } from './undo';

const TODAY = '2026-03-02';
let anna: string;
let ben: string;
let cleo: string;
beforeEach(async () => {
  await wipe();
  const made = [];
  for (const name of ['Anna', 'Ben', 'Cleo']) made.push((await remember(place(name, name), NOW)).identity.contactId);
  [anna, ben, cleo] = made as [string, string, string];
});
const by = async (contact: string) => (await lifeOf(contact)).referredBy;
const brought = async (contact: string) => (await lifeOf(contact)).facts.map(({ other }) => other);

test('Who brought somebody is known on both sides, is replaced by another one, and each step is taken back', async () => {
  const first = await setReferredBy(ben, anna, TODAY, NOW);
  expect([await by(ben), await brought(anna)]).toEqual([anna, [ben]]);
  expect(await setReferredBy(ben, anna, TODAY, NOW + 1)).toBeNull();
  const second = await setReferredBy(ben, cleo, TODAY, NOW + 2);
  expect([await by(ben), await brought(anna), await brought(cleo)]).toEqual([cleo, [], [ben]]);
  const third = await setReferredBy(ben, null, TODAY, NOW + 3);
  expect([await by(ben), await db.facts.count()]).toEqual([null, 0]);
  await runUndo(third!, NOW + 4);
  expect(await by(ben)).toBe(cleo);
  await runUndo(second!, NOW + 5);
  expect([await by(ben), await brought(cleo)]).toEqual([anna, []]);
  await runUndo(first!, NOW + 6);
  expect([await by(ben), await db.facts.count(), await db.tombstones.count()]).toEqual([null, 0, 0]);
});

test('It goes with a merge on either side and comes back, and nobody has brought themselves', async () => {
  await setReferredBy(ben, anna, TODAY, NOW);
  await mergeContacts(anna, cleo, NOW + 1);
  expect([await by(ben), await brought(cleo)]).toEqual([cleo, [ben]]);
  await mergeContacts(ben, cleo, NOW + 2);
  expect(await by(cleo)).toBeNull();
  for (const { id } of (await db.merges.orderBy(':id').toArray()).reverse()) await takeApart(id, NOW + 3);
  expect([await by(ben), await brought(anna), await brought(cleo)]).toEqual([anna, [ben], []]);
  await expect(setReferredBy(ben, ben, TODAY, NOW)).rejects.toMatchObject({ code: 'invalid' });
});

test('Taken back after the one who brought was merged, it goes where that one is seen', async () => {
  await setReferredBy(ben, anna, TODAY, NOW);
  const undo = await setReferredBy(ben, null, TODAY, NOW + 1);
  await mergeContacts(anna, cleo, NOW + 2);
  await runUndo(undo!, NOW + 3);
  expect(await by(ben)).toBe(cleo);
});

test('Who is forgotten is named nowhere, but whom they had brought stays brought by somebody', async () => {
  await setReferredBy(ben, anna, TODAY, NOW);
  await setReferredBy(anna, cleo, TODAY, NOW);
  await forgetContact(anna, NOW + 1);
  expect(await by(ben)).toBeNull();
  expect(await brought(cleo)).toEqual([null]);
  await expect(setReferredBy(ben, anna, TODAY, NOW)).rejects.toMatchObject({ code: 'gone' });
  await db.contacts.update(cleo, { kind: 'group' });
  await expect(setReferredBy(ben, cleo, TODAY, NOW)).rejects.toMatchObject({ code: 'invalid' });
});
