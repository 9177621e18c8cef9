import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, dump, NOW, place, weak, wipe } from '../../tests/support/people';
import { backupPart } from './backup';
import { beginRestore, commitRestore, dropRestore, stageRows } from './restore';
import { previewRestore, rowsHere, type Difference, type PreviewCursor } from './restore-preview';
import { deleteContact, renameContact, setTags } from './contacts';
import { countAct } from './acts';
import { countMessages, markWatched, recount } from './count';
import { DATA_TABLES } from '../domain/tables';
import { db, SCHEMA } from './database';
import { setFollowUp } from './follow-ups';
import { neverRows } from './never';
import { addNote } from './notes';
import { remember } from './people';
import { creditInsertion, creditSending, saveReply } from './replies';
import { changeSettings } from './settings';
import { runUndo } from './undo';

interface Part {
  table: string;
  rows: Record<string, unknown>[];
}

beforeEach(wipe);

const seeing = { now: NOW, zone: 'UTC', source: 's' };
const exact = async () =>
  Object.fromEntries(await Promise.all(DATA_TABLES.map(async (table) => [table, await db.table(table).toArray()] as const)));

/** One of everything. */
async function fill(): Promise<{ contact: string; identity: string }> {
  const { identity } = await remember(place('c1', 'Anna'), NOW);
  await remember(weak('小明', ['x']), NOW);
  await setTags(identity.contactId, ['lead'], NOW);
  await markWatched(identity.id, NOW, 'UTC');
  await countMessages(
    identity.id,
    [
      { id: 'm1', direction: 'in', at: '2026-03-01', live: false },
      { id: 'm2', direction: 'out', at: null, live: true },
    ],
    seeing,
  );
  await countAct(identity.id, 'a1', 'comment', seeing);
  await addNote(identity.contactId, 'n1', 'a note, 一条', NOW);
  await setFollowUp(identity.contactId, '2026-03-09', 'call', NOW);
  await creditInsertion('i1', await saveReply(null, 'Hello', 'Hello {{name}}', NOW), identity.id, null, NOW);
  await creditSending('i1', false, NOW);
  await db.never.bulkPut(await neverRows(place('c9', 'Never'), NOW));
  await db.tombstones.add({ id: 'gone', deletedAt: NOW });
  await changeSettings(NOW, () => ({
    theme: 'dark',
    sites: { demo: { off: false, everyone: true, surface: null } },
    origins: { 'https://chat.example.org': 'converse' },
  }));
  return { contact: identity.contactId, identity: identity.id };
}

async function exported(): Promise<Part[]> {
  const parts: Part[] = [];
  let cursor: string | null = null;
  do {
    const part: Awaited<ReturnType<typeof backupPart>> = await backupPart(cursor);
    expect(part.schema).toBe(SCHEMA);
    if (cursor === null)
      expect(part.of).toBe((await Promise.all(DATA_TABLES.map((table) => db.table(table).count()))).reduce((a, b) => a + b, 0));
    parts.push({ table: part.table, rows: JSON.parse(JSON.stringify(part.rows)) as Part['rows'] });
    cursor = part.next;
  } while (cursor !== null);
  return parts;
}

async function restore(parts: Part[], mode: 'merge' | 'replace', now = NOW): Promise<string> {
  const job = await beginRestore(now);
  for (const [n, { table, rows }] of parts.entries()) expect(await stageRows(job, n, table, rows, now)).toEqual([]);
  return commitRestore(job, mode, now);
}

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

describe('rows that do not fit', () => {
  test('are set apart with their place and a reason; good ones beside them are taken', async () => {
    const { contact } = await fill();
    const good = { id: 'ok', contactId: contact, text: 't', pinned: false, hiddenAt: null, createdAt: 1, updatedAt: 1 };
    const job = await beginRestore(NOW);
    const proto = JSON.parse('{"__proto__":{"polluted":true},"id":"p"}') as unknown;
    const rows = [
      good,
      null,
      'text',
      { ...good, id: '../x' },
      { ...good, createdAt: 'yesterday' },
      { ...good, text: undefined },
      proto,
      [],
    ];
    const bad = await stageRows(job, 0, 'notes', rows, NOW);
    expect(bad.map((one) => one.row)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(bad.map(({ fields }) => fields[0])).toEqual([undefined, undefined, 'id', 'createdAt', 'text', 'contactId', undefined]);
    await commitRestore(job, 'merge', NOW);
    expect(await db.notes.get('ok')).toEqual(good);
    expect(await db.notes.count()).toBe(2);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('lose fields that nobody knows, `__proto__` among them', async () => {
    const job = await beginRestore(NOW);
    const row = JSON.parse('{"id":"t","deletedAt":1,"__proto__":{"polluted":true},"extra":1}') as unknown;
    expect(await stageRows(job, 0, 'tombstones', [row], NOW)).toEqual([]);
    await commitRestore(job, 'replace', NOW);
    expect(await db.tombstones.toArray()).toEqual([{ id: 't', deletedAt: 1 }]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('cannot be put into tables that are none of the user’s', async () => {
    for (const table of ['undos', 'staged', 'drafts', '__proto__', 'constructor', 'nothing']) {
      await expect(stageRows('job', 0, table, [], NOW)).rejects.toMatchObject({ code: 'foreign' });
    }
  });
});

describe('a restore that is not finished', () => {
  test('changes nothing, can be dropped, and is swept away after a day', async () => {
    await fill();
    const parts = await exported();
    const before = await exact();
    const job = await beginRestore(NOW);
    for (const [n, { table, rows }] of parts.entries()) await stageRows(job, n, table, rows, NOW);
    expect(await exact()).toEqual(before);
    await dropRestore(job);
    expect(await db.staged.count()).toBe(0);
    await expect(commitRestore(job, 'replace', NOW)).rejects.toMatchObject({ code: 'gone' });
    expect(await exact()).toEqual(before);
    await stageRows(job, 0, 'notes', [], NOW);
    await beginRestore(NOW + 2 * DAY);
    expect(await db.staged.count()).toBe(0);
  });

  test('says beforehand what would come, change and go, by name', async () => {
    const { contact } = await fill();
    const parts = await exported();
    const rows = parts.find((part) => part.table === 'contacts')!.rows;
    Object.assign(
      rows.find((row) => row['id'] === contact)!,
      { updatedAt: NOW + 1, name: 'Anne', tags: ['lead', 'vip'] },
    );
    rows.push({ ...rows[0]!, id: 'new', name: 'Nora' });
    const notes = parts.find((part) => part.table === 'notes')!.rows;
    notes.push({ ...notes[0]!, id: 'n9', contactId: 'new', text: 'met at the fair' });
    await remember(place('c5', 'Only here'), NOW);
    await addNote(contact, 'n5', 'written here', NOW);
    const job = await beginRestore(NOW);
    for (const [n, part] of parts.entries()) await stageRows(job, n, part.table, part.rows, NOW);

    const sum: Record<string, number> = {};
    const differences: Difference[] = [];
    for (let cursor: PreviewCursor | null = { look: 'parts', after: -1, spans: {} }; cursor;) {
      const part = await previewRestore(job, cursor);
      for (const kind of ['file', 'added', 'changed'] as const)
        for (const [table, many] of Object.entries(part[kind])) sum[`${kind} ${table}`] = (sum[`${kind} ${table}`] ?? 0) + many;
      differences.push(...part.differences);
      cursor = part.next;
    }
    expect(sum).toMatchObject({ 'file contacts': 3, 'added contacts': 1, 'changed contacts': 1, 'added notes': 1 });
    expect((await rowsHere())['contacts']).toBe(3);
    const short = differences.map(({ table, kind, name, text, before, fields }) => [table, kind, name, text, before, fields.join()]);
    expect(short.sort()).toEqual([
      ['contacts', 'added', null, 'Nora', '', ''],
      ['contacts', 'changed', 'Anna', 'Anne', 'Anna', 'name,tags'],
      ['contacts', 'gone', 'Only here', 'Only here', '', ''],
      ['notes', 'added', null, 'met at the fair', '', ''],
      ['notes', 'gone', 'Anna', 'written here', '', ''],
    ]);
  });
});

test('the undo of a restore survives the deletion of what it brought', async () => {
  const { contact } = await fill();
  const parts = await exported();
  const before = await exact();
  const undo = await restore(parts, 'replace');
  await deleteContact(contact, NOW);
  await runUndo(undo, NOW);
  expect(await exact()).toEqual(before);
});
