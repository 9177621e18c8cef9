// How long each lets the other wait. DOMAIN.md §1 (direction, change): which side is silent, and since when it takes longer.
import type { Counted } from '../agenda/thread';

/** Minutes, the median of the newest replies; null when too few are known. */
export interface ReplyTimes {
  mine: number | null;
  theirs: number | null;
}

/** What comes later than a week is no reply but a new talk. */
const LONGEST = 7 * 24 * 60;
/** Fewer replies tell nothing; older ones than the newest so many tell of the past. */
const LEAST = 3;
const NEWEST = 30;

/**
 * Reply times both ways from messages whose instant is known: dated to the minute, or seen arriving. A run of messages waits from its
 * first one until the other writes.
 */
export function replyTimesOf(interactions: readonly Counted[]): ReplyTimes {
  const timed = interactions
    .filter((one) => one.kind === 'message')
    .map((one) => ({ direction: one.direction, at: instantOf(one) }))
    .filter((one): one is { direction: 'in' | 'out'; at: number } => one.at !== null)
    .sort((a, b) => a.at - b.at || a.direction.localeCompare(b.direction));
  const times: Record<'in' | 'out', number[]> = { in: [], out: [] };
  let waiting: { direction: 'in' | 'out'; at: number } | null = null;
  for (const one of timed) {
    if (waiting === null || one.direction === waiting.direction) {
      waiting ??= one;
      // A run that nobody answered for a week is over; the next line of the same side begins another.
      if (one.at - waiting.at > LONGEST * 60_000) waiting = one;
      continue;
    }
    const minutes = Math.round((one.at - waiting.at) / 60_000);
    if (minutes <= LONGEST) times[one.direction].push(minutes);
    waiting = one;
  }
  return { mine: median(times.out.slice(-NEWEST)), theirs: median(times.in.slice(-NEWEST)) };
}

/** When a message was written, in ms; a live one by when it was seen, because clocks differ. */
function instantOf({ at, live, seenAt }: Counted): number | null {
  if (live) return seenAt;
  return at?.includes('T') ? Date.parse(at) : null;
}

function median(values: readonly number[]): number | null {
  if (values.length < LEAST) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : Math.round((sorted[middle - 1]! + sorted[middle]!) / 2);
}
