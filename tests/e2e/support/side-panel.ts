// The browser's real side panel. It is no tab, so the test library does not list it: it is driven over the protocol.
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { openScreen, screen } from './rapport';

export interface SidePanel {
  /** Evaluates an expression in the side panel's document and gives its JSON value; promises are awaited. */
  evaluate<T>(expression: string): Promise<T>;
  /** Repeats an expression until it is true. */
  until(expression: string): Promise<void>;
}

/** Opens the side panel of the window through the popup's own button, and attaches to it. */
export async function openSidePanel(context: BrowserContext): Promise<SidePanel> {
  const popup = await openScreen(context, 'popup.html');
  await popup.getByRole('button', { name: /Side panel|侧边栏/ }).click();
  const panel = await attachToSidePanel(context);
  if (!popup.isClosed()) await popup.close();
  return panel;
}

/** Attaches to the side panel that is open. */
export async function attachToSidePanel(context: BrowserContext): Promise<SidePanel> {
  const browser = await context.browser()!.newBrowserCDPSession();
  const targetId = await targetOf(browser);
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  let last = 0;
  const waiting = new Map<number, (answer: { result?: unknown; error?: { message: string } }) => void>();
  browser.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const answer = JSON.parse(event.message) as { id?: number; result?: unknown; error?: { message: string } };
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  const send = async (method: string, params: object): Promise<unknown> => {
    const id = ++last;
    const answer = new Promise<{ result?: unknown; error?: { message: string } }>((done) => waiting.set(id, done));
    await browser.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    const { result, error } = await answer;
    if (error) throw new Error(error.message);
    return result;
  };
  const evaluate = async <T>(expression: string): Promise<T> => {
    const answer = (await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as {
      result: { value: T };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    };
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value;
  };
  return {
    evaluate,
    async until(expression) {
      const end = Date.now() + 10_000;
      while (!(await evaluate<boolean>(`Boolean(${expression})`))) {
        if (Date.now() > end)
          throw new Error(`The side panel never came to: ${expression}. It shows: ${await evaluate<string>('document.body.innerText')}`);
        await new Promise((later) => setTimeout(later, 100));
      }
    },
  };
}

async function targetOf(browser: CDPSession): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const { targetInfos } = await browser.send('Target.getTargets');
    const found = targetInfos.find((info) => info.url.startsWith(screen('sidepanel.html')));
    if (found) return found.targetId;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error('The side panel did not open.');
}

/** The contexts of one kind that the extension runs in, as the browser tells. */
export async function contextsOf(screenPage: Page, type: 'SIDE_PANEL' | 'TAB'): Promise<number> {
  return screenPage.evaluate(
    (kind) => chrome.runtime.getContexts({ contextTypes: [kind as chrome.runtime.ContextType] }).then((all) => all.length),
    type,
  );
}
