// Two people in a real chat: Converse.js against a private server, the rep's browser with the extension, the other one without.
import { expect, test, type Frame, type Page } from '@playwright/test';
import { chatBox, openChat, sendText } from './support/converse';
import { composerOf, enableHere, jid, panelOn, REP, setStage, shownCounts, type Stage } from './support/people';
import { askFrom, openScreen } from './support/rapport';

const FIRST = {
  title: 'Samples',
  body: 'Dear {{name}}, the samples left our house this morning.',
  text: 'Dear Mei Lin, the samples left our house this morning.',
};
const SECOND = { title: 'Visit', body: 'Would Thursday at ten suit you for a short visit, {{name}}?' };

test.use({ actionTimeout: 12_000 });

let stage: Stage;

test.beforeEach(async () => {
  stage = await setStage();
});

test.afterEach(() => (stage as Stage | undefined)?.end());

/** The line under a reply in the workspace: what became of it. */
const fateOf = (workspace: Page, title: string) => workspace.locator('.ws-replies li').filter({ hasText: title }).locator('.ws-fate');

/** What has reached the server, as `[out, in]`. */
async function archived(): Promise<[number, number]> {
  const all = await stage.server.archive('rep', 'mei');
  return [all.filter((one) => one.direction === 'out').length, all.filter((one) => one.direction === 'in').length];
}

/** Waits until Rapport has read back that the reply stands in the message box: who sends earlier than anybody could is not credited. */
const inserted = (workspace: Page, title: string) =>
  expect
    .poll(async () => {
      const outcome = await askFrom(workspace, 'reply.list', {});
      return outcome.ok && outcome.value.replies.find((reply) => reply.title === title)?.uses;
    })
    .toBe(1);

const counted = (panel: Frame, out: number, received: number) =>
  expect.poll(() => shownCounts(panel)).toEqual([String(out), String(received)]);

test('The rep remembers somebody, inserts a reply and sends it, and both directions are counted and credited', async () => {
  const chat = await stage.rep('mei');
  const theirs = chatBox(await stage.other('mei'), REP);
  await enableHere(stage.rapport, chat);

  const panel = await panelOn(chat, 'Mei Lin');
  await expect(panel.locator('main')).toContainText(REP);
  await expect(panel.getByText('Nothing is recorded about this person until you say so.')).toBeVisible();

  const workspace = await openScreen(stage.rapport.context, 'workspace.html#/replies');
  for (const { title, body } of [FIRST, SECOND]) {
    await workspace.getByRole('button', { name: 'New reply' }).click();
    await workspace.getByLabel('Title, for you').fill(title);
    await workspace.getByLabel('Text', { exact: true }).fill(body);
    await workspace.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(fateOf(workspace, title)).toHaveText('never used');
  }
  await chat.bringToFront();

  await panel.getByRole('button', { name: 'Remember this person' }).click();
  await expect(panel.getByText('no message yet')).toBeVisible();
  await sendText(theirs, 'Did the samples leave?');
  await counted(panel, 0, 1);

  await panel.locator('.reply-insert').filter({ hasText: FIRST.title }).click();
  const composer = composerOf(chat, 'mei');
  await expect(composer).toHaveValue(FIRST.text);
  await expect(panel.getByText('It is in the message box for Mei Lin.')).toBeVisible();
  // Long enough for anything on its way to arrive: nothing was sent.
  await chat.waitForTimeout(1_000);
  await expect(theirs.getByText(FIRST.text)).toHaveCount(0);
  expect(await archived()).toEqual([0, 1]);
  await counted(panel, 0, 1);

  await composer.press('Enter');
  await expect(theirs.getByText(FIRST.text)).toHaveCount(1);
  await counted(panel, 1, 1);
  await expect(fateOf(workspace, FIRST.title)).toHaveText(/^used once, today · answered 0 of 1, likely \d+–\d+%, few so far$/);

  await sendText(theirs, 'Wonderful, thank you!');
  await counted(panel, 1, 2);
  await expect(fateOf(workspace, FIRST.title)).toHaveText(/^used once, today · answered 1 of 1, likely \d+–\d+%, few so far$/);

  await panel.locator('.reply-insert').filter({ hasText: SECOND.title }).click();
  await expect(composer).toHaveValue(/^Would Thursday at ten/);
  await inserted(workspace, SECOND.title);
  // A look at another chat in between changes nothing: Converse keeps the draft.
  await openChat(chat, jid('jo'));
  await panelOn(chat, 'Jo Adeyemi');
  await openChat(chat, jid('mei'));
  await panelOn(chat, 'Mei Lin');
  await expect(composer).toHaveValue(/^Would Thursday at ten/);
  await composer.fill('Invoice attached. Regards!');
  await composer.press('Enter');
  await counted(panel, 2, 2);
  await expect(fateOf(workspace, SECOND.title)).toHaveText('used once, today · reworded once');
  expect(await archived()).toEqual([2, 2]);
});

/** Presses a key until the focus is where it is wanted; fails when it never gets there. */
async function goTo(page: Page, frame: Page | Frame, selector: string, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    const there = await frame.evaluate((wanted) => document.hasFocus() && (document.activeElement?.matches(wanted) ?? false), selector);
    if (there) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${selector}`);
}

/** The selector of a button, marked by its words so that the focus can be recognised. */
async function named(frame: Page | Frame, words: string): Promise<string> {
  const button = frame.getByRole('button', { name: words }).first();
  await button.waitFor();
  await button.evaluate((element) => element.setAttribute('data-wanted', ''));
  return '[data-wanted]';
}

test('The whole of it by keyboard alone', async () => {
  const chat = await stage.rep();
  const theirs = chatBox(await stage.other('mei'), REP);
  await chat.bringToFront();
  await chat.locator(`a.open-chat[data-jid="${jid('mei')}"]`).waitFor();
  await goTo(chat, chat, `a.open-chat[data-jid="${jid('mei')}"]`);
  await chat.keyboard.press('Enter');
  const composer = composerOf(chat, 'mei');
  await composer.waitFor();

  const popup = await openScreen(stage.rapport.context, 'popup.html');
  await goTo(popup, popup, await named(popup, 'Enable here'));
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('Rapport reads Converse.js.')).toBeVisible();
  await popup.close();

  const workspace = await openScreen(stage.rapport.context, 'workspace.html');
  await goTo(workspace, workspace, 'nav a[href="#/replies"]');
  await workspace.keyboard.press('Enter');
  for (const { title, body } of [SECOND, FIRST]) {
    await goTo(workspace, workspace, await named(workspace, 'New reply'), 'Shift+Tab');
    await workspace.keyboard.press('Enter');
    await goTo(workspace, workspace, 'form.ws-editor input');
    await workspace.keyboard.type(title);
    await goTo(workspace, workspace, 'form.ws-editor textarea');
    await workspace.keyboard.type(body);
    await workspace.keyboard.press('Control+Enter');
    await expect(fateOf(workspace, title)).toHaveText('never used');
  }

  await chat.bringToFront();
  const panel = await panelOn(chat, 'Mei Lin');
  await goTo(chat, panel, await named(panel, 'Remember this person'));
  await chat.keyboard.press('Enter');
  await expect(panel.getByText('no message yet')).toBeVisible();
  await sendText(theirs, 'Did the samples leave?');
  await counted(panel, 0, 1);

  // From the first reply down to the wanted one, which Enter puts into the message box; the caret goes there with it.
  await goTo(chat, panel, '.reply-insert');
  const replies = panel.locator('.reply-insert');
  const at = await replies.evaluateAll((all, title) => all.findIndex((one) => one.textContent.includes(title)), FIRST.title);
  for (let step = 0; step < at; step += 1) await chat.keyboard.press('ArrowDown');
  await chat.keyboard.press('Enter');
  await expect(composer).toHaveValue(FIRST.text);
  await expect(composer).toBeFocused();
  await inserted(workspace, FIRST.title);
  expect(await archived()).toEqual([0, 1]);

  await chat.keyboard.press('Enter');
  await expect(theirs.getByText(FIRST.text)).toHaveCount(1);
  await counted(panel, 1, 1);
  await expect(fateOf(workspace, FIRST.title)).toHaveText(/^used once, today · answered 0 of 1, likely \d+–\d+%, few so far$/);
  await sendText(theirs, 'Wonderful, thank you!');
  await counted(panel, 1, 2);
  await expect(fateOf(workspace, FIRST.title)).toHaveText(/^used once, today · answered 1 of 1, likely \d+–\d+%, few so far$/);
});
