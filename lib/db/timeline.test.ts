import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, MINUTE, NOW, place, wipe } from '../../tests/support/people';
import { addDays, dayOf } from '../domain/day';
import type { TimelineItem, TimelineKind } from '../domain/timeline/item';
import { timelineLine } from '../messages/protocol';
import { countMessages } from './count';
import { db } from './database';
import { changeFollowUp, setFollowUp } from './follow-ups';
import { saveLife } from './life';
import { say } from './marks';
import { addNote } from './notes';
import { remember } from './people';
import { creditInsertion, creditSending, deleteReply, saveReply } from './replies';
import { mergeContacts } from './same-person';
import { timelineOf } from './timeline';

const TODAY = dayOf(NOW, 'UTC');
const day = (n: number) => addDays(TODAY, n);
const seen = { today: TODAY, zone: 'UTC' };

let anna: string;
let chat: string;
beforeEach(async () => {
  await wipe();
  const { identity } = await remember(place(), NOW - 900 * DAY);
  [anna, chat] = [identity.contactId, identity.id];
});

/** All of it, asked for `limit` at a time. */
async function all(limit: number, kind: TimelineKind | null = null, contact = anna): Promise<TimelineItem[]> {
  const items: TimelineItem[] = [];
  for (let cursor: string | null = null; ;) {
    const page = await timelineOf(contact, { kind, cursor, limit }, seen);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    if ((cursor = page.next) === null) return items;
  }
}
const told = (items: TimelineItem[]) =>
  items.map(({ day, what, more, price }) => [day, what.word, more, price?.amount, price?.currency].filter(Boolean).join(' '));
const count = (identity: string, days: number[]) =>
  countMessages(
    identity,
    days.map((n, i) => ({ id: `${identity}-${n}-${i}`, direction: i % 2 ? 'in' : 'out', at: day(-n), live: false })),
    { now: NOW, zone: 'UTC', source: 's' },
  );
const deal = {
  ...{ id: 'd', item: 'Tea set', amount: '120.50', currency: 'CNY', status: 'won' as const, lostReason: '' },
  ...{ openedOn: day(-30), closedOn: day(-20), paidOn: day(-10) },
};
const fact = { id: 'f', kind: 'nps' as const, on: day(-5), text: 'at the fair', score: 9, other: null };

describe('the timeline', () => {
  test('has every kind of record, the newest first, each on its day', async () => {
    await addNote(anna, 'n1', 'likes oolong', NOW - 40 * DAY);
    await count(chat, [3, 3, 3]);
    const reply = await saveReply(null, 'Price list', 'Here it is', NOW - 50 * DAY);
    await creditInsertion('i1', reply, chat, null, NOW - 45 * DAY);
    await creditSending('i1', false, NOW - 45 * DAY + MINUTE);
    await say(anna, { stage: 'quoted' }, day(-35), NOW - 35 * DAY);
    await saveLife(anna, { deals: [deal], facts: [fact] }, NOW - 35 * DAY);
    const birthday = { kind: 'birthday' as const, label: '', calendar: 'solar' as const, year: null, month: 2, day: 26, leapMonth: false };
    await saveLife(anna, { keyDates: [{ id: 'k', ...birthday, everyMonths: 12, leads: [], inferred: false }] }, NOW - 400 * DAY);
    await setFollowUp(anna, day(-2), 'call', NOW - 9 * DAY);
    await changeFollowUp(anna, (await db.followUps.toArray())[0]!.id, { status: 'done' }, NOW - DAY);
    expect(told(await all(3))).toEqual([
      `${day(-1)} timeline_step_done call`,
      `${day(-3)} timeline_messages`,
      `2026-02-26 dates_birthday`,
      `${day(-5)} life_fact_nps 9 · at the fair`,
      `${day(-10)} timeline_deal_paid Tea set 120.50 CNY`,
      `${day(-20)} timeline_deal_won Tea set 120.50 CNY`,
      `${day(-30)} timeline_deal_opened Tea set 120.50 CNY`,
      `${day(-35)} timeline_stage`,
      `${day(-40)} timeline_note likes oolong`,
      `${day(-45)} timeline_reply_sent Price list`,
      `2025-02-26 dates_birthday`,
    ]);
    expect((await all(9, 'messages')).map(({ what }) => what.args)).toEqual([[2, 1]]);
    expect((await all(9, 'move')).map(({ what }) => what.args)).toEqual([
      [
        { word: 'timeline_no_stage', args: [] },
        { word: 'agenda_stage_quoted', args: [] },
      ],
    ]);
    for (const item of await all(50)) expect(timelineLine.safeParse(item).error).toBeUndefined();
  });

  test('is the same in pages of any size, with thousands of days and many lines of one day and one moment', async () => {
    await count(
      chat,
      Array.from({ length: 800 }, (_, i) => i),
    );
    const ben = (await remember(place('c2', 'Ben'), NOW - 900 * DAY)).identity;
    await count(
      ben.id,
      Array.from({ length: 300 }, (_, i) => 2 * i + 1),
    );
    for (let i = 0; i < 30; i += 1) await creditInsertion(`i${i}`, 'gone', chat, null, NOW - 5 * DAY + i * MINUTE);
    for (let i = 0; i < 20; i += 1) await addNote(anna, `n${i}`, `note ${i}`, NOW - 5 * DAY);
    await mergeContacts(ben.contactId, anna, NOW);
    const whole = await all(5000);
    expect(whole).toHaveLength(800 + 30 + 20);
    for (const limit of [7, 40, 100]) expect(await all(limit)).toEqual(whole);
    // Both of them on one day are one line.
    expect(whole.find((item) => item.kind === 'messages' && item.day === day(-1))!.what.args).toEqual([1, 1]);
    expect((await all(40, 'note')).length).toBe(20);
  });

  test('names who was brought and by whom, on both pages, and nobody who is not there any more', async () => {
    const ben = (await remember(place('c2', 'Ben'), NOW)).identity.contactId;
    await saveLife(anna, { facts: [{ ...fact, kind: 'referral', score: null, text: '', other: ben }] }, NOW);
    expect((await all(9)).map(({ what, place }) => [what, place])).toEqual([
      [
        { word: 'life_fact_brought', args: ['Ben'] },
        { on: 'contact', id: ben },
      ],
    ]);
    expect((await all(9, null, ben)).map(({ what, place }) => [what, place])).toEqual([
      [
        { word: 'timeline_came', args: ['Anna'] },
        { on: 'contact', id: anna },
      ],
    ]);
    await db.contacts.update(ben, { deletedAt: NOW });
    expect((await all(9)).map(({ what, place }) => [what.word, place])).toEqual([['life_fact_referral', { on: 'record', id: 'f' }]]);
  });

  test('leaves out what was hidden, what lies ahead, and follow-ups that are open; a deleted reply has no name', async () => {
    await addNote(anna, 'n1', 'hidden', NOW);
    await db.notes.update('n1', { hiddenAt: NOW });
    await count(chat, [-9]);
    await setFollowUp(anna, day(2), 'call', NOW);
    const reply = await saveReply(null, 'Price list', 'Here', NOW);
    await creditInsertion('i1', reply, chat, null, NOW);
    await deleteReply(reply, NOW);
    expect(told(await all(9))).toEqual([`${TODAY} timeline_reply_put_in`]);
  });

  test('holds against what a file may claim: days without end, unknown types, stages of nobody', async () => {
    const row = { contactId: anna, createdAt: 8.64e15, updatedAt: 8.64e15 };
    await db.notes.add({ id: 'n', text: 'x'.repeat(9000), pinned: false, hiddenAt: null, ...row });
    await db.moves.add({ id: 'm', what: 'type', from: '__proto__', to: null, day: TODAY, ...row });
    await db.moves.add({ id: 'o', what: 'tier', from: 'constructor', to: 'gold', day: TODAY, ...row });
    await db.moves.add({ id: 'p', what: 'stage', from: 'constructor', to: '__proto__', day: TODAY, ...row });
    const items = await all(9);
    expect(items).toHaveLength(4);
    for (const item of items) expect(timelineLine.safeParse(item).error).toBeUndefined();
    await expect(timelineOf(anna, { kind: null, cursor: 'not one', limit: 5 }, seen)).rejects.toMatchObject({ code: 'invalid' });
    await expect(timelineOf('nobody', { kind: null, cursor: null, limit: 5 }, seen)).rejects.toMatchObject({ code: 'gone' });
  });

  test('a follow-up stays on the day on which it was done when its contact is merged, and opens again without it', async () => {
    const ben = (await remember(place('c2', 'Ben'), NOW - 900 * DAY)).identity.contactId;
    await setFollowUp(ben, day(-8), 'call', NOW - 9 * DAY);
    const { id } = (await db.followUps.toArray())[0]!;
    await changeFollowUp(ben, id, { status: 'skipped' }, NOW - 8 * DAY);
    await mergeContacts(ben, anna, NOW);
    expect(told(await all(9))).toEqual([`${day(-8)} timeline_step_skipped call`]);
    await changeFollowUp(anna, id, { status: 'open' }, NOW);
    expect(await db.followUps.get(id)).not.toHaveProperty('endedAt');
  });
});
