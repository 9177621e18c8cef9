// Where the card stands in the window: low at first, high when the message box is asked for, where the user dragged it from then
// on, and never over what is outlined.
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardPlace } from '../../components/teach/Card';
import type { Shown } from '../../lib/teach/talk';

export const WIDTH = 344;
const GAP = 16;

/** The size of the page's window. The frame itself is as small as the card while the user checks. */
function useWindow(isWhole: boolean): { width: number; height: number } {
  const [size, setSize] = useState({ width: innerWidth, height: innerHeight });
  useEffect(() => {
    const look = () => isWhole && innerWidth > WIDTH && setSize({ width: innerWidth, height: innerHeight });
    look();
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, [isWhole]);
  return size;
}

export function useCardPlace(shown: Shown | null, card: RefObject<HTMLElement | null>): CardPlace {
  const window_ = useWindow(shown?.step !== 'check');
  const [moved, setMoved] = useState<{ top: number; left: number } | null>(null);
  const [isHigh, setHigh] = useState(false);
  const height = useRef(260);
  if (card.current && shown?.step !== 'check') height.current = card.current.offsetHeight;
  // The message box is at the bottom of nearly every chat.
  useEffect(() => setHigh(shown?.step === 'composer'), [shown?.step]);

  const room = Math.max(200, window_.height - 2 * GAP);
  const low = Math.max(GAP, window_.height - GAP - Math.min(room, shown?.step === 'check' ? 460 : height.current));
  const at = moved ?? { top: isHigh ? GAP : low, left: GAP };
  const box = shown?.target?.box;
  const isOver = (top: number): boolean =>
    box !== undefined &&
    box.left < at.left + WIDTH &&
    at.left < box.left + box.width &&
    box.top < top + height.current &&
    top < box.top + box.height;
  // Reached by keys, something may lie under the card: it gives way, if that helps.
  const other = at.top === GAP ? low : GAP;
  const top = isOver(at.top) && !isOver(other) ? other : at.top;
  return {
    at: { top, left: Math.min(at.left, Math.max(0, window_.width - WIDTH)) },
    room,
    isHigh: top < window_.height / 2 - 100,
    move: (to) =>
      setMoved({ top: Math.min(Math.max(0, to.top), window_.height - 60), left: Math.min(Math.max(0, to.left), window_.width - WIDTH) }),
    toggle: () => {
      setMoved(null);
      setHigh(top > GAP);
    },
  };
}
