// Outlines over the page, in our own closed root: not one of its elements is touched. Sides are told by arrows, not by words,
// which a page could find with its own search.
import type { Box } from './talk';

export type Look = 'target' | 'picked' | 'theirs' | 'own' | 'unclear' | 'part';

/** Colours of both themes at once: a dark line inside a light one shows on any page. */
const INKS: Record<Look, string> = {
  target: '#b83a26',
  picked: '#b83a26',
  theirs: '#1f5fa8',
  own: '#b83a26',
  unclear: '#645d54',
  part: '#2e6b3f',
};
const LINES: Record<Look, string> = {
  target: '2px solid',
  picked: '1.5px dashed',
  theirs: '2px solid',
  own: '2px solid',
  unclear: '2px dotted',
  part: '2px solid',
};
/** Arrows as on the tie: to the left what came from them, to the right what went out; two dots for what is unclear. */
const SIGNS: Partial<Record<Look, string>> = {
  theirs: 'M10 3 5 8l5 5M5 8h8',
  own: 'M6 3l5 5-5 5M11 8H3',
  unclear: 'M5 8h.1M8 8h.1M11 8h.1',
  part: 'M3 8l3 3 7-7',
};
const SVG = 'http://www.w3.org/2000/svg';

export interface Outline {
  box: Box;
  look: Look;
}

/** Draws outlines into a root. What was drawn before is used again, so that following the pointer costs next to nothing. */
export function makeOutlines(root: ShadowRoot) {
  const all: HTMLElement[] = [];
  const layer = document.createElement('div');
  layer.style.cssText = 'position: fixed; inset: 0; overflow: hidden; pointer-events: none;';
  // Under the frame: the card is never drawn over.
  root.prepend(layer);

  function frameAt(i: number): HTMLElement {
    const old = all[i];
    if (old) return old;
    const outline = document.createElement('div');
    outline.append(badge());
    layer.append(outline);
    all.push(outline);
    return outline;
  }

  return {
    draw(outlines: readonly Outline[]): void {
      for (const [i, { box, look }] of outlines.entries()) {
        const outline = frameAt(i);
        // Neighbours touch: each stands a little inside its own place.
        const inset = look === 'target' || look === 'picked' ? -3 : 1;
        outline.style.cssText = `position: absolute; box-sizing: border-box; top: ${box.top + inset}px; left: ${box.left + inset}px; width: ${Math.max(4, box.width - 2 * inset)}px; height: ${Math.max(4, box.height - 2 * inset)}px; border: ${LINES[look]} ${INKS[look]}; border-radius: 6px; box-shadow: 0 0 0 1px #fffc, inset 0 0 0 1px #fff9; ${look === 'target' ? 'background: #b83a2614;' : ''}`;
        sign(outline.firstElementChild as SVGElement, look);
      }
      for (const outline of all.slice(outlines.length)) outline.style.display = 'none';
    },
  };
}

function badge(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.append(document.createElementNS(SVG, 'path'));
  return svg;
}

function sign(svg: SVGElement, look: Look): void {
  const path = SIGNS[look];
  svg.style.cssText = path
    ? `position: absolute; top: -8px; ${look === 'own' ? 'right' : 'left'}: -6px; width: 18px; height: 18px; border-radius: 5px; background: ${INKS[look]}; fill: none; stroke: #fff; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round;`
    : 'display: none;';
  if (path) svg.firstElementChild!.setAttribute('d', path);
}
