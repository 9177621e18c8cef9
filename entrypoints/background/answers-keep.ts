// Answers about texts that could be replies: what the rep writes by hand again, or has marked in the page.
import browser from 'webextension-polyfill';
import { db } from '@/lib/db/database';
import { saveReply } from '@/lib/db/replies';
import { readSettings } from '@/lib/db/settings';
import { noteTyped } from '@/lib/db/typed';
import { SENT_WITHIN_MS } from '@/lib/domain/credit';
import type { Answers } from '@/lib/messages/serve';
import { wordsIn } from './reply-scene';
import { locate } from './subject';
import { changeTab, readTab } from './tabs';
import { tellChanged } from './tell';

/** Runs in the page: the text that is marked, in a field or anywhere else. */
function markedText(): string {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement) return field.value.slice(field.selectionStart, field.selectionEnd);
  return String(getSelection() ?? '');
}

async function markedIn(tab: number): Promise<string> {
  const [found] = await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, func: markedText }).catch(() => []);
  return typeof found?.result === 'string' ? found.result.trim() : '';
}

async function setAgain(tab: number, ref: string | null): Promise<void> {
  await changeTab(tab, (state) => {
    if (state) state.again = ref;
    return state;
  });
  tellChanged('tabs');
}

/**
 * Somebody wrote in the open conversation of a tab: if that was by hand and nearly as once before, the panel offers to keep it. The words are
 * read from the page once more, hashed and forgotten.
 */
export async function noticeWritten(tab: number, ref: string, identityId: string | null, now: number): Promise<void> {
  const { replies } = await readSettings();
  if (!replies.typed) return;
  // What came from a reply is one already.
  const pending =
    identityId === null
      ? []
      : await db.credits
          .where('[identityId+insertedAt]')
          .between([identityId, now - SENT_WITHIN_MS], [identityId, Infinity])
          .toArray();
  const words = pending.length > 0 ? null : await wordsIn(tab, ref, 'out');
  const isAgain = words !== null && (await noteTyped(words, now));
  if (isAgain || (await readTab(tab))?.again) await setAgain(tab, isAgain ? ref : null);
}

export const keepAnswers: Pick<Answers, `reply.${'keep' | 'written' | 'dismiss'}`> = {
  'reply.keep': async ({ title, text }) => {
    // Word for word: braces in it are none of ours.
    const id = await saveReply(null, title, text.replace(/\{\{|｛｛/g, String.raw`\$&`), Date.now());
    tellChanged('replies');
    return { id };
  },

  'reply.written': async ({ subject }, from) => {
    const { tab, ref } = await locate(subject, from);
    return { text: (await markedIn(tab)) || ((await wordsIn(tab, ref, 'out')) ?? '') };
  },

  'reply.dismiss': async ({ subject }, from) => {
    const { tab } = await locate(subject, from);
    await setAgain(tab, null);
    return {};
  },
};
