import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, dump, NOW, place, wipe } from '../../tests/support/people';
import { contactOf, deleteContact, renameContact, setTags } from './contacts';
import { db } from './database';
import { addNote, changeNote, deleteNote } from './notes';
import { remember } from './people';
import { purgeUndos, runUndo, undoable } from './undo';

let anna: string;
beforeEach(async () => {
  await wipe();
  anna = (await remember(place(), NOW)).identity.contactId;
});

describe('undo', () => {
  test('leaves every act as if it had not been', async () => {
    await addNote(anna, 'n1', 'first', NOW);
    const acts = [
      () => renameContact(anna, 'Annika', NOW + 1),
      () => setTags(anna, ['lead', ' Lead ', ''], NOW + 1),
      () => addNote(anna, 'n2', 'second', NOW + 1),
      () => changeNote(anna, 'n1', { text: 'other', pinned: true }, NOW + 1),
      () => changeNote(anna, 'n1', { hiddenAt: NOW }, NOW + 1),
      () => deleteNote('n1', NOW + 1),
      () => deleteContact(anna, NOW + 1),
    ];
    for (const act of acts) {
      const before = await dump();
      const undo = await act();
      expect(await dump()).not.toEqual(before);
      await runUndo(undo!, NOW + 2);
      expect(await dump()).toEqual(before);
    }
  });

  test('keeps what was changed since in other fields', async () => {
    const undo = await renameContact(anna, 'Annika', NOW + 1);
    await setTags(anna, ['lead'], NOW + 2);
    await runUndo(undo!, NOW + 3);
    expect(await contactOf(anna)).toMatchObject({ name: 'Anna', tags: ['lead'], updatedAt: NOW + 3 });
  });

  test('keeps a newer value of the same field', async () => {
    const undo = await renameContact(anna, 'Annika', NOW + 1);
    await renameContact(anna, 'Anneke', NOW + 2);
    await runUndo(undo!, NOW + 3);
    expect((await contactOf(anna)).name).toBe('Anneke');
  });

  test('of acts in any order ends at the beginning', async () => {
    await addNote(anna, 'n1', 'first', NOW);
    const before = await dump();
    const one = await changeNote(anna, 'n1', { pinned: true }, NOW + 1);
    const two = await changeNote(anna, 'n1', { text: 'other' }, NOW + 2);
    await runUndo(one!, NOW + 3);
    await runUndo(two!, NOW + 4);
    expect(await dump()).toEqual(before);
  });

  test('works once, and not for an id that never was', async () => {
    const undo = await renameContact(anna, 'Annika', NOW);
    expect(await runUndo(undo!, NOW)).toEqual(['contacts']);
    await expect(runUndo(undo!, NOW)).rejects.toMatchObject({ code: 'undone' });
    await expect(runUndo('never', NOW)).rejects.toMatchObject({ code: 'undone' });
  });

  test('is not offered where nothing changed', async () => {
    expect(await undoable([['contacts', anna]], NOW, async () => undefined)).toBeNull();
  });

  test('of an act that failed is not there, and neither is the act', async () => {
    const before = await dump();
    const undos = await db.undos.count();
    const act = undoable([['contacts', anna]], NOW, async () => {
      await db.contacts.update(anna, { name: 'half' });
      throw new Error('full');
    });
    await expect(act).rejects.toThrow('full');
    expect(await dump()).toEqual(before);
    expect(await db.undos.count()).toBe(undos);
  });

  test('lives thirty days and at most five hundred acts', async () => {
    await db.undos.clear();
    await db.undos.bulkAdd(Array.from({ length: 510 }, (_, i) => ({ id: `u${i}`, at: NOW - i * 1000, steps: [] })));
    await db.undos.bulkAdd([{ id: 'old', at: NOW - 31 * DAY, steps: [], snapshot: 'undo-old' }]);
    await db.staged.add({ job: 'undo-old', n: 0, table: 'notes', rows: [], at: NOW });
    await purgeUndos(NOW);
    expect(await db.undos.count()).toBe(500);
    expect(await db.undos.get('u0')).toBeDefined();
    expect(await db.undos.get('u509')).toBeUndefined();
    expect(await db.staged.count()).toBe(0);
  });
});
