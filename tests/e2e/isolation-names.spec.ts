// The other side chooses its own name. Whatever it is, it stays text, on every screen and in every reply.
import { expect, test, type Page } from '@playwright/test';
import { BARE_PAGE, serveHostile, type Hostile } from './support/hostile';
import { askFrom, launch, openScreen, panelOf, type Rapport } from './support/rapport';

/** As the page shows it, and as we show it when that differs. */
const names: [given: string, shown?: string][] = [
  ['<script>pwned=1</script>'],
  ['<img src=x onerror="pwned=1">'],
  ['"><svg/onload=pwned=1>'],
  ["'; DROP TABLE contacts; --"],
  ['"double" and \'single\' `back`'],
  ['{{name}}'],
  ['{{name|x}}{{cursor}}{{nonsense}}'],
  ['${pwned=1} #{pwned=1} <%= pwned %>'],
  ['javascript:pwned=1'],
  ['data:text/html,<script>pwned=1</script>'],
  ['__proto__'],
  ['constructor'],
  ['$1 $& $` $$ $2'],
  ['Ann\u202egnp.exe', 'Ann gnp.exe'],
  ['\u2066left\u2069 \u2067right\u2069', 'left right'],
  ['Zero\u200bwidth\ufeff\u2060joined', 'Zero width joined'],
  ['null\u0000char\u0007bell', 'null char bell'],
  ['two\nlines\r\nand\u2028three', 'two lines and three'],
  ['مرحبا بالعالم עברית'],
  ['👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 Zoë'],
  ['Longer '.repeat(715), `${'Longer '.repeat(17)}L`],
];

let rapport: Rapport;
let server: Hostile;

test.beforeAll(async () => {
  server = await serveHostile({ bare: { html: BARE_PAGE } });
  rapport = await launch();
});

test.afterAll(async () => {
  await rapport.close();
  await server.close();
});

/** Whether anything that a name brought along came to life. */
const isUnharmed = (page: Page) =>
  page.evaluate(() => {
    const foreign = document.querySelectorAll(
      'script:not([src]), img[src="x"], svg[onload], a[href^="javascript:"], a[href^="data:"], iframe',
    ).length;
    const pwned = 'pwned' in globalThis || 'polluted' in {};
    return foreign === 0 && !pwned;
  });

test('Twenty hostile names stay text in panel, composer, popup and workspace', async () => {
  const { context } = rapport;
  const workspace = await openScreen(context, 'workspace.html');
  await askFrom(workspace, 'reply.save', { id: null, title: 'Greeting', body: 'Hi {{name}}, {{cursor}}bye.' });
  const dialogs: string[] = [];
  context.on('dialog', (dialog) => void dialogs.push(dialog.message()));
  const page = await context.newPage();
  await page.goto(`${server.url}bare/`);
  const panel = await panelOf(page);
  const today = await workspace.evaluate(() => Temporal.Now.plainDateISO().toString());
  const composer = page.locator('textarea[data-composer]');

  for (const [index, [given, shown = given.trim()]] of names.entries()) {
    // Ids are as hostile as an address lets them be.
    const id = ['__proto__', 'constructor', 'toString', "a'b"][index] ?? `id-${index}`;
    await page.evaluate(
      ([one, name]) => (globalThis as unknown as { show(id: string, name: string): void }).show(one!, name!),
      [id, given],
    );
    await expect.poll(() => panel.locator('h1').textContent(), { message: shown, intervals: [50] }).toBe(shown);
    expect(await panel.locator('h1').evaluate((heading) => heading.childElementCount), shown).toBe(0);
    const outcome = await askFrom(panel, 'panel.view', {});
    if (!outcome.ok) throw new Error(outcome.code);
    const subject = { ref: outcome.value.ref! };
    expect(await askFrom(panel, 'followup.set', { subject, due: today, reason: shown.slice(0, 100) })).toMatchObject({ ok: true });
    const offered = await askFrom(panel, 'reply.offer', { subject, query: '' });
    if (!offered.ok) throw new Error(offered.code);
    expect(offered.value.replies[0]!.text, 'a name is never read as a template').toBe(`Hi ${shown}, bye.`);
    if (!shown.includes('{{') && index % 5 !== 0) continue;
    const inserted = await askFrom(panel, 'reply.insert', { subject, reply: offered.value.replies[0]!.id });
    expect(inserted).toMatchObject({ ok: true, value: { outcome: 'inserted' } });
    await expect(composer).toHaveValue(`Hi ${shown}, bye.`);
  }
  expect(await panel.evaluate(() => 'pwned' in globalThis || document.querySelectorAll('img, script:not([src]), iframe').length > 0)).toBe(
    false,
  );
  expect(await isUnharmed(page).then(() => page.evaluate(() => 'pwned' in globalThis))).toBe(false);

  const wanted = names.map(([given, shown = given.trim()]) => shown).sort();
  await workspace.reload();
  await expect(workspace.locator('.ws-who')).toHaveCount(names.length);
  expect((await workspace.locator('.ws-who').allTextContents()).sort()).toEqual(wanted);
  expect(await workspace.locator('.ws-who *').count()).toBe(0);
  expect(await isUnharmed(workspace)).toBe(true);
  for (const contact of await workspace.locator('.ws-who').evaluateAll((links) => links.map((link) => link.getAttribute('href')!))) {
    await workspace.evaluate((hash) => (location.hash = hash), contact);
    await expect(workspace.locator('main')).toBeVisible();
  }
  expect(await isUnharmed(workspace)).toBe(true);

  const popup = await openScreen(context, 'popup.html');
  // The day's budget is ten; the others are one click away.
  await popup.getByRole('button', { name: /more would be glad/ }).click();
  await expect(popup.locator('.today-name')).toHaveCount(names.length);
  expect((await popup.locator('.today-name').allTextContents()).sort()).toEqual(wanted);
  expect(await popup.locator('.today-name *, .today-why *').count()).toBe(0);
  expect(await isUnharmed(popup)).toBe(true);
  expect(dialogs).toEqual([]);
});
