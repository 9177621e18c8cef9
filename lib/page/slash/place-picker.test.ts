import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PICKER, placePicker } from './place-picker';

const window = { width: 1280, height: 800 };
const box = (top: number, height: number, left = 300, width = 600) => ({ top, left, width, height });

describe('where the picker stands', () => {
  test('above a composer at the bottom, at the caret', () => {
    const place = placePicker(window, box(740, 20, 420, 0), box(730, 50), 300);
    expect(place).toEqual({ top: 424, left: 408, width: PICKER.width, height: 300 });
  });

  test('below a composer at the top', () => {
    expect(placePicker(window, box(20, 20, 420, 0), box(10, 50), 300).top).toBe(66);
  });

  test('inside the window, with a caret at either edge', () => {
    expect(placePicker(window, box(740, 20, 1270, 0), box(730, 50), 300).left).toBe(window.width - PICKER.width - 8);
    expect(placePicker(window, box(740, 20, 0, 0), box(730, 50), 300).left).toBe(8);
  });

  test('beside the line in a composer as tall as the window', () => {
    const place = placePicker(window, box(500, 20, 420, 0), box(0, 800), 300);
    expect(place.top + place.height).toBeLessThanOrEqual(500);
  });

  test('smaller where there is little room', () => {
    expect(placePicker({ width: 400, height: 260 }, box(200, 20, 30, 0), box(190, 40), 300)).toEqual({
      top: 8,
      left: 18,
      width: PICKER.width,
      height: 176,
    });
  });

  test('never over the line being written, nor outside of the window where there is any room', () => {
    const size = fc.integer({ min: 0, max: 1200 });
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 1600 }),
        fc.integer({ min: 200, max: 1200 }),
        size,
        size,
        size,
        (width, height, a, b, left) => {
          const top = Math.min(a, height - 30);
          const composer = { top, left: 0, width, height: Math.min(b, height - top) };
          const caret = { top: composer.top, left: Math.min(left, width), width: 0, height: Math.min(20, composer.height) };
          const place = placePicker({ width, height }, caret, composer, 300);
          const covers = place.height > 0 && place.top < caret.top + caret.height && caret.top < place.top + place.height;
          expect(covers).toBe(false);
          expect(place.left).toBeGreaterThanOrEqual(8);
          expect(place.left + place.width).toBeLessThanOrEqual(width);
          expect(place.top).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
