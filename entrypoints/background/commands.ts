// The browser's key commands: the best reply straight into the message box, or the picker at its caret.
import browser from 'webextension-polyfill';
import type { Sender } from '@/lib/messages/serve';
import { replyAnswers } from './answers-reply';
import { openPicker } from './picker';
import { readTab } from './tabs';

/** A command comes from the user's own keys, which no page can press: it may do what a top-level screen may. */
const USER: Sender = { level: 'ui', tab: null, origin: '' };

/** Inserts what would be offered first. Where that asks something, does not arrive, or nothing fits, the picker opens instead. */
export async function insertBest(tab: number): Promise<void> {
  const ref = (await readTab(tab))?.ref;
  if (!ref) return;
  const subject = { tab, ref };
  const { replies } = await replyAnswers['reply.offer']({ subject, query: '' }, USER);
  const best = replies.find(({ problem }) => problem === null);
  if (best && best.text !== null) {
    const { outcome } = await replyAnswers['reply.insert']({ subject, reply: best.id, filled: {} }, USER);
    if (outcome === 'inserted' || outcome === 'moved') return;
  }
  await openPicker(tab, false);
}

export function followCommands(): void {
  browser.commands?.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    // In a chat on the never list, or one that has just gone, there is nothing to do.
    if (command === 'insert-best') void insertBest(tab.id).catch(() => undefined);
    if (command === 'open-picker') void openPicker(tab.id, false).catch(() => undefined);
  });
}
