import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { dump, NOW, place, weak, wipe } from '../../tests/support/people';
import { setTags } from './contacts';
import { countMessages } from './count';
import { db } from './database';
import { setFollowUp } from './follow-ups';
import { addNote } from './notes';
import { joinTo, remember } from './people';
import { runUndo } from './undo';

beforeEach(wipe);

const seen = (identityId: string, ...ids: string[]): Promise<number> =>
  countMessages(
    identityId,
    ids.map((id) => ({ id, direction: 'in', at: '2026-03-01', live: false })),
    { now: NOW, zone: 'UTC', source: 's' },
  );

describe('remembering', () => {
  test('stores a contact with one identity, found by its name', async () => {
    const { identity, fresh } = await remember(place('c1', 'Anna Müller'), NOW);
    expect(fresh).toBe(true);
    expect(await db.contacts.toArray()).toMatchObject([
      { id: identity.contactId, name: 'Anna Müller', kind: 'person', words: ['anna', 'muller'], deletedAt: null },
    ]);
    expect(await db.identities.count()).toBe(1);
  });

  test('twice at once, from two tabs, makes one', async () => {
    for (const where of [place(), weak('Anna', ['m1'])]) {
      const [one, two] = await Promise.allSettled([remember(where, NOW), remember(where, NOW)]);
      // Where only a name is known the second tab is asked which one is meant; it never makes a second person by itself.
      expect(one.status).toBe('fulfilled');
      if (two.status === 'rejected') expect(two.reason).toMatchObject({ code: 'moved' });
      expect(await db.contacts.count()).toBe(1);
      expect(await db.identities.count()).toBe(1);
      await wipe();
    }
  });

  test('refuses while it is unclear who is meant', async () => {
    await remember(weak('Anna', ['m1']), NOW);
    await expect(remember(weak('Anna', ['x']), NOW)).rejects.toMatchObject({ code: 'moved' });
    expect(await db.contacts.count()).toBe(1);
  });

  test('can be taken back once, and then done anew', async () => {
    const { undo } = await remember(place(), NOW);
    await runUndo(undo!, NOW);
    expect((await db.contacts.toArray()).every((contact) => contact.deletedAt !== null)).toBe(true);
    await expect(runUndo(undo!, NOW)).rejects.toMatchObject({ code: 'undone' });
    expect((await remember(place(), NOW)).fresh).toBe(true);
  });

  test('a group makes a contact of that kind', async () => {
    await remember({ ...place(), conversation: { kind: 'group', ids: [{ value: 'g', kind: 'permanent' }], name: 'Fair' } }, NOW);
    expect((await db.contacts.toArray())[0]!.kind).toBe('group');
  });
});

describe('“this is the same person as”', () => {
  async function two() {
    const anna = (await remember(place('c1', 'Anna'), NOW)).identity;
    const other = (await remember(place('c2', 'Anna S.'), NOW)).identity;
    await seen(anna.id, 'a1');
    await seen(other.id, 'b1', 'b2');
    await addNote(anna.contactId, 'n1', 'one', NOW);
    await addNote(other.contactId, 'n2', 'two', NOW);
    await setTags(anna.contactId, ['lead'], NOW);
    await setTags(other.contactId, ['fair'], NOW);
    await setFollowUp(anna.contactId, '2026-03-05', '', NOW);
    await setFollowUp(other.contactId, '2026-03-04', '', NOW);
    return { anna, other };
  }

  test('brings notes, tags, counts and follow-ups together, with one follow-up left open', async () => {
    const { anna, other } = await two();
    await joinTo(place('c2', 'Anna S.'), anna.contactId, NOW);
    expect((await db.identities.where({ contactId: anna.contactId }).toArray()).map((row) => row.id).sort()).toEqual(
      [anna.id, other.id].sort(),
    );
    expect(await db.notes.where({ contactId: anna.contactId }).count()).toBe(2);
    expect((await db.contacts.get(anna.contactId))!.tags).toEqual(['lead', 'fair']);
    expect((await db.contacts.get(other.contactId))!.deletedAt).toBe(NOW);
    const open = (await db.followUps.toArray()).filter((followUp) => followUp.status === 'open');
    expect(open.map((followUp) => [followUp.contactId, followUp.due])).toEqual([[anna.contactId, '2026-03-05']]);
  });

  test('and its undo leave everything as it was', async () => {
    const { anna } = await two();
    const before = await dump();
    const { undo } = await joinTo(place('c2', 'Anna S.'), anna.contactId, NOW + 1);
    expect(await dump()).not.toEqual(before);
    await runUndo(undo!, NOW + 2);
    expect(await dump()).toEqual(before);
  });

  test('with the person it is already changes nothing', async () => {
    const { anna } = await two();
    const before = await dump();
    expect((await joinTo(place('c1'), anna.contactId, NOW)).undo).toBeNull();
    expect(await dump()).toEqual(before);
  });

  test('joins a conversation that nobody remembered, and its undo lets its messages be counted anew', async () => {
    const { anna } = await two();
    const before = await dump();
    const { identityId, undo } = await joinTo(place('c3', 'A.'), anna.contactId, NOW);
    expect(await seen(identityId, 'x1', 'x2')).toBe(2);
    await runUndo(undo!, NOW);
    expect(await dump()).toEqual(before);
    const { identity } = await remember(place('c3', 'A.'), NOW);
    expect(await seen(identity.id, 'x1', 'x2')).toBe(2);
  });

  test('is refused for somebody deleted or unknown', async () => {
    const { anna, other } = await two();
    await db.contacts.update(other.contactId, { deletedAt: NOW });
    await expect(joinTo(place('c1'), other.contactId, NOW)).rejects.toMatchObject({ code: 'gone' });
    await expect(joinTo(place('c1'), 'nobody', NOW)).rejects.toMatchObject({ code: 'gone' });
    expect((await db.identities.get(anna.id))!.contactId).toBe(anna.contactId);
  });
});
