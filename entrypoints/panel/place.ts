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

/** Height of the edge tab's frame, see lib/page/place.ts. */
const TAB_PX = 72;
/** Where the page puts the tab first, as long as it was not moved. */
const USUAL = 0.45;

let share: number | null = null;

/** Moves the edge tab by so many pixels; `top` is where its frame begins on the screen, if that is known. */
export function moveTab(by: number, final: boolean, top?: number): void {
  const room = Math.max(200, window.outerHeight - BARS_PX - TAB_PX);
  share ??= top === undefined ? USUAL : (top - window.screenY - BARS_PX) / room;
  share = Math.min(1, Math.max(0, share + by / room));
  place({ tab: share, final });
}
