import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from './day';
import { actId, dayOfMessage, interactionId, later, windowOf, type DayCount, type MessageParts } from './interaction';

// Few letters, and among them those that divide the parts, so that parts collide when they are glued carelessly.
const part = fc.string({ unit: fc.constantFrom('a', '1', ':', '|', '小', '😀'), maxLength: 5 });
const parts: fc.Arbitrary<MessageParts> = fc.record({ site: part, account: part, conversation: part, key: part });

describe('the id of an interaction', () => {
  test('is the same for the same parts and another for any others', async () => {
    await fc.assert(
      fc.asyncProperty(parts, parts, async (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b);
        expect((await interactionId(a)) === (await interactionId(b))).toBe(same);
      }),
      { numRuns: 300 },
    );
  });

  test('of an act is none that a message could have', async () => {
    const account: string = 'me';
    const act = await actId({ site: 'x', account, kind: 'like', item: '1' });
    expect(act).not.toBe(await actId({ site: 'x', account, kind: 'repost', item: '1' }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('act', 'like', '3:act', 'act|4:like'), fc.constantFrom('1', 'like', '4:like|1:1'), async (a, b) => {
        expect(await interactionId({ site: 'x', account, conversation: a, key: b })).not.toBe(act);
      }),
    );
  });

  test('tells apart parts whose texts only meet when written one after the other', async () => {
    const one = await interactionId({ site: 'a', account: 'b|1:c', conversation: '', key: 'd' });
    const two = await interactionId({ site: 'a', account: 'b', conversation: 'c', key: 'd' });
    expect(one).not.toBe(two);
  });

  test('tells apart every way of cutting one text into parts', async () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 }).map((at) => at.sort((a, b) => a - b));
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { minLength: 6, maxLength: 6 }),
        fc.constantFrom('', '|', ':'),
        cuts,
        cuts,
        async (pieces, glue, a, b) => {
          const cut = ([x, y, z]: number[]): MessageParts => ({
            site: pieces.slice(0, x).join(glue),
            account: pieces.slice(x, y).join(glue),
            conversation: pieces.slice(y, z).join(glue),
            key: pieces.slice(z).join(glue),
          });
          const same = JSON.stringify(cut(a)) === JSON.stringify(cut(b));
          expect((await interactionId(cut(a))) === (await interactionId(cut(b)))).toBe(same);
        },
      ),
    );
  });

  test('is 22 characters that a backup and a URL can hold, and shows none of its parts', async () => {
    const id = await interactionId({ site: 'whatsapp', account: 'me', conversation: 'Anna', key: 'K1' });
    expect(id).toMatch(/^[\w-]{22}$/);
    expect(id).not.toContain('Anna');
  });

  test('never changes, because it is stored', async () => {
    expect(await interactionId({ site: 'demo', account: 'a@b', conversation: 'c1', key: 'm1' })).toBe('uMKrtP0svvmEeraeogZdYA');
  });
});

describe('the day of a message', () => {
  const seen = Date.parse('2026-03-01T23:30:00Z');
  test.each([
    ['an instant falls on the rep’s own day', '2026-02-28T12:00:00.000Z', false, 'Pacific/Kiritimati', '2026-03-01'],
    ['a day stays that day in every zone', '2026-02-28', false, 'Pacific/Kiritimati', '2026-02-28'],
    ['an undated message has none', null, false, 'UTC', null],
    ['an undated message seen arriving has the day on which it was seen', null, true, 'UTC', '2026-03-01'],
    ['and that is the rep’s own day', null, true, 'Asia/Shanghai', '2026-03-02'],
  ])('%s', (_, at, live, zone, day) => {
    expect(dayOfMessage(at, live, seen, zone)).toBe(day);
  });
});

describe('a window of days', () => {
  const today = '2026-03-01';
  const row = fc.record({
    day: fc.integer({ min: -40, max: 3 }).map((n) => addDays(today, n)),
    in: fc.nat(9),
    out: fc.nat(9),
    watched: fc.boolean(),
  });

  test('takes today and the days before it, neither the future nor the day before the first', () => {
    const rows: DayCount[] = [
      { day: '2026-02-22', in: 100, out: 100, watched: true },
      { day: '2026-02-23', in: 1, out: 2, watched: true },
      { day: '2026-03-01', in: 3, out: 4, watched: false },
      { day: '2026-03-02', in: 100, out: 100, watched: true },
    ];
    expect(windowOf(rows, today, 7)).toEqual({ in: 4, out: 6, watched: 1 });
  });

  test('equals a plain sum over the days inside', () => {
    fc.assert(
      fc.property(fc.array(row), fc.integer({ min: 1, max: 35 }), (rows, length) => {
        const inside = rows.filter(({ day }) => daysBetween(day, today) >= 0 && daysBetween(day, today) < length);
        const sum = windowOf(rows, today, length);
        expect(sum.in).toBe(inside.reduce((n, one) => n + one.in, 0));
        expect(sum.out).toBe(inside.reduce((n, one) => n + one.out, 0));
        expect(sum.watched).toBe(new Set(inside.filter((one) => one.watched).map((one) => one.day)).size);
        expect(sum.watched).toBeLessThanOrEqual(length);
      }),
    );
  });
});

test.each([
  [null, null, null],
  [null, '2026-03-01', '2026-03-01'],
  ['2026-03-01', null, '2026-03-01'],
  ['2026-03-01', '2026-03-01T08:00:00.000Z', '2026-03-01T08:00:00.000Z'],
  ['2026-03-02', '2026-03-01T08:00:00.000Z', '2026-03-02'],
])('of %s and %s the later is %s', (a, b, result) => {
  expect(later(a, b)).toBe(result);
  expect(later(b, a)).toBe(result);
});
