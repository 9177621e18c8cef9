// Whether the panel can really be seen. A page may lay something over our frame, or make it transparent, to have the rep
// click what they do not see; IntersectionObserver v2 notices. Inserting is gated on it.
import { useCallback, useEffect, useRef } from 'preact/hooks';

/** So long it must be seen around a click: longer than a trick between two frames, shorter than a thought. */
const SEEN_MS = 300;
/** The shortest delay browsers allow for tracked visibility. */
const DELAY_MS = 100;
/** Not seen by then: refused. */
const PATIENCE_MS = 700;

/**
 * Answers for a click: true when the element with this id was seen without a break for 0.3 s, counted from when the pointer or
 * the focus came into the frame; a quicker click waits for the rest. Watched only while somebody is there, because it makes
 * the page underneath work. Browsers without visibility tracking (Firefox) cannot tell and are not held up.
 */
export function useVisible(id: string): () => Promise<boolean> {
  const since = useRef<number | null>(null);
  const tracked = useRef(true);
  const observer = useRef<IntersectionObserver | null>(null);

  const watch = useCallback(() => {
    const target = document.getElementById(id);
    if (observer.current || !target) return;
    observer.current = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1)! as IntersectionObserverEntry & { isVisible?: boolean };
        tracked.current = last.isVisible !== undefined;
        since.current = last.isVisible ? (since.current ?? performance.now()) : null;
      },
      // `threshold` makes it report again while the panel's size changes; the other two are not in TypeScript's library yet.
      { threshold: [0, 0.5, 1], trackVisibility: true, delay: DELAY_MS } as IntersectionObserverInit,
    );
    observer.current.observe(target);
  }, [id]);

  useEffect(() => {
    const rest = (): void => {
      observer.current?.disconnect();
      observer.current = null;
      since.current = null;
    };
    const leave = (): void => void (document.hasFocus() || rest());
    const root = document.documentElement;
    for (const type of ['pointerenter', 'pointerdown', 'focusin', 'keydown']) root.addEventListener(type, watch);
    root.addEventListener('pointerleave', leave);
    window.addEventListener('blur', rest);
    return () => {
      for (const type of ['pointerenter', 'pointerdown', 'focusin', 'keydown']) root.removeEventListener(type, watch);
      root.removeEventListener('pointerleave', leave);
      window.removeEventListener('blur', rest);
      rest();
    };
  }, [watch]);

  return useCallback(async () => {
    watch();
    const end = performance.now() + PATIENCE_MS;
    const isSeen = (): boolean => !tracked.current || (since.current !== null && performance.now() - since.current >= SEEN_MS);
    while (!isSeen() && performance.now() < end) await new Promise((later) => setTimeout(later, 30));
    return isSeen();
  }, [watch]);
}
