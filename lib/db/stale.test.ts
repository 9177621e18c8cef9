import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, NOW, place, wipe } from '../../tests/support/people';
import { backupPart } from './backup';
import { beginRestore, commitRestore, stageRows } from './restore';
import { deleteContact, purgeContact, renameContact } from './contacts';
import { countMessages, forgetCounted, markWatched } from './count';
import { db } from './database';
import { setFollowUp } from './follow-ups';
import { addNote, deleteNote } from './notes';
import { joinTo, remember } from './people';
import { runUndo } from './undo';

const stale = async () => (await db.stale.toArray()).map(({ id }) => id);
/** What has become old by an act. */
async function after(act: () => Promise<unknown>): Promise<string[]> {
  await db.stale.clear();
  await act();
  return stale();
}

let anna: string;
let identity: string;
beforeEach(async () => {
  await wipe();
  const made = await remember(place(), NOW);
  anna = made.identity.contactId;
  identity = made.identity.id;
});

describe("a contact's standing is known to be old after", () => {
  const seeing = { now: NOW, zone: 'UTC', source: 's' };
  const acts: Record<string, () => Promise<unknown>> = {
    'a new name': () => renameContact(anna, 'Annika', NOW),
    'a note': () => addNote(anna, 'n1', 'text', NOW),
    'a follow-up': () => setFollowUp(anna, '2026-12-01', '', NOW),
    'a message': () => countMessages(identity, [{ id: 'm1', direction: 'in', at: null, live: false }], seeing),
    deletion: () => deleteContact(anna, NOW),
    'being purged': () => purgeContact(anna, NOW),
  };
  for (const [what, act] of Object.entries(acts)) {
    test(what, async () => expect(await after(act)).toContain(`contact:${anna}`));
  }

  test('a day on which the chat was open', async () => {
    expect(await after(() => markWatched(identity, NOW, 'UTC'))).toEqual([`identity:${identity}`]);
  });

  test('its days were removed', async () => {
    await markWatched(identity, NOW, 'UTC');
    expect(await after(() => forgetCounted(identity))).toEqual([`identity:${identity}`]);
  });

  test('an undo, and the removal of a note', async () => {
    const undo = await addNote(anna, 'n1', 'text', NOW);
    expect(await after(() => runUndo(undo!, NOW))).toContain(`contact:${anna}`);
    await addNote(anna, 'n2', 'text', NOW);
    expect(await after(() => deleteNote('n2', NOW))).toContain(`contact:${anna}`);
  });
});

test('Both contacts are old when one takes over what the other had', async () => {
  const ben = (await remember(place('ben', 'Ben'), NOW)).identity;
  expect((await after(() => joinTo(place('ben', 'Ben'), anna, NOW))).sort()).toEqual(
    expect.arrayContaining([`contact:${anna}`, `contact:${ben.contactId}`].sort()),
  );
});

test('A change that fails leaves no mark, and one that is cut off neither', async () => {
  const marks = await after(() =>
    db
      .transaction('rw', db.contacts, async () => {
        await db.contacts.update(anna, { name: 'Other' });
        throw new Error('killed');
      })
      .catch(() => undefined),
  );
  expect(marks).toEqual([]);
  expect((await db.contacts.get(anna))!.name).not.toBe('Other');
});

test('Everybody is old after a restore that replaces, by one mark and not by one for each row', async () => {
  const { rows } = await backupPart(null);
  const job = await beginRestore(NOW);
  await stageRows(job, 0, 'contacts', rows, NOW);
  expect(await after(() => commitRestore(job, 'replace', NOW + DAY))).toEqual(['everybody']);
  // What changes afterwards is marked as ever.
  expect(await after(() => renameContact(anna, 'Annika', NOW))).toEqual([`contact:${anna}`]);
});
