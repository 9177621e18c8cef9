import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, NOW, place, wipe } from '../../tests/support/people';
import { entryOf, type Entry } from '../domain/book/entry';
import { everybodyByName } from '../domain/book/first-query';
import { entriesOf, indexedSheet, openSheet } from '../domain/book/sheet';
import { sheetWordsOf } from '../domain/book/sheet-words';
import { defaultCare } from '../domain/care';
import { newId } from '../domain/id';
import { TIERS } from '../domain/kinds';
import { findInBook, knownTags, openBook, whenListed } from './book';
import { deleteContact, purgeContact, renameContact, setTags } from './contacts';
import { countMessages } from './count';
import { db } from './database';
import { setFollowUp } from './follow-ups';
import { remember } from './people';
import { listOn, readTiers, readWords } from './sheets';
import { EVERYBODY } from './stale';
import { freshenStandings } from './standings';
import { runUndo } from './undo';

const TODAY = '2026-03-02';
let today = TODAY;
const now = async () => ({ today, care: defaultCare });
const freshenAll = async () => {
  while (await freshenStandings({ care: defaultCare, today, zone: 'UTC', big: {}, now: NOW }));
};

beforeEach(async () => {
  today = TODAY;
  await wipe();
});

const person = async (n: number, name: string): Promise<string> => (await remember(place(`c${n}`, name), NOW + n)).identity.contactId;

/** All lines, worked out from the records one by one. */
async function plain(): Promise<Entry[]> {
  const contacts = (await db.contacts.toArray()).filter(({ deletedAt }) => deletedAt === null);
  return Promise.all(
    contacts.map(async (contact) => {
      const mine = { contactId: contact.id };
      const [identities, followUps, standing] = await Promise.all([
        db.identities.where(mine).toArray(),
        db.followUps.where(mine).toArray(),
        db.standings.get(contact.id),
      ]);
      return entryOf({ contact, identities, followUps, standing }, { today, care: defaultCare, big: {} });
    }),
  );
}

const byId = (a: Entry, b: Entry): number => (a.id < b.id ? -1 : 1);
const inMemory = async (): Promise<Entry[]> => {
  const { book, complete } = await openBook(now, 10_000);
  expect(complete).toBe(true);
  return book.stretch(everybodyByName, today, 0, 100_000).entries.sort(byId);
};
const stored = async (): Promise<Entry[]> => (await db.sheets.toArray()).flatMap((sheet) => entriesOf(openSheet(sheet))).sort(byId);

async function expectRight(): Promise<void> {
  await freshenAll();
  const right = await plain();
  expect(await inMemory()).toEqual(right);
  expect(await stored()).toEqual(right);
  const sheets = (await db.sheets.toArray()).map(indexedSheet);
  expect(await db.sheetWords.toArray()).toEqual(sheets.map((sheet) => sheetWordsOf(sheet, sheet.index)));
  const [tiers, nameless] = await Promise.all([readTiers(true), readTiers(false)]);
  const inTiers = tiers.flatMap(({ ids, tiers, added }) =>
    ids.map((id, i) => ({ id, tier: TIERS[tiers[i]! - 1] ?? null, added: added[i] })),
  );
  expect(inTiers.filter(({ id }) => id !== '')).toEqual(right.map(({ id, tier, added }) => ({ id, tier, added })));
  expect(nameless).toEqual(tiers.map((one) => ({ ...one, ids: [] })));
}

describe('the book is what the records are', () => {
  test('after whatever is done, in memory and where a new worker reads it', async () => {
    const acts: readonly ((contacts: string[], n: number) => Promise<unknown>)[] = [
      async (contacts, n) => contacts.push(await person(contacts.length, `Anna ${n}`)),
      (contacts, n) => renameContact(contacts[n % contacts.length]!, `王小明 ${n}`, NOW),
      (contacts, n) => setTags(contacts[n % contacts.length]!, [`tag${n}`], NOW),
      (contacts, n) => setFollowUp(contacts[n % contacts.length]!, '2026-03-09', '', NOW),
      (contacts, n) => deleteContact(contacts[n % contacts.length]!, NOW),
      (contacts, n) => purgeContact(contacts[n % contacts.length]!, NOW),
      async () => {
        const undo = await db.undos.orderBy('at').last();
        if (undo) await runUndo(undo.id, NOW);
      },
      async (_, n) => {
        const [identity] = await db.identities.toArray();
        if (identity)
          await countMessages(identity.id, [{ id: `m${n}`, direction: 'in', at: null, live: true }], {
            now: NOW,
            zone: 'UTC',
            source: 's',
          });
      },
      async () => (today = today === TODAY ? '2026-03-20' : TODAY),
      () => db.stale.put(EVERYBODY),
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(acts.length - 1), fc.nat(9)), { maxLength: 12 }), async (steps) => {
        await wipe();
        today = TODAY;
        const contacts: string[] = [await person(0, 'Zoë')];
        for (const [act, n] of steps) {
          // Some are looked at between two acts, some are not.
          if (n % 3 === 0) await openBook(now, 10_000);
          await acts[act]!(contacts, n).catch(() => undefined);
        }
        await expectRight();
      }),
      { numRuns: 25 },
    );
  });

  test('with so many that they fill several sheets, put in between others, and gone again', async () => {
    await person(1, 'x');
    const [blank] = await db.contacts.toArray();
    const make = (n: number) => ({ ...blank!, id: newId(NOW + n * DAY), name: `N ${n}`, createdAt: NOW + n });
    const first = Array.from({ length: 620 }, (_, n) => make(n * 2));
    await db.contacts.bulkAdd(first);
    await expectRight();
    const words = await db.sheetWords.toArray();
    expect(words.length).toBeGreaterThan(1);
    expect([...(await readWords(null, 1)), ...(await readWords(words[0]!.from, 99))]).toEqual(words);
    await db.contacts.bulkAdd(Array.from({ length: 400 }, (_, n) => make(n * 2 + 1)));
    await expectRight();
    for (const { many } of await db.sheets.toArray()) expect(many).toBeLessThanOrEqual(600);
    await db.contacts.bulkDelete(first.map(({ id }) => id));
    await expectRight();
    await db.contacts.clear();
    await expectRight();
  });
});

test('a worker that dies between two steps loses nothing', async () => {
  const ids = [await person(1, 'Anna'), await person(2, 'Bert')];
  await expectRight();
  await renameContact(ids[0]!, 'Annika', NOW);
  // One step is done by a worker that keeps nothing in memory.
  await listOn(await now());
  expect((await stored()).map(({ name }) => name).sort()).toEqual(['Annika', 'Bert']);
});

test('who has lines made for longer than a screen waits is told at the end', async () => {
  await person(1, 'Anna');
  const told = new Promise<void>((resolve) => whenListed(resolve));
  const { complete } = await openBook(now, 0);
  expect(complete).toBe(false);
  await told;
  expect((await inMemory()).map(({ name }) => name)).toEqual(['Anna']);
});

test('a search gives ids, the best first', async () => {
  await person(1, 'Joanna');
  const anna = await person(2, 'Anna');
  expect((await findInBook('anna', 0, 9, now))?.[0]).toBe(anna);
  expect(await findInBook('anna', 0, 9, now)).toHaveLength(2);
});

test('tags in use are offered by their beginning, the most used first, doubles in other case dropped', async () => {
  await setTags(await person(1, 'A'), ['Lead', 'lead', 'fair'], NOW);
  await setTags(await person(2, 'B'), ['later', 'fair'], NOW);
  await setTags(await person(3, 'C'), ['later'], NOW);
  expect(await knownTags('L', 8, now)).toEqual(['later', 'lead']);
  expect(await knownTags('', 1, now)).toEqual(['fair']);
});
