// How long a lead has been in its stage, and how long it should be there at most. DOMAIN.md §5 (turnover).
import type { Stage } from '../care';
import { daysUntil } from '../dates/occurrences';
import type { Day } from '../day';
import { isClosedStage } from './closed';

export interface Dwell {
  /** Days since the stage was entered. */
  days: number;
  /** The most days by the settings; null is any number. */
  most: number | null;
  /** Days beyond these, 0 for none. */
  over: number;
}

/** The dwell clock of a contact on a day; null for somebody who is no lead, or of whom nobody knows since when. */
export function dwellOf(
  { stage, stageSince }: { stage: string | null; stageSince: Day | null },
  today: Day,
  stages: readonly Stage[],
): Dwell | null {
  if (stage === null || stageSince === null || isClosedStage(stage)) return null;
  const rule = stages.find(({ id, removed }) => id === stage && !removed);
  const days = Math.max(0, daysUntil(today, stageSince));
  const most = rule?.days ?? null;
  return { days, most, over: most === null ? 0 : Math.max(0, days - most) };
}
