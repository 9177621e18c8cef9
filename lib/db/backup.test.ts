import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { dump, NOW, place, wipe } from '../../tests/support/people';
import { exact, exported, fill, type Part, restore, seeing } from '../../tests/support/saved-book';
import { backupPart } from './backup';
import { renameContact } from './contacts';
import { countMessages, recount } from './count';
import { DATA_TABLES } from '../domain/tables';
import { db } from './database';
import { addNote } from './notes';
import { remember } from './people';
import { runUndo } from './undo';

beforeEach(wipe);

describe('a backup', () => {
  test('names every table in its order and holds every row once', async () => {
    await fill();
    const parts = await exported();
    expect([...new Set(parts.map((part) => part.table))]).toEqual([...DATA_TABLES]);
    for (const table of DATA_TABLES)
      expect(parts.filter((part) => part.table === table).flatMap((part) => part.rows)).toHaveLength(await db.table(table).count());
  });

  test('has neither drafts nor undo', async () => {
    await fill();
    await db.drafts.add({ id: 'contact:x', text: 'canary', hashes: [], updatedAt: NOW });
    expect(JSON.stringify(await exported())).not.toMatch(/canary|undo/);
  });

  test('comes in parts under one megabyte, also where one table is big, and loses nothing at their borders', async () => {
    const { contact, identity } = await fill();
    await db.notes.bulkAdd(
      Array.from({ length: 100 }, (_, i) => ({
        id: `big${i}`,
        contactId: contact,
        text: 'x'.repeat(20_000),
        pinned: false,
        hiddenAt: null,
        createdAt: NOW,
        updatedAt: NOW,
      })),
    );
    await db.days.bulkAdd(
      Array.from({ length: 4100 }, (_, i) => ({
        identityId: `${identity}-${i % 2}`,
        day: `day${String(i).padStart(5, '0')}`,
        in: 0,
        out: 0,
        watched: true,
      })),
    );
    const parts = await exported();
    for (const part of parts) expect(JSON.stringify(part).length).toBeLessThan(1_000_000);
    for (const table of ['notes', 'days'] as const)
      expect(parts.filter((part) => part.table === table).flatMap((part) => part.rows)).toEqual(await db.table(table).toArray());
  });

  test.each(['["drafts",null]', '["undos",null]', '["__proto__",null]'])('is refused for %s', async (cursor) => {
    await expect(backupPart(cursor)).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('replacing', () => {
  test('after a wipe gives the same database', async () => {
    await fill();
    const before = await exact();
    const parts = await exported();
    await wipe();
    await restore(parts, 'replace');
    expect(await exact()).toEqual(before);
    expect(await db.staged.filter((part) => !part.job.startsWith('undo')).count()).toBe(0);
  });

  test('takes away what is not in the file, and its undo brings it back', async () => {
    await fill();
    const parts = await exported();
    await remember(place('c2', 'Bert'), NOW);
    await renameContact((await db.contacts.toArray())[0]!.id, 'Other', NOW + 1);
    const before = await exact();
    const undo = await restore(parts, 'replace', NOW + 2);
    expect(await db.contacts.where('called').equals('bert').count()).toBe(0);
    await runUndo(undo, NOW + 3);
    expect(await exact()).toEqual(before);
    await expect(runUndo(undo, NOW)).rejects.toMatchObject({ code: 'undone' });
  });
});

describe('merging', () => {
  test('the file that was just written changes nothing', async () => {
    await fill();
    const before = await exact();
    await restore(await exported(), 'merge');
    expect(await exact()).toEqual(before);
  });

  test('keeps the newer row, wherever it is, and rows of both sides', async () => {
    const { contact } = await fill();
    await addNote(contact, 'n2', 'old', NOW);
    const parts = await exported();
    const notes = parts.find((part) => part.table === 'notes')!.rows;
    notes.find((row) => row['id'] === 'n2')!['text'] = 'newer in the file';
    notes.find((row) => row['id'] === 'n2')!['updatedAt'] = NOW + 5;
    notes.push({ ...notes[0]!, id: 'n3', text: 'only in the file' });
    await db.notes.update('n1', { text: 'newer here', updatedAt: NOW + 9 });
    await addNote(contact, 'n4', 'only here', NOW);
    const before = await exact();
    const undo = await restore(parts, 'merge');
    expect((await db.notes.toArray()).map((note) => [note.id, note.text])).toEqual([
      ['n1', 'newer here'],
      ['n2', 'newer in the file'],
      ['n3', 'only in the file'],
      ['n4', 'only here'],
    ]);
    await runUndo(undo, NOW);
    expect(await exact()).toEqual(before);
  });

  test('counts each message once, and days and totals are what a recount gives', async () => {
    const { identity } = await fill();
    const parts = await exported();
    parts
      .find((part) => part.table === 'interactions')!
      .rows.push({
        id: 'm3',
        identityId: identity,
        kind: 'message',
        direction: 'in',
        at: '2026-02-02',
        day: '2026-02-02',
        live: false,
        seenAt: NOW,
        source: 'other',
      });
    parts.find((part) => part.table === 'days')!.rows.push({ identityId: identity, day: '2026-02-02', in: 7, out: 7, watched: true });
    await countMessages(identity, [{ id: 'm4', direction: 'out', at: '2026-03-01', live: false }], seeing);
    await restore(parts, 'merge');
    expect(await db.identities.get(identity)).toMatchObject({ in: 2, out: 3, acts: 1 });
    expect(await db.days.get([identity, '2026-02-02'])).toEqual({ identityId: identity, day: '2026-02-02', in: 1, out: 0, watched: true });
    const before = await dump();
    await recount(identity);
    expect(await dump()).toEqual(before);
  });
});

describe('merging the book of another machine', () => {
  const elsewhere = async (): Promise<Part[]> => {
    const { identity } = await remember(place('c1', 'Anna'), NOW);
    await countMessages(
      identity.id,
      ['m1', 'm2', 'm5'].map((id) => ({ id, direction: 'in', at: '2026-03-01', live: false }) as const),
      seeing,
    );
    const parts = await exported();
    await wipe();
    return parts;
  };

  test('brings people with the counters they had', async () => {
    const parts = await elsewhere();
    const { identity } = await remember(place('c7', 'Bert'), NOW);
    await restore(parts, 'merge');
    const anna = (await db.identities.toArray()).find((one) => one.id !== identity.id)!;
    expect(anna).toMatchObject({ in: 3, out: 0 });
    const before = await dump();
    await recount(anna.id);
    expect(await dump()).toEqual(before);
  });

  test('counts a message that is counted here for somebody else once only', async () => {
    const parts = await elsewhere();
    await fill();
    await restore(parts, 'merge');
    const identities = await db.identities.toArray();
    expect(identities.reduce((sum, one) => sum + one.in + one.out, 0)).toBe(await db.interactions.count());
    const before = await dump();
    for (const { id } of identities) await recount(id);
    expect(await dump()).toEqual(before);
  });
});
