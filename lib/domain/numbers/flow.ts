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

/** Some who are there now, side by side. */
export interface TiersNow {
  /** 1 is the first of TIERS; 0 as long as nobody worked it out. */
  tiers: Uint8Array;
  /** Since when (ms): not later than the end of a day that is asked for, or it is. */
  added: Float64Array;
  /** Their ids. Nothing where no move is told of. */
  ids: readonly string[];
}

/** `from` null were added meanwhile. Whoever is deleted by now is in no row. */
export interface FlowRow {
  from: Tier | null;
  to: Tier;
  many: number;
}

/** As in the columns of tiers. */
const codeOf = (text: string | null): number => TIERS.findIndex((tier) => tier === text) + 1;
const CODES = TIERS.length + 1;

/**
 * The flow after the end of the day `from` until the end of the day `to`, from all moves after `from` in their order, and from who is there now.
 * Who moved up and down again within it stayed. `fromMs` and `toMs` are the last moments of these days.
 */
export function flowOf(
  moves: readonly TierMove[],
  now: readonly TiersNow[],
  { to: lastDay, fromMs, toMs }: { to: Day; fromMs: number; toMs: number },
): FlowRow[] {
  const ways = new Map<string, { start: number; end: number }>();
  for (const move of moves) {
    const way = ways.get(move.contactId) ?? { start: codeOf(move.from), end: codeOf(move.from) };
    if (move.day <= lastDay) way.end = codeOf(move.to);
    ways.set(move.contactId, way);
  }
  // Counted by number: with an object for each of a hundred thousand people somebody would wait for it.
  const many = new Uint32Array(CODES * CODES);
  for (const { tiers, added, ids } of now) {
    for (let i = 0; i < tiers.length; i++) {
      const since = added[i]!;
      if (since > toMs) continue;
      const way = ways.size > 0 ? ways.get(ids[i]!) : undefined;
      const start = since > fromMs ? 0 : (way?.start ?? tiers[i]!);
      many[start * CODES + (way?.end ?? tiers[i]!)]! += 1;
    }
  }
  return [...TIERS, null]
    .flatMap((from) => TIERS.map((to): FlowRow => ({ from, to, many: many[codeOf(from) * CODES + codeOf(to)]! })))
    .filter(({ many }) => many > 0);
}
