// The panel's frame in the page: an extension page in a closed shadow root. The page sees one empty element, and no more.
import { placePanel, placeTab, TAB, type Box } from './place';

/**
 * How a leftover of ours is found; it says nothing about us. An attribute of a plain `div`, not the name of an element: a page
 * may define an element of any name with a hyphen in it, and is then handed our closed root by `ElementInternals.shadowRoot`.
 */
const MARK = 'side-edge';
/** Put back this often when the page removes or restyles us; then the page has won and we stay away. */
const PATIENCE = 5;
/** A frame that has not reported in by then was refused (COEP, for one). */
const REPORT_MS = 4_000;

export interface Host {
  /** Opens, widens, or moves the edge tab down by so many pixels. Gives where the tab stands then, as a share of the height. */
  place(choice: { open?: boolean; width?: number; by?: number }): { tab: number | null };
  /** Places anew, for a composer that moved. */
  settle(composer: HTMLElement | null): void;
  /** The frame works. */
  reported(): void;
  remove(): void;
}

/** Removes what an earlier version of the script left in the page. */
export function removeLeftovers(): void {
  for (const old of document.querySelectorAll(`[${MARK}]`)) old.remove();
}

/** Puts the panel into the page. `refused` is called on a click when the frame could not be shown: the side panel is the way in then. */
export function mount(
  start: { token: string; open: boolean; width: number; tab: number | null },
  signal: AbortSignal,
  refused: () => void,
): Host {
  let { open, width, tab } = start;
  let composer: HTMLElement | null = null;
  let patience = PATIENCE;
  let style = '';
  const host = document.createElement('div');
  host.setAttribute(MARK, '');
  const root = host.attachShadow({ mode: 'closed' });
  const frame = document.createElement('iframe');
  frame.src = `${chrome.runtime.getURL('/panel.html')}#${start.token}`;
  frame.title = 'Rapport';
  // Without the same colour scheme as its document the frame would get an opaque background behind the edge tab.
  frame.style.cssText =
    'all: initial; display: block; width: 100%; height: 100%; border: 0; color-scheme: light dark; background: transparent;';
  root.append(frame);

  const boxOf = (element: HTMLElement | null): Box | null => element?.getBoundingClientRect() ?? null;
  const isFree = ({ top, left, width: w, height: h }: Box): boolean =>
    [top + 2, top + h / 2, top + h - 2].every((y) => {
      const there = document.elementsFromPoint(left + w / 2, y).find((element) => element !== host);
      return !there?.closest('button, a, input, textarea, select, [role="button"], [contenteditable]');
    });

  function apply(): void {
    const size = { width: document.documentElement.clientWidth, height: innerHeight };
    const box = (open ? placePanel(size, width, boxOf(composer)) : null) ?? placeTab(size, tab, boxOf(composer), isFree);
    style = `all: initial !important; contain: strict !important; position: fixed !important; z-index: 2147483647 !important; display: block !important; top: ${box.top}px !important; left: ${box.left}px !important; width: ${box.width}px !important; height: ${box.height}px !important; ${open ? 'box-shadow: 0 2px 14px rgb(0 0 0 / 0.16) !important; border-radius: 10px 0 0 10px !important; overflow: hidden !important;' : ''}`;
    if (host.getAttribute('style') !== style) host.setAttribute('style', style);
  }

  const guard = new MutationObserver(() => {
    const foreign = [...host.attributes].filter((attribute) => attribute.name !== 'style' && attribute.name !== MARK);
    if (host.isConnected && host.hasAttribute(MARK) && host.getAttribute('style') === style && foreign.length === 0) return;
    if (patience-- <= 0) return guard.disconnect();
    for (const { name } of foreign) host.removeAttribute(name);
    host.setAttribute(MARK, '');
    if (!host.isConnected) document.documentElement.append(host);
    apply();
  });

  const late = setTimeout(() => {
    // The frame was refused: the edge tab becomes a plain button of ours, and leads to the side panel.
    open = false;
    frame.remove();
    const button = document.createElement('button');
    button.style.cssText =
      'all: initial; position: absolute; inset: 0 0 0 12px; border-radius: 6px 0 0 6px; background: #b83a26; cursor: pointer;';
    button.addEventListener('click', (event) => event.isTrusted && refused(), { signal });
    root.append(button);
    apply();
  }, REPORT_MS);

  // The browser calls it when the layout is done, so that measuring costs the page nothing.
  const resized = new ResizeObserver(apply);
  const show = (): void => {
    if (composer) resized.observe(composer);
    resized.observe(document.documentElement);
    apply();
    document.documentElement.append(host);
    guard.observe(document.documentElement, { childList: true });
    guard.observe(host, { attributes: true });
  };
  // Everything in one frame of the page: each further one is layout and paint that the page pays for. A hidden tab draws none.
  const drawing = document.hidden ? void show() : requestAnimationFrame(show);
  // A window can grow without the document doing so.
  addEventListener('resize', apply, { signal });

  return {
    place(choice) {
      open = choice.open ?? open;
      width = choice.width ?? width;
      if (choice.by !== undefined) {
        const room = innerHeight - TAB.height;
        tab = Math.min(1, Math.max(0, (host.getBoundingClientRect().top + choice.by) / room));
      }
      apply();
      return { tab };
    },
    settle(next) {
      if (next === composer) return;
      if (composer) resized.unobserve(composer);
      composer = next;
      if (!host.isConnected) return;
      if (composer) resized.observe(composer);
      else requestAnimationFrame(apply);
    },
    reported: () => clearTimeout(late),
    remove() {
      if (drawing !== undefined) cancelAnimationFrame(drawing);
      clearTimeout(late);
      guard.disconnect();
      resized.disconnect();
      host.remove();
    },
  };
}
