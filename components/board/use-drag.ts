// Dragging a card into another column by pointer. Where in a column it stands follows from the order, so all there is to find out is the
// column under the pointer: that is less than any library of sortable lists would have to be taught not to do. Keys are the board's own.
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface Drag<T> {
  what: T;
  /** Where the pointer is in the window, px. */
  x: number;
  y: number;
  /** The column under it, null for none. */
  over: string | null;
}

/** A press that moves less than this, px, is a click. */
const STILL = 6;
/** So near to its edge, px, the board scrolls; and so far with each frame. */
const EDGE = 48;
const STEP = 14;

/** `board` holds the columns, each marked with `data-column`. */
export function useDrag<T>(board: RefObject<HTMLElement | null>, onDrop: (what: T, column: string) => void) {
  const [drag, setDrag] = useState<Drag<T> | null>(null);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const begin = (what: T, event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary || (event.target as Element).closest('button, select, input')) return;
    const [fromX, fromY] = [event.clientX, event.clientY];
    const all = new AbortController();
    stop.current?.abort();
    stop.current = all;
    let now: Drag<T> | null = null;
    let frame = 0;
    const end = () => {
      all.abort();
      cancelAnimationFrame(frame);
      setDrag(null);
    };
    const scroll = () => {
      const place = board.current?.getBoundingClientRect();
      if (!now || !place) return;
      if (now.x > place.right - EDGE) board.current!.scrollLeft += STEP;
      else if (now.x < place.left + EDGE) board.current!.scrollLeft -= STEP;
      frame = requestAnimationFrame(scroll);
    };
    const on = <K extends keyof WindowEventMap>(name: K, hear: (event: WindowEventMap[K]) => void) =>
      addEventListener(name, hear, { signal: all.signal, capture: true });
    on('pointermove', ({ clientX: x, clientY: y }) => {
      if (!now && Math.hypot(x - fromX, y - fromY) < STILL) return;
      if (!now) frame = requestAnimationFrame(scroll);
      getSelection()?.removeAllRanges();
      const column = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-column]');
      now = { what, x, y, over: column?.dataset['column'] ?? null };
      setDrag(now);
    });
    on('pointerup', () => {
      const dropped = now;
      end();
      if (!dropped) return;
      // The press that ends here is no click on what lies under it.
      const noClick = (click: Event) => (click.preventDefault(), click.stopPropagation());
      addEventListener('click', noClick, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', noClick, { capture: true }));
      if (dropped.over !== null) drop.current(what, dropped.over);
    });
    on('pointercancel', end);
    // Elements lose the focus, too: the card that had it does so at this very press.
    on('blur', ({ target }) => target === window && end());
    on('keydown', (key) => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      end();
    });
  };
  return { drag, begin };
}
