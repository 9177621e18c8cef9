import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { plainName } from '../domain/common-names';
import { dump, NOW, place, wipe } from '@/tests/support/people';
import { PART_PEOPLE, type ImportChoices, type Incoming } from '../domain/import/person';
import { contactSchema, identitySchema, noteSchema } from '../domain/records';
import { keyDateSchema, markSchema, moveSchema } from '../domain/tie-records';
import { deleteContact, renameContact } from './contacts';
import { db } from './database';
import { neverAgain } from './forget';
import { beginImport, dropImport, importJob, rejectedOf, stagePart } from './import-contacts';
import { takeParts } from './import-take';
import { movesOf } from './moves';
import { addNote } from './notes';
import { changeField } from './own-fields';
import { remember } from './people';
import { mergeContacts } from './same-person';
import { runUndo } from './undo';
import { whoIs } from './who';

const TODAY = '2026-03-02';
const TABLES = ['contacts', 'identities', 'notes', 'keyDates', 'marks', 'moves', 'fields', 'merges'];
const choices: ImportChoices = { keys: ['phone', 'email', 'id'], known: 'fill', deleted: false, fields: [] };
const file = { name: 'people.csv', size: 100, hash: 'a'.repeat(64) };

const person = (row: number, name: string, more: Partial<Incoming> = {}): Incoming => ({
  ...{ row, name, phones: [], emails: [], tags: [], company: '', source: '', bonds: [], type: null, cadence: null, quietUntil: null },
  ...{ ids: [], note: '', stage: '', dates: [], own: {}, addedOn: null, joins: null },
  ...more,
});

/** Sets a file aside in full parts. */
async function stage(people: readonly Incoming[], chosen: Partial<ImportChoices> = {}): Promise<string> {
  const job = await beginImport(file, { ...choices, ...chosen }, '{}', NOW);
  for (let n = 0; n === 0 || n * PART_PEOPLE < people.length; n += 1) {
    const rest = people.slice(n * PART_PEOPLE);
    const part = { people: rest.slice(0, PART_PEOPLE), rejected: [], twice: 0, isLast: rest.length <= PART_PEOPLE };
    await stagePart(job, n, part, TODAY, NOW);
  }
  return job;
}

async function takeAll(job: string): Promise<string> {
  let now = await takeParts(job, TODAY, NOW);
  while (now.state === 'taking') now = await takeParts(job, TODAY, NOW);
  return now.undo!;
}

const bringIn = async (people: readonly Incoming[], chosen: Partial<ImportChoices> = {}): Promise<string> =>
  takeAll(await stage(people, chosen));
const names = async () => (await db.contacts.filter(({ deletedAt }) => deletedAt === null).toArray()).map(({ name }) => name).sort();
const called = async (name: string) => (await db.contacts.where({ called: plainName(name) }).first())!;

/** Somebody who is in the book. */
async function known(name: string, fields: Parameters<typeof db.contacts.update>[1] = {}): Promise<string> {
  const { identity } = await remember(place(`c-${name}`, name), NOW - 1000);
  await db.contacts.update(identity.contactId, fields);
  return identity.contactId;
}

beforeEach(wipe);

const full = person(7, 'Anna Weber', {
  ...{ phones: ['+4915112348765'], emails: ['anna@oak.de'], tags: ['VIP', 'hotel'], company: 'Oak', source: 'fair', stage: 'Quoted' },
  ...{
    ids: [{ site: 'linkedin', value: 'anna-weber', link: 'https://www.linkedin.com/in/anna-weber/' }],
    note: 'Likes tea',
    addedOn: '2025-06-01',
  },
  ...{ dates: [{ kind: 'birthday', label: '', calendar: 'lunar', year: null, month: 3, leapMonth: false, day: 9, everyMonths: 12 }] },
  ...{ own: { Car: 'Polo', Boat: 'none' }, type: 'loyal', bonds: ['benefit'], cadence: 30 },
});

describe('somebody who is new', () => {
  test('comes in with everything, as records that are as they should be, and goes with one undo', async () => {
    await changeField({ id: 'boat', name: 'Boat', kind: 'choice', options: [{ id: 'yes', name: 'Yes' }] }, NOW);
    await db.settings.clear();
    const before = await dump(TABLES);
    const undo = await bringIn([{ ...full, stage: 'quoted' }], { fields: ['Car'] });
    const anna = await called('Anna Weber');
    const car = (await db.fields.toArray()).find(({ name }) => name === 'Car')!;
    expect(anna).toMatchObject({
      company: 'Oak',
      phones: ['+4915112348765'],
      stage: 'quoted',
      stageSince: TODAY,
      own: { [car.id]: 'Polo' },
      type: 'loyal',
    });
    expect(anna.createdAt).toBe(Date.parse('2025-06-01T12:00:00Z'));
    expect(anna.words).toEqual(expect.arrayContaining(['anna', 'weber', 'vip', 'polo']));
    for (const [table, schema] of Object.entries({
      contacts: contactSchema,
      identities: identitySchema,
      notes: noteSchema,
      keyDates: keyDateSchema,
      marks: markSchema,
      moves: moveSchema,
    })) {
      const rows = await db.table<object>(table).toArray();
      expect(rows.length, table).toBe(1);
      expect(schema.parse(rows[0]), table).toEqual(rows[0]);
    }
    expect(await movesOf(anna.id)).toMatchObject([{ what: 'stage', from: null, to: 'quoted', day: TODAY }]);
    // The chat of this person is known at once, in whatever mailbox.
    const chat = place('anna-weber', 'Anna', { site: 'linkedin', account: 'somebody' });
    expect(await whoIs(chat)).toMatchObject({ is: 'known', identity: { contactId: anna.id } });

    await runUndo(undo, NOW + 1);
    expect(await dump(TABLES)).toEqual(before);
    await expect(runUndo(undo, NOW + 2)).rejects.toThrow('undone');
    expect(await importJob()).toBeNull();
    // Nothing is in the way of the same file; once more it changes nothing.
    const plain = { ...full, ids: [], note: '', dates: [] };
    await bringIn([plain]);
    expect(await names()).toEqual(['Anna Weber']);
    await bringIn([plain]);
    expect((await importJob())!.tally).toMatchObject({ fresh: 0, changed: 0, same: 1 });
    expect(await db.contacts.count()).toBe(1);
  });

  test('is one person in however many rows of the file, also across its parts', async () => {
    const crowd = Array.from({ length: PART_PEOPLE }, (_, i) => person(i + 2, `Extra ${i}`));
    const again = person(900, 'A. Weber', {
      ...{ emails: ['a.weber@home.de'], company: 'Elm', joins: 0, ids: [{ site: 'mastodon', value: 'a.weber', link: null }] },
    });
    const nearby = person(8, 'Anna W.', { tags: ['vip', 'late'], joins: 0 });
    const undo = await bringIn([full, nearby, ...crowd, again]);
    const anna = await called('Anna Weber');
    expect(anna).toMatchObject({ company: 'Oak', emails: ['anna@oak.de', 'a.weber@home.de'], tags: ['VIP', 'hotel', 'late'] });
    expect(await db.contacts.count()).toBe(PART_PEOPLE + 1);
    await runUndo(undo, NOW + 1);
    expect([await db.contacts.count(), await db.identities.count(), await db.undos.count()]).toEqual([0, 0, 0]);
  });
});

describe('somebody who is known', () => {
  const row = person(3, 'Anna W.', {
    ...{ phones: ['+4915112348765'], emails: ['new@oak.de'], tags: ['hotel'], company: 'Elm', note: 'Likes tea' },
    ids: [{ site: 'linkedin', value: 'anna-w', link: null }],
  });
  const anna = () => known('Anna', { phones: ['+4915112348765'], company: 'Oak', tags: ['vip'], words: ['anna', 'vip'] });

  test.each([
    ['fill', { name: 'Anna', company: 'Oak', emails: ['new@oak.de'], tags: ['vip', 'hotel'] }, { changed: 1 }],
    ['overwrite', { name: 'Anna W.', company: 'Elm', emails: ['new@oak.de'], tags: ['vip', 'hotel'] }, { changed: 1 }],
    ['skip', { name: 'Anna', company: 'Oak', emails: [], tags: ['vip'] }, { skipped: 1 }],
  ] as const)('is brought up to date as the rep chose: %s', async (way, fields, tally) => {
    const id = await anna();
    const before = await dump(TABLES);
    const job = await stage([row], { known: way });
    expect((await importJob())!.tally).toMatchObject({ fresh: 0, rejected: 0, ...tally });
    const undo = await takeAll(job);
    expect(await db.contacts.get(id)).toMatchObject(fields);
    expect(await db.contacts.count()).toBe(1);
    await runUndo(undo, NOW + 1);
    expect(await dump(TABLES)).toEqual(before);
  });

  test('is somebody else where the rep wants everybody anew, and where only the name is the same', async () => {
    await anna();
    await bringIn([row], { known: 'create' });
    await bringIn([person(1, 'Anna')]);
    expect(await names()).toEqual(['Anna', 'Anna', 'Anna W.']);
  });

  test('is found by number, e-mail address, the site’s id, and the number of a chat, as far as the rep says so', async () => {
    await anna();
    await known('Ben', { emails: ['ben@oak.de'] });
    await remember(place('4917012348761@c.us', 'Cleo', { site: 'whatsapp' }), NOW);
    await remember(place('dora-d', 'Dora', { site: 'linkedin' }), NOW);
    const rows = [
      person(1, 'x1', { phones: ['+4915112348765'], company: 'A' }),
      person(2, 'x2', { emails: ['ben@oak.de'], company: 'B' }),
      person(3, 'x3', { phones: ['+4917012348761'], company: 'C' }),
      person(4, 'x4', { ids: [{ site: 'linkedin', value: 'dora-d', link: null }], company: 'D' }),
    ];
    const job = await stage(rows, { known: 'overwrite' });
    expect((await importJob())!.tally).toMatchObject({ changed: 4, fresh: 0 });
    await dropImport(job);
    await stage(rows, { keys: ['email'] });
    expect((await importJob())!.tally).toMatchObject({ changed: 1, fresh: 3 });
  });

  test('keeps what was changed since when the import is taken back', async () => {
    const id = await anna();
    const undo = await bringIn([row], { known: 'overwrite' });
    await renameContact(id, 'Anna Oak', NOW + 1);
    await runUndo(undo, NOW + 2);
    expect(await db.contacts.get(id)).toMatchObject({ name: 'Anna Oak', company: 'Oak', tags: ['vip'], emails: [] });
    expect((await db.contacts.get(id))!.words).toEqual(expect.arrayContaining(['oak']));
  });

  test('who was merged is the one they are seen as', async () => {
    const [id, twin] = [await known('Annika'), await anna()];
    await mergeContacts(twin, id, NOW);
    await bringIn([row]);
    expect((await db.contacts.get(id))!.tags).toEqual(['vip', 'hotel']);
  });
});

describe('what stays out', () => {
  test('somebody deleted, a group, somebody never to be seen again, somebody who could be two; each with the reason', async () => {
    await deleteContact(await known('Ben', { emails: ['ben@oak.de'] }), NOW);
    await known('Team', { kind: 'group', emails: ['crew@oak.de'] });
    await known('Anna 1', { emails: ['anna@oak.de'] });
    await known('Anna 2', { emails: ['anna@oak.de'] });
    await neverAgain(place('4915112348765@c.us', 'Nora', { site: 'whatsapp' }), 'r1', null, NOW);
    const rows = ['ben', 'crew', 'anna'].map((name, i) => person(i + 2, name, { emails: [`${name}@oak.de`] }));
    const job = await stage([...rows, person(9, 'Nora', { phones: ['+4915112348765'] }), person(10, 'New')]);
    expect((await importJob())!.tally).toMatchObject({ rejected: 4, fresh: 1 });
    const { rejected } = await rejectedOf(job, -1);
    expect(rejected.map(({ row, why }) => [row, why.word, ...why.args])).toEqual([
      [2, 'intake_deleted', 'Ben'],
      [3, 'intake_group', 'Team'],
      [4, 'intake_several', 'Anna 1, Anna 2'],
      [9, 'intake_never'],
    ]);
    await takeAll(job);
    expect(await names()).toEqual(['Anna 1', 'Anna 2', 'New', 'Team']);
    expect((await rejectedOf(job, -1)).rejected).toHaveLength(4);
  });

  test('who was deleted comes in anew when the rep wants it', async () => {
    await deleteContact(await known('Ben', { emails: ['ben@oak.de'] }), NOW);
    await bringIn([person(1, 'Ben', { emails: ['ben@oak.de'] })], { deleted: true });
    expect(await names()).toEqual(['Ben']);
  });

  test('who is deleted between the look and the taking stays deleted', async () => {
    const id = await known('Ben', { emails: ['ben@oak.de'] });
    const job = await stage([person(1, 'Ben B.', { emails: ['ben@oak.de'] })], { known: 'overwrite' });
    await deleteContact(id, NOW);
    await takeAll(job);
    expect(await names()).toEqual([]);
  });
});

describe('one import at a time', () => {
  test('a second one waits, until the first is taken or dropped', async () => {
    const job = await stage([full]);
    await expect(beginImport(file, choices, '{}', NOW)).rejects.toThrow('busy');
    await dropImport(job);
    expect([await db.imports.count(), await db.incoming.count()]).toEqual([0, 0]);
    await bringIn([full]);
    await stage([full]);
    expect(await db.imports.count()).toBe(1);
  });

  test('parts come in order and once', async () => {
    const job = await beginImport(file, choices, '{}', NOW);
    const part = { people: Array.from({ length: PART_PEOPLE }, (_, i) => person(i + 1, `N ${i}`)), rejected: [], twice: 0, isLast: false };
    await expect(stagePart(job, 1, part, TODAY, NOW)).rejects.toThrow('invalid');
    await stagePart(job, 0, part, TODAY, NOW);
    await stagePart(job, 0, part, TODAY, NOW);
    await expect(takeParts(job, TODAY, NOW)).rejects.toThrow('invalid');
    await expect(stagePart(job, 1, { ...part, people: part.people.slice(1) }, TODAY, NOW)).rejects.toThrow('invalid');
    await stagePart(job, 1, { ...part, people: [], isLast: true }, TODAY, NOW);
    expect(await importJob()).toMatchObject({ state: 'ready', people: PART_PEOPLE, parts: 2 });
  });
});

describe('taken back', () => {
  test('somebody who gathered something since is marked as deleted, with what hangs there; the others are gone', async () => {
    const undo = await bringIn([full, person(8, 'Ben'), person(9, 'Cleo')]);
    await addNote((await called('Ben')).id, 'n1', 'mine', NOW + 1);
    await renameContact((await called('Cleo')).id, 'Cleopatra', NOW + 1);
    await runUndo(undo, NOW + 2);
    expect((await db.contacts.toArray()).map(({ name, deletedAt }) => [name, deletedAt])).toEqual([
      ['Ben', NOW + 2],
      ['Cleopatra', NOW + 2],
    ]);
    expect((await db.notes.toArray()).map(({ text }) => text)).toEqual(['mine']);
  });

  test('in the middle of taking, it leaves nothing', async () => {
    const crowd = Array.from({ length: PART_PEOPLE * 2 }, (_, i) => person(i + 1, `Extra ${i}`));
    const job = await stage(crowd);
    const { undo, state } = await takeParts(job, TODAY, NOW, 1);
    expect([state, await db.contacts.count()]).toEqual(['taking', PART_PEOPLE]);
    await expect(dropImport(job)).rejects.toThrow('busy');
    await runUndo(undo!, NOW + 1);
    expect([await db.contacts.count(), await db.imports.count(), await db.incoming.count(), await db.undos.count()]).toEqual([0, 0, 0, 0]);
    await expect(takeParts(job, TODAY, NOW)).rejects.toThrow('gone');
  });
});
