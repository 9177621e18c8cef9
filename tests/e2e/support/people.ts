// The people of the Converse tests: a rep with the extension, others in a plain browser without it.
import { chromium, expect, type Browser, type Frame, type Page } from '@playwright/test';
import { BROWSER_ARGS, executablePath } from './chromium';
import { chatBox, logIn, openChat, serveConverse, type ConverseServer } from './converse';
import { HOST, startProsody, type Prosody } from './prosody';
import { launch, openScreen, panelOf, type Rapport } from './rapport';
import { openWriter, type Writer } from './xmpp';

export const jid = (user: string): string => `${user}@${HOST}`;
export const REP = jid('rep');

/** Who else is there: user name and the name in the rep's contact list. */
export const OTHERS = { mei: 'Mei Lin', jo: 'Jo Adeyemi' };
export type Other = keyof typeof OTHERS;

/** A rep's browser, a browser of the others, and the server between them. */
export interface Stage {
  server: Prosody;
  site: ConverseServer;
  rapport: Rapport;
  /** Logs the rep in, in a new tab. */
  rep(peer?: Other): Promise<Page>;
  /** Opens the chat with the rep, as the other person sees it, in a browser of their own. */
  other(user: Other): Promise<Page>;
  /** The other person without a screen, who only writes. */
  writer(user: Other): Promise<Writer>;
  end(): Promise<void>;
}

export async function setStage(options: { build?: string } = {}): Promise<Stage> {
  const closing: (() => Promise<unknown>)[] = [];
  const end = async (): Promise<void> => {
    for (const close of closing.reverse()) await close().catch(() => undefined);
  };
  try {
    const others = Object.keys(OTHERS).map((user) => ({ user, password: 'secret', contacts: { rep: 'The Rep' } }));
    const server = await startProsody({ user: 'rep', password: 'secret', contacts: OTHERS }, ...others);
    closing.push(() => server.stop());
    const site = await serveConverse();
    closing.push(() => site.stop());
    const rapport = await launch(options);
    closing.push(() => rapport.close());
    let browser: Browser | undefined;
    const login = (user: string) => ({ jid: jid(user), password: 'secret', websocket: server.websocket });
    return {
      server,
      site,
      rapport,
      end,
      async rep(peer) {
        const page = await rapport.context.newPage();
        await logIn(page, site.origin, login('rep'));
        if (peer) await openChat(page, jid(peer));
        return page;
      },
      async other(user) {
        if (!browser) {
          const started = await chromium.launch({ executablePath, args: BROWSER_ARGS });
          closing.push(() => started.close());
          browser = started;
        }
        const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
        await logIn(page, site.origin, login(user));
        await openChat(page, REP);
        return page;
      },
      async writer(user) {
        const writer = await openWriter(rapport.context, login(user));
        await writer.connect();
        return writer;
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** "Enable here" in the popup, for the page in front. */
export async function enableHere(rapport: Rapport, page: Page): Promise<void> {
  await page.bringToFront();
  const popup = await openScreen(rapport.context, 'popup.html');
  await popup.getByRole('button', { name: 'Enable here' }).click();
  await expect(popup.getByText('Rapport reads Converse.js.')).toBeVisible();
  await popup.close();
  await page.bringToFront();
}

/** The panel beside a chat, once it shows this person. */
export async function panelOn(page: Page, name: string): Promise<Frame> {
  const panel = await panelOf(page);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(name);
  return panel;
}

/** Messages of the last seven days as the panel shows them, `[out, in]`. */
export const shownCounts = (panel: Frame): Promise<string[]> =>
  panel
    .locator('table.counts tbody tr')
    .first()
    .locator('td')
    .allTextContents()
    .then((cells) => cells.slice(0, 2));

/** The composer of the chat with this person. */
export const composerOf = (page: Page, user: string) => chatBox(page, jid(user)).locator('.bottom-panel textarea.chat-textarea').first();
