// The four tiers a tie climbs. DOMAIN.md §3 (浅粘深铁): connected, often in touch, bought, brings others.
import type { Care } from '../care';
import type { Day } from '../day';
import { TIERS, type Tier } from '../kinds';
import { said, saidOf, type Said } from '../said';
import { dayNumber } from '../workdays';
import { areInTouch } from './direction';
import type { Standing } from './standing';

export interface Tiered {
  is: Tier;
  /** How many steps were climbed, 1 to 4, in the order of the chosen path: the knots of the tie picture. */
  step: number;
  label: Said;
  why: Said;
  /** What would lead to the next step; null at the top. */
  next: Said | null;
}

const LABELS: Record<Tier, string> = { shallow: 'tier_shallow', sticky: 'tier_sticky', deep: 'tier_deep', iron: 'tier_iron' };
const NEXT: Record<Tier, string> = { shallow: 'tier_shallow', sticky: 'tier_sticky_next', deep: 'tier_deep_next', iron: 'tier_iron_next' };

/** Convert-first puts the purchase before the closeness (known brand, necessity, standard goods, convenience). */
const ORDERS: Record<Care['path'], readonly Tier[]> = { nurture: TIERS, convert: ['shallow', 'deep', 'sticky', 'iron'] };

/** Often in touch: at least about once a month, by the contact's own rhythm. */
const OFTEN = 31;
/** After so many days without a sign or a purchase a buyer, or who brought others, is merely connected again. */
export const LAPSED = 365;

/** The name of a tier. */
export const tierLabel = (tier: Tier): Said => said(LABELS[tier]);

/** The tiers in the order of the chosen path. */
export const tierOrder = (path: Care['path']): readonly Tier[] => ORDERS[path];

/** Whether a reply that pushes a sale may be suggested: to a shallow tie it drives people off. DOMAIN.md §3. */
export const maySell = (tier: Tier): boolean => tier !== 'shallow';

type Given = Pick<
  Standing,
  'since' | 'rhythm' | 'lastTouch' | 'lastIn' | 'lastOut' | 'undatedIn' | 'undatedOut' | 'referrals' | 'purchases'
>;

/**
 * The tier on a day. Sticky lasts for a season of silence, in which the cadence can bring the contact back to mind. Convert-first, closeness without a purchase is no step: sticky then asks for one. A tie that was silent for a year
 * falls back to shallow, whatever it had been. DOMAIN.md §3.
 */
export function tierOf(standing: Given, today: Day, care: Pick<Care, 'path'>): Tiered {
  const { purchases, referrals, rhythm } = standing;
  const isOften = rhythm !== null && rhythm <= OFTEN && areInTouch(standing, today);
  const silent = silentFor(standing, today);
  const order = ORDERS[care.path];
  const is = (tier: Tier, why: Said): Tiered => {
    const step = order.indexOf(tier);
    const next = order[step + 1];
    return { is: tier, step: step + 1, label: tierLabel(tier), why, next: next === undefined ? null : said(NEXT[next]) };
  };
  if (silent > LAPSED && (referrals > 0 || purchases)) return is('shallow', saidOf('tier_lapsed_why', silent));
  if (referrals > 0) return is('iron', saidOf('tier_iron_why', referrals));
  if (purchases && !(care.path === 'convert' && isOften))
    return is('deep', saidOf('tier_deep_why', purchases.orders, { day: purchases.last }));
  if (isOften && (care.path === 'nurture' || purchases)) return is('sticky', saidOf('tier_sticky_why', rhythm));
  return is('shallow', said(isOften ? 'tier_shallow_often_why' : 'tier_shallow_why'));
}

/** Days since the last sign of the contact; a purchase is one. */
function silentFor(standing: Given, today: Day): number {
  const signs = [standing.lastTouch, standing.undatedIn, standing.undatedOut, standing.purchases?.last ?? null];
  const last =
    signs
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? standing.since;
  return dayNumber(today) - dayNumber(last);
}
