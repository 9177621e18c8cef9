import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FollowUp } from '../domain/records';
import type { KeyDate } from '../domain/tie-records';
import { NOW, place, wipe } from '../../tests/support/people';
import { calendarPart, type CalendarPart } from './calendar';
import { deleteContact } from './contacts';
import { db } from './database';
import { mergeContacts } from './same-person';
import { remember } from './people';

const met = async (name: string): Promise<string> => (await remember(place(name, name), NOW)).identity.contactId;
const date = (id: string, contactId: string): KeyDate => ({
  id,
  contactId,
  kind: 'birthday',
  label: '',
  calendar: 'solar',
  year: null,
  month: 5,
  leapMonth: false,
  day: 9,
  everyMonths: 12,
  leads: [7],
  inferred: false,
  createdAt: NOW,
  updatedAt: NOW,
});
const promise = (id: string, contactId: string, status: FollowUp['status'] = 'open'): FollowUp => ({
  id,
  contactId,
  due: '2026-03-05',
  reason: '',
  status,
  createdAt: NOW,
  updatedAt: NOW,
});
/** All parts one after another. */
async function all(
  contact: string | null,
): Promise<{ dates: string[]; promises: string[]; names: Record<string, string>; parts: CalendarPart[] }> {
  const parts: CalendarPart[] = [];
  let cursor: string | null = null;
  do {
    const part: CalendarPart = await calendarPart(contact, cursor);
    parts.push(part);
    cursor = part.next;
  } while (cursor !== null);
  return {
    dates: parts.flatMap(({ keyDates }) => keyDates.map(({ id }) => id)),
    promises: parts.flatMap(({ followUps }) => followUps.map(({ id }) => id)),
    names: Object.assign({}, ...parts.map(({ names }) => names)) as Record<string, string>,
    parts,
  };
}

beforeEach(wipe);

describe('what goes into a calendar file', () => {
  test('is every key date and every open follow-up, with whose it is, none twice and none lost between parts', async () => {
    const [anna, bert] = [await met('Anna'), await met('Bert')];
    const dates = Array.from({ length: 700 }, (_, n) => date(`d${String(n).padStart(4, '0')}`, n % 2 ? anna : bert));
    const promises = Array.from({ length: 650 }, (_, n) => promise(`f${String(n).padStart(4, '0')}`, anna, n % 2 ? 'open' : 'done'));
    await db.keyDates.bulkAdd(dates);
    await db.followUps.bulkAdd(promises);
    const found = await all(null);
    expect(found.dates).toEqual(dates.map(({ id }) => id));
    expect(found.promises).toEqual(promises.filter(({ status }) => status === 'open').map(({ id }) => id));
    expect(found.names).toEqual({ [anna]: 'Anna', [bert]: 'Bert' });
    for (const part of found.parts) expect(JSON.stringify(part).length).toBeLessThan(250_000);
    expect((await all(bert)).dates).toHaveLength(350);
    expect(Object.keys((await all(bert)).names)).toEqual([bert]);
  });

  test('leaves out who is deleted, and names who was merged by the one that stays', async () => {
    const [anna, bert, cleo] = [await met('Anna'), await met('Bert'), await met('Cleo')];
    await db.keyDates.bulkAdd([date('d1', anna), date('d2', bert), date('d3', cleo)]);
    await deleteContact(bert, NOW);
    await mergeContacts(cleo, anna, NOW);
    expect(await all(null)).toMatchObject({ dates: ['d1', 'd3'], names: { [anna]: 'Anna' } });
    expect((await all(anna)).dates).toEqual(['d1', 'd3']);
  });

  test('of an empty book ends at once; a cursor that is none is refused', async () => {
    expect(await all(null)).toMatchObject({ dates: [], promises: [], names: {} });
    for (const cursor of ['', 'x', '["contacts",""]', '["keyDates","a b"]'])
      await expect(calendarPart(null, cursor)).rejects.toThrow('invalid');
  });
});
