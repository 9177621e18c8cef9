// The picker at the caret of a page.
import { expect, type Frame, type Page } from '@playwright/test';

const find = (page: Page): Frame | undefined => page.frames().find((frame) => frame.url().includes('/picker.html'));

/** The picker's frame, once the keyboard writes into it. */
export async function pickerOf(page: Page): Promise<Frame> {
  await expect.poll(() => find(page) !== undefined, { message: 'the picker comes up' }).toBe(true);
  const frame = find(page)!;
  await expect.poll(() => frame.evaluate(() => document.hasFocus()), { message: 'the picker has the focus' }).toBe(true);
  await expect(frame.getByRole('combobox')).toBeFocused();
  return frame;
}

/** Whether a picker is there. */
export const isPicking = (page: Page): boolean => find(page) !== undefined;

export const untilGone = (page: Page): Promise<void> => expect.poll(() => isPicking(page), { message: 'the picker goes' }).toBe(false);

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
