// How tall the picker wants to be. It grows with what it shows and does not shrink: what is under the pointer stays there.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Channel } from './channel';

/** Borders above and below. */
const FRAME = 2;

export function useSize(channel: Channel, isReady: boolean): void {
  const most = useRef(0);
  useLayoutEffect(() => {
    if (!isReady) return;
    const parts = [...document.querySelectorAll('main > :not(.visually-hidden)')];
    const height = FRAME + parts.reduce((sum, part) => sum + Math.max(part.scrollHeight, (part as HTMLElement).offsetHeight), 0);
    if (height <= most.current) return;
    most.current = height;
    channel.say({ say: 'size', height });
  });
}
