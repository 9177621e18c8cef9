// What the page of numbers is drawn from, and what the rep wants of it.
import type { Day } from '../domain/day';
import { startOfDay, addDays } from '../domain/day';
import { changedNumbers, type NumbersChange, type NumbersChoices } from '../domain/numbers/choices';
import { flowOf, type FlowRow, type TiersNow } from '../domain/numbers/flow';
import { sumOutcomes } from '../domain/reply-tally';
import type { Move } from '../domain/tie-records';
import { db } from './database';
import { movesBetween } from './moves';
import { changeSettings, readSettings } from './settings';
import { undoable } from './undo';

export const readNumbersChoices = async (): Promise<NumbersChoices> => (await readSettings()).numbers;

/** Undoable. */
export async function changeNumbers(change: NumbersChange, now: number): Promise<string | null> {
  // Taking the first choice of all back must not take the settings away.
  if (!(await db.settings.get('settings'))) await changeSettings(now, () => ({}));
  return undoable([['settings', 'settings']], now, () =>
    changeSettings(now, ({ numbers }) => ({ numbers: changedNumbers(numbers, change) })),
  );
}

/** The moves between tiers after the end of a day, the oldest first. */
export async function tierMovesAfter(day: Day): Promise<Move[]> {
  return (await movesBetween(addDays(day, 1), '9999-12-31')).filter(({ what }) => what === 'tier');
}

/** The flow between the tiers after the end of one day until the end of another, `moves` being those after the first. `zone` is an IANA time zone. */
export function flowBetween(moves: readonly Move[], tiers: readonly TiersNow[], from: Day, to: Day, zone: string): FlowRow[] {
  const endOf = (day: Day): number => startOfDay(addDays(day, 1), zone) - 1;
  return flowOf(moves, tiers, { to, fromMs: endOf(from), toMs: endOf(to) });
}

/** The day of the first move between tiers: before it nobody knows who was where. Null when none was seen yet. */
export async function movesSince(): Promise<Day | null> {
  return (
    (
      await db.moves
        .orderBy('day')
        .filter(({ what }) => what === 'tier')
        .first()
    )?.day ?? null
  );
}

/** So many replies are shown: those that were sent most. */
const MOST_REPLIES = 30;

/** The replies that were sent, and how often they were answered. */
export async function sentReplies(): Promise<{ id: string; title: string; sent: number; answered: number; edited: number }[]> {
  const replies = (await db.replies.toArray()).map(({ id, title, outcomes }) => ({ id, title, ...sumOutcomes(outcomes) }));
  return replies
    .filter(({ sent, edited }) => sent + edited > 0)
    .sort((a, b) => b.sent - a.sent || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_REPLIES);
}
