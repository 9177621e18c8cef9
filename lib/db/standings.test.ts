import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY, NOW, place, wipe } from '../../tests/support/people';
import { defaultCare } from '../domain/care';
import { dayOf } from '../domain/day';
import type { Identity } from '../domain/records';
import type { Evidence } from '../domain/tie/evidence';
import { standingOf } from '../domain/tie/standing';
import { deleteContact } from './contacts';
import { countMessages } from './count';
import { db } from './database';
import { evidenceAfter, evidenceOf } from './evidence';
import { setFollowUp } from './follow-ups';
import { saveLife } from './life';
import { remember } from './people';
import { freshenStandings, markEverybodyStale } from './standings';

const TODAY = dayOf(NOW, 'UTC');
const freshen = () => freshenStandings({ care: defaultCare, today: TODAY, zone: 'UTC', big: {}, now: NOW });
const freshenAll = async () => {
  let steps = 0;
  while (await freshen()) steps += 1;
  return steps;
};

let anna: string;
let identity: string;
beforeEach(async () => {
  await wipe();
  const made = await remember(place(), NOW);
  anna = made.identity.contactId;
  identity = made.identity.id;
});

describe('a standing', () => {
  test('follows every change of the records, as if it were worked out from all of them', async () => {
    const changes = [
      () =>
        countMessages(
          identity,
          [
            { id: 'm1', direction: 'in', at: new Date(NOW - 3 * DAY).toISOString(), live: false },
            { id: 'm2', direction: 'out', at: null, live: false },
          ],
          { now: NOW, zone: 'UTC', source: 's' },
        ),
      () => setFollowUp(anna, '2026-04-01', 'call', NOW),
      () => saveLife(anna, { facts: [{ id: 'f', kind: 'asked', on: TODAY, text: '', score: null, other: null }] }, NOW),
    ];
    for (const change of changes) {
      const before = await db.standings.get(anna);
      await change();
      await freshenAll();
      const now = await db.standings.get(anna);
      expect(now).not.toEqual(before);
      expect(now).toMatchObject(standingOf((await evidenceOf([anna], 'UTC'))[0]!, defaultCare, TODAY));
    }
    expect(await db.standings.get(anna)).toMatchObject({ in: 1, out: 1, undatedOut: TODAY, thread: { owed: { day: '2026-02-27' } } });
  });

  test('goes with its contact', async () => {
    await freshenAll();
    await deleteContact(anna, NOW);
    await freshenAll();
    expect(await db.standings.count()).toBe(0);
  });

  test('that is not old is left alone', async () => {
    await freshenAll();
    expect(await freshen()).toBeNull();
  });
});

test('Everybody is worked out step by step, and a worker that dies between two steps goes on where the last one stopped', async () => {
  for (let i = 0; i < 250; i += 1) await remember(place(`c${i + 10}`, `Person ${i}`), NOW + i);
  await freshenAll();
  await db.standings.clear();
  await markEverybodyStale();
  await freshen();
  const first = await db.standings.count();
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(251);
  // Nothing but the database is carried from step to step.
  await freshen();
  expect(await db.standings.count()).toBeGreaterThan(first);
  await freshenAll();
  expect(await db.standings.count()).toBe(251);
  expect(await db.stale.count()).toBe(0);
});

test('Who changes while everybody is worked out is not forgotten, and who goes leaves nothing behind', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 250; i += 1) ids.push((await remember(place(`c${i + 10}`, `Person ${i}`), NOW + i)).identity.contactId);
  await markEverybodyStale();
  await freshen();
  await setFollowUp(ids[0]!, '2026-04-01', 'first', NOW);
  await setFollowUp(ids[249]!, '2026-04-01', 'last', NOW);
  await deleteContact(ids[1]!, NOW);
  await deleteContact(ids[248]!, NOW);
  await freshenAll();
  const [first, gone, last] = await db.standings.bulkGet([ids[0]!, ids[1]!, ids[249]!]);
  expect([first!.followUps.length, gone, last!.followUps.length]).toEqual([1, undefined, 1]);
  expect(await db.standings.count()).toBe(249);
});

test('Thousands of marks, as after a restore, are done in order instead of one by one', async () => {
  await freshenAll();
  const ben = (await remember(place('ben', 'Ben'), NOW)).identity.contactId;
  await db.stale.bulkPut(Array.from({ length: 6000 }, (_, i) => ({ id: `contact:nobody-${i}` })));
  await freshen();
  expect(await db.stale.count()).toBe(0);
  expect((await db.standings.bulkGet([anna, ben])).every(Boolean)).toBe(true);
});

describe('contacts read in order', () => {
  const all = async () => {
    const inOrder: Evidence[] = [];
    for (let after = ''; ;) {
      const { ids, evidence } = await evidenceAfter(after, 7, 'UTC');
      inOrder.push(...evidence);
      if (ids.length < 7) return inOrder;
      after = ids[ids.length - 1]!;
    }
  };
  const one = async (id: string) => (await evidenceOf([id], 'UTC'))[0]!;
  const said = (count: number, name: string) =>
    Array.from({ length: count }, (_, i) => ({
      id: `${name}-${i}`,
      direction: i % 3 ? ('in' as const) : ('out' as const),
      at: new Date(NOW - i * DAY * 0.4).toISOString(),
      live: false,
    }));

  test('have the same standing as each by itself: long histories, several identities, rows of nobody', async () => {
    const people: Identity[] = [];
    for (let i = 0; i < 40; i += 1) people.push((await remember(place(`c${i + 10}`, `Person ${i}`), NOW + i)).identity);
    const seeing = { now: NOW, zone: 'UTC', source: 's' };
    for (const [i, { id }] of people.entries()) await countMessages(id, said(i % 9 === 4 ? 700 : i, id), seeing);
    // Somebody's second identity was made much later, in the middle of the others' or after them.
    await db.identities.update(people[30]!.id, { contactId: people[3]!.contactId });
    await db.identities.update(people[39]!.id, { contactId: people[3]!.contactId });
    await db.days.put({ identityId: `${people[5]!.id}-gone`, day: TODAY, in: 9, out: 9, watched: true });
    await deleteContact(people[8]!.contactId, NOW);
    const inOrder = await all();
    expect(inOrder).toHaveLength(40);
    for (const evidence of inOrder)
      expect(standingOf(evidence, defaultCare, TODAY)).toEqual(standingOf(await one(evidence.contact.id), defaultCare, TODAY));
    const long = inOrder.find(({ contact }) => contact.id === people[4]!.contactId)!;
    // Whatever is counted comes from the days; of the messages only the latest are read.
    expect([long.interactions.length, standingOf(long, defaultCare, TODAY).in]).toEqual([300, 466]);
  });

  test('are read together, not each by itself', async () => {
    for (let i = 0; i < 100; i += 1) await remember(place(`p${i}`, `Person ${i}`), NOW + i);
    const spies = [IDBObjectStore, IDBIndex].flatMap(({ prototype }) => [vi.spyOn(prototype, 'getAll'), vi.spyOn(prototype, 'openCursor')]);
    expect((await evidenceAfter('', 100, 'UTC')).evidence).toHaveLength(100);
    expect(spies.reduce((sum, { mock }) => sum + mock.calls.length, 0)).toBeLessThan(20);
    vi.restoreAllMocks();
  });
});
