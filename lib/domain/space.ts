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
/** With less, nothing is written at all, see `shut`. */
const FLOOR = 8 * MB;
/** So much has to be free before a torn log is mended (lib/db/mend-log.ts), which writes some 5 MB twice. */
const MENDING = 20 * MB;
/** After a write was refused, counting waits so long (ms) before it tries again, unless there is clearly more room than then. */
const PATIENCE = 60_000;

/** When the browser refused a write (ms), and how much it said then that it would take (bytes). */
export interface Refusal {
  at: number;
  free: number | null;
}

/** `free`: bytes that the browser would still take, null when it does not say. `refused`: the last time that it refused a write. */
export interface SpaceSeen {
  before: Space;
  free: number | null;
  refused: Refusal | null;
  now: number;
}

/** What to make of it. */
export function spaceOf({ before, free, refused, now }: SpaceSeen): Space {
  // A clock may have been turned back.
  const isRecent = refused !== null && Math.abs(now - refused.at) < PATIENCE;
  if (isRecent && !(free !== null && refused.free !== null && free >= refused.free + AGAIN)) return 'full';
  if (free === null) return 'enough';
  if (free < (before === 'full' ? AGAIN : RESERVED)) return 'full';
  return free < LOW ? 'low' : 'enough';
}

/**
 * What may be written. `nothing`: there is too little room, or a write was cut off in the middle and there is no room yet to mend the log. A browser
 * that runs out of room in the midst of a write may lose the whole database, so it is better not to try. `mend`: the log comes first.
 */
export function writable({ free, torn }: { free: number | null; torn: boolean }): 'all' | 'mend' | 'nothing' {
  if (free === null) return torn ? 'mend' : 'all';
  if (torn) return free < MENDING ? 'nothing' : 'mend';
  return free < FLOOR ? 'nothing' : 'all';
}

/** Whether an error says that there is no room. Browsers have several names for it. */
export const isNoRoom = (error: unknown): boolean =>
  ['QuotaExceededError', 'DiskFullError'].includes((error as { name?: string } | null | undefined)?.name ?? '');
