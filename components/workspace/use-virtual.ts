// The rows of a long list that are in sight, by the library that measures and scrolls: the window scrolls, rows are equally high.
import { observeWindowOffset, observeWindowRect, Virtualizer, windowScroll, type Rect } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** Rows drawn beyond those in sight, so that fast scrolling shows no gap. */
const BEYOND = 6;
/** A window that is not laid out yet has no size. */
const FIRST: Rect = { width: 1000, height: 800 };

type Rows = Virtualizer<Window, Element>;
const observeRect = (instance: Rows, hear: (rect: Rect) => void) =>
  observeWindowRect(instance, (rect) => hear(rect.height > 0 ? rect : FIRST));

export interface Virtual {
  /** The rows to draw: from the first to before the last. */
  from: number;
  to: number;
  /** Space above and below them, px. */
  before: number;
  after: number;
  /** Brings a row into sight. */
  show: (row: number) => void;
}

/** `place` begins `header` px above the first row; what is drawn above it may change its distance from the top at any time. */
export function useVirtual(count: number, height: number, place: RefObject<HTMLElement | null>, header: number): Virtual {
  const [, draw] = useReducer((n: number) => n + 1, 0);
  const top = place.current ? place.current.getBoundingClientRect().top + window.scrollY + header : 0;
  const options: ConstructorParameters<typeof Virtualizer<Window, Element>>[0] = {
    count,
    getScrollElement: () => window,
    estimateSize: () => height,
    observeElementRect: observeRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    initialRect: FIRST,
    overscan: BEYOND,
    scrollMargin: top,
    scrollPaddingStart: header,
    onChange: () => draw(undefined),
  };
  const [rows] = useState<Rows>(() => new Virtualizer<Window, Element>(options));
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  const shown = rows.getVirtualItems();
  const from = shown[0]?.index ?? 0;
  const to = Math.min(count, (shown.at(-1)?.index ?? -1) + 1);
  return {
    from,
    to,
    before: from * height,
    after: Math.max(0, count - to) * height,
    show: (row) => rows.scrollToIndex(row, { align: 'auto' }),
  };
}
