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
  const root = host.attachShadow({ mode: 'closed' });
  const frame = document.createElement('iframe');
  const address = chrome.runtime.getURL('/teach.html');
  // Its address changes from page to page; the origin that it runs under does not.
  const origin = address.startsWith('chrome-extension:') ? `chrome-extension://${chrome.runtime.id}` : new URL(address).origin;
  const channel = new MessageChannel();
  let isReported = false;
  let isWhole = true;

  // The element is as large as the frame in it, so that everything else is the page's.
  const place = (box: Box | null): void => {
    isWhole = box === null;
    const where = box
      ? `top: ${box.top}px !important; left: ${box.left}px !important; width: ${box.width}px !important; height: ${box.height}px !important; border-radius: 12px !important; box-shadow: 0 8px 30px #0004 !important;`
      : 'inset: 0 !important;';
    host.style.cssText = `all: initial !important; position: fixed !important; z-index: 2147483647 !important; display: block !important; ${where}`;
  };
  // Without the same colour scheme as its document the frame would be opaque.
  frame.style.cssText =
    'all: initial; position: absolute; inset: 0; width: 100%; height: 100%; border: 0; border-radius: inherit; color-scheme: light dark; background: transparent;';
  place(null);
  // A window that comes to the front just then can leave the keys with the page, although the frame has the focus: it is given it anew.
  const strayed = new AbortController();
  const takeKeys = (event: KeyboardEvent): void => {
    // Of a page that lets no frame in, nothing is taken.
    if (!event.isTrusted || !isReported || !isWhole) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    frame.blur();
    frame.focus();
  };
  addEventListener('keydown', takeKeys, { capture: true, signal: strayed.signal });
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
      frame.contentWindow?.postMessage({ token }, origin, [channel.port2]);
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
      strayed.abort();
      channel.port1.close();
      host.remove();
    },
  };
}
