// The rows of the open list. While messages only come below, they alone are read: not a list of thousands for each new one.
import type { Site } from '../sites/site';
import { attempt, keysOf } from './read-page';

/** `compareDocumentPosition` of what follows, and of what is around. */
const BELOW = 4;
const AROUND = 8;

/** What happened to the list since it was read last. */
const NOTHING = 0;
const MORE = 1;
const ANYTHING = 2;

/**
 * Follows one list at a time, null being none, and calls `changed` when something in it did. Gives the keys of the settled messages
 * with their rows, the oldest first: the same map, grown, while messages only come below, and another one after any other change.
 */
export function followRows(site: Site, changed: () => void): (list: Element | null) => Map<string, Element> {
  let list: Element | null = null;
  let keys: Map<string, Element>;
  /** All rows, settled or not: how many they were, and which one was the last. */
  let count = 0;
  let last: Element | undefined;
  let happened = ANYTHING;

  /** Whether a change left all that was read as it was: it is below the last row, or brought something to what is around that. */
  function isBelow({ type, target, removedNodes }: MutationRecord): unknown {
    const where = last!.compareDocumentPosition(target);
    return where === BELOW || (where & AROUND && type === 'childList' && !removedNodes.length);
  }
  const observer = new MutationObserver((records) => {
    // Numbered by what stands around them, or the newest first: such rows are read all together.
    const isMore = !site.approximate && !site.newestFirst && attempt(() => records.every(isBelow), false);
    happened = isMore ? happened || MORE : ANYTHING;
    changed();
  });

  return (now) => {
    if (now !== list) {
      observer.disconnect();
      list = now;
      happened = ANYTHING;
      // Sending, settling and recycling rows show in attributes; within the list they are few enough.
      if (list) observer.observe(list, { childList: true, subtree: true, attributes: true });
    }
    if (happened) {
      // Not made an array of: a browser is quick to find a row of thousands, and slow to hand all of them over.
      const rows = attempt<ArrayLike<Element>>(() => list!.querySelectorAll(site.rows), []);
      if (happened === MORE && rows[count - 1] === last) {
        for (; count < rows.length; count++) {
          const row = rows[count]!;
          const key = attempt(() => site.key(row), null);
          if (key !== null) keys.set(key, row);
        }
      } else keys = keysOf(site, list);
      count = rows.length;
      last = rows[count - 1];
      happened = NOTHING;
    }
    return keys;
  };
}
