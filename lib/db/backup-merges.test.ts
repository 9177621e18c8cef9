import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { dump, NOW, place, wipe } from '../../tests/support/people';
import { DATA_TABLES } from '../domain/tables';
import { backupPart } from './backup';
import { beginRestore, commitRestore, stageRows } from './restore';
import { setTags } from './contacts';
import { db } from './database';
import { addNote } from './notes';
import { remember } from './people';
import { mergeContacts, setApart, takeApart } from './same-person';
import { runUndo } from './undo';

beforeEach(wipe);

type Row = Record<string, unknown>;
type File = Record<string, Row[]>;

async function saved(): Promise<File> {
  const file: File = {};
  let cursor: string | null = null;
  do {
    const part: Awaited<ReturnType<typeof backupPart>> = await backupPart(cursor);
    (file[part.table] ??= []).push(...(JSON.parse(JSON.stringify(part.rows)) as Row[]));
    cursor = part.next;
  } while (cursor !== null);
  return file;
}
async function restore(file: File, mode: 'merge' | 'replace', now: number): Promise<string> {
  const job = await beginRestore(now);
  for (const [n, [table, rows]] of Object.entries(file).entries()) expect(await stageRows(job, n, table, rows, now), table).toEqual([]);
  return commitRestore(job, mode, now);
}
async function somebody(name: string): Promise<string> {
  const { identity } = await remember(place(`id-${name}`, name), NOW);
  await addNote(identity.contactId, `n-${name}`, name, NOW);
  await setTags(identity.contactId, [name], NOW);
  return identity.contactId;
}
const owner = async (note: string) => (await db.notes.get(note))!.contactId;
const mergeId = async () => (await db.merges.toArray())[0]!.id;
const book = () => dump(DATA_TABLES);

describe('a backup of merged people', () => {
  test('restored elsewhere, they can still be taken apart, and “not the same” is known', async () => {
    const [a, b, c] = [await somebody('A'), await somebody('B'), await somebody('C')];
    const apartBook = await book();
    await mergeContacts(a, b, NOW + 1);
    await setApart(b, c, NOW + 1);
    const merged = await book();
    const file = await saved();
    await wipe();
    await restore(file, 'replace', NOW + 2);
    expect(await book()).toEqual(merged);
    await db.apart.clear();
    await takeApart(await mergeId(), NOW + 3);
    expect({ ...(await book()), apart: [] }).toEqual(apartBook);
  });

  test('read in where they are not merged merges them; its undo takes that back', async () => {
    const [a, b] = [await somebody('A'), await somebody('B')];
    const before = await book();
    await mergeContacts(a, b, NOW + 1);
    const merged = await book();
    const file = await saved();
    await takeApart(await mergeId(), NOW + 1);
    await db.apart.clear();
    for (const table of ['contacts', 'notes', 'identities']) await db.table(table).toCollection().modify({ updatedAt: NOW });
    const undo = await restore(file, 'merge', NOW + 2);
    expect(await book()).toEqual(merged);
    await runUndo(undo, NOW + 3);
    expect(await book()).toEqual(before);
  });

  test('from before the merge brings no row to a hidden contact', async () => {
    const [a, b] = [await somebody('A'), await somebody('B')];
    await addNote(a, 'n-old', 'only in the file', NOW);
    const file = await saved();
    await db.notes.delete('n-old');
    await mergeContacts(a, b, NOW + 1);
    await restore(file, 'merge', NOW + 2);
    expect([await owner('n-A'), await owner('n-old')]).toEqual([b, b]);
    await takeApart(await mergeId(), NOW + 3);
    expect([await owner('n-A'), await owner('n-old'), await owner('n-B')]).toEqual([a, a, b]);
  });

  test('that names merges in a circle, twice, or of nobody leaves everybody to be seen', async () => {
    const [a, b, c] = [await somebody('A'), await somebody('B'), await somebody('C')];
    await mergeContacts(a, b, NOW);
    const file = await saved();
    const [merge] = file['merges']!;
    for (const row of file['contacts']!) {
      if (row['id'] === b) Object.assign(row, { deletedAt: NOW, mergedInto: a });
      if (row['id'] === c) Object.assign(row, { deletedAt: NOW, mergedInto: 'nobody' });
    }
    file['merges']!.push(
      { ...merge!, id: 'circle', from: b, into: a, createdAt: NOW + 1 },
      { ...merge!, id: 'twice' },
      { ...merge!, id: 'zz', from: c, into: 'nobody' },
    );
    await wipe();
    await restore(file, 'replace', NOW + 2);
    expect(await db.merges.count()).toBe(1);
    expect((await db.contacts.filter(({ deletedAt }) => deletedAt === null).primaryKeys()).sort()).toEqual([b, c].sort());
    for (const note of ['n-A', 'n-B', 'n-C']) expect((await db.contacts.get(await owner(note)))!.deletedAt, note).toBeNull();
  });
});
