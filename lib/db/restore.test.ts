import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, NOW, place, wipe } from '../../tests/support/people';
import { exact, exported, fill, restore } from '../../tests/support/saved-book';
import { beginRestore, commitRestore, dropRestore, stageRows } from './restore';
import { previewRestore, rowsHere, type Difference, type PreviewCursor } from './restore-preview';
import { deleteContact, renameContact } from './contacts';
import { db } from './database';
import { addNote } from './notes';
import { remember } from './people';
import { runUndo } from './undo';

beforeEach(wipe);

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
    const [other] = (await db.contacts.toArray()).filter(({ id, name }) => id !== contact && name !== 'Only here');
    await renameContact(other!.id, 'Renamed since', NOW + 2);
    const job = await beginRestore(NOW);
    for (const [n, part] of parts.entries()) await stageRows(job, n, part.table, part.rows, NOW);

    const sum: Record<string, number> = {};
    const differences: Difference[] = [];
    for (let cursor: PreviewCursor | null = { look: 'parts', after: -1, spans: {} }; cursor;) {
      const part = await previewRestore(job, cursor);
      for (const kind of ['file', 'added', 'changed', 'older'] as const)
        for (const [table, many] of Object.entries(part[kind])) sum[`${kind} ${table}`] = (sum[`${kind} ${table}`] ?? 0) + many;
      differences.push(...part.differences);
      cursor = part.next;
    }
    expect(sum).toMatchObject({ 'file contacts': 3, 'added contacts': 1, 'changed contacts': 1, 'older contacts': 1, 'added notes': 1 });
    expect((await rowsHere())['contacts']).toBe(3);
    const short = differences.map(({ table, kind, name, text, before, fields }) => [table, kind, name, text, before, fields.join()]);
    expect(short.sort()).toEqual([
      ['contacts', 'added', null, 'Nora', '', ''],
      ['contacts', 'changed', 'Anna', 'Anne', 'Anna', 'name,tags'],
      ['contacts', 'gone', 'Only here', 'Only here', '', ''],
      ['contacts', 'older', 'Renamed since', other!.name, 'Renamed since', 'name'],
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
