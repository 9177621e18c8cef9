// Whether the panel can really be seen. A page may lay something over our frame, or make it transparent, to have the rep
// click what they do not see; IntersectionObserver v2 notices. Inserting is gated on it.
import { useEffect, useRef } from 'preact/hooks';

/** So long it must have been seen before a click counts: longer than a trick between two frames, shorter than a thought. */
const SEEN_MS = 500;
/** The shortest delay browsers allow for tracked visibility. */
const DELAY_MS = 100;

/**
 * Watches the element with this id and answers for a click at `at` (an event's timeStamp): true when it was visible for half
 * a second up to then. Browsers without visibility tracking (Firefox) cannot tell and are not held up.
 */
export function useVisible(id: string): (at: number) => boolean {
  const since = useRef<number | null>(null);
  const tracked = useRef(true);
  useEffect(() => {
    const target = document.getElementById(id);
    if (!target) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1)! as IntersectionObserverEntry & { isVisible?: boolean };
        tracked.current = last.isVisible !== undefined;
        since.current = last.isVisible ? (since.current ?? last.time) : null;
      },
      // `threshold` makes it report again while the panel's size changes; the other two are not in TypeScript's library yet.
      { threshold: [0, 0.5, 1], trackVisibility: true, delay: DELAY_MS } as IntersectionObserverInit,
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [id]);
  return (at) => !tracked.current || (since.current !== null && at - since.current >= SEEN_MS);
}
