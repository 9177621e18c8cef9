import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placePanel, placeTab, TAB, type Box } from './place';

const size = fc.record({ width: fc.integer({ min: 60, max: 4000 }), height: fc.integer({ min: 60, max: 3000 }) });
const box = fc.record({
  top: fc.integer({ min: -500, max: 3000 }),
  left: fc.integer({ min: -500, max: 4000 }),
  width: fc.integer({ min: 0, max: 4000 }),
  height: fc.integer({ min: 0, max: 3000 }),
});
const composers = fc.option(box, { nil: null });
const wanted = fc.integer({ min: 280, max: 560 });

const isEmpty = ({ width, height }: Box): boolean => width === 0 || height === 0;
const meets = (a: Box, b: Box): boolean =>
  !isEmpty(a) &&
  !isEmpty(b) &&
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;
const isInside = (inner: Box, window: { width: number; height: number }): boolean =>
  inner.top >= 0 && inner.left >= 0 && inner.left + inner.width <= window.width && inner.top + inner.height <= window.height;

describe('the open panel', () => {
  test('stands at the right edge, from below the header to the bottom, beside a composer that ends before it', () => {
    const placed = placePanel({ width: 1280, height: 800 }, 340, { top: 740, left: 400, width: 500, height: 50 });
    expect(placed).toEqual({ top: 64, left: 940, width: 340, height: 728 });
  });

  test('ends above a composer that reaches under it', () => {
    const composer = { top: 700, left: 400, width: 860, height: 80 };
    const placed = placePanel({ width: 1280, height: 800 }, 340, composer)!;
    expect(placed.top + placed.height).toBeLessThan(composer.top);
    expect(placed.height).toBeGreaterThan(600);
  });

  test('begins below a composer that stands at the top', () => {
    expect(placePanel({ width: 1280, height: 800 }, 340, { top: 40, left: 0, width: 1280, height: 100 })!.top).toBe(148);
  });

  test('does not stand at all where nothing useful fits', () => {
    expect(placePanel({ width: 1280, height: 260 }, 340, null)).toBeNull();
    expect(placePanel({ width: 600, height: 500 }, 340, { top: 250, left: 0, width: 600, height: 100 })).toBeNull();
  });

  test('takes no notice of a composer that is not drawn', () => {
    const window = { width: 1280, height: 800 };
    expect(placePanel(window, 340, { top: 500, left: 0, width: 0, height: 0 })).toEqual(placePanel(window, 340, null));
  });

  test('never covers the composer and never leaves the window, whatever their sizes', () => {
    fc.assert(
      fc.property(size, wanted, composers, (window, width, composer) => {
        const placed = placePanel(window, width, composer);
        if (!placed) return;
        expect(isInside(placed, window)).toBe(true);
        expect(placed.left + placed.width).toBe(window.width);
        expect(placed.width).toBeLessThanOrEqual(width);
        expect(placed.height).toBeGreaterThanOrEqual(220);
        if (composer) expect(meets(placed, composer)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the edge tab', () => {
  const window = { width: 1280, height: 800 };

  test('stands where it was dragged to', () => {
    expect(placeTab(window, 0.5, null, () => false)).toEqual({ top: 364, left: 1256, ...TAB });
    expect(placeTab(window, 1, null, () => false).top).toBe(800 - TAB.height);
  });

  test('else takes the first usual place that is free, and one that is not rather than none', () => {
    const first = placeTab(window, null, null, () => true);
    expect(placeTab(window, null, null, ({ top }) => top !== first.top).top).not.toBe(first.top);
    expect(placeTab(window, null, null, () => false)).toEqual(first);
  });

  test('keeps off a composer that can be avoided, and stays in the window', () => {
    const low = fc.record({
      top: fc.integer({ min: 300, max: 780 }),
      left: fc.integer({ min: 0, max: 1200 }),
      width: fc.integer({ min: 1, max: 1280 }),
      height: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }), low, fc.boolean(), (at, composer, free) => {
        const tab = placeTab(window, at, composer, () => free);
        expect(isInside(tab, window)).toBe(true);
        expect(meets(tab, composer)).toBe(false);
      }),
    );
  });
});
