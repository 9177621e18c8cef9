import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, NOW, place, wipe } from '../../tests/support/people';
import { defaultCare } from '../domain/care';
import { addDays, dayOf } from '../domain/day';
import { reckonOn } from './agenda';
import { backupPart } from './backup';
import { changeMany } from './change-many';
import { db } from './database';
import { forgetContact } from './forget';
import { removeLife, saveLife } from './life';
import { say } from './marks';
import { movesBetween, movesOf } from './moves';
import { remember } from './people';
import { recordsOf } from './records-of';
import { beginRestore, commitRestore, stageRows } from './restore';
import { mergeContacts, takeApart } from './same-person';
import { markEverybodyStale } from './standings';
import { runUndo } from './undo';

const TODAY = dayOf(NOW, 'UTC');
const day = (n: number) => addDays(TODAY, n);
const at = (n: number, care = defaultCare) => ({ today: day(n), now: NOW + n * DAY, zone: 'UTC', care });
const reckon = async (n: number, care = defaultCare) => {
  while (await reckonOn(at(n, care)));
};
const won = (id: string, n: number) => ({
  ...{ id, item: 'Table', amount: '100', currency: 'EUR', status: 'won' as const, lines: [], lostReason: '' },
  ...{ openedOn: day(n), closedOn: day(n), paidOn: null },
});
const told = async (id: string) => (await movesOf(id)).map(({ what, from, to, day }) => [what, from, to, day]);
const BOUGHT = [
  ['tier', 'shallow', 'deep', day(1)],
  ['type', 'passer-by', 'customer', day(1)],
];

let anna: string;
beforeEach(async () => {
  await wipe();
  anna = (await remember(place(), NOW)).identity.contactId;
  await reckon(0);
});

describe('a stage', () => {
  test('leaves a move with the act, of one contact and of many, and none when it is taken back', async () => {
    const ben = (await remember(place('c2', 'Ben'), NOW)).identity.contactId;
    const first = await say(anna, { stage: 'lead' }, day(1), NOW + DAY);
    await say(anna, { stage: 'lead', source: 'fair' }, day(2), NOW + 2 * DAY);
    const many = await changeMany([anna, ben], { what: 'stage', stage: 'visited' }, null, day(3), NOW + 3 * DAY);
    expect(await told(anna)).toEqual([
      ['stage', null, 'lead', day(1)],
      ['stage', 'lead', 'visited', day(3)],
    ]);
    expect(await told(ben)).toEqual([['stage', null, 'visited', day(3)]]);
    await runUndo(many.undo!, NOW + 4 * DAY);
    expect([await told(anna), await told(ben)]).toEqual([[['stage', null, 'lead', day(1)]], []]);
    await runUndo(first!, NOW + 4 * DAY);
    expect(await db.moves.count()).toBe(0);
  });
});

describe('type and tier', () => {
  test('move when something is known that changes them, once, however often everything is reckoned anew', async () => {
    await saveLife(anna, { deals: [won('d', 1)] }, NOW + DAY);
    await reckon(1);
    expect(await told(anna)).toEqual(BOUGHT);
    await markEverybodyStale();
    await reckon(1);
    await reckon(2);
    expect(await told(anna)).toEqual(BOUGHT);
  });

  test('do not move on the day on which somebody is new: what is found then has been so before', async () => {
    await saveLife(anna, { deals: [won('d', -300)] }, NOW);
    await reckon(0);
    expect(await db.moves.count()).toBe(0);
  });

  test('move by the mere passing of days: who was silent for a year is merely connected again', async () => {
    await saveLife(anna, { deals: [won('d', 1)] }, NOW + DAY);
    await reckon(1);
    await reckon(400);
    expect((await told(anna)).filter(([what]) => what === 'tier')).toEqual([BOUGHT[0], ['tier', 'deep', 'shallow', day(400)]]);
  });

  test('up and down on one day is no move, up and further up is one', async () => {
    await saveLife(anna, { deals: [won('d', 1)] }, NOW + DAY);
    await reckon(1);
    await saveLife(anna, { facts: [{ id: 'f', kind: 'referral', on: day(1), text: '', score: null, other: null }] }, NOW + DAY);
    await reckon(1);
    expect(await told(anna)).toEqual([
      ['tier', 'shallow', 'iron', day(1)],
      ['type', 'passer-by', 'referrer', day(1)],
    ]);
    await removeLife('deals', anna, 'd', NOW + DAY);
    await removeLife('facts', anna, 'f', NOW + DAY);
    await reckon(1);
    expect(await db.moves.count()).toBe(0);
  });

  test('do not move because the settings ask for another path', async () => {
    const said = (n: number) => [{ id: `n${n}`, kind: 'asked' as const, on: day(n), text: '', score: null, other: null }];
    for (let n = 1; n < 40; n += 4) await saveLife(anna, { facts: said(n) }, NOW + n * DAY);
    await db.identities.where({ contactId: anna }).modify({ in: 9, out: 9 });
    const { id } = (await db.identities.where({ contactId: anna }).first())!;
    await db.days.bulkPut(Array.from({ length: 20 }, (_, i) => ({ identityId: id, day: day(2 * i), in: 1, out: 1, watched: true })));
    await reckon(40);
    const tier = { what: 'tier', from: 'shallow', to: 'sticky' };
    expect(await movesOf(anna)).toEqual(expect.arrayContaining([expect.objectContaining(tier)]));
    const before = await told(anna);
    await reckon(41, { ...defaultCare, path: 'convert' });
    await reckon(42, { ...defaultCare, path: 'convert' });
    expect(await told(anna)).toEqual(before);
  });

  test('are not lost when everybody is worked out anew and the worker dies after every step', async () => {
    const ids = [anna];
    for (let i = 0; i < 130; i += 1) ids.push((await remember(place(`p${i}`, `P${i}`), NOW + i)).identity.contactId);
    await reckon(0);
    for (const [i, id] of ids.entries()) await saveLife(id, { deals: [won(`d${i}`, 1)] }, NOW + DAY);
    await markEverybodyStale();
    let steps = 0;
    // Nothing but the database is carried from step to step.
    while (await reckonOn(at(1))) steps += 1;
    expect(steps).toBeGreaterThan(1);
    expect(await movesBetween(day(1), day(1))).toHaveLength(2 * ids.length);
    expect(await db.standings.count()).toBe(ids.length);
  });
});

test('Moves of a stretch of days are read by day, the first and the last included', async () => {
  for (const [n, stage] of ['lead', 'visited', 'quoted'].entries()) await say(anna, { stage }, day(n), NOW + n * DAY);
  expect((await movesBetween(day(1), day(2))).map(({ to }) => to)).toEqual(['visited', 'quoted']);
  expect(await movesBetween(day(3), day(9))).toEqual([]);
});

describe('who is who', () => {
  test('moves go where their contact goes and come back with it; becoming one person is no move itself', async () => {
    const ben = (await remember(place('c2', 'Ben'), NOW)).identity.contactId;
    await reckon(0);
    await saveLife(ben, { deals: [won('d', 1)] }, NOW + DAY);
    await reckon(1);
    const merged = await mergeContacts(ben, anna, NOW + 2 * DAY);
    await reckon(2);
    expect(await told(anna)).toEqual(BOUGHT);
    const { id } = (await db.merges.toCollection().first())!;
    await takeApart(id, NOW + 3 * DAY);
    await reckon(3);
    expect([await told(anna), await told(ben)]).toEqual([[], BOUGHT]);
    expect(merged).not.toBeNull();
  });

  test('forgetting takes the moves along, and what is exported of one person holds them', async () => {
    await say(anna, { stage: 'lead' }, day(1), NOW + DAY);
    expect((await recordsOf(anna))['moves']).toHaveLength(1);
    await forgetContact(anna, NOW + DAY);
    expect(await db.moves.count()).toBe(0);
  });
});

test('A backup holds the moves; taking one over moves nobody, and it may be of before there were any', async () => {
  await reckon(1);
  await saveLife(anna, { deals: [won('d', 1)] }, NOW + DAY);
  await reckon(1);
  const parts: { table: string; rows: Record<string, unknown>[] }[] = [];
  for (let cursor: string | null = null; ;) {
    const part = await backupPart(cursor);
    parts.push(part);
    if ((cursor = part.next) === null) break;
  }
  await removeLife('deals', anna, 'd', NOW + 2 * DAY);
  await reckon(2);
  expect(await db.moves.count()).toBe(4);
  const restore = async (left: (table: string) => boolean, mode: 'merge' | 'replace' = 'replace') => {
    const job = await beginRestore(NOW);
    for (const [n, { table, rows }] of parts.filter((part) => left(part.table)).entries()) await stageRows(job, n, table, rows, NOW);
    return commitRestore(job, mode, NOW);
  };
  const undo = await restore(() => true);
  await reckon(3);
  expect(await told(anna)).toEqual(BOUGHT);
  await runUndo(undo, NOW);
  await reckon(3);
  expect(await db.moves.count()).toBe(4);
  await restore((table) => table !== 'moves');
  await reckon(4);
  expect(await db.moves.count()).toBe(0);
  await removeLife('deals', anna, 'd', NOW + 5 * DAY);
  await reckon(5);
  const before = await told(anna);
  expect(before.length).toBeGreaterThan(0);
  await restore((table) => table !== 'moves', 'merge');
  await reckon(6);
  expect(await db.deals.count()).toBe(1);
  expect(await told(anna)).toEqual(before);
});
