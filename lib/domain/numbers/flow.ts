// How contacts moved between the tiers in a stretch of days: from where to where, and how many. DOMAIN.md §3.
import type { Day } from '../day';
import { TIERS, type Tier } from '../kinds';

/** A contact came to another tier on a day; empty is "not there". */
export interface TierMove {
  contactId: string;
  from: string;
  to: string;
  day: Day;
}

/** `from` null were not there at the beginning, `to` null are not there at the end. */
export interface FlowRow {
  from: Tier | null;
  to: Tier | null;
  many: number;
}

const tierIn = (text: string): Tier | null => TIERS.find((tier) => tier === text) ?? null;

/**
 * The flow after the end of the day `from` until the end of the day `to`, from all moves after `from` in their order and from how many are in
 * each tier now. Who moved up and down again within it stayed.
 */
export function flowOf(moves: readonly TierMove[], now: Readonly<Record<Tier, number>>, from: Day, to: Day): FlowRow[] {
  const ways = new Map<string, { start: Tier | null; end: Tier | null; now: Tier | null }>();
  for (const move of moves) {
    if (move.day <= from) continue;
    const way = ways.get(move.contactId) ?? { start: tierIn(move.from), end: tierIn(move.from), now: null };
    if (move.day <= to) way.end = tierIn(move.to);
    way.now = tierIn(move.to);
    ways.set(move.contactId, way);
  }
  const many = new Map<string, FlowRow>();
  const add = (start: Tier | null, end: Tier | null, by: number): void => {
    if (start === null && end === null) return;
    const key = `${start} ${end}`;
    const row = many.get(key) ?? { from: start, to: end, many: 0 };
    row.many += by;
    many.set(key, row);
  };
  const still = { ...now };
  for (const way of ways.values()) {
    add(way.start, way.end, 1);
    if (way.now) still[way.now] -= 1;
  }
  // A count that is a moment older than the moves must not become negative.
  for (const tier of TIERS) if (still[tier] > 0) add(tier, tier, still[tier]);
  const rank = (tier: Tier | null): number => (tier === null ? TIERS.length : TIERS.indexOf(tier));
  return [...many.values()].sort((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to));
}
