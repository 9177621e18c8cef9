// One contact on one day: what its reasons are worked out from.
import type { Care } from '../care';
import type { Day } from '../day';
import type { CustomerType, Tier } from '../kinds';
import type { Standing } from '../tie/standing';
import type { Cadence } from './cadence';

export interface Scene {
  standing: Standing;
  care: Care;
  today: Day;
  type: CustomerType;
  tier: Tier;
  cadence: Cadence | null;
}

/** What a deeper tie adds to the score of a suggestion: little, so that it decides among nearly equal ones only. */
export const TIER_POINTS: Readonly<Record<Tier, number>> = { shallow: 0, sticky: 2, deep: 4, iron: 6 };
