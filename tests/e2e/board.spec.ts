// The board of leads in a real browser: moved by pointer and by keys, lost with a reason and its deal, taken back, seen by a second tab.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { askFrom, launch, openScreen } from './support/rapport';

const MANY = 2000;
const DAY = 86_400_000;
const NOW = Date.now();
const day = (ago: number): string => new Date(NOW - ago * DAY).toLocaleDateString('sv');
const common = { createdAt: NOW - 60 * DAY, updatedAt: NOW };

const contact = (id: string, name: string, stage: string, days: number, more = {}) => ({
  ...{ id, kind: 'person', name, tags: [], words: [name.toLowerCase()], stage, stageSince: day(days), deletedAt: null, ...common },
  ...more,
});
const deal = (id: string, contactId: string, item: string, amount: string, currency: string) => ({
  ...{ id, contactId, item, amount, currency, status: 'open', openedOn: day(30), closedOn: null, paidOn: null, lostReason: '', ...common },
});

/** Brings rows in as a backup file would. */
async function bringIn(page: Page, tables: Record<string, Record<string, unknown>[]>): Promise<void> {
  const begun = await askFrom(page, 'restore.begin', {});
  const job = begun.ok ? begun.value.job : '';
  for (const [n, [table, rows]] of Object.entries(tables).entries()) {
    const staged = await askFrom(page, 'restore.rows', { job, n, table, rows });
    expect(staged.ok && staged.value.bad).toEqual([]);
  }
  expect((await askFrom(page, 'restore.commit', { job, mode: 'merge' })).ok).toBe(true);
}

const column = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name} \\d+$`, 'i') });
const card = (page: Page, name: string): Locator => page.getByRole('group', { name, exact: true });
const toast = (page: Page, words: string): Locator => page.locator('.toast').getByText(words);

test('A lead goes from stage to stage by pointer and by keys, is lost with a reason, and comes back; a second tab sees it', async () => {
  test.setTimeout(90_000);
  const { context, close } = await launch();
  const page = await openScreen(context, 'workspace.html#/board');
  await expect(page.getByText(/Nobody is a lead yet/)).toBeVisible();
  const crowd = Array.from({ length: MANY }, (_, n) => contact(`crowd-${n}`, `Lead ${String(n).padStart(4, '0')}`, 'lead', 3));
  await bringIn(page, {
    contacts: [
      ...crowd,
      contact('anna', 'Anna Lind', 'quoted', 31, { source: 'Fair', nurture: 'visit' }),
      contact('ben', 'Ben Okri', 'visited', 2),
      contact('cleo', 'Cleo Sand', 'quoted', 3),
    ],
    deals: [
      deal('d1', 'anna', 'Floor 4', '33500.10', 'EUR'),
      deal('d2', 'ben', 'Desks', '900', 'USD'),
      deal('d3', 'anna', '', '0.20', 'EUR'),
    ],
  });

  // A column of two thousand draws those in sight, and the last one when it is scrolled to.
  await expect(column(page, 'New lead')).toContainText(String(MANY));
  await expect(card(page, 'Lead 0000')).toBeVisible();
  expect(await column(page, 'New lead').getByRole('group').count()).toBeLessThan(30);
  await card(page, 'Lead 0000').press('End');
  await expect(card(page, `Lead ${MANY - 1}`)).toBeFocused();
  expect(await column(page, 'New lead').getByRole('group').count()).toBeLessThan(40);
  await expect(column(page, 'Quoted')).toContainText('33,500.30 EUR');
  await expect(column(page, 'Quoted')).toContainText('1 stays too long');
  await expect(card(page, 'Anna Lind')).toContainText('31 d of 14');

  // By pointer, and back by undo; the second tab hears of both.
  const other = await openScreen(context, 'workspace.html#/board');
  await expect(column(other, 'Visited').getByRole('group')).toHaveCount(1);
  await page.bringToFront();
  await card(page, 'Ben Okri').scrollIntoViewIfNeeded();
  const from = (await card(page, 'Ben Okri').boundingBox())!;
  const to = (await column(page, 'Quoted').boundingBox())!;
  await page.mouse.move(from.x + 40, from.y + 90);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 95, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + 200, { steps: 6 });
  await expect(page.locator('.lead-ghost')).toHaveText('Ben Okri');
  await expect(page.locator('.lead-column.target')).toContainText('quoted');
  await page.mouse.up();
  await expect(toast(page, 'Ben Okri is now in: quoted')).toBeVisible();
  await expect(column(page, 'Quoted').getByRole('group', { name: 'Ben Okri' })).toBeVisible();
  await expect(column(other, 'Quoted').getByRole('group')).toHaveCount(3);
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await expect(column(page, 'Visited').getByRole('group', { name: 'Ben Okri' })).toBeVisible();
  await expect(column(other, 'Visited').getByRole('group')).toHaveCount(1);

  // By keys: Escape puts it back, and every step is told.
  const told = page.locator('.lead-page > [role="status"], .lead-page > p[role="status"]').last();
  await card(page, 'Anna Lind').focus();
  await page.keyboard.press('Space');
  await expect(told).toHaveText(/^Anna Lind picked up in quoted$/);
  await page.keyboard.press('ArrowRight');
  await expect(told).toHaveText('won, stage 6 of 7');
  await page.keyboard.press('Escape');
  await expect(told).toHaveText('Anna Lind put back in quoted');
  await expect(card(page, 'Anna Lind')).toBeFocused();

  // Lost: with a reason and with its deals, in one act that one undo takes back.
  const lose = async (name: string) => {
    await card(page, name).focus();
    for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'Space']) await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name: 'This lead is lost' })).toBeVisible();
  };
  await lose('Anna Lind');
  await page.getByLabel('Reason in your own words').fill('Bought elsewhere');
  await expect(page.getByRole('checkbox', { name: /Floor 4/ })).toBeChecked();
  await page.getByRole('button', { name: 'Move to lost' }).click();
  await expect(column(page, 'Lost').getByRole('group', { name: 'Anna Lind' })).toContainText('Bought elsewhere');
  // The next card of the column has the focus: whoever goes through it goes on.
  await expect(card(page, 'Cleo Sand')).toBeFocused();
  const life = await askFrom(page, 'life.get', { subject: { contact: 'anna' } });
  expect(life.ok && life.value.deals.map(({ status, lostReason }) => [status, lostReason])).toEqual([
    ['lost', 'Bought elsewhere'],
    ['lost', 'Bought elsewhere'],
  ]);
  await lose('Cleo Sand');
  await page.getByRole('radio', { name: 'Bought elsewhere' }).check();
  await page.keyboard.press('Escape');
  await expect(column(page, 'Quoted').getByRole('group', { name: 'Cleo Sand' })).toBeVisible();
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await expect(column(page, 'Quoted').getByRole('group', { name: 'Anna Lind' })).toBeVisible();
  await expect(column(page, 'Quoted')).toContainText('33,500.30 EUR');

  // The reasons of a score, and what can be changed beside the board.
  await card(page, 'Anna Lind').focus();
  await page.keyboard.press('Enter');
  const detail = page.getByRole('dialog', { name: 'Anna Lind' });
  await expect(detail.getByRole('heading', { name: 'Anna Lind' })).toBeFocused();
  await expect(detail.getByRole('row', { name: /^Deal 15 of 15 2 open deals/ })).toBeVisible();
  await expect(detail.getByRole('row', { name: /^Time in stage 0 of 10 31 days/ })).toBeVisible();
  await detail.getByLabel('Nurtured by').selectOption('case');
  await expect(card(page, 'Anna Lind')).toContainText('Customer stories');
  await page.keyboard.press('Escape');
  await expect(card(page, 'Anna Lind')).toBeFocused();

  // A limit says how many are too many, whom to let go and why.
  await askFrom(page, 'care.set', { care: { holding: MANY + 2, rates: { into: 'EUR', of: { USD: '0.5' } } } });
  await page.getByText(/^One lead more than you can serve/).click();
  await expect(page.getByText(/quoted · .*17 days too long in its stage/)).toBeVisible();
  await expect(column(page, 'Visited')).toContainText('≈ 450 EUR by your rates');
  await page.getByLabel('Too long in their stage').check();
  await expect(page.locator('.lead-card')).toHaveCount(1);
  await close();
});
