import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { DAY, dump, NOW, place, wipe } from '../../tests/support/people';
import { countAct, takeBackAct } from './acts';
import { countMessages, recount, uncount } from './count';
import { db } from './database';
import { remember } from './people';
import { creditInsertion, creditSending, saveReply } from './replies';

const seeing = { now: NOW, zone: 'UTC', source: 'tab' };
const person = async (id = 'c1'): Promise<string> => (await remember(place(id), NOW)).identity.id;

beforeEach(wipe);

test('an act counts as one out, on the day it was done', async () => {
  const id = await person();
  expect(await countAct(id, 'like', 'like', seeing)).toBe(true);
  expect(await db.interactions.toArray()).toEqual([
    {
      id: 'like',
      identityId: id,
      kind: 'like',
      direction: 'out',
      at: '2026-03-02T09:00:00.000Z',
      day: '2026-03-02',
      live: true,
      seenAt: NOW,
      source: 'tab',
    },
  ]);
  expect(await db.identities.get(id)).toMatchObject({ in: 0, out: 1, acts: 1 });
  expect(await db.days.toArray()).toEqual([{ identityId: id, day: '2026-03-02', in: 0, out: 1, watched: false }]);
});

test('an act counts once, from two tabs at once and at any later time', async () => {
  const id = await person();
  const both = await Promise.all([countAct(id, 'like', 'like', seeing), countAct(id, 'like', 'like', { ...seeing, source: 'other' })]);
  expect(both.filter(Boolean)).toHaveLength(1);
  expect(await countAct(id, 'like', 'like', { ...seeing, now: NOW + DAY })).toBe(false);
  expect(await db.identities.get(id)).toMatchObject({ out: 1, acts: 1 });
});

test('an act is no message: it is not the last word, and sends and answers no reply', async () => {
  const id = await person();
  await countMessages(id, [{ id: 'm', direction: 'out', at: '2026-03-01T10:00:00.000Z', live: false }], seeing);
  await creditInsertion('insertion', await saveReply(null, 'Hello', 'Hello', NOW), id, null, NOW - 1_000);
  await countAct(id, 'comment', 'comment', seeing);
  expect(await db.identities.get(id)).toMatchObject({ out: 2, acts: 1, lastOut: '2026-03-01T10:00:00.000Z' });
  expect(await db.credits.get('insertion')).toMatchObject({ sentAt: null, answeredAt: null });
  await creditSending('insertion', false, NOW);
  await countAct(id, 'like', 'like', { ...seeing, now: NOW + 1_000 });
  expect(await db.credits.get('insertion')).toMatchObject({ sentAt: NOW, answeredAt: null });
  await recount(id);
  expect(await db.identities.get(id)).toMatchObject({ out: 3, acts: 2, lastOut: '2026-03-01T10:00:00.000Z' });
});

test('an act taken back leaves no trace, and can be done again', async () => {
  const id = await person();
  const before = await dump();
  await countAct(id, 'like', 'like', seeing);
  expect(await takeBackAct('like')).toBe(true);
  expect(await dump()).toEqual(before);
  expect(await takeBackAct('like')).toBe(false);
  expect(await countAct(id, 'like', 'like', seeing)).toBe(true);
  expect(await db.identities.get(id)).toMatchObject({ out: 1, acts: 1 });
});

test('for an identity that is gone nothing is stored', async () => {
  expect(await countAct('nobody', 'like', 'like', seeing)).toBe(false);
  expect(await db.interactions.count()).toBe(0);
});

test('counters are what a recount would give, whatever is done, taken back, written and undone', async () => {
  const step = fc.record({
    what: fc.constantFrom('act', 'back', 'message', 'undo'),
    key: fc.constantFrom('a', 'b', 'c'),
    source: fc.constantFrom('one', 'two'),
    later: fc.nat(2),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      await wipe();
      const id = await person();
      for (const { what, key, source, later } of steps) {
        const now = NOW + later * DAY;
        if (what === 'act') await countAct(id, `act ${key}`, 'like', { now, zone: 'UTC', source });
        if (what === 'back') await takeBackAct(`act ${key}`);
        if (what === 'message')
          await countMessages(id, [{ id: key, direction: 'out', at: null, live: true }], { now, zone: 'UTC', source });
        if (what === 'undo') await uncount(source);
        const before = await dump(['identities', 'days']);
        await recount(id);
        expect(await dump(['identities', 'days'])).toEqual(before);
      }
      const rows = await db.interactions.toArray();
      const acts = rows.filter((row) => row.kind === 'like').length;
      expect(await db.identities.get(id)).toMatchObject({ out: rows.length, acts });
    }),
    { numRuns: 40 },
  );
});
