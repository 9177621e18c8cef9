import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, MINUTE, NOW, place, wipe } from '../../tests/support/people';
import { contactOf, countContacts, countsOf, deleteContact, dossier, listContacts, purgeDeleted, renameContact, setTags } from './contacts';
import { countMessages, markWatched } from './count';
import { DATA_TABLES } from '../domain/tables';
import { db } from './database';
import { keepDraft } from './drafts';
import { setFollowUp } from './follow-ups';
import { addNote } from './notes';
import { remember } from './people';
import { creditInsertion, saveReply } from './replies';

beforeEach(wipe);

const person = async (id: string, name: string): Promise<string> => (await remember(place(id, name), NOW)).identity.contactId;

async function list(query: string, limit: number): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const part: Awaited<ReturnType<typeof listContacts>> = await listContacts(query, cursor, limit);
    expect(part.contacts.length).toBeLessThanOrEqual(limit);
    names.push(...part.contacts.map((contact) => contact.name));
    cursor = part.next;
  } while (cursor !== null);
  return names;
}

describe('the list of contacts', () => {
  test('gives each contact once, in pages of any size', async () => {
    const names = fc.array(fc.constantFrom('Anna', 'Bert', '小明', '', 'Anna B', 'zoë'), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(names, fc.integer({ min: 1, max: 5 }), async (called, limit) => {
        await wipe();
        for (const [i, name] of called.entries()) await person(`c${i}`, name);
        expect((await list('', limit)).sort()).toEqual([...called].sort());
        expect((await list('ann', limit)).sort()).toEqual(called.filter((name) => name.startsWith('Anna')).sort());
      }),
      { numRuns: 25 },
    );
  });

  test('finds people by any words of name and tags, Chinese too, and leaves deleted ones out', async () => {
    const anna = await person('c1', 'Anna Müller');
    const ming = await person('c2', '王小明');
    await setTags(ming, ['Fair 2026'], NOW);
    expect(await list('mul an', 5)).toEqual(['Anna Müller']);
    expect(await list('小明', 5)).toEqual(['王小明']);
    expect(await list('fair 王', 5)).toEqual(['王小明']);
    expect(await list('fair anna', 5)).toEqual([]);
    await renameContact(ming, 'Mike', NOW);
    expect(await list('小明', 5)).toEqual([]);
    await deleteContact(anna, NOW);
    expect([await list('anna', 5), await list('', 5), await countContacts()]).toEqual([[], ['Mike'], 1]);
    await expect(contactOf(anna)).rejects.toMatchObject({ code: 'gone' });
  });
});

test('counts of several identities add up, and a day on which two were open is one day', async () => {
  const anna = await person('c1', 'Anna');
  const [one] = await db.identities.toArray();
  await db.identities.add({ ...one!, id: 'second', handles: [], watchedSince: NOW - DAY });
  for (const id of [one!.id, 'second']) {
    await markWatched(id, NOW, 'UTC');
    await countMessages(
      id,
      [
        { id: `${id}-1`, direction: 'in', at: '2026-03-01', live: false },
        { id: `${id}-2`, direction: 'out', at: '2025-01-01', live: false },
      ],
      { now: NOW, zone: 'UTC', source: 's' },
    );
  }
  const counts = countsOf(await dossier(anna, '2026-03-02'), '2026-03-02');
  expect(counts).toMatchObject({
    week: { in: 2, out: 0, watched: 1 },
    month: { in: 2, out: 0, watched: 1 },
    in: 2,
    out: 2,
    lastIn: '2026-03-01',
    lastOut: '2025-01-01',
    watchedSince: NOW - DAY,
  });
  expect(counts.weeks).toHaveLength(12);
  expect(counts.weeks[11]).toEqual({ in: 2, out: 0, watched: true });
});

test('the dossier has pinned notes first, then the newest, and no hidden ones', async () => {
  const anna = await person('c1', 'Anna');
  await addNote(anna, 'a', 'old pinned', NOW);
  await addNote(anna, 'b', 'older', NOW + 1);
  await addNote(anna, 'c', 'newest', NOW + 2);
  await addNote(anna, 'd', 'hidden', NOW + 3);
  await db.notes.update('a', { pinned: true });
  await db.notes.update('d', { hiddenAt: NOW });
  expect((await dossier(anna, '2026-03-02')).notes.map((note) => note.id)).toEqual(['a', 'c', 'b']);
});

test('what was deleted is purged after thirty days, and tombstones keep nothing but id and time', async () => {
  const anna = await person('c1', 'Anna Secret');
  const [identity] = await db.identities.toArray();
  await countMessages(identity!.id, [{ id: 'm', direction: 'in', at: null, live: true }], { now: NOW, zone: 'UTC', source: 's' });
  await addNote(anna, 'n', 'secret', NOW);
  await setFollowUp(anna, '2026-03-05', 'secret', NOW);
  await keepDraft({ contactId: anna, place: null, ref: null }, 'secret', NOW);
  await creditInsertion('i', await saveReply(null, 't', 'b', NOW), identity!.id, null, NOW);
  await person('c2', 'Bert');
  await deleteContact(anna, NOW);

  await purgeDeleted(NOW + 30 * DAY - MINUTE);
  expect(await db.notes.count()).toBe(1);
  await purgeDeleted(NOW + 30 * DAY + MINUTE);
  for (const table of DATA_TABLES) expect(JSON.stringify(await db.table(table).toArray()), table).not.toMatch(/secret/i);
  expect([
    await db.contacts.count(),
    await db.identities.count(),
    await db.interactions.count(),
    await db.days.count(),
    await db.credits.count(),
    await db.drafts.count(),
  ]).toEqual([1, 1, 0, 0, 0, 0]);
  const tombstones = await db.tombstones.toArray();
  expect(tombstones.map((stone) => stone.id).sort()).toEqual([anna, identity!.id].sort());
  for (const stone of tombstones) expect(Object.keys(stone).sort()).toEqual(['deletedAt', 'id']);
});
