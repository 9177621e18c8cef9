import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { DAY, NOW, place, wipe } from '../../tests/support/people';
import { defaultCare } from '../domain/care';
import { addDays, dayOf } from '../domain/day';
import { shareOf } from '../domain/numbers/share';
import { sumsOf } from '../domain/numbers/sums';
import type { Deal } from '../domain/tie-records';
import { standingOf } from '../domain/tie/standing';
import { deleteContact } from './contacts';
import { countMessages, markWatched, uncount } from './count';
import { db } from './database';
import { evidenceAfter } from './evidence';
import { forgetContact } from './forget';
import { saveLife } from './life';
import { say } from './marks';
import { remember } from './people';
import { beginRestore, commitRestore, stageRows } from './restore';
import { mergeContacts, takeApart } from './same-person';
import { freshenStandings, markEverybodyStale } from './standings';
import { readSums } from './sums';
import { runUndo } from './undo';

const TODAY = dayOf(NOW, 'UTC');
const by = { care: defaultCare, today: TODAY, zone: 'UTC', big: {}, now: NOW };
const freshenAll = async () => {
  while (await freshenStandings(by));
};

/** The sums from all records, worked out at once and by nothing that was kept. */
async function recounted() {
  const { evidence } = await evidenceAfter('', 10_000, 'UTC');
  return sumsOf(evidence.map((one) => shareOf(one, standingOf(one, defaultCare, TODAY), TODAY)));
}

beforeEach(wipe);

let serial = 0;
const talk = (days: number, direction: 'in' | 'out') => ({
  id: `m${++serial}`,
  direction,
  at: new Date(NOW - days * DAY).toISOString(),
  live: false,
});
const deal = (id: string, amount: string, days: number): Omit<Deal, 'contactId' | 'createdAt' | 'updatedAt'> => ({
  ...{ id, item: 'Chairs', amount, currency: 'EUR', status: 'won', lines: [], lostReason: '', paidOn: null },
  ...{ openedOn: addDays(TODAY, -days - 9), closedOn: addDays(TODAY, -days) },
});

test('The sums are a recount at every moment: counted, sold, staged, merged, taken apart, undone, deleted, forgotten, restored', async () => {
  const seeing = { now: NOW, zone: 'UTC', source: 'tab' };
  const [anna, ben, carla] = [
    (await remember(place('a', 'Anna'), NOW)).identity,
    (await remember(place('b', 'Ben'), NOW + 1)).identity,
    (await remember(place('c', 'Carla'), NOW + 2)).identity,
  ];
  let undo: string | null = null;
  let merged = '';
  const acts: [what: string, act: () => Promise<unknown>][] = [
    ['counted', () => countMessages(anna.id, [talk(0, 'in'), talk(40, 'out'), talk(41, 'in')], seeing)],
    ['counted for another', () => countMessages(ben.id, [talk(3, 'in'), talk(3, 'out')], { ...seeing, source: 'other' })],
    ['watched', () => markWatched(carla.id, NOW, 'UTC')],
    ['sold', () => saveLife(anna.contactId, { deals: [deal('d1', '120.50', 60), deal('d2', '30', 5)] }, NOW)],
    ['sold to another', () => saveLife(ben.contactId, { deals: [deal('d3', '999.99', 30)] }, NOW)],
    ['staged', () => say(ben.contactId, { stage: 'lead', source: 'fair' }, addDays(TODAY, -20), NOW)],
    ['staged on', () => say(ben.contactId, { stage: 'visited' }, TODAY, NOW + 5)],
    ['merged', async () => (undo = await mergeContacts(ben.contactId, anna.contactId, NOW))],
    ['merging undone', () => runUndo(undo!, NOW)],
    [
      'merged again',
      async () => void (await mergeContacts(ben.contactId, anna.contactId, NOW), (merged = (await db.merges.toArray())[0]!.id)),
    ],
    ['taken apart', () => takeApart(merged, NOW)],
    ['deleted', async () => (undo = await deleteContact(anna.contactId, NOW))],
    ['deleting undone', () => runUndo(undo!, NOW)],
    ['what a tab recorded taken back', () => uncount('other')],
    ['forgotten', () => forgetContact(ben.contactId, NOW)],
    [
      'restored over it',
      async () => {
        const job = await beginRestore(NOW);
        await stageRows(job, 0, 'contacts', await db.contacts.where({ id: anna.contactId }).toArray(), NOW);
        await stageRows(job, 1, 'deals', await db.deals.toArray(), NOW);
        undo = await commitRestore(job, 'replace', NOW);
      },
    ],
    ['restoring undone', () => runUndo(undo!, NOW)],
  ];
  let before = '';
  for (const [what, act] of acts) {
    await act();
    await freshenAll();
    const kept = await db.sums.toArray();
    expect(kept, what).toEqual(await recounted());
    expect(JSON.stringify(kept), `${what} changes the sums`).not.toBe(before);
    before = JSON.stringify(kept);
  }
  await markEverybodyStale();
  await freshenAll();
  expect(JSON.stringify(await db.sums.toArray())).toBe(before);
});

test('Whoever is changed while everybody is worked out anew is counted once', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 90; i += 1) {
    const { identity } = await remember(place(`p${i}`, `Person ${i}`), NOW + i);
    ids.push(identity.contactId);
    await countMessages(identity.id, [talk(i, 'in')], { now: NOW, zone: 'UTC', source: 's' });
  }
  await markEverybodyStale();
  await freshenStandings(by);
  await saveLife(ids[0]!, { deals: [deal('d1', '5', 3)] }, NOW);
  await saveLife(ids[89]!, { deals: [deal('d2', '7', 3)] }, NOW);
  await deleteContact(ids[1]!, NOW);
  await deleteContact(ids[88]!, NOW);
  await freshenAll();
  expect(await db.sums.toArray()).toEqual(await recounted());
  expect((await readSums('2026-03')).reduce((sum, { counts }) => sum + (counts['new'] ?? 0), 0)).toBe(88);
});

test('Months to come are read when they are there', async () => {
  const { identity } = await remember(place('a', 'Anna'), NOW);
  // Whoever buys will have left a year later, should nothing happen.
  await saveLife(identity.contactId, { deals: [deal('d1', '5', 0)] }, NOW);
  await freshenAll();
  expect((await readSums('2026-03')).map(({ month }) => month)).toEqual(['', '2026-03']);
  expect((await readSums('2027-03')).at(-1)).toEqual({ month: '2027-03', counts: { 'left:03': 1 }, money: {} });
});
