// The picker at the caret of a page.
import { expect, type Frame, type Page } from '@playwright/test';

const find = (page: Page): Frame | undefined => page.frames().find((frame) => frame.url().includes('/picker.html'));

/** The picker's frame, once the keyboard writes into it. */
export async function pickerOf(page: Page): Promise<Frame> {
  await expect.poll(() => find(page) !== undefined, { message: 'the picker comes up' }).toBe(true);
  const frame = find(page)!;
  await expect(frame.getByRole('combobox')).toBeFocused();
  return frame;
}

/** Whether a picker is there. */
export const isPicking = (page: Page): boolean => find(page) !== undefined;
