import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { NOW, place, wipe } from '@/tests/support/people';
import { leavingSchema } from '../domain/import/leaving';
import { deleteContact } from './contacts';
import { db } from './database';
import { leavingPart, leavingSome } from './export-contacts';
import { setFollowUp } from './follow-ups';
import { addNote } from './notes';
import { remember } from './people';

beforeEach(wipe);

test('Everybody who is kept leaves, part by part, with notes, ids and the next step; groups, the deleted and what is hidden stay', async () => {
  for (let i = 0; i < 203; i += 1) await remember(place(`c${i}`, `Person ${i}`), NOW + i);
  const all = await db.contacts.toArray();
  const [anna, ben, team] = all as [(typeof all)[0], (typeof all)[0], (typeof all)[0]];
  await addNote(anna.id, 'n1', 'first', NOW);
  await addNote(anna.id, 'n2', 'hidden', NOW);
  await db.notes.update('n2', { hiddenAt: NOW });
  await setFollowUp(anna.id, '2026-03-09', 'Call', NOW);
  await deleteContact(ben.id, NOW);
  await db.contacts.update(team.id, { kind: 'group' });
  const first = await leavingPart(null);
  const second = await leavingPart(first.next);
  expect([first.people.length, second.people.length, second.next]).toEqual([198, 3, null]);
  expect(first.people[0]).toMatchObject({ contact: { id: anna.id }, note: 'first', next: { due: '2026-03-09', reason: 'Call' } });
  expect(first.people[0]!.ids).toEqual([
    { site: 'demo', handle: JSON.parse((await db.identities.where({ contactId: anna.id }).first())!.handles[0]!)[3] },
  ]);
  const some = await leavingSome([second.people[1]!.contact.id, 'nobody', ben.id, team.id, anna.id, anna.id]);
  expect(some, 'those who were chosen, in that order').toEqual([second.people[1], first.people[0]]);
  for (const person of first.people) expect(leavingSchema.safeParse(person).success).toBe(true);
});
