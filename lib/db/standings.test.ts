import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, NOW, place, wipe } from '../../tests/support/people';
import { defaultCare } from '../domain/care';
import { dayOf } from '../domain/day';
import { standingOf } from '../domain/tie/standing';
import { deleteContact } from './contacts';
import { countMessages } from './count';
import { db } from './database';
import { evidenceOf } from './evidence';
import { setFollowUp } from './follow-ups';
import { saveLife } from './life';
import { remember } from './people';
import { freshenStandings, markEverybodyStale } from './standings';

const TODAY = dayOf(NOW, 'UTC');
const freshen = () => freshenStandings(defaultCare, TODAY, 'UTC');
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
      expect(now).toEqual(standingOf((await evidenceOf([anna], 'UTC'))[0]!, defaultCare, TODAY));
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
  expect(first).toBe(100);
  // Nothing but the database is carried from step to step.
  expect(await freshenAll()).toBe(2);
  expect(await db.standings.count()).toBe(251);
  expect(await db.stale.count()).toBe(0);
});
