// A line typed in the panel: read in the page's own frame, kept only when confirmed, and taken back.
import { expect, test, type Locator } from '@playwright/test';
import { openChat, serveDemo } from './support/demo';
import { askFrom, launch, openScreen, panelOf } from './support/rapport';

test('A line about somebody who is not remembered becomes dates and facts on a click, and one click takes them back', async () => {
  const demo = await serveDemo();
  const { context, close } = await launch();
  const workspace = await openScreen(context, 'workspace.html#/contacts');
  const page = await context.newPage();
  await openChat(page, demo, 'daniel-okafor');
  const panel = await panelOf(page);
  const line = panel.getByRole('textbox', { name: 'Something you learned about them' });
  await line.fill('Birthday on 3 April 1990, worries about school, likes camping');
  await expect(panel.getByRole('checkbox', { name: /^Birthday, turns \d+/ })).toBeChecked();
  await panel.getByRole('checkbox', { name: /^worries about school/ }).uncheck();
  // Not under the replies, which stick to the lower edge.
  const bottom = async (of: Locator): Promise<number> => (await of.boundingBox())!.y + (await of.boundingBox())!.height;
  const replies = await panel.locator('.panel-replies').boundingBox();
  await expect.poll(() => bottom(panel.getByRole('button', { name: 'Keep these' }))).toBeLessThanOrEqual(replies!.y);
  await line.press('Enter');
  await expect(line).toHaveValue('');
  const coming = panel.getByRole('list', { name: 'Coming dates' }).getByRole('listitem');
  await expect(coming).toHaveText(/^Birthday, turns \d+ .*Apr 3/);
  await expect(panel.getByRole('button', { name: 'Remove tag camping' })).toBeVisible();

  const list = await askFrom(workspace, 'contact.list', { query: 'Daniel', cursor: null, limit: 1 });
  const contact = list.ok ? list.value.contacts[0]!.id : '';
  const life = () => askFrom(workspace, 'life.get', { subject: { contact } });
  expect(await life()).toMatchObject({ value: { facts: [], keyDates: [{ kind: 'birthday', year: 1990, month: 4, day: 3 }] } });
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(coming).toHaveCount(0);
  expect(await life()).toMatchObject({ value: { facts: [], keyDates: [] } });
  await close();
  await demo.close();
});
