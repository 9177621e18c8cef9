// Which side is silent. DOMAIN.md §1 (direction: none, →, ←, ↔; one-way ties have little value).
import type { Care } from '../care';
import type { Day } from '../day';
import { said, type Said } from '../said';
import { dayNumber } from '../workdays';
import type { Standing } from './standing';

export const DIRECTIONS = ['none', 'out', 'in', 'both', 'unknown'] as const;
export type TieDirection = (typeof DIRECTIONS)[number];

export interface Directed {
  is: TieDirection;
  /** The window in days, today included. */
  window: number;
  label: Said;
  why: Said;
}

const LABELS: Record<TieDirection, string> = {
  none: 'tie_direction_none',
  out: 'tie_direction_out',
  in: 'tie_direction_in',
  both: 'tie_direction_both',
  unknown: 'tie_direction_unknown',
};

/** The window never reaches further back than this. */
const WIDEST = 180;

type Given = Pick<Standing, 'lastIn' | 'lastOut' | 'undatedIn' | 'undatedOut' | 'lastWatched' | 'rhythm'>;

/** The days over which a direction is read: the half-life, or two of the contact's own gaps where those are longer. */
export const windowLength = (rhythm: number | null, halfLife: number): number => Math.min(WIDEST, Math.max(halfLife, 2 * (rhythm ?? 0)));

/**
 * The direction on a day, over a window that suits the contact's rhythm. A side is silent only when the conversation was open in that
 * window and nothing undated turned up that might be from it: what was not observed is unknown. DOMAIN.md §1.
 */
export function directionOf(standing: Given, today: Day, { halfLife }: Pick<Care, 'halfLife'>): Directed {
  const window = windowLength(standing.rhythm, halfLife);
  const now = dayNumber(today);
  const within = (day: Day | null): boolean => day !== null && now - dayNumber(day) < window;
  const they = within(standing.lastIn);
  const mine = within(standing.lastOut);
  const is = (direction: TieDirection, why: string): Directed => ({
    is: direction,
    window,
    label: said(LABELS[direction]),
    why: said(why, window),
  });
  if (they && mine) return is('both', 'tie_direction_both_why');
  const undated = (!they && within(standing.undatedIn)) || (!mine && within(standing.undatedOut));
  if (undated) return is('unknown', 'tie_direction_undated_why');
  if (they) return is('in', 'tie_direction_in_why');
  if (mine) return is('out', 'tie_direction_out_why');
  return within(standing.lastWatched) ? is('none', 'tie_direction_none_why') : is('unknown', 'tie_direction_unknown_why');
}

/** So long a tie counts as in touch after either side was last heard of: a season, so that a holiday costs no tier. */
const IN_TOUCH_FOR = 90;

/** Whether both sides were active within a season. Undated messages prove nothing here. DOMAIN.md §3 (activity). */
export function areInTouch({ lastIn, lastOut }: Pick<Standing, 'lastIn' | 'lastOut'>, today: Day): boolean {
  const recently = (day: Day | null): boolean => day !== null && dayNumber(today) - dayNumber(day) <= IN_TOUCH_FOR;
  return recently(lastIn) && recently(lastOut);
}
