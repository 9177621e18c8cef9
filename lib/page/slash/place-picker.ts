// Where the picker stands: at the caret, above the composer where there is room, and never over the line being written.
import type { Box } from '../place';

export const PICKER = { width: 360, height: 360, least: 120 };
const GAP = 6;
const EDGE = 8;

/**
 * The box of the picker in a window. `caret` is the line being written with the caret at its left; `composer` the box it stands in;
 * `height` what the picker needs. Above the composer, else below it; in a composer as tall as the window above or below the line.
 */
export function placePicker(window: { width: number; height: number }, caret: Box, composer: Box, height: number): Box {
  const width = Math.min(PICKER.width, window.width - 2 * EDGE);
  const left = Math.max(EDGE, Math.min(caret.left - 12, window.width - width - EDGE));
  const rooms = [composer, caret].flatMap(({ top, height: h }) => [
    { isAbove: true, edge: top - GAP, room: top - GAP - EDGE },
    { isAbove: false, edge: top + h + GAP, room: window.height - (top + h + GAP) - EDGE },
  ]);
  const best =
    rooms.find(({ room }) => room >= height) ??
    rooms.find(({ room }) => room >= PICKER.least) ??
    rooms.reduce((a, b) => (b.room > a.room ? b : a));
  const tall = Math.max(0, Math.min(height, best.room));
  return { top: Math.round(best.isAbove ? best.edge - tall : best.edge), left: Math.round(left), width, height: tall };
}
