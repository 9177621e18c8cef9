// What the rep can say about a contact, how the book is cared for, and what goes into a calendar: in the workspace, by keyboard.
import { expect, test, type Page } from '@playwright/test';
import ICAL from 'ical.js';
import { readFile } from 'node:fs/promises';
import { openChat, serveDemo, type Demo } from './support/demo';
import { askFrom, killWorker, launch, openScreen, panelOf, type Rapport } from './support/rapport';

let demo: Demo;
test.beforeAll(async () => {
  demo = await serveDemo();
});
test.afterAll(() => demo.close());

/** Remembers two people of the demo. Gives the workspace and their ids by name. */
async function twoPeople({ context }: Rapport): Promise<{ workspace: Page; tom: string; daniel: string }> {
  const page = await context.newPage();
  for (const [id, name] of [
    ['tom-becker', 'Tom Becker'],
    ['daniel-okafor', 'Daniel Okafor'],
  ] as const) {
    await openChat(page, demo, id);
    const panel = await panelOf(page);
    await expect(panel.locator('main:not(.settling) h1')).toHaveText(name);
    await panel.locator('.note-box textarea').fill(`about ${name}`);
    await panel.locator('.note-box textarea').press('Control+Enter');
    await expect(panel.locator('.note-text')).toBeVisible();
  }
  const workspace = await openScreen(context, 'workspace.html#/contacts');
  const list = await askFrom(workspace, 'contact.list', { query: '', cursor: null, limit: 10 });
  if (!list.ok) throw new Error(list.code);
  const ids = Object.fromEntries(list.value.contacts.map(({ id, name }) => [name, id]));
  return { workspace, tom: ids['Tom Becker']!, daniel: ids['Daniel Okafor']! };
}
const go = (workspace: Page, hash: string) => workspace.goto(`${workspace.url().split('#')[0]}#/${hash}`);

/** The events of a calendar file that a click saves. */
async function savedBy(workspace: Page, click: () => Promise<void>): Promise<{ name: string; events: ICAL.Component[] }> {
  const [download] = await Promise.all([workspace.waitForEvent('download'), click()]);
  const text = await readFile(await download.path(), 'utf8');
  return { name: download.suggestedFilename(), events: new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent') };
}

test('A number, typed at home and from abroad, is one number: the same person is suggested', async () => {
  const rapport = await launch();
  const { workspace, tom, daniel } = await twoPeople(rapport);
  await go(workspace, `contacts/${tom}`);
  const phone = workspace.getByLabel('Add a phone number');
  await phone.fill('(415) 555-26');
  await phone.press('Enter');
  await expect(workspace.getByText(/^No number of United States looks like this/)).toBeVisible();
  await phone.fill('(415) 555-2671');
  await phone.press('Enter');
  await expect(workspace.getByText('+1 415 555 2671')).toBeVisible();
  await workspace.getByLabel('Add an e-mail address').fill('Tom <Tom@Example.com>');
  await workspace.getByLabel('Add an e-mail address').press('Enter');
  await workspace.getByLabel('Company').fill('Kiln & Co');
  await workspace.getByLabel('Came by').fill('a fair');
  await workspace.getByLabel('Came by').press('Enter');
  await expect(workspace.getByText('tom@example.com')).toBeVisible();

  await killWorker(rapport.context);
  await go(workspace, `contacts/${daniel}`);
  await expect(workspace.getByRole('heading', { name: 'Daniel Okafor' })).toBeVisible();
  await expect(workspace.locator('datalist option[value="a fair"]')).toHaveCount(1);
  await workspace.getByLabel('Add a phone number').fill('001 415 555 2671');
  await workspace.getByLabel('Add a phone number').press('Enter');
  await expect(workspace.getByText('Is this also Tom Becker?')).toBeVisible();
  await expect(workspace.getByText('Same phone number: +14155552671')).toBeVisible();
  await workspace.getByRole('button', { name: 'Undo' }).click();
  await expect(workspace.getByText('Is this also Tom Becker?')).toBeHidden();
  await rapport.close();
});

test('Two open settings do not overwrite one another; a stage is added, moved by keys, removed and brought back; a field of one’s own is made, filled in, and changed in the panel', async () => {
  const rapport = await launch();
  const { workspace, tom, daniel } = await twoPeople(rapport);
  await askFrom(workspace, 'tie.say', { subject: { contact: tom }, about: { stage: 'quoted' } });
  await go(workspace, 'settings');
  const other = await openScreen(rapport.context, 'workspace.html#/settings');
  await expect(other.getByLabel('Name of quoted')).toBeVisible();

  await workspace.bringToFront();
  await workspace.getByLabel('New stage').fill('Sample sent');
  await workspace.getByLabel('New stage').press('Enter');
  await expect(workspace.getByLabel('Name of Sample sent')).toBeVisible();
  const up = workspace.getByRole('button', { name: 'Move Sample sent up' });
  await up.focus();
  await up.press('Enter');
  await expect(workspace.locator('.ws-stages tbody tr').nth(4).getByLabel('Name of Sample sent')).toBeVisible();
  await expect(up).toBeFocused();
  await workspace.getByLabel('deep', { exact: true }).fill('60');
  await workspace.getByLabel('deep', { exact: true }).press('Enter');

  await other.bringToFront();
  await expect(other.getByLabel('Name of Sample sent')).toBeVisible();
  await other.getByLabel('iron', { exact: true }).fill('20');
  await other.getByLabel('iron', { exact: true }).press('Enter');
  await expect(other.getByLabel('deep', { exact: true })).toHaveValue('60');

  await workspace.bringToFront();
  await expect(workspace.getByLabel('iron', { exact: true })).toHaveValue('20');
  await workspace.getByRole('button', { name: 'Remove quoted' }).click();
  await expect(workspace.getByText('“quoted” is removed. One person stays in it until you move them.')).toBeVisible();
  await expect(workspace.getByRole('link', { name: 'Tom Becker' })).toBeVisible();
  await workspace.getByRole('button', { name: 'Undo' }).click();
  await expect(workspace.getByLabel('Name of quoted')).toBeVisible();
  await expect(workspace.getByLabel('iron', { exact: true })).toHaveValue('20');

  await workspace.getByLabel('New field').fill('Car');
  await workspace.getByLabel('New field').press('Enter');
  await expect(workspace.getByLabel('Name of Car')).toBeVisible();
  await go(workspace, `contacts/${daniel}`);
  await workspace.getByLabel('Car', { exact: true }).fill('Polo');
  await workspace.getByLabel('Car', { exact: true }).press('Enter');
  const chat = rapport.context.pages().find((one) => one.url().startsWith(demo.url))!;
  await chat.bringToFront();
  const panel = await panelOf(chat);
  await panel.getByRole('button', { name: 'Car Polo. Change' }).press('Enter');
  await panel.getByRole('textbox', { name: 'Car' }).fill('Golf');
  await panel.getByRole('textbox', { name: 'Car' }).press('Enter');
  await expect(panel.getByRole('button', { name: 'Car Golf. Change' })).toBeFocused();
  await workspace.bringToFront();
  await expect(workspace.getByLabel('Car', { exact: true })).toHaveValue('Golf');
  await rapport.close();
});

test('Key dates and follow-ups are saved as a calendar file, of one and of everybody', async () => {
  const rapport = await launch();
  const { workspace, tom, daniel } = await twoPeople(rapport);
  const date = { kind: 'birthday', label: '', year: null, leapMonth: false, everyMonths: 12, inferred: false } as const;
  const save = (contact: string, id: string, more: { calendar: 'solar' | 'lunar'; month: number; day: number }) =>
    askFrom(workspace, 'life.save', { subject: { contact }, deals: [], facts: [], keyDates: [{ ...date, ...more, id, leads: [7, 1] }] });
  await save(tom, 'd1', { calendar: 'solar', month: 5, day: 9 });
  await save(daniel, 'd2', { calendar: 'lunar', month: 8, day: 15 });
  await askFrom(workspace, 'person.rename', { subject: { contact: tom }, name: 'Tom; "B", \\ Becker' });
  await askFrom(workspace, 'followup.set', { subject: { contact: tom }, due: '2036-03-05', reason: 'send the offer' });

  await go(workspace, `contacts/${tom}`);
  const one = await savedBy(workspace, () => workspace.getByRole('button', { name: 'Save as a calendar file' }).press('Enter'));
  expect(one.name).toBe('rapport-Tom; B , Becker.ics');
  expect(one.events.map((event) => event.getFirstPropertyValue('summary'))).toEqual([
    'Tom; "B", \\ Becker · Birthday',
    'Tom; "B", \\ Becker · send the offer',
  ]);
  expect(one.events[0]!.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual([
    '-P6DT15H',
    '-PT15H',
  ]);

  await go(workspace, 'contacts');
  const all = await savedBy(workspace, () => workspace.getByRole('button', { name: 'Save all dates as a calendar file' }).press('Enter'));
  expect(all.name).toMatch(/^rapport-calendar-\d{4}-\d\d-\d\d\.ics$/);
  const lunar = all.events.filter((event) => String(event.getFirstPropertyValue('summary')).startsWith('Daniel'));
  expect(lunar.map((event) => String(event.getFirstPropertyValue('dtstart')))).toEqual(
    expect.arrayContaining(['2027-09-15', '2028-10-03', '2029-09-22']),
  );
  await expect(workspace.getByText(/is ready: \d+ events\.$/)).toBeVisible();

  // Who is chosen leaves as a table, by keyboard alone.
  await workspace.getByRole('searchbox').press('ArrowDown');
  await workspace.keyboard.press('Space');
  await expect(workspace.getByText('1 chosen')).toBeVisible();
  const [table] = await Promise.all([
    workspace.waitForEvent('download'),
    workspace.getByRole('button', { name: 'Save as a table (CSV)' }).press('Enter'),
  ]);
  expect(table.suggestedFilename()).toMatch(/^rapport-contacts-\d{4}-\d\d-\d\d\.csv$/);
  const rows = (await readFile(await table.path(), 'utf8')).trim().split('\r\n');
  expect([rows.length, rows[1]!.includes('Daniel Okafor')]).toEqual([2, true]);
  await rapport.close();
});
