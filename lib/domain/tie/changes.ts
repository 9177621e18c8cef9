// What changed about a tie, week by week: a replay of what was counted, put down and marked. DOMAIN.md §1 (change: 0↔1, direction flips,
// warming/cooling, bonds added/lost), §3 (how contacts move between the tiers).
import type { Care } from '../care';
import { addDays, type Day } from '../day';
import type { Bond } from '../kinds';
import { said, type Said } from '../said';
import { BOND_LABELS } from './bonds';
import { asOf, type Evidence } from './evidence';
import type { Amounts } from './purchases';
import { standingOf } from './standing';
import { tieOf, type Tie } from './tie';
import type { Trend } from './trend';
import { weekOf } from './weeks';

export interface Change {
  /** The Monday of the week in which it happened. */
  week: Day;
  what: 'existence' | 'direction' | 'trend' | 'tier' | 'type' | 'bonds';
  from: string;
  to: string;
  said: Said;
}

/** One property as it was at the end of a week; null is unknown. */
type Properties = Record<'existence' | 'direction' | 'trend' | 'tier' | 'type', { is: string; label: Said } | null>;
interface State {
  properties: Properties;
  bonds: readonly Bond[];
}

const WORDS: Record<keyof Properties, string> = {
  existence: 'tie_change_existence',
  direction: 'tie_change_direction',
  trend: 'tie_change_trend',
  tier: 'tie_change_tier',
  type: 'tie_change_type',
};
const PROPERTIES = Object.keys(WORDS) as (keyof Properties)[];

/**
 * The changes of the last `weeks` weeks, this one included, the newest week first. Coming to know something, or losing sight of it, is
 * no change of the tie: what is unknown keeps its last known value. Computed with today's settings throughout.
 */
export function changesOf(
  evidence: Evidence,
  care: Pick<Care, 'halfLife' | 'path'>,
  today: Day,
  weeks: number,
  big: Amounts = {},
): Change[] {
  const changes: Change[] = [];
  const monday = weekOf(today);
  let before: State | null = null;
  for (let back = weeks; back >= 0; back -= 1) {
    const week = addDays(monday, -7 * back);
    const end = back === 0 ? today : addDays(week, 6);
    const then = asOf(evidence, end);
    const tie = tieOf(standingOf(then, care, end), end, care, big);
    const now: State | null = tie.existence.is === 'none' ? null : stateOf(tie, then, before);
    if (back < weeks) changes.unshift(...compare(week, before, now));
    before = now;
  }
  return changes;
}

function stateOf({ existence, direction, trend, tier, type }: Tie, { contact }: Evidence, before: State | null): State {
  const old = before?.properties;
  const { bonds } = contact;
  return {
    bonds,
    properties: {
      existence: existence.is === 'dormant' && !existence.sure ? (old?.existence ?? null) : existence,
      direction: direction.is === 'unknown' ? (old?.direction ?? null) : direction,
      trend: isSettled(trend, old?.trend?.is) ? trend : (old?.trend ?? null),
      tier,
      type,
    },
  };
}

/** A trend ends in the history when the old pace is nearly back: one talk in a fading tie is no return. */
const BACK = { cooling: 0.85, warming: 1.2 };

function isSettled({ is, ratio }: Trend, before: string | undefined): boolean {
  if (is === 'unknown' || ratio === null) return false;
  if (is !== 'steady') return true;
  return before === 'cooling' ? ratio >= BACK.cooling : before === 'warming' ? ratio <= BACK.warming : true;
}

function compare(week: Day, before: State | null, now: State | null): Change[] {
  if (now === null) return [];
  if (before === null) return [{ week, what: 'existence', from: 'none', to: 'live', said: said('tie_change_began') }];
  const changes = PROPERTIES.flatMap((what): Change[] => {
    const from = before.properties[what];
    const to = now.properties[what];
    if (from === null || to === null || from.is === to.is) return [];
    return [{ week, what, from: from.is, to: to.is, said: said(WORDS[what], from.label, to.label) }];
  });
  const added = now.bonds.filter((bond) => !before.bonds.includes(bond));
  const lost = before.bonds.filter((bond) => !now.bonds.includes(bond));
  const bond = (name: Bond, word: string, from: string, to: string): Change => ({
    week,
    what: 'bonds',
    from,
    to,
    said: said(word, said(BOND_LABELS[name])),
  });
  return [
    ...changes,
    ...added.map((name) => bond(name, 'tie_change_bond_added', '', name)),
    ...lost.map((name) => bond(name, 'tie_change_bond_lost', name, '')),
  ];
}
