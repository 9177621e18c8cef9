import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, NOW, place, weak, wipe } from '../../tests/support/people';
import { db } from './database';
import { draftsHere, keepDraft, purgeDrafts, readDraft } from './drafts';

beforeEach(wipe);

const stranger = { contactId: null, place: place('secret-id', 'Secret Name'), ref: 'r1' };

describe('a draft', () => {
  test('is kept, replaced, and forgotten when it is emptied', async () => {
    await keepDraft(stranger, 'one', NOW);
    await keepDraft(stranger, 'one two', NOW);
    expect(await readDraft({ ...stranger, ref: 'after a reload' })).toBe('one two');
    await keepDraft(stranger, ' ', NOW);
    expect(await readDraft(stranger)).toBe('');
    expect(await db.drafts.count()).toBe(0);
  });

  test('of a stranger leaves neither name nor id', async () => {
    await keepDraft(stranger, 'text', NOW);
    await keepDraft({ contactId: null, place: weak('Secret Name'), ref: 'r2' }, 'text', NOW);
    expect(JSON.stringify(await db.drafts.toArray())).not.toMatch(/secret/i);
  });

  test('moves to the contact once there is one', async () => {
    await keepDraft(stranger, 'begun', NOW);
    const known = { ...stranger, contactId: 'anna' };
    expect(await readDraft(known)).toBe('begun');
    await keepDraft(known, 'begun, ended', NOW);
    expect(await db.drafts.toCollection().primaryKeys()).toEqual(['contact:anna']);
    expect(await readDraft({ contactId: 'anna', place: null, ref: null })).toBe('begun, ended');
  });

  test('of one Anna is never shown to the other, but found again by her messages', async () => {
    await keepDraft({ contactId: null, place: weak('Anna', ['m1']), ref: 'r1' }, 'for the first', NOW);
    expect(await readDraft({ contactId: null, place: weak('Anna', ['n1']), ref: 'r2' })).toBe('');
    expect(await readDraft({ contactId: null, place: weak('Anna'), ref: 'r3' })).toBe('');
    expect(await readDraft({ contactId: null, place: weak('Anna', ['m1', 'm2']), ref: 'r4' })).toBe('for the first');
    await db.drafts.bulkDelete(await draftsHere({ contactId: null, place: weak('Anna', ['n1']), ref: 'r2' }));
    expect(await db.drafts.count()).toBe(1);
    await db.drafts.bulkDelete(await draftsHere({ contactId: null, place: weak('Anna', ['m1']), ref: 'r9' }));
    expect(await db.drafts.count()).toBe(0);
  });

  test('is forgotten after thirty days', async () => {
    await keepDraft(stranger, 'text', NOW);
    await purgeDrafts(NOW + 29 * DAY);
    expect(await db.drafts.count()).toBe(1);
    await purgeDrafts(NOW + 31 * DAY);
    expect(await db.drafts.count()).toBe(0);
  });
});
