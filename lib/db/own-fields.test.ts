import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, dump, NOW, place, wipe } from '../../tests/support/people';
import { contactSchema } from '../domain/records';
import { backupPart } from './backup';
import { beginRestore, commitRestore, stageRows } from './restore';
import { listContacts, renameContact, setTags } from './contacts';
import { db } from './database';
import { forgetIdentity } from './forget';
import { changeField, purgeFields, readFields, sayValue, valuesOf } from './own-fields';
import { remember } from './people';
import { mergeContacts, takeApart } from './same-person';
import { runUndo } from './undo';

let anna: string;
beforeEach(async () => {
  await wipe();
  anna = (await remember(place('anna', 'Anna'), NOW)).identity.contactId;
  await changeField({ id: 'car', name: '车型', kind: 'text' }, NOW);
  await changeField({ id: 'seats', name: 'Seats', kind: 'number' }, NOW);
  await changeField({ id: 'fuel', name: 'Fuel', kind: 'choice', options: [{ id: 'e', name: 'Electric' }] }, NOW);
});
const own = async (id = anna) => (await db.contacts.get(id))!.own;
const find = async (query: string) => (await listContacts(query, null, 9)).contacts.map(({ id }) => id);
const names = async () => (await readFields()).map(({ name, removedAt }) => (removedAt === null ? name : `(${name})`));

describe('fields', () => {
  test('stand in the order they were made in or moved to; every change can be taken back', async () => {
    expect(await names()).toEqual(['车型', 'Seats', 'Fuel']);
    const before = await dump(['fields']);
    for (const change of [
      { id: 'fuel', before: 'car' },
      { id: 'car', name: 'Model' },
      { id: 'car', removed: true },
      { id: 'fuel', options: [{ id: 'd', name: 'Diesel' }] },
      { id: 'size', name: 'Size', kind: 'text' as const },
    ]) {
      const undo = await changeField(change, NOW + 1);
      expect(await dump(['fields'])).not.toEqual(before);
      await runUndo(undo!, NOW + 2);
      expect(await dump(['fields'])).toEqual(before);
    }
    await changeField({ id: 'fuel', before: 'car' }, NOW);
    expect(await names()).toEqual(['Fuel', '车型', 'Seats']);
    expect(await changeField({ id: 'fuel', before: 'car' }, NOW)).toBeNull();
  });

  test('renamed, removed and brought back keep their values; 30 days after a removal both are gone', async () => {
    const other = (await remember(place('other', 'Other'), NOW)).identity.contactId;
    await sayValue(other, 'car', 'Tayron', NOW);
    await mergeContacts(other, anna, NOW);
    await sayValue(anna, 'seats', '5', NOW);
    await changeField({ id: 'car', name: 'Model' }, NOW);
    expect((await valuesOf(anna)).map(({ field, value }) => [field.name, value])).toEqual([
      ['Model', 'Tayron'],
      ['Seats', '5'],
      ['Fuel', ''],
    ]);
    await changeField({ id: 'car', removed: true }, NOW);
    expect((await valuesOf(anna)).map(({ field }) => field.name)).toEqual(['Seats', 'Fuel']);
    await expect(sayValue(anna, 'car', 'x', NOW)).rejects.toMatchObject({ code: 'gone' });
    await purgeFields(NOW + 30 * DAY - 1);
    expect(await own()).toEqual({ car: 'Tayron', seats: '5' });
    await changeField({ id: 'car', removed: false }, NOW);
    await purgeFields(NOW + 31 * DAY);
    expect((await valuesOf(anna))[0]).toMatchObject({ value: 'Tayron' });
    await changeField({ id: 'car', removed: true }, NOW);
    await purgeFields(NOW + 31 * DAY);
    expect([await own(), await own(other), await names()]).toEqual([{ seats: '5' }, {}, ['Seats', 'Fuel']]);
    expect(await find('tayron')).toEqual([]);
    expect(JSON.stringify(await dump(['contacts', 'merges', 'fields']))).not.toContain('Tayron');
  });
});

describe('values', () => {
  test('are kept in one form, told apart by field, and taken back each by itself', async () => {
    const first = await sayValue(anna, 'car', ' Polo ', NOW);
    await sayValue(anna, 'seats', '1,200', NOW);
    expect(await own()).toEqual({ car: 'Polo', seats: '1200' });
    await runUndo(first!, NOW);
    expect(await own()).toEqual({ seats: '1200' });
    expect(await find('polo')).toEqual([]);
    await sayValue(anna, 'seats', '', NOW);
    expect(await own()).toEqual({});
    for (const [field, value] of [
      ['seats', 'many'],
      ['fuel', 'Electric'],
    ] as const)
      await expect(sayValue(anna, field, value, NOW)).rejects.toMatchObject({ code: 'invalid' });
    await expect(sayValue(anna, 'nothing', 'x', NOW)).rejects.toMatchObject({ code: 'gone' });
  });

  test('of a choice stay when its option is removed, and can be said again', async () => {
    await changeField({ id: 'fuel', options: [{ id: 'd', name: 'Diesel' }] }, NOW);
    await sayValue(anna, 'fuel', 'e', NOW);
    await changeField({ id: 'fuel', options: [{ id: 'e', removed: true }] }, NOW);
    expect(await own()).toEqual({ fuel: 'e' });
    expect(await sayValue(anna, 'fuel', 'e', NOW)).toBeNull();
    const other = (await remember(place('other', 'Other'), NOW)).identity.contactId;
    await expect(sayValue(other, 'fuel', 'e', NOW)).rejects.toMatchObject({ code: 'invalid' });
  });

  test('of text fields are found, after a new name and new tags too, and no longer once they are changed', async () => {
    await sayValue(anna, 'car', '比亚迪 Dolphin', NOW);
    await sayValue(anna, 'seats', '77', NOW);
    await renameContact(anna, 'Anna Berg', NOW);
    const tagged = await setTags(anna, ['vip'], NOW);
    for (const query of ['dolph', '亚迪', 'berg dolphin']) expect(await find(query), query).toEqual([anna]);
    expect(await find('77')).toEqual([]);
    await sayValue(anna, 'car', 'Polo', NOW);
    await runUndo(tagged!, NOW);
    expect([await find('dolphin'), await find('polo'), await find('vip')]).toEqual([[], [anna], []]);
  });

  test('as long as they may be leave room for the name', async () => {
    for (let i = 0; i < 30; i += 1) {
      await changeField({ id: `f${i}`, name: `F ${i}`, kind: 'text' }, NOW);
      await sayValue(anna, `f${i}`, Array.from({ length: 60 }, (_, n) => `w${i}x${n}`).join(' '), NOW);
    }
    expect(await find('anna')).toEqual([anna]);
    expect(contactSchema.safeParse(await db.contacts.get(anna)).success).toBe(true);
  });

  test('come along in a merge where the other has none, leave again, and stay away once taken away by hand', async () => {
    const other = (await remember(place('other', 'Other'), NOW)).identity.contactId;
    await sayValue(anna, 'car', 'Polo', NOW);
    await sayValue(other, 'car', 'Tayron', NOW);
    await sayValue(other, 'seats', '7', NOW);
    await sayValue(other, 'fuel', 'e', NOW);
    const before = await dump(['contacts']);
    await mergeContacts(other, anna, NOW);
    expect(await own()).toEqual({ car: 'Polo', seats: '7', fuel: 'e' });
    const merge = (await db.merges.toArray())[0]!;
    expect(merge.brought.own).toEqual({ seats: '7', fuel: 'e' });
    await sayValue(anna, 'seats', '8', NOW);
    const taken = await sayValue(anna, 'fuel', '', NOW);
    await runUndo(taken!, NOW);
    await takeApart(merge.id, NOW);
    expect([await own(), await own(other)]).toEqual([
      { car: 'Polo', seats: '8' },
      { car: 'Tayron', seats: '7', fuel: 'e' },
    ]);
    await sayValue(anna, 'seats', '', NOW);
    expect(await dump(['contacts'])).toEqual(before);
  });

  test('leave with whom they came, out of the middle of a merge of merges', async () => {
    const [b, c] = [(await remember(place('b', 'B'), NOW)).identity.contactId, (await remember(place('c', 'C'), NOW)).identity.contactId];
    await sayValue(b, 'car', 'Polo', NOW);
    await sayValue(c, 'seats', '7', NOW);
    await mergeContacts(c, b, NOW);
    await mergeContacts(b, anna, NOW);
    expect(await own()).toEqual({ car: 'Polo', seats: '7' });
    await takeApart((await db.merges.where({ from: c }).first())!.id, NOW);
    expect([await own(), await own(b), await own(c)]).toEqual([{ car: 'Polo' }, { car: 'Polo' }, { seats: '7' }]);
  });

  test('are forgotten with the person, undo included', async () => {
    await sayValue(anna, 'car', 'Tayron', NOW);
    await sayValue(anna, 'car', 'Polo', NOW);
    await forgetIdentity((await db.identities.toArray())[0]!, NOW);
    const left = JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
    for (const word of ['Tayron', 'Polo', 'polo']) expect(left).not.toContain(word);
  });

  test('go into a backup and come back; a backup without fields is read as one', async () => {
    await sayValue(anna, 'car', '{{last_promise}}', NOW);
    const file: Record<string, Record<string, unknown>[]> = {};
    for (let cursor: string | null = null; ;) {
      const part = await backupPart(cursor);
      (file[part.table] ??= []).push(...(JSON.parse(JSON.stringify(part.rows)) as Record<string, unknown>[]));
      if (part.next === null) break;
      cursor = part.next;
    }
    const before = await dump(['contacts', 'fields']);
    await wipe();
    const job = await beginRestore(NOW);
    for (const [n, [table, rows]] of Object.entries(file).entries()) expect(await stageRows(job, n, table, rows, NOW)).toEqual([]);
    await commitRestore(job, 'replace', NOW);
    expect(await dump(['contacts', 'fields'])).toEqual(before);
    const { own: _, ...older } = file['contacts']![0]!;
    expect(contactSchema.parse(older).own).toEqual({});
    const hostile = JSON.parse('{"__proto__":"x","car":"Polo"}') as unknown;
    expect(contactSchema.parse({ ...older, own: hostile }).own).toEqual({ car: 'Polo' });
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`f${i}`, 'x']));
    expect(contactSchema.safeParse({ ...older, own: many }).success).toBe(false);
  });
});
