// The funnel: of the leads that began in some months, how many came to each stage and how many bought; how long a stage takes; and what one
// won deal takes. DOMAIN.md §5 (for example 15 leads → 5 visits → 1 deal).
import type { Stage } from '../care';
import { intervalOf, spreadOf, type Interval, type Spread } from './interval';
import { addTo, countsUnder } from './months';
import type { Month } from './share';
import type { MonthSums } from './sums';

export interface FunnelRow {
  /** The id of a stage, or null for a deal that was won. */
  stage: string | null;
  /** How many came at least this far. */
  reached: number;
  /** Of those who came to the row before, how many came to this one; null in the first row, and of nobody. */
  onwards: Interval | null;
  /** Days until it was left again, of those who left it in these months. */
  days: Spread | null;
  /** How many came this far for one deal that was won, and the stretch in which that lies; null before any was won. */
  perWon: { many: number; low: number; high: number | null } | null;
}

export interface Funnel {
  leads: number;
  won: number;
  lost: number;
  /** Neither won nor lost yet: they count as not having come further. */
  open: number;
  rows: FunnelRow[];
}

/** Of leads that began from one month to another, both included; `from` empty also takes those of whom nobody knows when. */
export function funnelOf(sums: readonly MonthSums[], stages: readonly Stage[], from: Month, to: Month): Funnel {
  const order = stages.filter(({ removed }) => !removed).map(({ id }) => id);
  const inRange = sums.filter(({ month }) => month >= from && month <= to);
  const reached = order.map(() => 0);
  const ends = { won: 0, lost: 0, open: 0 };
  const stays = new Map<string, Map<number, number>>();
  for (const one of inRange) {
    for (const [way, count] of countsUnder(one, 'way:')) {
      const [names = '', end = ''] = way.split('|');
      // A stage that was removed is no step any more; whoever was in no other one began somewhere all the same.
      const furthest = Math.max(0, ...names.split(',').map((name) => order.indexOf(name)));
      ends[end === 'won' ? 'won' : end === 'lost' ? 'lost' : 'open'] += count;
      for (let i = 0; i < order.length; i++) if (end === 'won' || i <= furthest) reached[i]! += count;
    }
    for (const [stay, count] of countsUnder(one, 'stay:')) {
      const at = stay.lastIndexOf(':');
      const days = stays.get(stay.slice(0, at)) ?? new Map<number, number>();
      addTo(days, Number(stay.slice(at + 1)), count);
      stays.set(stay.slice(0, at), days);
    }
  }
  const leads = ends.won + ends.lost + ends.open;
  const rows = [...order.map((stage, i) => ({ stage, reached: reached[i]! })), { stage: null, reached: ends.won }];
  return {
    leads,
    ...ends,
    rows: rows.map((row, i): FunnelRow => ({
      ...row,
      onwards: i === 0 ? null : intervalOf({ yes: row.reached, of: rows[i - 1]!.reached }),
      days: row.stage === null ? null : spreadOf(stays.get(row.stage) ?? new Map()),
      perWon: perWon(ends.won, row.reached),
    })),
  };
}

function perWon(won: number, reached: number): FunnelRow['perWon'] {
  const share = won === 0 ? null : intervalOf({ yes: won, of: reached });
  if (!share) return null;
  return { many: 1 / share.share, low: 1 / share.high, high: share.low === 0 ? null : 1 / share.low };
}
