// The browser is ended (-9) in the middle of restores and imports: what is there afterwards is the state before or after, never between.
import { expect, test, type Page } from '@playwright/test';
import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { PART_PEOPLE } from '@/lib/domain/import/person';
import { DATA_TABLES } from '@/lib/domain/tables';
import type { MessageName, Request } from '@/lib/messages/protocol';
import { endHard, processesOf } from './support/end-hard';
import { askFrom, launch, openScreen, type Rapport } from './support/rapport';
import { seeded } from './support/seeded';
import { soon } from './support/soon';
import { wholeDatabase, type Whole } from './support/whole-database';

/** How often the browser is ended; more by `RAPPORT_KILLS`. */
const KILLS = Number(process.env['RAPPORT_KILLS'] || 10);
const CONTACTS = 100;
const PART = 500;
/** People of the file: the first are in the book already. */
const PEOPLE = 2.5 * PART_PEOPLE;
const KNOWN = 40;

let rapport: Rapport;
let page: Page;

async function start(profile?: string): Promise<void> {
  rapport = await launch(profile === undefined ? { fresh: true } : { profile, starter: true });
  page = await openScreen(rapport.context, 'workspace.html#/sites');
}
test.afterAll(async () => {
  await rapport.close();
});

async function ask<N extends MessageName>(name: N, request: Request<N>) {
  const outcome = await askFrom(page, name, request);
  if (!outcome.ok) throw new Error(`${name}: ${outcome.code}`);
  return outcome.value;
}

/** A book of invented people. Another `edition` says other things of the same ones, later, and of a few more. */
function book(edition: number, base: Whole): Whole {
  const at = 1_760_000_000_000 + edition * 86_400_000;
  const common = { createdAt: 1_760_000_000_000, updatedAt: at };
  const rows: Whole = { ...base, contacts: [], identities: [], interactions: [], days: [], notes: [] };
  for (let n = 0; n < CONTACTS + edition * 20; n += 1) {
    const [id, identityId] = [`c${n}`, `i${n}`];
    const name = `Person ${n} of ${edition}`;
    rows['contacts']!.push({
      ...{
        id,
        kind: 'person',
        name,
        tags: [],
        words: name.toLowerCase().split(' '),
        company: '',
        phones: [],
        emails: [`p${n}@oak.example`],
      },
      bonds: [],
      ...{ type: null, cadence: null, quietUntil: null, stage: null, stageSince: null, source: '', ...common, deletedAt: null },
      mergedInto: null,
    });
    rows['notes']!.push({ id: `n${n}`, contactId: id, text: `says ${edition}`, pinned: false, hiddenAt: null, ...common });
    const day = '2025-10-09';
    for (let m = 0; m < 6; m += 1) {
      rows['interactions']!.push({
        ...{ id: `m${n}-${edition}-${m}`, identityId, kind: 'message', direction: 'in', at: `${day}T10:00:0${m}.000Z`, day, live: false },
        ...{ seenAt: at, source: 'book' },
      });
    }
    rows['days']!.push({ identityId, day, in: 6, out: 0, watched: true });
    rows['identities']!.push({
      ...{ id: identityId, contactId: id, site: 'demo', account: 'me', handles: [JSON.stringify(['demo', 'me', 'permanent', `p${n}`])] },
      ...{ weak: false, name, link: null, in: 6, out: 0, lastIn: `${day}T10:00:05.000Z`, lastOut: null, acts: 0 },
      ...{ undatedIn: null, undatedOut: null, watchedSince: at, ...common },
    });
  }
  return rows;
}

/** Sets the rows of a file aside, as the page of backups does. Gives the job. */
async function stage(rows: Whole): Promise<string> {
  const { job } = await ask('restore.begin', {});
  let n = 0;
  for (const [table, all] of Object.entries(rows)) {
    for (let from = 0; from < all.length; from += PART) {
      const { bad } = await ask('restore.rows', { job, n: n++, table, rows: all.slice(from, from + PART) });
      expect(bad).toEqual([]);
    }
  }
  return job;
}

async function stageReplies(): Promise<string> {
  const { job } = await ask('restore.begin', {});
  for (let n = 0; n < 4; n += 1) {
    const replies = Array.from({ length: 250 }, (_, i) => ({
      title: `Reply ${n}-${i}`,
      body: `Good day {{name}}, number ${n * 250 + i}.`,
    }));
    await ask('replies.stage', { job, n, replies });
  }
  return job;
}

/** Sets the people of a file aside, as the page of imports does. Gives the job. */
async function stagePeople(): Promise<string> {
  const file = { name: 'people.csv', size: 1000, hash: 'a'.repeat(64) };
  const choices = { keys: ['email' as const], known: 'fill' as const, deleted: false, fields: ['Car'] };
  const { job } = await ask('import.begin', { file, choices, how: '{}' });
  const person = (i: number) => ({
    ...{ row: i + 2, name: `From a file ${i}`, phones: [], emails: [`p${i < KNOWN ? i : 5000 + i}@oak.example`], tags: ['fair'] },
    ...{ company: `Oak ${i}`, source: 'fair', bonds: [], type: null, cadence: null, quietUntil: null, note: `Row ${i}`, stage: 'quoted' },
    ...{ ids: [{ site: 'linkedin', value: `p-${i}`, link: null }], dates: [], own: { Car: 'Polo' }, addedOn: null, joins: null },
  });
  for (let n = 0; n * PART_PEOPLE < PEOPLE; n += 1) {
    const many = Math.min(PART_PEOPLE, PEOPLE - n * PART_PEOPLE);
    const people = Array.from({ length: many }, (_, i) => person(n * PART_PEOPLE + i));
    await ask('import.rows', { job, n, people, rejected: [], twice: 0, isLast: (n + 1) * PART_PEOPLE >= PEOPLE });
  }
  return job;
}

/** The import when nothing goes on any more: a browser that starts again goes on with it by itself. */
async function importStands() {
  await soon(async () => (await ask('import.state', {})).job?.state ?? 'none', { timeout: 30_000 }).toMatch(/^(ready|taken|none)$/);
  return (await ask('import.state', {})).job;
}

/** What is made of a file has the ids of its import, and its times; what the acts of this test change, the time of the act. */
const LATELY = 1_765_000_000_000;
const ofImport = (rows: Whole[string]): unknown[] => {
  const told = (name: string, value: unknown): unknown => {
    if (typeof value === 'number' && value > LATELY) return 'lately';
    return (name === 'id' || name === 'contactId') && String(value).length === 36 ? String(value).slice(24) : value;
  };
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, told(name, value)])));
};

/** Replies that come in get ids of their own; when they came is when it happened. */
const comparable = (all: Whole): unknown => ({
  ...all,
  ...Object.fromEntries(['contacts', 'identities', 'notes', 'marks', 'moves'].map((table) => [table, ofImport(all[table]!)])),
  contacts: ofImport(all['contacts']!.map(({ own, ...contact }) => ({ ...contact, own: Object.values(own as object) }))),
  fields: all['fields']!.map(({ name }) => name),
  incoming: all['incoming']!.map(({ n, people }) => [n, (people as unknown[]).length]),
  replies: all['replies']!.map(({ id: _, createdAt: __, updatedAt: ___, wordedAt: ____, ...reply }) => reply).sort((a, b) =>
    String(a['title']) < String(b['title']) ? -1 : 1,
  ),
});
const dump = async (): Promise<unknown> => comparable(await wholeDatabase(page, [...DATA_TABLES, 'incoming']));

/** What may be cut short: what has to be there before, and the act. `prepare` gives what the act is done with. */
interface Act {
  prepare: () => Promise<string>;
  act: (given: string) => Promise<{ undo: string | null }>;
  /** After the browser ended before it was done: the same again, with what was set aside before. */
  canResume: boolean;
}

test('Ended in the middle of a restore or an import, the browser comes back with the state before or after it', async () => {
  test.setTimeout(60_000 + KILLS * 30_000);
  const chance = seeded();
  console.log(`RAPPORT_SEED=${chance.seed}`);
  await start();
  const bare = await wholeDatabase(page);
  const [here, other] = [book(0, bare), book(1, bare)];
  const restore = (rows: Whole, mode: 'merge' | 'replace'): Act => ({
    prepare: () => stage(rows),
    act: (job) => ask('restore.commit', { job, mode }),
    canResume: true,
  });
  const takeBack: Act = {
    prepare: async () => (await ask('restore.commit', { job: await stage(other), mode: 'replace' })).undo!,
    act: async (undo) => ({ undo: null, ...(await ask('undo.run', { undo })) }),
    canResume: true,
  };
  const replies: Act = { prepare: stageReplies, act: (job) => ask('replies.import', { job }), canResume: true };
  const people: Act = {
    prepare: stagePeople,
    act: async (job) => {
      await ask('import.commit', { job });
      return { undo: (await importStands())!.undo };
    },
    canResume: true,
  };
  const peopleBack: Act = {
    prepare: async () => (await people.act(await stagePeople())).undo!,
    act: async (undo) => ({ undo: null, ...(await ask('undo.run', { undo })) }),
    canResume: true,
  };
  const staging: Act = { prepare: () => Promise.resolve(''), act: async () => ({ undo: await stage(other) }), canResume: true };
  const acts: Record<string, Act> = {
    'contacts imported': people,
    'contacts taken back': peopleBack,
    'a restore taken back': takeBack,
    'a file merged': restore(other, 'merge'),
    'a file in place of all': restore(other, 'replace'),
    'replies imported': replies,
    'a file read': staging,
  };
  const goBack = async () => {
    await ask('restore.commit', { job: await stage(here), mode: 'replace' });
  };

  // Once without an end, to know what has to come out and how long it takes.
  const whole = new Map<string, { done: unknown; ms: number }>();
  for (const [name, { prepare, act }] of Object.entries(acts)) {
    await goBack();
    const given = await prepare();
    const from = Date.now();
    await act(given);
    whole.set(name, { done: await dump(), ms: Date.now() - from });
  }
  await goBack();

  const outcomes: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const [name, { prepare, act, canResume }] = Object.entries(acts)[kill % Object.keys(acts).length]!;
    const { done, ms } = whole.get(name)!;
    await goBack();
    const given = await prepare();
    const before = await dump();
    const processes = processesOf(rapport.profile);
    expect(processes.length).toBeGreaterThan(1);
    const moment = Math.round(chance.next() * ms);
    const acting = act(given).catch(() => undefined);
    await wait(moment);
    endHard(processes);
    await acting;
    await rapport.close({ keepProfile: true }).catch(() => undefined);

    await start(rapport.profile);
    await importStands();
    const after = await dump();
    const isDone = JSON.stringify(after) === JSON.stringify(done);
    if (!isDone) expect(after, `${name}, ended after ${moment} of ${ms} ms`).toEqual(before);
    outcomes.push(`${name}, ended after ${moment} of ${ms} ms: ${isDone ? 'done' : 'as before'}`);
    if (!isDone && canResume) {
      await act(given);
      expect(await dump(), `${name}, once more after it was ended at ${moment} ms`).toEqual(done);
    }
  }
  console.log(outcomes.join('\n'));
});

test.afterAll(async () => {
  await rm(rapport.profile, { recursive: true, force: true });
});
