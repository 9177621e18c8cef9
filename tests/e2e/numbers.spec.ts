// The page of numbers in the built extension, under its content security policy: drawn, read, changed, saved, by keyboard.
import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { askFrom, killWorker, launch, openScreen } from './support/rapport';

const DAY = 86_400_000;
/** Sources come from pages and files. */
const EVIL = '=<img src=x onerror="document.title=1">';

/** Fifteen leads of whom five were visited and one bought, with messages on a hundred days. */
function book(now: number) {
  const day = (days: number): string => new Date(now - days * DAY).toISOString().slice(0, 10);
  const made = { createdAt: now - 100 * DAY, updatedAt: now };
  const ids = Array.from({ length: 15 }, (_, i) => `person-${i}`);
  const contacts = ids.map((id, i) => ({
    ...{ id, kind: 'person', name: `Person ${i}`, tags: [], words: [], stage: i < 5 ? 'visited' : 'lead', stageSince: day(30) },
    ...{ source: i % 3 === 0 ? EVIL : 'fair', deletedAt: null, ...made },
  }));
  const identities = ids.map((contactId) => ({
    ...{ id: `chat-${contactId}`, contactId, site: 'demo', account: 'me', handles: [], weak: false, name: contactId, link: null },
    ...{ in: 40, out: 20, acts: 0, lastIn: null, lastOut: null, watchedSince: now - 100 * DAY, ...made },
  }));
  const days = Array.from({ length: 100 }, (_, n) => ({
    identityId: `chat-${ids[n % 15]!}`,
    day: day(n),
    in: n % 4,
    out: 1,
    watched: true,
  }));
  const marks = ids.flatMap((contactId, i) => [
    { id: `lead-${i}`, contactId, what: 'stage', from: '', to: 'lead', on: day(60), ...made },
    ...(i < 5 ? [{ id: `visited-${i}`, contactId, what: 'stage', from: 'lead', to: 'visited', on: day(30), ...made }] : []),
  ]);
  const deals = [
    {
      ...{ id: 'deal', contactId: ids[0], item: 'Chairs', amount: '1250.5', currency: 'EUR', status: 'won', lostReason: '' },
      ...{ openedOn: day(40), closedOn: day(20), paidOn: null, ...made },
    },
  ];
  const moves = ids.slice(0, 2).map((contactId, i) => ({ id: `move-${i}`, contactId, what: 'tier', from: 'sticky', to: 'shallow', day: day(0), ...made })); // prettier-ignore
  return { contacts, identities, days, marks, deals, moves };
}

test('The numbers of a book are drawn, read as a table, wanted otherwise and taken back, and saved as a file', async () => {
  const { context, close } = await launch();
  const workspace = await openScreen(context, 'workspace.html#/numbers');
  const errors: string[] = [];
  workspace.on('pageerror', ({ message }) => errors.push(message));
  await expect(workspace.getByText('Nobody is in the book yet. Remember somebody')).toBeVisible();

  const job = await askFrom(workspace, 'restore.begin', {});
  if (!job.ok) throw new Error(job.code);
  for (const [n, [table, rows]] of Object.entries(book(Date.now())).entries()) {
    const staged = await askFrom(workspace, 'restore.rows', { job: job.value.job, n, table, rows });
    expect(staged).toEqual({ ok: true, value: { bad: [] } });
  }
  await askFrom(workspace, 'restore.commit', { job: job.value.job, mode: 'merge' });

  // The page hears of it by itself.
  const funnel = workspace.getByRole('region', { name: 'From lead to won deal' });
  await expect(funnel).toContainText('One won deal takes 15 × new lead → 5 × visited.');
  const flow = workspace.getByRole('region', { name: 'Between the four tiers' });
  await expect(flow.locator('.num-down')).toHaveCount(1);
  await flow.getByRole('button', { name: 'Show as table' }).press('Enter');
  await expect(flow.getByRole('row', { name: /sticky shallow 2/ })).toBeVisible();

  const goals = workspace.getByRole('region', { name: 'Six sales goals' });
  await goals.getByLabel('Wanted days, at most').fill('25');
  await goals.getByLabel('Wanted days, at most').press('Enter');
  await expect(goals).toContainText(/[01] of 1 goals reached/);
  await workspace.getByRole('button', { name: 'Undo' }).click();
  await expect(goals).toContainText('Put down what you want of a month');

  const sources = workspace.getByRole('region', { name: 'Where people come from' });
  const [download] = await Promise.all([workspace.waitForEvent('download'), sources.getByRole('button', { name: /^Save as CSV/ }).click()]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain(`"'${EVIL.replaceAll('"', '""')}","5","15"`);
  await expect(workspace.locator('main img')).toHaveCount(0);

  // Another worker reads the same from what is kept.
  await killWorker(context);
  await workspace.reload();
  await expect(funnel).toContainText('One won deal takes 15 × new lead → 5 × visited.');
  await workspace.screenshot({ path: 'tests/screenshots/numbers.png', fullPage: true });
  expect(errors).toEqual([]);
  await close();
});
