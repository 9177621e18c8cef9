import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { NOW, place, wipe } from '../../tests/support/people';
import { beginRestore, commitRestore, stageRows } from './restore';
import { deleteNote, addNote } from './notes';
import { countMessages } from './count';
import { db } from './database';
import { setFollowUp } from './follow-ups';
import { renameContact } from './contacts';
import { forgetContact, forgetIdentity } from './forget';
import { joinTo, remember } from './people';
import { recordsOf } from './records-of';
import { noteSaved, savedSince } from './saved';

beforeEach(wipe);

const seeing = { now: NOW, zone: 'UTC', source: 's' };

test('somebody forgotten is in no table any more, undo and the old states kept by restores included', async () => {
  const { identity } = await remember(place('secret-id', 'Secret Name'), NOW);
  await addNote(identity.contactId, 'n1', 'secret note', NOW);
  await addNote(identity.contactId, 'n2', 'secret too', NOW);
  await deleteNote('n2', NOW);
  await setFollowUp(identity.contactId, '2026-03-05', 'secret reason', NOW);
  await countMessages(identity.id, [{ id: 'm1', direction: 'in', at: null, live: true }], seeing);
  const job = await beginRestore(NOW);
  await stageRows(job, 0, 'tombstones', [{ id: 'other', deletedAt: NOW }], NOW);
  await commitRestore(job, 'merge', NOW);
  await forgetIdentity(identity, NOW);
  for (const table of db.tables) expect(JSON.stringify(await table.toArray()), table.name).not.toMatch(/secret/i);
});

test('a person known elsewhere, too, keeps everything but this one identity', async () => {
  const first = await remember(place('c1', 'Anna'), NOW);
  await addNote(first.identity.contactId, 'n1', 'likes oak', NOW);
  const { identityId } = await joinTo(place('c2', 'Anna at work'), first.identity.contactId, NOW);
  const second = (await db.identities.get(identityId))!;
  const removed = await forgetIdentity(second, NOW);
  expect(Object.keys(removed)).not.toContain('contacts');
  expect(await db.identities.toCollection().primaryKeys()).toEqual([first.identity.id]);
  expect((await db.notes.get('n1'))?.text).toBe('likes oak');
});

test('a contact forgotten for good is in no table any more, and the backups that hold it are known', async () => {
  const { identity } = await remember(place('c1', 'Anna'), NOW);
  const { identity: other } = await remember(place('c2', 'Bert'), NOW);
  await noteSaved({ name: 'before.json', where: 'file', sealed: false }, NOW - 1);
  await noteSaved({ name: 'after.json', where: 'folder', sealed: true }, NOW + 1);
  await addNote(identity.contactId, 'n1', 'canary', NOW);
  await db.facts.add({ id: 'f1', contactId: other.contactId, kind: 'referral', on: '2026-03-01', text: '', score: null, other: identity.contactId, createdAt: NOW, updatedAt: NOW }); // prettier-ignore
  await renameContact(identity.contactId, 'Anna canary', NOW);
  const records = await recordsOf(identity.contactId);
  expect(records['notes']).toMatchObject([{ text: 'canary' }]);
  expect(records['identities']).toHaveLength(1);
  const { removed, since } = await forgetContact(identity.contactId, NOW + 2);
  const left = await Promise.all(db.tables.map((table) => table.toArray()));
  expect(JSON.stringify(left)).not.toMatch(/canary|Anna/);
  expect((await savedSince(since)).map(({ name }) => name)).toEqual(['after.json']);
  expect(removed['facts']).toMatchObject([{ id: 'f1', other: identity.contactId }]);
  await expect(recordsOf(identity.contactId)).rejects.toMatchObject({ code: 'gone' });
});
