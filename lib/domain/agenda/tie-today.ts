// What the agenda asks of the tie: the type with its one act, the tier, and whether it cools. DOMAIN.md §1–§3.
import type { Care } from '../care';
import type { Day } from '../day';
import type { CustomerType, Tier } from '../kinds';
import type { Said } from '../said';
import { typeOf } from '../tie/customer-type';
import type { Amounts } from '../tie/purchases';
import type { Standing } from '../tie/standing';
import { tierOf } from '../tie/tier';
import { trendOf } from '../tie/trend';

/** The tie on a day, as far as the agenda needs it: type and tier, how to act by the type, and why it cools, if it does. */
export interface TieToday {
  type: CustomerType;
  tier: Tier;
  act: Said;
  cooling: Said | null;
}

/** Works these out for a contact; `big` as in typeOf. */
export function tieToday(standing: Standing, care: Pick<Care, 'halfLife' | 'path'>, today: Day, big: Amounts = {}): TieToday {
  const { is: type, how } = typeOf(standing, today, big);
  const tier = tierOf(standing, today, care).is;
  const trend = trendOf(standing, today);
  return { type, tier, act: how, cooling: trend.is === 'cooling' ? trend.why : null };
}
