// A profile on a disk that fills up: counting stops first, what is written by hand is saved or said not to be, and all goes on with more room.
import { expect, test, type Frame, type Page } from '@playwright/test';
import { join } from 'node:path';
import { openChat, receive, serveDemo, type Demo } from './support/demo';
import { askFrom, killWorker, launch, openScreen, panelOf, type Rapport } from './support/rapport';
import { seeded } from './support/seeded';
import { smallDisk, type SmallDisk } from './support/small-disk';
import { soon } from './support/soon';
import { wholeDatabase } from './support/whole-database';

const MB = 1_000_000;
/** What the browser itself needs of it is about 30. */
const SIZE = 160;
const PERSON = 'tom-becker';

let disk: SmallDisk | string;
let demo: Demo;
let rapport: Rapport;
let workspace: Page;
let chat: Page;
let panel: Frame;

test.beforeAll(async () => {
  disk = smallDisk(SIZE);
  if (typeof disk === 'string') return;
  demo = await serveDemo();
  rapport = await launch({ profile: join(disk.folder, 'profile') });
  workspace = await openScreen(rapport.context, 'workspace.html#/contacts');
  chat = await rapport.context.newPage();
  await openChat(chat, demo, PERSON);
  panel = await panelOf(chat);
  await panel.getByRole('heading', { level: 1 }).waitFor();
});
test.afterAll(async () => {
  if (typeof disk === 'string') return;
  disk.empty();
  await rapport.close({ keepProfile: true });
  await demo.close();
  disk.end();
});

const space = async () => {
  const answer = await askFrom(workspace, 'space.state', {});
  return answer.ok ? answer.value : null;
};
const counted = async () => (await wholeDatabase(workspace, ['interactions']))['interactions']!.length;
const notes = async () => (await wholeDatabase(workspace, ['notes']))['notes']!.map(({ text }) => text);
const names = async () => (await wholeDatabase(workspace, ['contacts']))['contacts']!.map(({ name, createdAt }) => [name, createdAt]);
/** A worker that starts looks at the disk. */
const lookAnew = () => killWorker(rapport.context).then(space);
/** Every counter says what the raw rows say: nothing is half-written. */
async function expectWhole(): Promise<void> {
  const { identities, interactions, days } = await wholeDatabase(workspace, ['identities', 'interactions', 'days']);
  for (const one of identities!) {
    const own = interactions!.filter(({ identityId }) => identityId === one['id']);
    expect(own.length).toBe(Number(one['in']) + Number(one['out']));
    const dated = own.filter(({ day }) => day !== null).length;
    const byDay = days!.filter(({ identityId }) => identityId === one['id']).map((day) => Number(day['in']) + Number(day['out']));
    expect(byDay.reduce((sum, many) => sum + many, 0)).toBe(dated);
  }
}

test('On a disk that fills up counting stops first; notes are saved or said not to be; with more room all goes on', async () => {
  if (typeof disk === 'string') return test.skip(true, disk);
  await panel.getByRole('button', { name: 'Remember', exact: false }).first().click();
  await soon(counted).toBeGreaterThan(0);
  const view = await askFrom(panel, 'panel.view', {});
  const ref = view.ok ? view.value.ref! : '';
  const addNote = (text: string) => askFrom(panel, 'note.add', { subject: { ref }, note: crypto.randomUUID(), text });

  // Little is left: everybody is warned, nothing stops.
  await lookAnew();
  await soon(async () => (await space())?.space).toBe('low');
  await expect(workspace.getByText(/The disk is nearly full: \d+ MB left/)).toBeVisible();

  // Too little for both: what is counted by itself makes way for what is written by hand.
  disk.fill(12 * MB);
  await lookAnew();
  await soon(async () => (await space())?.space).toBe('full');
  await expect(panel.getByText(/The disk is full, so nothing is counted/)).toBeVisible();
  await expect(workspace.getByText(/The disk is full, so nothing is counted/)).toBeVisible();
  const before = await counted();
  await receive(chat, PERSON, 'Are you there?');
  expect(await addNote('written with little room')).toMatchObject({ ok: true });
  await chat.waitForTimeout(1_500);
  expect(await counted()).toBe(before);
  expect(await notes()).toEqual(['written with little room']);
  await panel.getByText('written with little room').waitFor();
  await chat.screenshot({ path: 'tests/screenshots/disk-full-panel.png' });
  await workspace.screenshot({ path: 'tests/screenshots/disk-full-workspace.png' });

  // Next to nothing is left, some of which comes and goes: either it is saved, or the rep hears that it is not.
  const chance = seeded();
  const said: string[] = [];
  for (let n = 0; n < 16; n += 1) {
    disk.empty();
    disk.fill(n % 4 === 0 ? 0 : chance.below(60_000));
    const answer = await addNote(`note ${n} ${'x'.repeat(18_000)}`);
    said.push(answer.ok ? 'saved' : answer.code);
  }
  console.log(`With nothing left: ${said.join(', ')}`);
  for (const one of said) expect(['saved', 'full']).toContain(one);

  // Room again: the same worker goes on with what is written by hand, and what was not counted and is still on the screen is counted now.
  disk.empty();
  expect(await addNote('with room again')).toMatchObject({ ok: true });
  const saved = said.flatMap((one, n) => (one === 'saved' ? `note ${n}` : []));
  const wanted = ['written with little room', ...saved, 'with room again'];
  expect((await notes()).map((text) => String(text).replace(/ x+$/, '')).sort()).toEqual(wanted.sort());
  await expectWhole();
  await lookAnew();
  await soon(async () => (await space())?.space).toBe('low');
  await soon(counted, { timeout: 15_000 }).toBe(before + 1);
  await expectWhole();

  // A browser that came to its end in the midst of a write takes the whole database for damaged at its next start but one.
  const people = await names();
  for (let start = 0; start < 2; start += 1) {
    await rapport.close({ keepProfile: true });
    rapport = await launch({ profile: join(disk.folder, 'profile'), starter: true });
    workspace = await openScreen(rapport.context, 'workspace.html#/contacts');
    expect(await names()).toEqual(people);
    expect((await notes()).length).toBe(wanted.length);
  }
});
