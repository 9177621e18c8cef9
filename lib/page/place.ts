// Where the panel stands: at the right edge, never over the composer.

export interface Box {
  top: number;
  left: number;
  width: number;
  height: number;
}

/** Room left free at the top, for the site's own header, and between us and the composer. CSS pixels. */
const HEADER = 64;
const GAP = 8;
const LEAST_HEIGHT = 220;
export const TAB = { width: 24, height: 72 };

const meets = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

/** The box of the open panel in a window, or null when nothing useful fits beside the composer. */
export function placePanel(window: { width: number; height: number }, wanted: number, composer: Box | null): Box | null {
  const width = Math.min(wanted, window.width - 2 * GAP);
  const whole: Box = { top: HEADER, left: window.width - width, width, height: window.height - HEADER - GAP };
  if (!composer || composer.width === 0 || composer.height === 0 || !meets(whole, composer))
    return whole.height < LEAST_HEIGHT ? null : whole;
  const above = { ...whole, height: composer.top - GAP - HEADER };
  const top = composer.top + composer.height + GAP;
  const below = { ...whole, top, height: window.height - GAP - top };
  const best = above.height >= below.height ? above : below;
  return best.height < LEAST_HEIGHT ? null : best;
}

/** The box of the edge tab. `at` is its place as a share of the height; null takes the first of the usual places that is free. */
export function placeTab(
  window: { width: number; height: number },
  at: number | null,
  composer: Box | null,
  isFree: (box: Box) => boolean,
): Box {
  const boxAt = (share: number): Box => {
    const top = Math.round(share * (window.height - TAB.height));
    return { top, left: window.width - TAB.width, ...TAB };
  };
  const clear = (box: Box): boolean => !composer || !meets(box, composer);
  if (at !== null) {
    const box = boxAt(at);
    return clear(box) || !composer ? box : { ...box, top: Math.max(0, composer.top - GAP - box.height) };
  }
  const boxes = [0.45, 0.35, 0.55, 0.25, 0.65, 0.15, 0.75].map(boxAt).filter(clear);
  return boxes.find(isFree) ?? boxes[0] ?? boxAt(0.25);
}
