// The picker at the caret of a page.
import { expect, type Frame, type Page } from '@playwright/test';
import { soon } from './soon';

const isPicker = (frame: Frame): boolean => frame.url().includes('/picker.html');

/** The picker's frame, once the keyboard writes into it. One that has just ended lingers a moment without the focus. */
export async function pickerOf(page: Page): Promise<Frame> {
  let found: Frame | undefined;
  const look = async (): Promise<boolean> => {
    const frames = page.frames().filter(isPicker);
    const focused = await Promise.all(frames.map((frame) => frame.evaluate(() => document.hasFocus()).catch(() => false)));
    found = frames[focused.indexOf(true)];
    return found !== undefined;
  };
  await soon(look, { message: 'the picker comes up and has the focus' }).toBe(true);
  await expect(found!.getByRole('combobox')).toBeFocused();
  return found!;
}

/** Whether a picker is there. */
export const isPicking = (page: Page): boolean => page.frames().some(isPicker);

export const untilGone = (page: Page): Promise<void> => soon(() => isPicking(page), { message: 'the picker goes' }).toBe(false);

/** Waits until the picker has ended and the box has the focus: its frame lingers out of sight for a moment longer. */
export const untilEnded = (page: Page): Promise<void> =>
  soon(
    () =>
      page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[side-note]')].every(({ style }) => style.visibility === 'hidden')),
    { message: 'the picker ends' },
  ).toBe(true);

/** Counts the pickers that come up from now on, however short they stay. */
export function countPickers(page: Page): () => number {
  const seen = new Set<Frame>();
  page.on('framenavigated', (frame) => isPicker(frame) && seen.add(frame));
  return () => seen.size;
}

/** What an input method shows while a word is composed, step by step; each with the key that such keys have. `done` ends it. */
export async function compose(page: Page, steps: readonly string[], done?: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const text of steps) {
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code: 'Slash' });
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(60);
  }
  if (done !== undefined) await session.send('Input.insertText', { text: done });
  await session.detach();
}
