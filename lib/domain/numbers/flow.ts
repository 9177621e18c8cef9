// How contacts moved between the tiers in a stretch of days: from where to where, and how many. DOMAIN.md §3.
import type { Day } from '../day';
import { TIERS, type Tier } from '../kinds';

/** A contact came to another tier on a day. */
export interface TierMove {
  contactId: string;
  from: string | null;
  to: string | null;
  day: Day;
}

/** Who is there now, and since when (`added` is not later than the end of a day that is asked for, or it is). */
export interface TierNow {
  id: string;
  /** Null as long as nobody worked it out. */
  tier: Tier | null;
  added: number;
}

/** `from` null were added meanwhile. Whoever is deleted by now is in no row. */
export interface FlowRow {
  from: Tier | null;
  to: Tier;
  many: number;
}

const tierIn = (text: string | null): Tier | null => TIERS.find((tier) => tier === text) ?? null;

/**
 * The flow after the end of the day `from` until the end of the day `to`, from all moves after `from` in their order, and from who is there now.
 * Who moved up and down again within it stayed. `fromMs` and `toMs` are the last moments of these days.
 */
export function flowOf(moves: readonly TierMove[], now: Iterable<TierNow>, stretch: { to: Day; fromMs: number; toMs: number }): FlowRow[] {
  const ways = new Map<string, { start: Tier | null; end: Tier | null }>();
  for (const move of moves) {
    const way = ways.get(move.contactId) ?? { start: tierIn(move.from), end: tierIn(move.from) };
    if (move.day <= stretch.to) way.end = tierIn(move.to);
    ways.set(move.contactId, way);
  }
  const many = new Map<string, FlowRow>();
  for (const { id, tier, added } of now) {
    if (added > stretch.toMs) continue;
    const way = ways.get(id);
    const to = way ? way.end : tier;
    if (to === null) continue;
    const from = added > stretch.fromMs ? null : way ? way.start : tier;
    const row = many.get(`${from} ${to}`);
    if (row) row.many += 1;
    else many.set(`${from} ${to}`, { from, to, many: 1 });
  }
  const rank = (tier: Tier | null): number => (tier === null ? TIERS.length : TIERS.indexOf(tier));
  return [...many.values()].sort((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to));
}
