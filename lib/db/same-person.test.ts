import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, dump, NOW, place, wipe } from '../../tests/support/people';
import { OWNED_TABLES } from '../domain/tables';
import { listContacts, purgeContact, purgeDeleted, renameContact, setTags } from './contacts';
import { countMessages } from './count';
import { db } from './database';
import { setFollowUp } from './follow-ups';
import { saveLife } from './life';
import { say } from './marks';
import { addNote, deleteNote } from './notes';
import { changeField, sayValue } from './own-fields';
import { remember } from './people';
import { mergeContacts, setApart, splitOff, takeApart } from './same-person';
import { runUndo } from './undo';

beforeEach(wipe);

const TABLES = ['contacts', 'identities', 'interactions', 'days', 'merges', 'apart', ...OWNED_TABLES];
const exact = () => dump(TABLES);
/** The same without what being taken apart leaves: the memory of it. */
const book = () => dump(TABLES.filter((table) => table !== 'apart'));

/** A contact with something of everything. */
async function somebody(name: string, now = NOW): Promise<string> {
  const { identity } = await remember(place(`id-${name}`, name), now);
  const id = identity.contactId;
  await countMessages(identity.id, [{ id: `m-${name}`, direction: 'in', at: '2026-03-01', live: false }], {
    now,
    zone: 'UTC',
    source: 's',
  });
  await addNote(id, `n-${name}`, `note of ${name}`, now);
  await setTags(id, [`tag of ${name}`, 'shared'], now);
  await setFollowUp(id, '2026-03-05', '', now);
  await say(
    id,
    { company: `${name} Ltd`, phones: [`+49${name.length}`], bonds: name.length % 2 ? ['benefit'] : ['affection'] },
    '2026-03-02',
    now,
  );
  for (const field of ['Car', `Own-${name.replace(/\W/g, '')}`]) {
    await changeField({ id: field, name: field, kind: 'text' }, now);
    await sayValue(id, field, name, now);
  }
  return id;
}
const mergeOf = async (from: string) => (await db.merges.where({ from }).first())!;
const see = (id: string) => db.contacts.get(id);

describe('merging', () => {
  test('moves everything, hides the other one, and is found under both names', async () => {
    const [anna, other] = [await somebody('Anna Schmidt'), await somebody('A. Schmidt-Berg')];
    await mergeContacts(other, anna, NOW);
    for (const table of ['identities', 'notes', 'followUps', 'marks']) {
      expect(await db.table(table).where({ contactId: other }).count(), table).toBe(0);
    }
    expect(await see(other)).toMatchObject({ deletedAt: NOW, mergedInto: anna });
    expect((await see(anna))!.tags).toEqual(['tag of Anna Schmidt', 'shared', 'tag of A. Schmidt-Berg']);
    expect((await see(anna))!.phones).toHaveLength(2);
    expect((await see(anna))!.company).toBe('Anna Schmidt Ltd');
    for (const query of ['anna', 'berg']) expect((await listContacts(query, null, 9)).contacts.map(({ id }) => id)).toEqual([anna]);
    await renameContact(anna, 'Anna Neu', NOW);
    expect((await listContacts('berg', null, 9)).contacts).toHaveLength(1);
  });

  test('fills what is empty, and takes it along again', async () => {
    const anna = (await remember(place('c1', 'Anna'), NOW)).identity.contactId;
    const other = await somebody('Other');
    await mergeContacts(other, anna, NOW);
    expect((await see(anna))!.company).toBe('Other Ltd');
    await takeApart((await mergeOf(other)).id, NOW);
    expect(await see(anna)).toMatchObject({ company: '', phones: [], bonds: [], tags: [] });
  });

  test('is refused for a group, for oneself, and for who is gone', async () => {
    const anna = await somebody('Anna');
    const group = (
      await remember({ ...place('g'), conversation: { kind: 'group', ids: [{ value: 'g', kind: 'permanent' }], name: 'G' } }, NOW)
    ).identity;
    await expect(mergeContacts(group.contactId, anna, NOW)).rejects.toMatchObject({ code: 'invalid' });
    await expect(mergeContacts(anna, anna, NOW)).rejects.toMatchObject({ code: 'invalid' });
    await expect(mergeContacts('nobody', anna, NOW)).rejects.toMatchObject({ code: 'gone' });
    const other = await somebody('Other');
    await mergeContacts(other, anna, NOW);
    await expect(mergeContacts(other, anna, NOW)).rejects.toMatchObject({ code: 'gone' });
  });

  test('keeps who was brought by whom, there and back', async () => {
    const [anna, bert, carl] = [await somebody('Anna'), await somebody('Bert'), await somebody('Carl')];
    const referral = (other: string, id: string) => ({ id, kind: 'referral' as const, on: '2026-03-01', text: '', score: null, other });
    await saveLife(carl, { facts: [referral(bert, 'f1')] }, NOW);
    await saveLife(anna, { facts: [referral(bert, 'f2')] }, NOW);
    const before = await book();
    await mergeContacts(bert, anna, NOW);
    expect((await db.facts.get('f1'))!.other).toBe(anna);
    await takeApart((await mergeOf(bert)).id, NOW);
    expect(await book()).toEqual(before);
  });
});

describe('taking apart', () => {
  test('long after: what is new stays with the person, what the other brought leaves', async () => {
    const [anna, other] = [await somebody('Anna'), await somebody('Other')];
    await mergeContacts(other, anna, NOW);
    await addNote(anna, 'n-new', 'since', NOW + DAY);
    await setTags(anna, [...(await see(anna))!.tags, 'new'], NOW + DAY);
    await takeApart((await mergeOf(other)).id, NOW + 400 * DAY);
    expect((await see(anna))!.tags).toEqual(['tag of Anna', 'shared', 'new']);
    expect((await see(other))!.tags).toEqual(['tag of Other', 'shared']);
    expect((await db.notes.where({ contactId: anna }).primaryKeys()).sort()).toEqual(['n-Anna', 'n-new']);
    expect((await db.followUps.where({ contactId: other }).toArray())[0]!.status).toBe('open');
  });

  test('a tag that was taken away and given again stays', async () => {
    const [anna, other] = [await somebody('Anna'), await somebody('Other')];
    await mergeContacts(other, anna, NOW);
    const { tags } = (await see(anna))!;
    await setTags(anna, ['shared'], NOW);
    await setTags(anna, tags, NOW);
    await say(anna, { bonds: [] }, '2026-03-02', NOW);
    await say(anna, { bonds: ['affection', 'benefit'] }, '2026-03-02', NOW);
    await takeApart((await mergeOf(other)).id, NOW);
    expect(await see(anna)).toMatchObject({ tags, bonds: ['affection', 'benefit'] });
  });

  test('what two of them brought stays until both are gone', async () => {
    const [anna, one, two] = [(await remember(place('c1', 'Anna'), NOW)).identity.contactId, await somebody('One'), await somebody('Two')];
    await mergeContacts(one, anna, NOW);
    await mergeContacts(two, anna, NOW + 1);
    await takeApart((await mergeOf(one)).id, NOW + 2);
    expect(await see(anna)).toMatchObject({ tags: ['shared', 'tag of Two'], company: 'Two Ltd', bonds: ['benefit'] });
    await takeApart((await mergeOf(two)).id, NOW + 3);
    expect(await see(anna)).toMatchObject({ tags: [], company: '', bonds: [] });
  });

  test('who came by way of another, left, and came back directly stays when the other leaves', async () => {
    const [a, b, c] = [await somebody('A'), await somebody('B'), await somebody('C')];
    await mergeContacts(a, b, NOW);
    await mergeContacts(b, c, NOW);
    await takeApart((await mergeOf(a)).id, NOW);
    await mergeContacts(a, c, NOW);
    await takeApart((await mergeOf(b)).id, NOW);
    expect(await Promise.all(['n-A', 'n-B'].map(async (id) => (await db.notes.get(id))!.contactId))).toEqual([c, b]);
  });

  test('is remembered as “not the same”, until they are merged again', async () => {
    const [anna, other] = [await somebody('Anna'), await somebody('Other')];
    await mergeContacts(other, anna, NOW);
    await takeApart((await mergeOf(other)).id, NOW);
    expect(await db.apart.count()).toBe(1);
    const again = await mergeContacts(anna, other, NOW);
    expect(await db.apart.count()).toBe(0);
    await runUndo(again!, NOW);
    expect(await db.apart.count()).toBe(1);
  });

  test('a note deleted before and brought back after goes where its person is seen', async () => {
    const [anna, other] = [await somebody('Anna'), await somebody('Other')];
    const undo = await deleteNote('n-Other', NOW);
    await mergeContacts(other, anna, NOW);
    await runUndo(undo!, NOW);
    expect((await db.notes.get('n-Other'))!.contactId).toBe(anna);
    await takeApart((await mergeOf(other)).id, NOW);
    expect((await db.notes.get('n-Other'))!.contactId).toBe(other);
  });
});

describe('undo', () => {
  test('of each act leaves everything as it was', async () => {
    const [anna, other] = [await somebody('Anna'), await somebody('Other')];
    await mergeContacts(await somebody('Third'), other, NOW);
    const acts = [
      () => mergeContacts(other, anna, NOW + 1),
      async () => (await takeApart((await db.merges.toArray())[0]!.id, NOW + 1)).undo,
      () => setApart(anna, other, NOW + 1),
      async () => (await splitOff(other, (await db.identities.where({ contactId: other }).first())!.id, ['n-Other'], NOW + 1)).undo,
    ];
    for (const act of acts) {
      const before = await exact();
      const contacts = await db.contacts.count();
      const undo = await act();
      expect(await exact()).not.toEqual(before);
      await runUndo(undo!, NOW + 2);
      const after = await exact();
      // A contact that was made is marked as deleted, not torn out.
      after['contacts'] = after['contacts']!.slice(0, contacts);
      expect(after).toEqual(before);
      await expect(runUndo(undo!, NOW + 3)).rejects.toMatchObject({ code: 'undone' });
    }
  });

  test('of a merge works after the merged one was merged further, and of a taking apart after it was', async () => {
    const [a, b, c] = [await somebody('A'), await somebody('B'), await somebody('C')];
    const before = await book();
    const ab = await mergeContacts(a, b, NOW);
    await mergeContacts(b, c, NOW);
    await runUndo(ab!, NOW);
    expect((await db.notes.get('n-A'))!.contactId).toBe(a);
    expect((await db.notes.get('n-B'))!.contactId).toBe(c);
    const { undo } = await takeApart((await mergeOf(b)).id, NOW);
    expect(await book()).toEqual(before);
    await mergeContacts(c, a, NOW);
    await runUndo(undo!, NOW);
    expect((await db.notes.get('n-B'))!.contactId).toBe(a);
  });

  test('of splitting off brings back what came there since, also to somebody merged meanwhile', async () => {
    const [anna, other, third] = [await somebody('Anna'), await somebody('Other'), await somebody('Third')];
    await mergeContacts(other, anna, NOW);
    const identity = (await db.identities.where({ contactId: anna }).toArray()).find(({ name }) => name === 'Other')!;
    const { undo, contact } = await splitOff(anna, identity.id, ['n-Other'], NOW);
    expect(await see(contact)).toMatchObject({ name: 'Other', deletedAt: null });
    await addNote(contact, 'n-new', 'since', NOW);
    await mergeContacts(anna, third, NOW);
    await runUndo(undo!, NOW);
    for (const id of ['n-Other', 'n-new', 'n-Anna']) expect((await db.notes.get(id))!.contactId, id).toBe(third);
    expect((await db.identities.get(identity.id))!.contactId).toBe(third);
    await takeApart((await mergeOf(anna)).id, NOW);
    for (const id of ['n-Other', 'n-new', 'n-Anna']) expect((await db.notes.get(id))!.contactId, id).toBe(anna);
  });
});

describe('splitting off', () => {
  test('takes the identity, what was counted for it and the chosen notes', async () => {
    const [anna, other] = [await somebody('Anna'), await somebody('Other')];
    await mergeContacts(other, anna, NOW);
    const identity = (await db.identities.where({ contactId: anna }).toArray()).find(({ name }) => name === 'Other')!;
    const { contact } = await splitOff(anna, identity.id, ['n-Other'], NOW);
    expect(await db.interactions.where({ identityId: identity.id }).count()).toBe(1);
    expect(await db.notes.where({ contactId: contact }).primaryKeys()).toEqual(['n-Other']);
    // What was split off is not called back by taking apart what once was merged.
    await takeApart((await mergeOf(other)).id, NOW);
    expect((await db.identities.get(identity.id))!.contactId).toBe(contact);
  });

  test('is refused for the last identity, for somebody else’s note or identity', async () => {
    const [anna, other] = [await somebody('Anna'), await somebody('Other')];
    const [mine, theirs] = await Promise.all(
      [anna, other].map(async (contactId) => (await db.identities.where({ contactId }).first())!.id),
    );
    await expect(splitOff(anna, mine!, [], NOW)).rejects.toMatchObject({ code: 'invalid' });
    await expect(splitOff(anna, theirs!, [], NOW)).rejects.toMatchObject({ code: 'gone' });
    await mergeContacts(await somebody('Third'), anna, NOW);
    await expect(splitOff(anna, mine!, ['n-Other'], NOW)).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('what is deleted', () => {
  test('a merged contact outlives thirty days, and goes with the person it is part of', async () => {
    const [anna, other, third] = [await somebody('Anna'), await somebody('Other'), await somebody('Third')];
    await mergeContacts(third, other, NOW);
    await mergeContacts(other, anna, NOW);
    await purgeDeleted(NOW + 100 * DAY);
    expect(await db.contacts.count()).toBe(3);
    await purgeContact(anna, NOW);
    for (const table of TABLES) expect(await db.table(table).count(), table).toBe(0);
  });
});

describe('a write that is cut off in the middle', () => {
  test('leaves the old state', async () => {
    const [anna, other] = [await somebody('Anna'), await somebody('Other')];
    await mergeContacts(await somebody('Third'), anna, NOW);
    const mergeId = (await db.merges.toArray())[0]!.id;
    const identity = (await db.identities.where({ contactId: anna }).first())!.id;
    const acts = [
      () => mergeContacts(other, anna, NOW),
      () => takeApart(mergeId, NOW),
      () => splitOff(anna, identity, ['n-Anna'], NOW),
      () => setApart(anna, other, NOW),
    ];
    const before = await exact();
    for (const act of acts) {
      // The last write of each act is its undo: all others are done by then.
      const die = () => {
        throw new Error('worker stopped');
      };
      db.undos.hook('creating', die);
      await expect(act()).rejects.toThrow('worker stopped');
      db.undos.hook('creating').unsubscribe(die);
      expect(await exact()).toEqual(before);
    }
  });
});

describe('any merges taken apart in any order', () => {
  const NAMES = ['A', 'Be', 'Cee', 'Dora', 'Emile'];
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('merge' as const), a: fc.nat(4), b: fc.nat(4) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('apart' as const), a: fc.nat(9), b: fc.constant(0) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('note' as const), a: fc.nat(4), b: fc.constant(0) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), a: fc.nat(9), b: fc.constant(0) }) },
  );

  test('leave each contact as it was, with what came to it since; and between, everything is with who is seen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.array(fc.nat(9), { maxLength: 5 }), async (steps, order) => {
        await wipe();
        const ids: string[] = [];
        for (const [i, name] of NAMES.entries()) ids.push(await somebody(name, NOW + i));
        const before = await book();
        const home = new Map((await db.notes.toArray()).map(({ id, contactId }) => [id, contactId]));
        const undos: string[] = [];
        let now = NOW + 10;
        const rootOf = async (id: string): Promise<string> => {
          const { mergedInto } = (await see(id))!;
          return mergedInto === null ? id : rootOf(mergedInto);
        };
        for (const { do: what, a, b } of steps) {
          now += 1;
          const merges = await db.merges.toArray();
          const [from, into] = [await rootOf(ids[a % 5]!), await rootOf(ids[b]!)];
          if (what === 'merge' && from !== into) undos.push((await mergeContacts(from, into, now))!);
          else if (what === 'apart' && merges.length > 0) undos.push((await takeApart(merges[a % merges.length]!.id, now)).undo!);
          else if (what === 'undo' && undos.length > 0) await runUndo(undos.splice(a % undos.length, 1)[0]!, now).catch(() => undefined);
          else if (what === 'note') {
            await addNote(from, `x${now}`, 'x', now);
            home.set(`x${now}`, from);
          }
          for (const { id, contactId } of await db.notes.toArray()) expect(contactId, id).toBe(await rootOf(home.get(id)!));
          for (const contact of await db.contacts.filter(({ deletedAt }) => deletedAt === null).toArray()) {
            const members: string[] = [];
            for (const [i, id] of ids.entries()) if ((await rootOf(id)) === contact.id) members.push(NAMES[i]!);
            expect([...contact.tags].sort()).toEqual(['shared', ...members.map((name) => `tag of ${name}`)].sort());
            expect([...contact.phones].sort()).toEqual(members.map((name) => `+49${name.length}`).sort());
            expect(Object.keys(contact.own).sort()).toEqual(['Car', ...members.map((name) => `Own-${name}`)].sort());
            expect(members).toContain(contact.own['Car']);
            expect(members.every((name) => contact.words.includes(name.toLowerCase()))).toBe(true);
          }
        }
        for (const pick of [...order, 0, 0, 0, 0, 0]) {
          const merges = await db.merges.toArray();
          if (merges.length > 0) await takeApart(merges[pick % merges.length]!.id, ++now);
        }
        const after = await book();
        after['notes'] = (after['notes'] as { id: string }[]).filter(({ id }) => !id.startsWith('x'));
        expect(after).toEqual(before);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
