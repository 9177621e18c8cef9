// Our frame over the page while it is being taught: an extension page in a closed shadow root. Pointer and keys go into it, so the
// page hears of none of them; what stands under the pointer is looked up from out here.
import type { Box } from './talk';

/** How a leftover of ours is found; it says nothing about us. */
export const MARK = 'side-guide';
/** A frame that has not reported in by then was refused by the page. */
const REPORT_MS = 5_000;

export interface Cover {
  root: ShadowRoot;
  /** The frame's part of the window; null for all of it. */
  place(box: Box | null): void;
  remove(): void;
}

/** Lays the frame over the page and hands it one end of a channel. `refused` is called when it does not come up. */
export function cover(token: string, heard: (message: unknown) => void, refused: () => void): Cover & { tell(message: unknown): void } {
  for (const old of document.querySelectorAll(`[${MARK}]`)) old.remove();
  const host = document.createElement('div');
  host.setAttribute(MARK, '');
  host.style.cssText =
    'all: initial !important; position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; display: block !important; pointer-events: none !important;';
  const root = host.attachShadow({ mode: 'closed' });
  const frame = document.createElement('iframe');
  const address = chrome.runtime.getURL('/teach.html');
  const channel = new MessageChannel();
  let isReported = false;

  const place = (box: Box | null): void => {
    const where = box
      ? `top: ${box.top}px; left: ${box.left}px; width: ${box.width}px; height: ${box.height}px;`
      : 'inset: 0; width: 100%; height: 100%;';
    // Without the same colour scheme as its document the frame would be opaque.
    frame.style.cssText = `all: initial; position: fixed; ${where} border: 0; color-scheme: light dark; background: transparent; pointer-events: auto; ${box ? 'border-radius: 12px; box-shadow: 0 8px 30px #0004;' : ''}`;
  };
  place(null);
  frame.src = `${address}#${token}`;
  frame.title = 'Rapport';
  channel.port1.onmessage = ({ data }: MessageEvent) => {
    isReported = true;
    heard(data);
  };
  // Into our own frame and nowhere else: the page has no handle on it and hears no message of it.
  frame.addEventListener(
    'load',
    () => {
      frame.contentWindow?.postMessage({ token }, new URL(address).origin, [channel.port2]);
      frame.focus();
    },
    { once: true },
  );
  root.append(frame);
  document.documentElement.append(host);
  const late = setTimeout(() => isReported || refused(), REPORT_MS);

  return {
    root,
    place,
    tell: (message) => channel.port1.postMessage(message),
    remove() {
      clearTimeout(late);
      channel.port1.close();
      host.remove();
    },
  };
}
