// The tie between the rep and one contact on a day: five properties, type and tier, each with its reason. DOMAIN.md §1–§3.
import type { Care } from '../care';
import type { Day } from '../day';
import { saidOf, type Said } from '../said';
import { bondsOf, type Bonds } from './bonds';
import { typeOf, type Typed } from './customer-type';
import { directionOf, type Directed } from './direction';
import { existenceOf, type Existence } from './existence';
import type { Amounts } from './purchases';
import type { Standing } from './standing';
import { reciprocityOf, strengthOf, type Reciprocity, type Strength } from './strength';
import { tierOf, type Tiered } from './tier';
import { trendOf, type Trend } from './trend';

export interface Tie {
  existence: Existence;
  direction: Directed;
  /** Null: nothing dated was ever seen. */
  strength: Strength | null;
  reciprocity: Reciprocity | null;
  /** Median times to a reply in words; null where too few are known. */
  replies: { mine: Said | null; theirs: Said | null };
  trend: Trend;
  bonds: Bonds;
  type: Typed;
  tier: Tiered;
}

/** The tie on a day, in constant time. `big`: from which amount an order is a big one, by currency, see big-orders.ts. */
export function tieOf(standing: Standing, today: Day, care: Pick<Care, 'halfLife' | 'path'>, big: Amounts = {}): Tie {
  const tier = tierOf(standing, today, care);
  return {
    existence: existenceOf(standing, today),
    direction: directionOf(standing, today, care),
    strength: strengthOf(standing, today, care),
    reciprocity: reciprocityOf(standing, today, care),
    replies: { mine: inWords(standing.replies.mine), theirs: inWords(standing.replies.theirs) },
    trend: trendOf(standing, today),
    bonds: bondsOf(standing, tier.is),
    type: typeOf(standing, today, big),
    tier,
  };
}

/** A time in the largest fitting unit, rounded. */
function inWords(minutes: number | null): Said | null {
  if (minutes === null) return null;
  if (minutes < 90) return saidOf('tie_minutes', minutes);
  const hours = Math.round(minutes / 60);
  return hours < 36 ? saidOf('tie_hours', hours) : saidOf('tie_days', Math.round(hours / 24));
}
