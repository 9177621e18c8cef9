// The most important number: what Rapport counts is what the server archived, id by id and per direction, whatever happens meanwhile.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  chatBox,
  dismissDialog,
  openChat,
  scrollToBottom,
  scrollToTop,
  sendText,
  trySend,
  waitUntilConnected,
  waitUntilDisconnected,
} from './support/converse';
import { composerOf, jid, OTHERS, panelOn, REP, setStage, shownCounts, type Other, type Stage } from './support/people';
import { whileKilling } from './support/killing';
import { askFrom, E2E_BUILD, openScreen } from './support/rapport';
import type { Writer } from './support/xmpp';
import { seeded } from './support/seeded';
import { inWords, isEven, readStored, tally, type Tally } from './support/tally';

test.use({ actionTimeout: 20_000 });

async function burst(box: Locator, who: string, count: number): Promise<void> {
  for (let i = 1; i <= count; i += 1) await sendText(box, `${who} ${i} of ${count}`);
}

const compare = async (stage: Stage, workspace: Page, peer: Other): Promise<Tally> =>
  tally(await readStored(workspace), REP, jid(peer), await stage.server.archive('rep', peer));

/** Compares until all is even, because the last report may be on its way; then once more, because a second count could be, too. */
async function settled(stage: Stage, workspace: Page, peer: Other, patience = 10_000): Promise<Tally> {
  const until = Date.now() + patience;
  while (Date.now() < until && !isEven(await compare(stage, workspace, peer))) await wait(250);
  await wait(1_000);
  return compare(stage, workspace, peer);
}

async function enable(stage: Stage, workspace: Page): Promise<void> {
  const outcome = await askFrom(workspace, 'site.adopt', { site: 'converse', origin: stage.site.origin, on: true });
  expect(outcome.ok).toBe(true);
}

async function rememberHere(page: Page, name: string): Promise<void> {
  await (await panelOn(page, name)).getByRole('button', { name: 'Remember this person' }).click();
  await expect((await panelOn(page, name)).locator('section.panel-tags')).toBeVisible();
}

/** Opens a chat after the server was away. Converse sometimes comes back without it; a rep would load the page again. */
async function comeBack(page: Page, peer: Other): Promise<void> {
  await dismissDialog(page);
  const opened = openChat(page, jid(peer)).then(() => composerOf(page, peer).waitFor({ timeout: 5_000 }));
  if (
    await opened.then(
      () => true,
      () => false,
    )
  )
    return;
  await page.reload();
  await waitUntilConnected(page);
  await openChat(page, jid(peer));
}

test('Ids counted equal the server’s archive, per direction', async () => {
  test.setTimeout(360_000);
  const chance = seeded();
  const started = Date.now();
  const note = (what: string): void => console.log(`${((Date.now() - started) / 1_000).toFixed(0)} s: ${what}`);
  note(`RAPPORT_SEED=${chance.seed}`);
  const stage = await setStage();
  try {
    const { context } = stage.rapport;
    const killed = new Set<number>();
    const killing = async (times: number, run: () => Promise<unknown>): Promise<void> => {
      for (const life of await whileKilling(context, chance, times, run)) killed.add(life);
    };
    const even = async (peer: Other): Promise<Tally> => {
      const result = await settled(stage, workspace, peer);
      expect.soft(isEven(result), inWords(peer, result)).toBe(true);
      return result;
    };
    const workspace = await openScreen(context, 'workspace.html');
    await enable(stage, workspace);
    const [mei, jo] = [await stage.writer('mei'), await stage.writer('jo')];
    const write = async (writer: Writer, count: number): Promise<void> => {
      for (let i = 1; i <= count; i += 1) {
        await writer.write(REP, `${i} of ${count}`);
        await wait(chance.next() * 120);
      }
    };
    const chat = await stage.rep('mei');
    const box = chatBox(chat, jid('mei'));

    await rememberHere(chat, OTHERS.mei);
    note('remembered, first burst');
    await killing(3, () => Promise.all([burst(box, 'rep', 20), write(mei, 40)]));

    // Everything has stood on the screen: nothing may wait for a look back.
    await even('mei');

    note('two tabs');
    const second = await stage.rep('mei');
    await killing(3, () => Promise.all([burst(box, 'tab one', 12), burst(chatBox(second, jid('mei')), 'tab two', 12), write(mei, 45)]));

    await even('mei');

    note('switching in mid-burst');
    await killing(3, () =>
      Promise.all([
        write(mei, 35),
        write(jo, 35),
        (async () => {
          for (let turn = 0; turn < 4; turn += 1) {
            await burst(await openChat(chat, jid('jo')), 'rep', 5);
            await wait(chance.next() * 300);
            await burst(await openChat(chat, jid('mei')), 'rep', 2);
            await wait(chance.next() * 300);
          }
        })(),
      ]),
    );

    note('remembering the second person after fifty messages');
    const withJo = await openChat(chat, jid('jo'));
    await rememberHere(chat, OTHERS.jo);
    await write(jo, 15);

    note('the server goes away');
    // At once, and not when the server has ended in full: Converse takes the chat away when it has not found its server again.
    const halting = stage.server.halt();
    await waitUntilDisconnected(chat);
    await trySend(withJo, 'into the void');
    await expect(composerOf(chat, 'jo')).toHaveValue('into the void');
    await halting;
    const before = (await stage.server.archive('rep', 'jo')).length;
    await waitUntilDisconnected(second);
    await stage.server.start();
    await Promise.all([...[chat, second].map((page) => waitUntilConnected(page)), mei.connect(), jo.connect()]);
    await comeBack(chat, 'jo');
    await comeBack(second, 'mei');
    await composerOf(chat, 'jo').fill('');
    expect(await stage.server.archive('rep', 'jo')).toHaveLength(before);

    note('reload in mid-burst');
    await killing(3, () =>
      Promise.all([
        write(mei, 45),
        burst(chatBox(second, jid('mei')), 'tab two', 10),
        (async () => {
          await burst(await openChat(chat, jid('mei')), 'rep', 4);
          await chat.reload();
          await waitUntilConnected(chat);
          await burst(await openChat(chat, jid('mei')), 'rep', 4);
        })(),
      ]),
    );
    await second.close();

    note('history to the top');
    await killing(2, async () => {
      for (const peer of ['jo', 'mei'] as const) {
        const history = await openChat(chat, jid(peer));
        await scrollToTop(history);
        await scrollToBottom(history);
      }
    });

    note('comparing');
    let total = 0;
    for (const peer of ['mei', 'jo'] as const) {
      const result = await even(peer);
      console.log(inWords(peer, result));
      total += result.archived.in + result.archived.out;
    }
    note(`${total} messages, ${killed.size} workers killed`);
    expect(total).toBeGreaterThanOrEqual(300);
    expect(killed.size).toBeGreaterThanOrEqual(10);

    // What the panel shows is what is stored, without a reload.
    const { archived } = await compare(stage, workspace, 'mei');
    const panel = await panelOn(chat, OTHERS.mei);
    await expect.poll(() => shownCounts(panel)).toEqual([String(archived.out), String(archived.in)]);
  } finally {
    await stage.end();
  }
});

/** A copy of the build in which an own message has another key at the first look than later: its echo is counted as a second message. */
async function plantedBuild(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-planted-'));
  await cp(E2E_BUILD, folder, { recursive: true });
  const file = join(folder, 'page-converse.js');
  const sound = await readFile(file, 'utf8');
  const planted = sound.replace(
    /(\w+)\.getAttribute\((["'`])data-msgid\2\)/,
    (all, row: string) => `(${all}+(${row}.querySelector(".chat-msg__content--me")&&!${row}.once&&(${row}.once=1)?"#":""))`,
  );
  if (planted === sound) throw new Error('The build reads its keys in another way now: plant the bug anew.');
  await writeFile(file, planted);
  return folder;
}

test('A planted bug, the echo counted twice, makes the comparison fail', async () => {
  const build = await plantedBuild();
  const stage = await setStage({ build });
  try {
    const workspace = await openScreen(stage.rapport.context, 'workspace.html');
    await enable(stage, workspace);
    const [chat, mei] = await Promise.all([stage.rep('mei'), stage.other('mei')]);
    await rememberHere(chat, OTHERS.mei);
    await burst(chatBox(chat, jid('mei')), 'rep', 12);
    await burst(chatBox(mei, REP), 'mei', 12);
    await expect.poll(async () => (await compare(stage, workspace, 'mei')).in.missing).toEqual([]);
    const result = await settled(stage, workspace, 'mei', 3_000);
    expect(result.archived).toEqual({ in: 12, out: 12 });
    expect(isEven(result)).toBe(false);
    expect(result.out.extra.length).toBeGreaterThan(0);
    expect(result.in).toEqual({ missing: [], extra: [] });
  } finally {
    await stage.end();
    await rm(build, { recursive: true, force: true });
  }
});
