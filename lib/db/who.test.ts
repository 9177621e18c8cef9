import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { NOW, place, weak, wipe } from '../../tests/support/people';
import { deleteContact } from './contacts';
import { countMessages } from './count';
import { db } from './database';
import { followSite, remember } from './people';
import { runUndo } from './undo';
import { whoIs, whoPublished, type Place } from './who';

beforeEach(wipe);

const seen = (identityId: string, ...ids: string[]): Promise<number> =>
  countMessages(
    identityId,
    ids.map((id) => ({ id, direction: 'in', at: null, live: false })),
    { now: NOW, zone: 'UTC', source: 's' },
  );

/** Remembers somebody, with messages that were counted. */
let clock = NOW;
async function know(where: Place, ...messages: string[]): Promise<string> {
  const { identity } = await remember(where, clock++);
  await seen(identity.id, ...messages);
  return identity.id;
}
const verdict = async (where: Place) => {
  const who = await whoIs(where);
  return who.is === 'known' ? who.identity.id : who.is === 'ask' ? who.identities.map((identity) => identity.id) : null;
};

describe('on a site with permanent ids', () => {
  test('the id alone tells who it is', async () => {
    const anna = await know(place('c1', 'Anna'));
    expect(await verdict(place('c1', 'Another name'))).toBe(anna);
    expect(await verdict(place('c2', 'Anna'))).toBeNull();
  });

  test('site and mailbox belong to it', async () => {
    await know(place('c1'));
    expect(await verdict(place('c1', 'Anna', { account: 'my other mailbox' }))).toBeNull();
    expect(await verdict(place('c1', 'Anna', { site: 'converse' }))).toBeNull();
  });

  test('any of several ids will do, and new ones are learned', async () => {
    const anna = await know(place('c1'));
    const both: Place = {
      ...place(),
      conversation: {
        kind: 'person',
        name: 'Anna',
        ids: [
          { value: 'new', kind: 'permanent' },
          { value: 'c1', kind: 'permanent' },
        ],
      },
    };
    expect(await verdict(both)).toBe(anna);
    await followSite((await db.identities.get(anna))!, both, NOW);
    expect(await verdict(place('new'))).toBe(anna);
    expect(await verdict(place('c1'))).toBe(anna);
  });
});

describe('on a site that shows only names', () => {
  test('a name without a known message is a question', async () => {
    const anna = await know(weak('Anna', ['m1']), 'm1');
    expect(await verdict(weak('Anna', ['x']))).toEqual([anna]);
    expect(await verdict(weak('Anna'))).toEqual([anna]);
    expect(await verdict(weak('Bert'))).toBeNull();
  });

  test('two Annas are told apart by their messages', async () => {
    const one = await know(weak('Anna', ['m1']), 'm1');
    const two = await know(weak('Anna', ['n1'], { answer: null }), 'n1');
    expect(one).not.toBe(two);
    expect(await verdict(weak('Anna', ['m1', 'x']))).toBe(one);
    expect(await verdict(weak('Anna', ['n1', 'x']))).toBe(two);
    expect(await verdict(weak('Anna', ['x']))).toEqual([one, two]);
    expect(await verdict(weak('Anna', ['m1', 'n1']))).toEqual([one, two]);
  });

  test('a rename is followed by the messages, and afterwards the old name means nobody', async () => {
    const anna = await know(weak('Anna', ['m1']), 'm1');
    const renamed = weak('Anna (work)', ['m1', 'm2']);
    expect(await verdict(renamed)).toBe(anna);
    await followSite((await db.identities.get(anna))!, renamed, NOW);
    expect(await verdict(weak('Anna (work)'))).toEqual([anna]);
    expect(await verdict(weak('Anna'))).toBeNull();
    const { contactId } = (await db.identities.get(anna))!;
    expect((await db.contacts.get(contactId))!.name).toBe('Anna (work)');
  });

  test('a name the rep gave is not overwritten by the site’s', async () => {
    const anna = await know(weak('Anna', ['m1']), 'm1');
    const { contactId } = (await db.identities.get(anna))!;
    await db.contacts.update(contactId, { name: 'Anna from the fair' });
    await followSite((await db.identities.get(anna))!, weak('Anna S.', ['m1']), NOW);
    expect((await db.contacts.get(contactId))!.name).toBe('Anna from the fair');
  });

  test('the rep’s answer holds: this one, or nobody of them', async () => {
    const anna = await know(weak('Anna', ['m1']), 'm1');
    expect(await verdict(weak('Anna', ['x'], { answer: anna }))).toBe(anna);
    expect(await verdict(weak('Anna', ['x'], { answer: null }))).toBeNull();
  });

  test('after “nobody of them” somebody new can be remembered, who is then known by the messages', async () => {
    await know(weak('Anna', ['m1']), 'm1');
    const other = await know(weak('Anna', ['x1'], { answer: null }), 'x1');
    expect(await verdict(weak('Anna', ['x1', 'x2'], { answer: null }))).toBe(other);
  });

  test('messages of another site or mailbox prove nothing', async () => {
    await know(weak('Anna', ['m1']), 'm1');
    expect(await verdict(weak('Bert', ['m1'], { account: 'other' }))).toBeNull();
    expect(await verdict(weak('Bert', ['m1'], { site: 'demo' }))).toBeNull();
  });
});

describe('deleted people', () => {
  test('are nobody, and are known again once brought back', async () => {
    for (const where of [place(), weak('Cora', ['m1'])]) {
      const id = await know(where, `${where.site}-m1`, 'm1');
      const undo = await deleteContact((await db.identities.get(id))!.contactId, NOW);
      expect(await verdict(where)).toBeNull();
      await runUndo(undo!, NOW);
      expect(await verdict(where)).toBe(id);
      await wipe();
    }
  });

  test('when remembered anew take their counts along, so that nothing is lost and nothing counted twice', async () => {
    const id = await know(place(), 'm1', 'm2');
    await deleteContact((await db.identities.get(id))!.contactId, NOW);
    const { identity, fresh } = await remember(place(), NOW + 1);
    await seen(identity.id, 'm1', 'm2', 'm3');
    expect(fresh).toBe(true);
    expect((await db.identities.get(identity.id))!.in).toBe(3);
    expect(await db.interactions.count()).toBe(3);
  });
});

describe('who published something', () => {
  const author = (value: string, kind: 'permanent' | 'weak', account = 'me'): Place => ({
    ...place('', 'Anna', { account }),
    conversation: { kind: 'person', ids: [{ value, kind }], name: 'Anna' },
  });
  const known = async (where: Place) => (await whoPublished(where))?.id ?? null;
  const withHandle = (id: string, handle: string): Place => ({
    ...place(),
    conversation: {
      kind: 'person',
      name: 'Anna',
      ids: [
        { value: id, kind: 'permanent' },
        { value: handle, kind: 'weak' },
      ],
    },
  });

  test('is told by a permanent id, also where the page does not show whose mailbox it is', async () => {
    const anna = await know(place('c1'));
    expect(await known(author('c1', 'permanent'))).toBe(anna);
    expect(await known(author('c1', 'permanent', ''))).toBe(anna);
    expect(await known(author('c2', 'permanent'))).toBeNull();
  });

  test('is nobody where two mailboxes know the person and the page shows neither', async () => {
    await know(place('c1'));
    await know(place('c1', 'Anna', { account: 'other' }));
    expect(await known(author('c1', 'permanent', ''))).toBeNull();
  });

  test('is told by a handle, in its own mailbox only, as long as one person has it', async () => {
    const anna = await know(withHandle('1', '@anna'));
    expect(await known(author('@anna', 'weak'))).toBe(anna);
    expect(await known(author('@anna', 'weak', 'other'))).toBeNull();
    const other = await know(withHandle('2', '@other'));
    await followSite((await db.identities.get(other))!, withHandle('2', '@anna'), NOW);
    expect(await known(author('@anna', 'weak'))).toBeNull();
  });

  test('is not told by a handle the person has given up', async () => {
    const anna = await know(withHandle('1', '@anna'));
    await followSite((await db.identities.get(anna))!, withHandle('1', '@anna_new'), NOW);
    expect(await known(author('@anna', 'weak'))).toBeNull();
    expect(await known(author('@anna_new', 'weak'))).toBe(anna);
  });

  test('is nobody once the contact is deleted', async () => {
    const anna = await know(place('c1'));
    await deleteContact((await db.identities.get(anna))!.contactId, NOW);
    expect(await known(author('c1', 'permanent'))).toBeNull();
  });
});
