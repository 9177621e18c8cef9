import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, dump, NOW, place, wipe } from '../../tests/support/people';
import { dayOfMessage } from '../domain/interaction';
import { countMessages, markWatched, recount, uncount, type Countable } from './count';
import { db } from './database';
import { remember } from './people';

const seeing = { now: NOW, zone: 'UTC', source: 'tab' };
const message = (id: string, direction: 'in' | 'out' = 'in', at: string | null = '2026-03-01T10:00:00.000Z', live = false): Countable => ({
  id,
  direction,
  at,
  live,
});
const person = async (id = 'c1'): Promise<string> => (await remember(place(id), NOW)).identity.id;

beforeEach(wipe);

describe('counting', () => {
  // A message is what its id says: the same id always has the same direction and time.
  const known: Countable[] = Array.from({ length: 12 }, (_, i) =>
    message(`m${i}`, i % 3 === 0 ? 'out' : 'in', [null, '2026-02-27', '2026-03-01T23:59:59.000Z'][i % 3 === 1 ? i % 2 : i % 3], false),
  );
  const batch = fc.array(fc.constantFrom(...known), { maxLength: 10 });

  test('gives the same numbers in any order, with doubles, from two tabs at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(batch, batch), { maxLength: 4 }), async (rounds) => {
        await wipe();
        const id = await person();
        let told = 0;
        for (const [one, two] of rounds) {
          const both = await Promise.all([countMessages(id, one, seeing), countMessages(id, two, { ...seeing, source: 'other' })]);
          told += both[0] + both[1];
        }
        const model = new Set(rounds.flat(2));
        const identity = (await db.identities.get(id))!;
        expect(told).toBe(model.size);
        expect(await db.interactions.count()).toBe(model.size);
        for (const direction of ['in', 'out'] as const) {
          expect(identity[direction]).toBe([...model].filter((one) => one.direction === direction).length);
          for (const day of ['2026-02-27', '2026-03-01']) {
            const expected = [...model].filter(
              (one) => one.direction === direction && dayOfMessage(one.at, one.live, NOW, 'UTC') === day,
            ).length;
            expect((await db.days.get([id, day]))?.[direction] ?? 0).toBe(expected);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('keeps totals and days that a recount would give, also after a tab session was undone', async () => {
    const step = fc.record({ batch, source: fc.constantFrom('a', 'b'), undo: fc.boolean(), later: fc.nat(3) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 5 }), async (steps) => {
        await wipe();
        const id = await person();
        for (const { batch: messages, source, undo, later } of steps) {
          const now = NOW + later * DAY;
          await markWatched(id, now, 'UTC');
          await countMessages(
            id,
            messages.map((one) => ({ ...one, live: one.at === null && source === 'b' })),
            { now, zone: 'UTC', source },
          );
          if (undo) await uncount(source);
          const before = await dump(['identities', 'days']);
          await recount(id);
          expect(await dump(['identities', 'days'])).toEqual(before);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('gives each person their own', async () => {
    const [anna, bert] = [await person('c1'), await person('c2')];
    await countMessages(anna, [message('a')], seeing);
    await countMessages(bert, [message('b'), message('c')], seeing);
    expect([(await db.identities.get(anna))!.in, (await db.identities.get(bert))!.in]).toEqual([1, 2]);
  });

  test('for an identity that is gone stores nothing', async () => {
    expect(await countMessages('nobody', [message('a')], seeing)).toBe(0);
    expect(await db.interactions.count()).toBe(0);
  });

  test('takes an undated message into totals only, unless it was seen arriving', async () => {
    const id = await person();
    await countMessages(id, [message('a', 'in', null), message('b', 'out', null, true)], seeing);
    expect(await db.identities.get(id)).toMatchObject({ in: 1, out: 1, lastIn: null, lastOut: new Date(NOW).toISOString() });
    expect(await db.days.toArray()).toEqual([{ identityId: id, day: '2026-03-02', in: 0, out: 1, watched: false }]);
  });

  test('knows the last message each way, whichever is read last', async () => {
    const id = await person();
    await countMessages(id, [message('a', 'in', '2026-03-01T10:00:00.000Z')], seeing);
    await countMessages(id, [message('b', 'in', '2026-02-01T10:00:00.000Z'), message('c', 'out', '2026-01-01')], seeing);
    expect(await db.identities.get(id)).toMatchObject({ lastIn: '2026-03-01T10:00:00.000Z', lastOut: '2026-01-01' });
  });

  test('keeps not a word of a message', async () => {
    const id = await person();
    await countMessages(id, [message('a')], seeing);
    expect(Object.keys((await db.interactions.get('a'))!).sort()).toEqual([
      'at',
      'day',
      'direction',
      'id',
      'identityId',
      'kind',
      'live',
      'seenAt',
      'source',
    ]);
  });
});

describe('watched days', () => {
  test('are marked once and survive counting and recounting', async () => {
    const id = await person();
    expect(await markWatched(id, NOW, 'UTC')).toBe(true);
    expect(await markWatched(id, NOW + 1, 'UTC')).toBe(false);
    await countMessages(id, [message('a', 'in', '2026-03-02')], seeing);
    expect(await markWatched(id, NOW, 'UTC')).toBe(false);
    await recount(id);
    expect(await db.days.toArray()).toEqual([{ identityId: id, day: '2026-03-02', in: 1, out: 0, watched: true }]);
  });

  test('are the rep’s own days', async () => {
    const id = await person();
    await markWatched(id, Date.parse('2026-03-01T20:00:00Z'), 'Asia/Shanghai');
    expect((await db.days.toArray()).map((row) => row.day)).toEqual(['2026-03-02']);
  });
});

test('what a tab session recorded is taken back, and only that', async () => {
  const id = await person();
  await countMessages(id, [message('a')], seeing);
  await countMessages(id, [message('b'), message('c', 'out')], { ...seeing, source: 'evil' });
  expect((await uncount('evil')).map((row) => row.id).sort()).toEqual(['b', 'c']);
  expect(await db.identities.get(id)).toMatchObject({ in: 1, out: 0, lastOut: null });
  expect(await uncount('evil')).toEqual([]);
});
