// The cards of one column that are in sight, by the library that measures and scrolls: the column scrolls, cards are equally high.
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer, type Rect } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** Cards drawn beyond those in sight. */
const BEYOND = 4;
/** A column that is not laid out yet has no size. */
const FIRST: Rect = { width: 240, height: 700 };

type Rows = Virtualizer<HTMLElement, Element>;

export interface ColumnRows {
  /** The cards to draw: from the first to before the last. */
  from: number;
  to: number;
  /** Brings a card into sight. */
  show: (row: number) => void;
}

export function useColumnRows(count: number, height: number, place: RefObject<HTMLElement | null>): ColumnRows {
  const [, draw] = useReducer((n: number) => n + 1, 0);
  const options: ConstructorParameters<typeof Virtualizer<HTMLElement, Element>>[0] = {
    count,
    getScrollElement: () => place.current,
    estimateSize: () => height,
    observeElementRect: (instance, hear) => observeElementRect(instance, (rect) => hear(rect.height > 0 ? rect : FIRST)),
    observeElementOffset,
    scrollToFn: elementScroll,
    initialRect: FIRST,
    overscan: BEYOND,
    onChange: () => draw(undefined),
  };
  const [rows] = useState<Rows>(() => new Virtualizer<HTMLElement, Element>(options));
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  const shown = rows.getVirtualItems();
  return {
    from: shown[0]?.index ?? 0,
    to: Math.min(count, (shown.at(-1)?.index ?? -1) + 1),
    show: (row) => rows.scrollToIndex(row, { align: 'auto' }),
  };
}
