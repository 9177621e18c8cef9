import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { NOW, place, wipe } from '../../tests/support/people';
import { deleteContact } from './contacts';
import { db } from './database';
import { saveLife } from './life';
import { say } from './marks';
import { remember } from './people';
import { mergeContacts, setApart, takeApart } from './same-person';
import { mergedInto, suggestSame } from './suggest-same';

beforeEach(wipe);

const PHONE = '+4915112345679';
async function somebody(name: string, phones: string[] = [PHONE], company = ''): Promise<string> {
  const { identity } = await remember(place(`id-${name}`, name), NOW);
  await say(identity.contactId, { phones, company }, '2026-03-02', NOW);
  return identity.contactId;
}
const ids = async (id: string) => (await suggestSame(id)).map((one) => one.id);

test('somebody is found by an equal number, by the id of a chat, and by name and company', async () => {
  const anna = await somebody('Anna Müller', [PHONE], 'Oak GmbH');
  const byPhone = await somebody('A.');
  const byName = await somebody('Muller, Anna', [], 'Oak');
  const chat = place(`${PHONE.slice(1)}@c.us`, 'Someone', { site: 'whatsapp' });
  const byChat = (await remember(chat, NOW)).identity.contactId;
  expect((await ids(anna)).sort()).toEqual([byPhone, byName, byChat].sort());
  // Made in the same millisecond, neither comes before the other.
  expect((await suggestSame(byChat)).sort((a, b) => b.name.localeCompare(a.name))).toEqual([
    { id: anna, name: 'Anna Müller', reasons: [{ word: 'same_phone', args: [`+${PHONE.slice(1)}`] }] },
    { id: byPhone, name: 'A.', reasons: [{ word: 'same_phone', args: [`+${PHONE.slice(1)}`] }] },
  ]);
});

test('nobody is found who is deleted, or said to be somebody else, also as part of another', async () => {
  const [anna, bert, carl] = [await somebody('Anna'), await somebody('Bert'), await somebody('Carl', [])];
  expect(await ids(anna)).toEqual([bert]);
  await setApart(bert, anna, NOW);
  expect(await ids(anna)).toEqual([]);
  expect(await ids(bert)).toEqual([]);
  // Merged into Carl, Bert brings his number along, and what was said of him.
  await mergeContacts(bert, carl, NOW);
  expect(await ids(carl)).toEqual([]);
  expect(await ids(anna)).toEqual([]);
  await db.apart.clear();
  expect(await ids(anna)).toEqual([carl]);
  await deleteContact(carl, NOW);
  expect(await ids(anna)).toEqual([]);
});

test('who brought whom are two', async () => {
  const [anna, bert] = [await somebody('Anna'), await somebody('Bert')];
  const fact = { id: 'f', kind: 'referral' as const, on: '2026-03-01', text: '', score: null, other: bert };
  await saveLife(anna, { facts: [fact] }, NOW);
  expect([await ids(anna), await ids(bert)]).toEqual([[], []]);
});

test('a switchboard brings nobody together, however many have it', async () => {
  const first = await somebody('Anna');
  const [row] = await db.contacts.toArray();
  await db.contacts.bulkAdd(Array.from({ length: 300 }, (_, i) => ({ ...row!, id: `copy-${i}` })));
  expect(await ids(first)).toEqual([]);
});

test('those merged in are listed, also by way of others, the newest first', async () => {
  const [a, b, c] = [await somebody('A'), await somebody('B'), await somebody('C')];
  await mergeContacts(a, b, NOW);
  await mergeContacts(b, c, NOW + 1);
  expect((await mergedInto(c)).map(({ contact }) => contact.name)).toEqual(['B', 'A']);
  await takeApart((await mergedInto(c))[1]!.merge.id, NOW);
  expect((await mergedInto(c)).map(({ contact }) => contact.name)).toEqual(['B']);
});
