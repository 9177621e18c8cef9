import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, NOW, place, wipe } from '../../tests/support/people';
import { addDays, dayOf } from '../domain/day';
import { countAct, takeBackAct } from './acts';
import { backupPart } from './backup';
import { countMessages, recount, uncount, type Countable } from './count';
import { db } from './database';
import { evidenceOf } from './evidence';
import { forgetContact } from './forget';
import { remember } from './people';
import { recordsOf } from './records-of';
import { beginRestore, commitRestore, stageRows } from './restore';
import { rollUpStep, type Sizes } from './roll-up';
import { whoIs } from './who';

const TODAY = dayOf(NOW, 'UTC');
const LONG_AGO = NOW - 800 * DAY;
const SMALL: Sizes = { kept: 4, least: 2, step: 5 };
/** Everything seen and dated before 2025 is old. */
const OLD = { day: '2025-01-01', ms: Date.parse('2025-01-01') };

let passes = 0;
/** A pass of a day of its own, the worker dying after every step: nothing but the database is carried on. */
async function rollUp(sizes: Sizes = SMALL, now = NOW): Promise<number> {
  passes += 1;
  const by = { today: addDays(TODAY, passes), now, before: OLD };
  let steps = 0;
  while (await rollUpStep(by, sizes)) if ((steps += 1) > 2000) throw new Error('endless');
  return steps;
}
const message = (n: number, more: Partial<Countable> = {}): Countable => ({
  ...{ id: `m${n}`, direction: n % 3 === 0 ? 'out' : 'in', at: addDays('2023-01-01', n * 20), live: false },
  ...more,
});
const messages = (many: number) => Array.from({ length: many }, (_, n) => message(n));
const seen = (source: string, now = LONG_AGO) => ({ now, zone: 'UTC', source });
/** All that is counted, without where it is kept. */
const counts = async () => ({
  identities: await db.identities.toArray(),
  days: (await db.days.toArray()).map(({ rolled: _, ...day }) => day),
});
/** The same without ids, which differ from run to run. */
const bare = async () => {
  const { identities, days } = await counts();
  return [
    ...identities.map(({ in: received, out, acts, lastIn, lastOut }) => [received, out, acts, lastIn, lastOut]),
    ...days.map(({ day, in: received, out, watched }) => [day, received, out, watched]),
  ];
};

let anna: string;
let chat: string;
beforeEach(async () => {
  await wipe();
  const { identity } = await remember(place(), LONG_AGO);
  [anna, chat] = [identity.contactId, identity.id];
});

describe('rolling up', () => {
  test('leaves every count as it was, in whatever order it is counted, rolled up, seen again, counted anew and taken back', async () => {
    const all = messages(40).map((one, n) => (n % 7 === 3 ? { ...one, at: null } : one));
    const batch = fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: 25 });
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ what: fc.constant('count' as const), batch, late: fc.boolean(), tab: fc.nat(2) }) },
      { weight: 3, arbitrary: fc.record({ what: fc.constant('roll' as const) }) },
      { weight: 1, arbitrary: fc.record({ what: fc.constant('recount' as const) }) },
      { weight: 1, arbitrary: fc.record({ what: fc.constant('undo' as const) }) },
    );
    let rolled = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
        /** The same steps, with rolling up and without. */
        const play = async (isRolling: boolean) => {
          await wipe();
          const id = (await remember(place(), LONG_AGO)).identity.id;
          await countMessages(id, all.slice(0, 15), seen('first'));
          for (const one of steps) {
            // What was counted of late can be taken back; what is old is settled.
            if (one.what === 'count') await countMessages(id, one.batch, one.late ? seen('late', NOW - DAY) : seen(`tab${one.tab}`));
            else if (one.what === 'roll' && isRolling) await rollUp();
            else if (one.what === 'recount') await recount(id);
            else if (one.what === 'undo') await uncount('late');
          }
          return bare();
        };
        const plain = await play(false);
        expect(await play(true)).toEqual(plain);
        rolled += await db.rolled.count();
      }),
      { numRuns: 25 },
    );
    expect(rolled).toBeGreaterThan(20);
  });

  test('keeps the latest rows, acts, undated messages and what was seen of late; every old one is known again', async () => {
    await countMessages(chat, messages(40), seen('old'));
    await countAct(chat, 'like', 'like', seen('old'));
    await countMessages(chat, [message(90, { at: null }), message(91, { at: '2023-01-01' })], seen('new', NOW - DAY));
    const before = await counts();
    await rollUp();
    expect(await counts()).toEqual(before);
    const left = (await db.interactions.toArray()).map(({ id }) => id);
    expect(left).toEqual(expect.arrayContaining(['m36', 'm37', 'm38', 'm39', 'm90', 'm91', 'like']));
    expect(left.length).toBeLessThan(20);
    expect(await countMessages(chat, messages(40).reverse(), seen('again', NOW))).toBe(0);
    // Somebody else's chat does not count it either, as when it had its row.
    const ben = (await remember(place('c2', 'Ben'), NOW)).identity.id;
    expect(await countMessages(ben, messages(3), seen('again', NOW))).toBe(0);
    // One that nobody has seen yet is counted, however old.
    expect(await countMessages(chat, [message(95, { at: '2023-01-02' })], seen('again', NOW))).toBe(1);
    expect(await takeBackAct('like')).toBe(true);
  });

  test('changes nothing of what the rules of the tie are given', async () => {
    await countMessages(
      chat,
      messages(640).map((one, n) => ({ ...one, at: new Date(LONG_AGO - (640 - n) * 3_600_000).toISOString() })),
      seen('old'),
    );
    const given = async () => {
      const [evidence] = await evidenceOf([anna], 'UTC');
      return { ...evidence!, days: evidence!.days.map(({ rolled: _, ...day }) => day) };
    };
    const before = await given();
    passes += 1;
    while (await rollUpStep({ today: addDays(TODAY, passes), now: NOW, before: OLD }));
    expect(await db.interactions.count()).toBe(400);
    expect(await given()).toEqual(before);
  });

  test('is done once a day, and one pass is enough', async () => {
    await countMessages(chat, messages(40), seen('old'));
    const by = { today: TODAY, now: NOW, before: OLD };
    while (await rollUpStep(by, SMALL));
    const left = await db.interactions.count();
    expect(await rollUpStep(by, SMALL)).toBe(false);
    await rollUp();
    expect(await db.interactions.count()).toBe(left);
  });

  test('does not stop at acts, of which there may be any number', async () => {
    for (let n = 0; n < 12; n += 1) await countAct(chat, `like${n}`, 'like', seen('old', Date.parse('2022-06-01') + n * DAY));
    await countMessages(chat, messages(40), seen('old'));
    await rollUp();
    expect(await db.interactions.filter(({ kind }) => kind === 'message').count()).toBeLessThan(12);
  });

  test('an old message still proves whose chat it is where only names are known', async () => {
    await db.identities.update(chat, { weak: true, site: 'whatsapp', handles: [] });
    await countMessages(chat, messages(40), seen('old'));
    await rollUp();
    const conversation = { kind: 'person' as const, ids: [{ value: 'Anna K.', kind: 'weak' as const }] as const, name: 'Anna K.' };
    const hashes = ['m0', 'm1', 'm2', 'm3', 'm4'];
    const who = await whoIs({ ...place(), site: 'whatsapp', conversation: { ...conversation, ids: [...conversation.ids] }, hashes });
    expect(who).toMatchObject({ is: 'known', identity: { id: chat } });
  });
});

describe('what is rolled up', () => {
  const parts = async () => {
    const all: { table: string; rows: Record<string, unknown>[] }[] = [];
    for (let cursor: string | null = null; ;) {
      const part = await backupPart(cursor);
      all.push(part);
      if ((cursor = part.next) === null) return all;
    }
  };
  const restore = async (all: Awaited<ReturnType<typeof parts>>, mode: 'merge' | 'replace') => {
    const job = await beginRestore(NOW);
    for (const [n, { table, rows }] of all.entries()) expect(await stageRows(job, n, table, rows, NOW)).toEqual([]);
    await commitRestore(job, mode, NOW);
  };

  test('is in the backup: taken over it is known again, merged it counts nothing twice, whichever side has rolled up', async () => {
    await countMessages(chat, messages(40), seen('old'));
    const rows = await parts();
    await rollUp();
    const rolled = await parts();
    const before = await counts();
    await restore(rows, 'merge');
    expect(await counts()).toEqual(before);
    await restore(rolled, 'replace');
    expect(await counts()).toEqual(before);
    expect(await countMessages(chat, messages(40), seen('again', NOW))).toBe(0);
    await wipe();
    await restore(rolled, 'merge');
    expect(await counts()).toEqual(before);
    await wipe();
    await restore(rows, 'replace');
    await restore(rolled, 'merge');
    expect(await counts()).toEqual(before);
    await recount(chat);
    expect(await counts()).toEqual(before);
  });

  test('goes with its contact: exported, forgotten', async () => {
    await countMessages(chat, messages(40), seen('old'));
    await rollUp();
    expect((await recordsOf(anna))['rolled']!.length).toBe(await db.rolled.count());
    const { removed } = await forgetContact(anna, NOW);
    expect(removed['rolled']!.length).toBeGreaterThan(0);
    expect([await db.rolled.count(), await db.days.count()]).toEqual([0, 0]);
  });
});
