// Who wrote last. DOMAIN.md §1 (direction): which side is silent. Only what is certain is said: undated messages that nobody saw
// arriving have no place, and of two messages on one day of which one has no time nobody knows the order.
import type { Day } from '../day';
import type { Interaction } from '../records';

export type Counted = Pick<Interaction, 'kind' | 'direction' | 'at' | 'day' | 'live' | 'seenAt'>;

export interface Thread {
  /** The last day with any interaction, a like too. */
  lastDay: Day | null;
  /** Their last message, when all of the rep's are certainly older: its time (ISO instant, or the day) and the rep's day then. */
  owed: { at: string; day: Day } | null;
  /** Days on which the rep wrote certainly after all their messages: an evening of five short lines is one attempt, not five. */
  unanswered: number;
  /** The last of these days. */
  lastTry: Day | null;
}

/** What is known of one side: the last instant (ms), the last day of a message with an instant, and of one without. */
interface Side {
  instant: number;
  instantDay: Day;
  bareDay: Day;
}

/** Reads the thread of one contact off all its interactions, on whatever site, in any order. */
export function threadOf(interactions: readonly Counted[]): Thread {
  const sides = { in: side(), out: side() };
  let lastDay: Day | null = null;
  for (const one of interactions) {
    if (one.day === null) continue;
    if (lastDay === null || one.day > lastDay) lastDay = one.day;
    if (one.kind !== 'message') continue;
    const sum = sides[one.direction];
    const instant = instantOf(one);
    if (instant === null) sum.bareDay = max(sum.bareDay, one.day);
    else {
      sum.instant = Math.max(sum.instant, instant);
      sum.instantDay = max(sum.instantDay, one.day);
    }
  }
  let owed: Thread['owed'] = null;
  const tries = new Set<Day>();
  let lastTry: Day | null = null;
  for (const one of interactions) {
    if (one.day === null || one.kind !== 'message') continue;
    if (one.direction === 'out') {
      if (!isAfterAll(one, one.day, sides.in)) continue;
      tries.add(one.day);
      if (lastTry === null || one.day > lastTry) lastTry = one.day;
    } else if (isAfterAll(one, one.day, sides.out)) {
      const instant = instantOf(one);
      const at = instant === null ? one.day : new Date(instant).toISOString();
      if (owed === null || at > owed.at) owed = { at, day: one.day };
    }
  }
  return { lastDay, owed, unanswered: tries.size, lastTry };
}

/** Whether a message certainly came after everything the other side wrote. */
function isAfterAll(one: Counted, day: Day, other: Side): boolean {
  const instant = instantOf(one);
  if (instant === null) return max(other.bareDay, other.instantDay) < day;
  return other.instant < instant && other.bareDay < day;
}

/** When a message was written, in ms; null when only its day is known. */
function instantOf({ at, live, seenAt }: Counted): number | null {
  if (at?.includes('T')) return Date.parse(at);
  return live ? seenAt : null;
}

const side = (): Side => ({ instant: -Infinity, instantDay: '', bareDay: '' });
const max = (a: Day, b: Day): Day => (a > b ? a : b);
