import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, NOW, place, wipe } from '../../tests/support/people';
import { defaultCare, type Care } from '../domain/care';
import { addDays, dayOf } from '../domain/day';
import { agendaState, askedLines, reckonOn, readAgenda } from './agenda';
import { deleteContact } from './contacts';
import { countMessages } from './count';
import { db } from './database';
import { setFollowUp } from './follow-ups';
import { remember } from './people';
import { actOnLine, settledOn } from './today';
import { runUndo } from './undo';

// A Monday: on days of rest only what the rep asked for is shown.
const TODAY = dayOf(NOW, 'UTC');
const seeing = { now: NOW, zone: 'UTC', source: 's' };
const agendaOn = async (today = TODAY, care: Care = defaultCare, all = false) => {
  while (await reckonOn({ today, now: NOW, zone: 'UTC', care }));
  return readAgenda(care.budget, await settledOn(today, 'UTC'), all);
};
const person = async (id: string, name: string) => (await remember(place(id, name), NOW - 20 * DAY)).identity;
const writes = (identityId: string, id: string, at: number) =>
  countMessages(identityId, [{ id, direction: 'in', at: new Date(at).toISOString(), live: true }], seeing);

let anna: string;
let ben: string;
beforeEach(async () => {
  await wipe();
  const first = await person('a', 'Anna');
  const second = await person('b', 'Ben');
  [anna, ben] = [first.contactId, second.contactId];
  await setFollowUp(anna, TODAY, 'send the list', NOW - DAY);
  await writes(second.id, 'm1', NOW - 3 * DAY);
});

describe('the agenda', () => {
  test('has what was promised before what is suggested, each contact once', async () => {
    const { lines } = await agendaOn();
    expect(lines.map(({ contactId, kind }) => [contactId, kind])).toEqual([
      [anna, 'follow-up'],
      [ben, 'owed'],
    ]);
    expect(await agendaState({ today: TODAY, now: NOW, zone: 'UTC', care: defaultCare })).toBe('done');
  });

  test('follows every change, and its taking back', async () => {
    const [line] = (await agendaOn()).lines;
    const undo = await actOnLine(line!, { how: 'done' }, TODAY, NOW);
    expect((await agendaOn()).lines.map(({ contactId }) => contactId)).toEqual([ben]);
    await runUndo(undo!, NOW);
    expect((await agendaOn()).lines[0]).toEqual(line);
    await deleteContact(ben, NOW);
    expect((await agendaOn()).lines.map(({ contactId }) => contactId)).toEqual([anna]);
  });

  test('of the next day has what was put off until then, and what was skipped never again', async () => {
    const [promise, answer] = (await agendaOn()).lines;
    await actOnLine(promise!, { how: 'snooze', until: addDays(TODAY, 1) }, TODAY, NOW);
    await actOnLine(answer!, { how: 'skip', reason: 'met him' }, TODAY, NOW);
    expect((await agendaOn()).lines).toEqual([]);
    expect((await agendaOn(addDays(TODAY, 1))).lines.map(({ contactId, kind }) => [contactId, kind])).toEqual([[anna, 'follow-up']]);
    expect((await db.handled.get(answer!.key))!.reason).toBe('met him');
  });

  test('keeps to the budget: what is done brings no more work, and the rest is counted', async () => {
    for (let i = 0; i < 6; i += 1) await writes((await person(`p${i}`, `P${i}`)).id, `w${i}`, NOW - (i + 2) * DAY);
    const care = { ...defaultCare, budget: 3 };
    const first = await agendaOn(TODAY, care);
    expect([first.lines.length, first.waiting]).toEqual([3, { asked: 0, suggested: 5 }]);
    await actOnLine(first.lines[1]!, { how: 'done' }, TODAY, NOW);
    const then = await agendaOn(TODAY, care);
    expect(then.lines.map(({ key }) => key)).toEqual([first.lines[0]!.key, first.lines[2]!.key]);
    expect((await agendaOn(TODAY, care, true)).lines).toHaveLength(7);
  });

  test('knows how many lines and later promises there are without counting them, whatever happened meanwhile', async () => {
    const care = { ...defaultCare, budget: 2 };
    const people: string[] = [];
    for (let i = 0; i < 30; i += 1) {
      const { id, contactId } = await person(`p${i}`, `P${i}`);
      people.push(contactId);
      if (i % 2) await writes(id, `w${i}`, NOW - (i + 2) * DAY);
      if (i % 3 === 0) await setFollowUp(contactId, addDays(TODAY, (i % 5) - 2), 'call', NOW);
    }
    const check = async (today = TODAY) => {
      const { lines, waiting, later } = await agendaOn(today, care);
      const rows = await db.agenda.toArray();
      const open = (await db.followUps.toArray()).filter(({ status, due }) => status === 'open' && due > today);
      const there = await db.contacts.bulkGet(open.map(({ contactId }) => contactId));
      expect(lines.length + waiting.asked + waiting.suggested).toBe(rows.length);
      expect([await askedLines(), later]).toEqual([
        rows.filter(({ band }) => band < 2).length,
        there.filter((contact) => contact?.deletedAt === null).length,
      ]);
      return `${rows.length} ${later}`;
    };
    const sums = new Set([await check()]);
    const changes: (() => Promise<unknown>)[] = [
      () => setFollowUp(people[3]!, addDays(TODAY, 9), 'later', NOW),
      () => deleteContact(people[3]!, NOW),
      async () => actOnLine((await agendaOn(TODAY, care)).lines[0]!, { how: 'snooze', until: addDays(TODAY, 4) }, TODAY, NOW),
      () => db.stale.put({ id: 'everybody', after: '' }),
      async () => {
        // In the middle of going through everybody somebody changes on either side of it.
        await db.stale.put({ id: 'everybody', after: people[14]! });
        await setFollowUp(people[1]!, addDays(TODAY, 5), 'early', NOW);
        await setFollowUp(people[29]!, addDays(TODAY, 5), 'late', NOW);
      },
    ];
    for (const change of changes) {
      await change();
      sums.add(await check());
    }
    expect(sums.size).toBeGreaterThan(2);
    // The next morning is cut off after its first step, and somebody changes then.
    await reckonOn({ today: addDays(TODAY, 1), now: NOW, zone: 'UTC', care });
    await setFollowUp(people[7]!, addDays(TODAY, 20), 'meanwhile', NOW);
    await check(addDays(TODAY, 1));
  });

  test('is the same whether it grew with the changes or was reckoned in one go', async () => {
    const grown = await agendaOn();
    await Promise.all([db.standings.clear(), db.agenda.clear(), db.progress.clear(), db.stale.put({ id: 'everybody', after: '' })]);
    expect(await agendaOn()).toEqual(grown);
  });

  test('begins with what was promised when the morning’s reckoning is cut off, and goes on from there', async () => {
    for (let i = 0; i < 30; i += 1) await person(`p${i}`, `P${i}`);
    await agendaOn();
    const tomorrow = { today: addDays(TODAY, 1), now: NOW, zone: 'UTC', care: defaultCare };
    expect(await agendaState(tomorrow)).toBe('old');
    await reckonOn(tomorrow);
    expect(await agendaState(tomorrow)).toBe('going');
    expect((await readAgenda(10, 0, false)).lines.map(({ contactId }) => contactId)).toContain(anna);
    await agendaOn(tomorrow.today);
    expect(await agendaState(tomorrow)).toBe('done');
  });

  test('is reckoned anew in another time zone, where what was seen may lie on another day', async () => {
    await agendaOn();
    const tokyo = { now: NOW, today: TODAY, zone: 'Asia/Tokyo', care: defaultCare };
    await reckonOn(tokyo);
    expect(await agendaState(tokyo)).not.toBe('done');
    while (await reckonOn(tokyo));
    expect((await readAgenda(10, 0, false)).lines.map(({ contactId }) => contactId)).toEqual([anna, ben]);
  });

  test('forgets nothing in the middle of an act: the line is done as a whole or not at all', async () => {
    const [line] = (await agendaOn()).lines;
    await expect(actOnLine({ ...line!, contactId: 'nobody' }, { how: 'done' }, TODAY, NOW)).rejects.toMatchObject({ code: 'gone' });
    await expect(actOnLine({ ...line!, contactId: ben }, { how: 'done' }, TODAY, NOW)).rejects.toMatchObject({ code: 'refused' });
    expect([await db.handled.count(), (await agendaOn()).lines.length]).toEqual([0, 2]);
  });
});
