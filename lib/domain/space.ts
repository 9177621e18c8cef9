// How much room is left for what is kept. Counting stops first: it fills a disk by itself, and what the rep writes by hand is worth more.

/** `low`: there will soon be none. `full`: nothing is counted; what the rep does by hand is tried all the same. */
export const SPACES = ['enough', 'low', 'full'] as const;
export type Space = (typeof SPACES)[number];

const MB = 1_000_000;
/** With less than so much (bytes) left the rep is warned. */
const LOW = 200 * MB;
/** So much is left to what the rep writes by hand. */
const RESERVED = 20 * MB;
/** Counting goes on only with clearly more, so that it does not begin and stop at every message. */
const AGAIN = 40 * MB;
/** After a write was refused (ms), however much room there seems to be, counting waits so long before it tries again. */
const PATIENCE = 60_000;

/** `free`: bytes that the browser would still take, null when it does not say. `refusedAt`: when it last refused a write (ms). */
export interface SpaceSeen {
  before: Space;
  free: number | null;
  refusedAt: number | null;
  now: number;
}

/** What to make of it. */
export function spaceOf({ before, free, refusedAt, now }: SpaceSeen): Space {
  // A clock may have been turned back.
  if (refusedAt !== null && Math.abs(now - refusedAt) < PATIENCE) return 'full';
  if (free === null) return 'enough';
  if (free < (before === 'full' ? AGAIN : RESERVED)) return 'full';
  return free < LOW ? 'low' : 'enough';
}

/** Whether an error says that there is no room. Browsers have several names for it. */
export const isNoRoom = (error: unknown): boolean =>
  ['QuotaExceededError', 'DiskFullError'].includes((error as { name?: string } | null | undefined)?.name ?? '');
