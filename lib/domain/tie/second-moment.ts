// The second moment of truth: they use what they bought, and most are lost there. DOMAIN.md §4.
import type { Care } from '../care';
import { dayFrom, dayNumber } from '../dates/day-number';
import type { Day } from '../day';
import type { Deal, Fact, Handled } from '../tie-records';
import { wonOn } from './purchases';

/** A won deal after which nobody has asked yet how it goes. */
export interface Check {
  /** The deal's id. */
  deal: string;
  item: string;
  won: Day;
}

/** After so many days past its due day a check asks for nobody any more: the moment is gone. */
const LAPSES_AFTER = 180;
/** How many unasked deals are kept; the oldest asks first, and its answer covers all. */
const KEPT = 5;

/** What tells that somebody asked after the use, or that they told by themselves. */
const TOLD: readonly Fact['kind'][] = ['used', 'nps', 'complaint'];

/**
 * The won deals still to be asked about, the oldest first. A fact of use, an answer on recommending or a complaint settles every deal
 * won on that day or before; so does a line of Today that was done, while a skipped one settles its own deal alone.
 */
export function checksOf(
  deals: readonly Deal[],
  facts: readonly Fact[],
  handled: readonly Pick<Handled, 'id' | 'status' | 'on'>[],
): Check[] {
  let settled: Day = '';
  for (const fact of facts) if (TOLD.includes(fact.kind) && fact.on > settled) settled = fact.on;
  const skipped = new Set<string>();
  for (const { id, status, on } of handled) {
    const [kind, deal] = id.split(':');
    if (kind !== 'after-use' || status === 'open') continue;
    if (status === 'done' && on > settled) settled = on;
    if (deal !== undefined) skipped.add(deal);
  }
  return deals
    .flatMap((deal): Check[] => {
      const won = wonOn(deal);
      return won === null || won <= settled || skipped.has(deal.id) ? [] : [{ deal: deal.id, item: deal.item, won }];
    })
    .sort((a, b) => (a.won !== b.won ? (a.won < b.won ? -1 : 1) : a.deal < b.deal ? -1 : 1))
    .slice(-KEPT);
}

/** The check that is open on a day with the day on which it is (or was) due; null when there is none. */
export function openCheck(checks: readonly Check[], today: Day, { afterUse }: Pick<Care, 'afterUse'>): (Check & { due: Day }) | null {
  for (const check of checks) {
    const due = dayNumber(check.won) + afterUse;
    if (dayNumber(today) <= due + LAPSES_AFTER) return { ...check, due: dayFrom(due) };
  }
  return null;
}
