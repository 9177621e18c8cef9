// How the frame stands in the page. The page script does the moving; here it is only asked for, and not too often.
import { ask } from '../../lib/messages/ask';
import type { Request } from '../../lib/messages/protocol';

const EVERY_MS = 50;
/** Browsers do not tell a frame where the page begins on the screen: their own bars are about this high. */
const BARS_PX = 90;

let sentAt = 0;

function place(request: Request<'panel.place'>): void {
  if (!request.final && performance.now() - sentAt < EVERY_MS) return;
  sentAt = performance.now();
  void ask('panel.place', request).catch(() => {});
}

export const openPanel = (): void => place({ open: true, final: true });
export const collapse = (): void => place({ open: false, final: true });
export const widen = (width: number, final: boolean): void => place({ width, final });

let share: number | null = null;

/** Moves the edge tab by so many pixels; the place is told as a share of the window's height. */
export function moveTab(by: number, final: boolean): void {
  const height = Math.max(200, window.outerHeight - BARS_PX);
  share ??= 0.5;
  share = Math.min(1, Math.max(0, share + by / height));
  place({ tab: share, final });
}
