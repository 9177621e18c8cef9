// What the rep does with a line of Today. A follow-up's own row stays the truth about whether it is open and when it is due; of every
// other line, and of pins and reasons for skipping, the truth is the row in `handled` under the line's key.
import { addDays, nextMonday, type Day } from '../day';
import type { FollowUp } from '../records';
import type { Handled } from '../tie-records';
import type { LineKind } from './line';

export const SNOOZES = ['tomorrow', 'next-week', '2-weeks', '1-month', '3-months'] as const;
export type Snooze = (typeof SNOOZES)[number];

export type Act =
  | { how: 'done' }
  | { how: 'snooze'; until: Day }
  | { how: 'skip'; reason: string }
  | { how: 'pin'; pinned: boolean }
  /** Open again, as if nothing had been done; a pin stays. */
  | { how: 'reopen' };

/** The rows to write: `handled` whole, of the follow-up the fields that change. */
export interface Handling {
  handled: Handled | null;
  followUp: { id: string; fields: Partial<Pick<FollowUp, 'status' | 'due'>> } | null;
}

/** The line that is acted on, and the row about it, if there is one. */
export interface Acted {
  line: { key: string; kind: LineKind; ref: string; contactId: string };
  row: Handled | null;
}

/** The day until which a snooze waits. Months keep the day of the month where there is one (31 January + 1 month = end of February). */
export function snoozeUntil(snooze: Snooze, today: Day): Day {
  if (snooze === 'tomorrow') return addDays(today, 1);
  if (snooze === 'next-week') return nextMonday(today);
  if (snooze === '2-weeks') return addDays(today, 14);
  return Temporal.PlainDate.from(today)
    .add({ months: snooze === '1-month' ? 1 : 3 })
    .toString();
}

/**
 * What is written when the rep acts on a line on `today`, at `now` (ms). A snooze that does not lie ahead means tomorrow. Done, skipped
 * and snoozed lines lose their pin: it has done its work.
 */
export function handle({ line, row }: Acted, act: Act, today: Day, now: number): Handling {
  const old: Handled = row ?? {
    id: line.key,
    contactId: line.contactId,
    status: 'open',
    until: null,
    pinned: false,
    reason: '',
    on: today,
    createdAt: now,
    updatedAt: now,
  };
  const handled: Handled = { ...old, ...changes(act, today), on: today, updatedAt: now };
  if (line.kind !== 'follow-up') return { handled, followUp: null };
  // A follow-up's row says when it is due and how it ended; only a pin or a reason needs words elsewhere.
  const needed = row !== null || act.how === 'pin' || (act.how === 'skip' && act.reason !== '');
  const kept: Handled = { ...handled, until: null, status: 'open' };
  return { handled: needed ? kept : null, followUp: followUpChange(line.ref, act, today) };
}

function changes(act: Act, today: Day): Partial<Handled> {
  switch (act.how) {
    case 'done':
      return { status: 'done', until: null, pinned: false, reason: '' };
    case 'skip':
      return { status: 'skipped', until: null, pinned: false, reason: act.reason.trim().slice(0, 200) };
    case 'snooze':
      return { status: 'open', until: ahead(act.until, today), pinned: false, reason: '' };
    case 'pin':
      return { pinned: act.pinned };
    case 'reopen':
      return { status: 'open', until: null, reason: '' };
  }
}

function followUpChange(id: string, act: Act, today: Day): Handling['followUp'] {
  switch (act.how) {
    case 'done':
      return { id, fields: { status: 'done' } };
    case 'skip':
      return { id, fields: { status: 'skipped' } };
    case 'snooze':
      return { id, fields: { due: ahead(act.until, today) } };
    case 'reopen':
      return { id, fields: { status: 'open' } };
    case 'pin':
      return null;
  }
}

const ahead = (until: Day, today: Day): Day => (until > today ? until : addDays(today, 1));

/** Whether a row keeps its line out of Today on this day. */
export function isAway(row: Pick<Handled, 'status' | 'until'> | undefined, today: Day): boolean {
  return row !== undefined && (row.status !== 'open' || (row.until !== null && row.until > today));
}

/** The last day on which a line about the contact was done: that was being in touch, if only by telephone. Skipped is not. */
export function lastDone(rows: readonly Pick<Handled, 'status' | 'on'>[]): Day | null {
  let last: Day | null = null;
  for (const { status, on } of rows) if (status === 'done' && (last === null || on > last)) last = on;
  return last;
}
