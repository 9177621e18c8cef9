// Does the main job once, as a user would, and says what came of it: `npm run demo -- --check`.
import { readFileSync } from 'node:fs';
import { openScreen, until } from './ask.mjs';
import { englishPeople } from './messenger/people-en.js';

/** He has no next follow-up yet, see the story. */
const person = englishPeople.find(({ id }) => id === 'tom-becker');
const NOTE = 'Needs eight spare glides by Friday.';
const REASON = 'Tell Tom about the spare glides';

/** The product's words in the language a screen has chosen. */
async function wordsOf(screen) {
  const folder = (await screen.locator('html').getAttribute('lang')) === 'zh-CN' ? 'zh_CN' : 'en';
  const book = JSON.parse(readFileSync(new URL(`../public/_locales/${folder}/messages.json`, import.meta.url), 'utf8'));
  return (key, ...values) => book[key].message.replace(/\$(\d)/g, (_, n) => String(values[n - 1]));
}

/** Fails with a sentence of ours instead of the browser driver's. */
async function expecting(sentence, act) {
  try {
    return await act();
  } catch (error) {
    throw new Error(`${sentence}\n${error instanceof Error ? error.message.split('\n')[0] : error}`, { cause: error });
  }
}

/** The panel's frame, once it shows the person. */
async function openPanel(messenger) {
  const isPanel = (frame) => frame.url().includes('/panel.html');
  const panel = await until(() => messenger.frames().find(isPanel), 'No panel appeared beside the conversation.', 15);
  const heading = panel.getByRole('heading', { level: 1, name: person.name });
  await expecting(`The panel did not show ${person.name}.`, () => heading.waitFor({ timeout: 10_000 }));
  return panel;
}

/** Reads the counts from the panel and compares them with the conversation itself. */
async function readCounts(panel, t) {
  const lines = person.history.flatMap(([, ...exchange]) => exchange);
  const out = lines.filter((line) => line.startsWith('>')).length;
  const wanted = t('common_watched_since', '\0', out, lines.length - out).split('\0')[1];
  const table = panel.getByRole('region', { name: t('panel_tie') });
  await expecting(`The panel does not say “${wanted.trim()}”.`, () => table.getByText(wanted).waitFor({ timeout: 10_000 }));
  return { out, in: lines.length - out };
}

async function saveNote(panel, t) {
  const box = panel.getByRole('textbox', { name: t('panel_note_label') });
  await expecting('The note could not be typed and saved.', async () => {
    await box.click();
    await box.pressSequentially(NOTE);
    await panel.getByRole('button', { name: t('panel_note_save') }).click();
  });
  const saved = panel.getByRole('listitem').filter({ hasText: NOTE });
  await expecting('The note is not in the list after saving it.', () => saved.waitFor({ timeout: 5000 }));
}

/** Clicks the first reply and compares the message box with what the panel promised. Gives the reply's title. */
async function insertReply(messenger, panel, t) {
  const replies = panel.getByRole('region', { name: t('panel_replies'), exact: true });
  const first = replies.getByRole('listitem').first().getByRole('button').first();
  const sent = () => messenger.locator('[data-direction="out"]').count();
  await expecting('The panel offers no reply.', () => first.waitFor({ timeout: 5000 }));
  const [title, text] = await first.locator('span').allTextContents();
  const before = await sent();
  await expecting('The reply could not be clicked.', () => first.click());
  const composer = messenger.locator('[data-composer]');
  const arrived = async () => (await composer.inputValue()).trim() === text.trim();
  const wasSent = async () => (await sent()) !== before;
  await until(async () => (await arrived()) || (await wasSent()), `The reply “${title}” did not arrive in the message box.`);
  // Long enough for a message to be drawn, had one been sent.
  await messenger.waitForTimeout(600);
  if (await wasSent()) throw new Error('The reply was sent, which Rapport must never do.');
  if (!(await arrived())) throw new Error('The reply did not stay in the message box.');
  const said = replies.getByText(t('panel_inserted', person.name));
  await expecting('The panel does not say that the reply is in the message box.', () => said.waitFor({ timeout: 5000 }));
  return title;
}

async function setFollowUp(panel, t) {
  const part = panel.getByRole('region', { name: t('panel_follow_up') });
  await expecting('The follow-up could not be set.', async () => {
    await part.getByRole('textbox', { name: t('panel_reason_label') }).fill(REASON);
    await part.getByRole('button', { name: t('common_a_date') }).click();
    const date = part.getByLabel(t('common_on_a_date'));
    const now = new Date();
    await date.fill([now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-'));
    await date.press('Enter');
  });
  await expecting('The panel does not show the follow-up.', () => part.getByText(REASON).waitFor({ timeout: 5000 }));
}

/** Finds the follow-up among today's. Gives how many there are. */
async function findInPopup(popup, t) {
  const today = popup.getByRole('list', { name: t('popup_today') });
  const line = today.getByRole('listitem').filter({ hasText: person.name });
  await expecting(`The popup does not name ${person.name}.`, () => line.waitFor({ timeout: 5000 }));
  if (!(await line.textContent()).includes(REASON)) throw new Error('The popup does not give the reason of the follow-up.');
  return today.getByRole('listitem').count();
}

/**
 * Throws a sentence when something does not work.
 * @param {{ context: import('@playwright/test').BrowserContext, extensionId: string, url: string, log: (line: string) => void }} demo
 */
export async function check({ context, extensionId, url, log }) {
  const messenger = await context.newPage();
  await messenger.goto(`${url}#/c/${person.id}`);
  await messenger.bringToFront();
  const panel = await openPanel(messenger);
  const t = await wordsOf(panel);
  log(`opened the conversation with ${person.name}; the panel beside it shows who that is`);
  const counts = await readCounts(panel, t);
  log(`read the panel: ${counts.out} messages out and ${counts.in} in are counted, as many as there are`);
  await saveNote(panel, t);
  log(`saved a note: “${NOTE}”`);
  const title = await insertReply(messenger, panel, t);
  log(`clicked the reply “${title}”: it stands in the message box, not sent`);
  await setFollowUp(panel, t);
  log(`set a follow-up for today: “${REASON}”`);
  const popup = await openScreen(context, extensionId, 'popup');
  const due = await findInPopup(popup, t);
  log(`found it in the popup with its reason, one of ${due} for today`);
}
