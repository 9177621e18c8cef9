import { dyingAt } from '@/tests/support/dying';
import { beforeEach, expect, test, vi } from 'vitest';
import { dump, NOW, place, wipe } from '@/tests/support/people';
import { importOn, whenNoImport } from '@/entrypoints/background/importing';
import { PART_PEOPLE, type Incoming } from '../domain/import/person';
import { db } from './database';
import { beginImport, importJob, stagePart } from './import-contacts';
import { takeParts } from './import-take';
import { remember } from './people';
import { runUndo } from './undo';

vi.mock('webextension-polyfill', () => import('@/tests/support/browser'));

const person = (row: number): Incoming => ({
  ...{ row, name: `Person ${row}`, phones: [], emails: [], tags: [], company: 'Oak', source: '', bonds: [], type: null, cadence: null },
  ...{ quietUntil: null, ids: [], note: '', stage: '', dates: [], own: { Car: 'Polo' }, addedOn: null, joins: null },
});

/** Two parts: somebody known in each, and whatever else fills them. */
async function ready(): Promise<string> {
  await wipe();
  for (const name of ['Anna', 'Ben']) await remember(place(`c-${name}`, name), NOW - 1000);
  const file = { name: 'people.csv', size: 100, hash: 'a'.repeat(64) };
  const job = await beginImport(file, { keys: ['id'], known: 'fill', deleted: false, fields: ['Car'] }, '{}', NOW);
  const known = (row: number, id: string): Incoming => ({
    ...person(row),
    ids: [{ site: 'demo', value: `c-${id}`, link: null }],
    note: 'Met',
  });
  const first = [known(1, 'Anna'), ...Array.from({ length: PART_PEOPLE - 1 }, (_, i) => person(i + 2))];
  await stagePart(job, 0, { people: first, rejected: [], twice: 0, isLast: false }, '2026-03-02', NOW);
  await stagePart(job, 1, { people: [known(901, 'Ben')], rejected: [], twice: 0, isLast: true }, '2026-03-02', NOW);
  return job;
}

/** What the database holds, in short. */
const state = async () => {
  const [contacts, undos, imports, incoming, fields] = await Promise.all([
    db.contacts.toArray(),
    db.undos.orderBy('at').toArray(),
    db.imports.toArray(),
    db.incoming.toArray(),
    db.fields.toArray(),
  ]);
  return {
    contacts: contacts.map(({ name, company, own }) => `${name} ${company} ${Object.values(own).join()}`).sort(),
    notes: (await db.notes.toArray()).map(({ text }) => text),
    undos: undos.map(({ steps, isPart, made }) => [steps.length, isPart, made !== undefined]).sort(),
    imports: imports.map(({ state: at, done, tally }) => [at, done, tally]),
    incoming: incoming.map(({ n, people }) => [n, people.length]),
    fields: fields.map(({ name }) => name),
  };
};
const taken = async (job: string): Promise<void> => {
  while ((await takeParts(job, '2026-03-02', NOW, 1)).state === 'taking');
};
/** What a new worker does. */
async function newWorker(): Promise<void> {
  importOn();
  await vi.waitFor(() => whenNoImport(), { timeout: 20_000, interval: 5 });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});

test('Whoever dies while people go in goes on there, and whoever dies while they go out takes all of them back', async () => {
  await taken(await ready());
  const whole = await state();
  await ready();
  const before = await state();
  let deaths = 0;
  for (let at = 2; ; at += 2) {
    const again = await ready();
    const isDead = await dyingAt(at, () => taken(again));
    if (!isDead) break;
    deaths += 1;
    const part = (await importJob())!;
    // Before the first part is in, nothing is.
    if (part.state === 'ready') expect(await state()).toEqual(before);
    await taken(again);
    expect(await state(), `killed at write ${at} on the way in`).toEqual(whole);
  }
  expect(deaths).toBeGreaterThan(2);

  for (let at = 1; ; at += 3) {
    await taken(await ready());
    const { undo } = (await importJob())!;
    const isDead = await dyingAt(at, () => runUndo(undo!, NOW));
    if (!isDead) break;
    if ((await importJob())!.state === 'undoing') await newWorker();
    else await runUndo(undo!, NOW);
    const left = await dump(['contacts', 'notes', 'marks', 'fields', 'incoming', 'imports']);
    expect(
      Object.entries(left).map(([table, rows]) => [table, rows.length]),
      `killed at write ${at} on the way out`,
    ).toEqual([
      ['contacts', 2],
      ['notes', 0],
      ['marks', 0],
      ['fields', 0],
      ['incoming', 0],
      ['imports', 0],
    ]);
    expect((await db.contacts.toArray()).map(({ company }) => company)).toEqual(['', '']);
    expect(await db.undos.filter(({ made }) => made !== undefined).count()).toBe(0);
  }
});
