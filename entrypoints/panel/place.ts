// How the frame stands in the page. The page script does the moving; here it is only asked for, and not too often.
import { ask } from '../../lib/messages/ask';
import type { Request } from '../../lib/messages/protocol';

const EVERY_MS = 50;
let sentAt = 0;
/** What the edge tab was dragged since it was last told, in pixels. */
let owed = 0;

const place = (request: Request<'panel.place'>): void => void ask('panel.place', request).catch(() => {});

/** Whether it is time to tell again; the end of a movement always is. */
function isTime(final: boolean): boolean {
  if (!final && performance.now() - sentAt < EVERY_MS) return false;
  sentAt = performance.now();
  return true;
}

export const openPanel = (): void => place({ open: true, final: true });
export const collapse = (): void => place({ open: false, final: true });

/** Widens the panel to so many pixels. */
export function widen(width: number, final: boolean): void {
  if (isTime(final)) place({ width, final });
}

/** Moves the edge tab down by so many pixels. */
export function moveTab(by: number, final: boolean): void {
  owed += by;
  if (!isTime(final)) return;
  place({ by: owed, final });
  owed = 0;
}
