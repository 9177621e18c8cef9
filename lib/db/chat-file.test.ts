import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, dump, NOW, weak, wipe } from '../../tests/support/people';
import { addDays } from '../domain/day';
import type { ChatFile, Chatting } from '../domain/import/chat';
import { daySchema, identitySchema, interactionSchema, rolledSchema } from '../domain/records';
import { compareChat, takeChat } from './chat-file';
import { deleteContact } from './contacts';
import { countMessages, recount, type Countable } from './count';
import { db } from './database';
import { evidenceOf } from './evidence';
import { neverRows } from './never';
import { remember } from './people';
import { rollUpStep } from './roll-up';
import { mergeContacts } from './same-person';
import { runUndo } from './undo';

const TODAY = '2026-03-02';
const seeing = { now: NOW, zone: 'UTC', source: 'tab' };
const TABLES = ['contacts', 'identities', 'interactions', 'rolled', 'days'];

/** A chat of so many days, two messages in and one out on each, the last of them ending yesterday at noon; the last `timed` with their time. */
function chatting(contact: string | null, { many = 5, timed = 3, name = 'Anna', first = addDays(TODAY, -many) } = {}): Chatting {
  const days = Array.from({ length: many }, (_, i) => ({ day: addDays(first, i), in: 2, out: 1 }));
  const messages = days.flatMap(({ day }) =>
    (['in', 'out', 'in'] as const).map((direction, n) => ({ day, at: `${day}T1${n}:00:00.000Z`, direction })),
  );
  return { contact, name, days, timed: messages.slice(messages.length - timed) };
}
const file = (...people: Chatting[]): ChatFile => ({ hash: 'a'.repeat(64), isGroup: false, people });
const take = (one: ChatFile) => takeChat(one, TODAY, NOW);
const message = (id: string, at: string | null, more: Partial<Countable> = {}): Countable => ({
  id,
  direction: 'in',
  at,
  live: false,
  ...more,
});
const sums = async () => {
  const days = await db.days.orderBy(':id').toArray();
  return days.reduce((sum, row) => ({ in: sum.in + row.in, out: sum.out + row.out }), { in: 0, out: 0 });
};

let anna: string;
let live: string;
beforeEach(async () => {
  await wipe();
  const { identity } = await remember(weak('Anna'), NOW - DAY);
  [anna, live] = [identity.contactId, identity.id];
});

describe('a chat is counted', () => {
  test('by day both ways, the latest messages with their time, the rest as if rolled up', async () => {
    expect(await take(file(chatting(anna)))).toMatchObject({ messages: 15 });
    const identity = (await db.identities.toArray()).find(({ id }) => id !== live)!;
    const last = addDays(TODAY, -1);
    expect(identity).toMatchObject({ contactId: anna, site: 'whatsapp', in: 10, out: 5, lastIn: `${last}T12:00:00.000Z` });
    expect(identity.file).toEqual({ until: `${last}T12:00:00.000Z` });
    expect(await sums()).toEqual({ in: 10, out: 5 });
    expect(await db.interactions.count()).toBe(3);
    // What stands there is what counting itself would make of it, and what a backup takes.
    const before = await dump(TABLES);
    await recount(identity.id);
    expect(await dump(TABLES)).toEqual(before);
    for (const row of await db.identities.toArray()) identitySchema.parse(row);
    for (const row of await db.days.toArray()) daySchema.parse(row);
    for (const row of await db.interactions.toArray()) interactionSchema.parse(row);
    for (const row of await db.rolled.toArray()) rolledSchema.parse(row);
    const [evidence] = await evidenceOf([anna], 'UTC');
    expect([evidence!.days.length, evidence!.interactions.length]).toEqual([5, 3]);
  });

  test('with the last day of a side as its last message, when none of its messages has a time', async () => {
    const { days, ...person } = chatting(anna, { timed: 0 });
    await take(file({ ...person, days: days.map((one, i) => (i > 2 ? { ...one, out: 0 } : one)) }));
    const identity = (await db.identities.toArray()).find(({ id }) => id !== live)!;
    expect(identity).toMatchObject({ lastIn: addDays(TODAY, -1), lastOut: addDays(TODAY, -3) });
    await recount(identity.id);
    expect(await db.identities.get(identity.id)).toEqual(identity);
  });

  test('not for days of tomorrow', async () => {
    expect(await take(file(chatting(anna, { first: addDays(TODAY, -2) })))).toMatchObject({ messages: 9 });
  });

  test('for a new contact, once and for all', async () => {
    await take(file(chatting(null, { name: 'Cleo' })));
    const before = await dump(TABLES);
    expect(before['contacts']).toContainEqual(expect.objectContaining({ name: 'Cleo', kind: 'person' }));
    expect(await take(file(chatting(null, { name: 'Cleo' })))).toEqual({ undo: null, messages: 0, contacts: [] });
    expect(await dump(TABLES)).toEqual(before);
    const cleo = (await db.contacts.where({ called: 'cleo' }).first())!.id;
    await mergeContacts(cleo, anna, NOW);
    expect(await take(file(chatting(null, { name: 'Cleo' })))).toEqual({ undo: null, messages: 0, contacts: [] });
  });

  test('once, also when a later file holds more of the same', async () => {
    await take(file(chatting(anna, { first: addDays(TODAY, -9) })));
    const before = await dump(TABLES);
    expect(await take(file(chatting(anna, { first: addDays(TODAY, -9) })))).toEqual({ undo: null, messages: 0, contacts: [] });
    expect(await dump(TABLES)).toEqual(before);
    const later = { ...file(chatting(anna, { many: 9, first: addDays(TODAY, -9) })), hash: 'b'.repeat(64) };
    expect((await compareChat(later))[0]!.counted).toHaveLength(5);
    expect(await take(later)).toMatchObject({ messages: 12 });
    expect(await sums()).toEqual({ in: 18, out: 9 });
  });
});

describe('what is counted live', () => {
  test('stays as it is: its days are passed over, and the preview names them', async () => {
    const day = addDays(TODAY, -3);
    await countMessages(live, [message('m1', `${day}T08:00:00.000Z`)], seeing);
    expect(await compareChat(file(chatting(anna)))).toEqual([{ counted: [day], never: false }]);
    expect(await take(file(chatting(anna)))).toMatchObject({ messages: 12 });
    expect((await db.days.get([live, day]))!.in).toBe(1);
    expect(await sums()).toEqual({ in: 9, out: 4 });
  });

  test('is not counted again by scrolling up, and what is new is counted', async () => {
    const { undo } = await take(file(chatting(anna)));
    const last = addDays(TODAY, -1);
    const seen = [
      message('old', `${addDays(TODAY, -4)}T10:00:00.000Z`),
      message('last', `${last}T12:00:00.000Z`),
      message('undated', last),
    ];
    expect(await countMessages(live, seen, seeing)).toBe(0);
    const fresh = [message('after', `${last}T12:01:00.000Z`), message('now', null, { live: true }), message('before', '2025-01-01')];
    expect(await countMessages(live, fresh, seeing)).toBe(3);
    expect(await sums()).toEqual({ in: 13, out: 5 });
    // Taken back, they are there to be counted.
    await runUndo(undo!, NOW);
    expect(await countMessages(live, seen, seeing)).toBe(3);
    expect(await sums()).toEqual({ in: 6, out: 0 });
  });

  test('goes on in a chat with somebody who wrote in a group', async () => {
    await take({ ...file(chatting(anna)), isGroup: true });
    expect(await countMessages(live, [message('old', `${addDays(TODAY, -4)}T10:00:00.000Z`)], seeing)).toBe(1);
  });

  test('and what a file counted is rolled up without loss', async () => {
    await take(file(chatting(anna, { many: 40, timed: 60, first: addDays(TODAY, -700) })));
    const identity = (await db.identities.toArray()).find(({ id }) => id !== live)!;
    const before = [await sums(), identity];
    const now = NOW + 400 * DAY;
    const by = { today: '2027-05-01', now, before: { day: '2026-12-01', ms: now - 60 * DAY } };
    while (await rollUpStep(by, { kept: 4, least: 2, step: 10 }));
    expect(await db.interactions.count()).toBeLessThan(10);
    await recount(identity.id);
    expect([await sums(), await db.identities.get(identity.id)]).toEqual(before);
  });
});

describe('a chat is taken back', () => {
  test('with everybody in it, in one step', async () => {
    const before = await dump(TABLES);
    const { undo } = await take(file(chatting(anna), chatting(null, { name: 'Cleo' })));
    await runUndo(undo!, NOW);
    const after = await dump(TABLES);
    expect(after['contacts']!.filter((one) => (one as { deletedAt: number | null }).deletedAt === null)).toEqual(before['contacts']);
    expect({ ...after, contacts: [] }).toEqual({ ...before, contacts: [] });
    // And may come in again, as somebody new.
    expect(await take(file(chatting(null, { name: 'Cleo' })))).toMatchObject({ messages: 15 });
  });
});

describe('nobody is counted', () => {
  test('who is on the never list, under the name or the number', async () => {
    const never = async (value: string) =>
      db.never.bulkPut(
        await neverRows({ site: 'whatsapp', conversation: { kind: 'person', ids: [{ value, kind: 'weak' }], name: '?' } }, NOW),
      );
    await never('Anna');
    const one = file(chatting(null));
    expect(await compareChat(one)).toEqual([{ counted: [], never: true }]);
    await expect(take(one)).rejects.toThrow('refused');
    await never('tel:+49151123456');
    expect(await compareChat(file(chatting(null, { name: '+49 151 123456' })))).toEqual([{ counted: [], never: true }]);
  });

  test('who was deleted, or is a group', async () => {
    await db.contacts.update(anna, { kind: 'group' });
    await expect(take(file(chatting(anna)))).rejects.toThrow('invalid');
    await deleteContact(anna, NOW);
    await expect(take(file(chatting(anna)))).rejects.toThrow('gone');
    expect(await db.days.count()).toBe(0);
  });
});
