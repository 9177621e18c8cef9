// The picker's frame in the page: an extension page in a closed shadow root, gone when it is done.
import type { Box } from '../place';
import type { Said, Told } from './talk';

/** How a leftover of ours is found; it says nothing about us. */
const MARK = 'side-note';

/** An ended frame is out of sight, and gone after this long. */
const LINGER_MS = 300;

export interface PickerFrame {
  place(box: Box): void;
  focus(): void;
  tell(told: Told): void;
  isThere(): boolean;
  remove(): void;
}

export function removePickers(): void {
  for (const old of document.querySelectorAll(`[${MARK}]`)) old.remove();
}

/** Puts the frame into the page, not to be seen before it is placed, and hands it one end of a channel. `over`: its document is gone, as after an update. */
export function mountPicker(token: string, heard: (said: Said) => void, over: () => void): PickerFrame {
  removePickers();
  const host = document.createElement('div');
  host.setAttribute(MARK, '');
  const root = host.attachShadow({ mode: 'closed' });
  const frame = document.createElement('iframe');
  const address = chrome.runtime.getURL('/picker.html');
  // Its address changes from page to page; the origin that it runs under does not.
  const origin = address.startsWith('chrome-extension:') ? `chrome-extension://${chrome.runtime.id}` : new URL(address).origin;
  const channel = new MessageChannel();
  const style = (where: string): void => {
    host.style.cssText = `all: initial !important; position: fixed !important; z-index: 2147483647 !important; display: block !important; contain: strict !important; overflow: hidden !important; border-radius: 10px !important; ${where}`;
  };
  style('top: 0 !important; left: 0 !important; width: 1px !important; height: 1px !important; opacity: 0 !important;');
  frame.style.cssText =
    'all: initial; display: block; width: 100%; height: 100%; border: 0; color-scheme: light dark; background: transparent;';
  frame.src = `${address}#${token}`;
  frame.title = 'Rapport';
  channel.port1.onmessage = ({ data }: MessageEvent<Said>) => heard(data);
  channel.port1.addEventListener('close', over);
  // Into our own frame and nowhere else: the page has no handle on it and hears no message of it.
  frame.addEventListener('load', () => frame.contentWindow?.postMessage({ token }, origin, [channel.port2]), { once: true });
  root.append(frame);
  document.documentElement.append(host);
  return {
    place: ({ top, left, width, height }) =>
      style(
        `top: ${top}px !important; left: ${left}px !important; width: ${width}px !important; height: ${height}px !important; box-shadow: 0 6px 24px rgb(0 0 0 / 0.22) !important;`,
      ),
    focus: () => frame.focus({ preventScroll: true }),
    tell: (told) => channel.port1.postMessage(told),
    isThere: () => host.isConnected,
    remove() {
      channel.port1.close();
      // The key that ended it is still to come up in there; and what it said last is on its way.
      style('visibility: hidden !important; pointer-events: none !important;');
      setTimeout(() => host.remove(), LINGER_MS);
    },
  };
}
