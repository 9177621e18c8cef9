import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { NOW, place, wipe } from '../../tests/support/people';
import { beginRestore, commitRestore, stageRows } from './restore';
import { deleteNote, addNote } from './notes';
import { countMessages } from './count';
import { db } from './database';
import { setFollowUp } from './follow-ups';
import { forgetIdentity } from './forget';
import { joinTo, remember } from './people';

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
