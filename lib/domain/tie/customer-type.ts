// The nine customer types and the one action of each. DOMAIN.md §2.
import type { Day } from '../day';
import { tenThousandths } from '../decimal';
import type { CustomerType } from '../kinds';
import { said, saidOf, type Said } from '../said';
import { areInTouch } from './direction';
import type { Amounts } from './purchases';
import type { Standing } from './standing';

export interface Typed {
  is: CustomerType;
  /** What the records say, whatever the rep says. */
  derived: CustomerType;
  label: Said;
  why: Said;
  /** The one thing to do with customers of this type, in a word and in a sentence. */
  action: Said;
  how: Said;
}

/** Words of a type: its name, its action, how to go about it, and why somebody is of it without any particular. */
const WORDS: Record<CustomerType, { label: string; action: string; how: string }> = {
  'passer-by': { label: 'type_passerby', action: 'type_passerby_action', how: 'type_passerby_how' },
  visitor: { label: 'type_visitor', action: 'type_visitor_action', how: 'type_visitor_how' },
  prospect: { label: 'type_prospect', action: 'type_prospect_action', how: 'type_prospect_how' },
  trial: { label: 'type_trial', action: 'type_trial_action', how: 'type_trial_how' },
  customer: { label: 'type_customer', action: 'type_customer_action', how: 'type_customer_how' },
  loyal: { label: 'type_loyal', action: 'type_loyal_action', how: 'type_loyal_how' },
  major: { label: 'type_major', action: 'type_major_action', how: 'type_major_how' },
  friend: { label: 'type_friend', action: 'type_friend_action', how: 'type_friend_how' },
  referrer: { label: 'type_referrer', action: 'type_referrer_action', how: 'type_referrer_how' },
};

/** The name of a type. */
export const typeLabel = (type: CustomerType): Said => said(WORDS[type].label);

type Given = Pick<Standing, 'in' | 'lastIn' | 'lastOut' | 'bonds' | 'type' | 'facts' | 'referrals' | 'purchases' | 'openDeals' | 'stage'>;

/**
 * The customer type on a day: the furthest of the nine that the records bear out, or what the rep says over it. `big` is the amount from
 * which an order is a big one, by currency (`bigFrom`); a currency that is not in it has none. DOMAIN.md §2.
 */
export function typeOf(standing: Given, today: Day, big: Amounts = {}): Typed {
  const [derived, reason] = derive(standing, today, big);
  const is = standing.type ?? derived;
  const why = standing.type === null || standing.type === derived ? reason : said('type_said_why', typeLabel(derived), reason);
  const { label, action, how } = WORDS[is];
  return { is, derived, label: said(label), why, action: said(action), how: said(how) };
}

function derive(standing: Given, today: Day, big: Amounts): [CustomerType, Said] {
  const { facts, purchases, referrals, stage } = standing;
  if (referrals > 0) return ['referrer', saidOf('type_referrer_why', referrals)];
  if (purchases && isClose(standing, today)) return ['friend', said('type_friend_why')];
  if (purchases) {
    const order = bigOrder(purchases.largest, big);
    if (order) return ['major', said('type_major_why', order.amount, order.currency)];
    if (purchases.days > 1) return ['loyal', saidOf('type_loyal_why', purchases.days, { day: purchases.last })];
    return ['customer', said('type_customer_why', { day: purchases.last })];
  }
  if (facts.trial !== undefined) return ['trial', said('type_trial_why', { day: facts.trial })];
  if (stage === 'tried') return ['trial', said('type_trial_stage_why')];
  if (facts.useful !== undefined) return ['prospect', said('type_prospect_why', { day: facts.useful })];
  if (standing.openDeals > 0) return ['prospect', said('type_prospect_deal_why')];
  if (facts.need !== undefined) return ['prospect', said('type_prospect_need_why', { day: facts.need })];
  if (stage === 'visited' || stage === 'quoted') return ['prospect', said('type_prospect_stage_why')];
  if (facts.asked !== undefined) return ['visitor', said('type_visitor_why', { day: facts.asked })];
  if (standing.in > 0) return ['visitor', said('type_visitor_wrote_why')];
  if (facts.looked !== undefined) return ['passer-by', said('type_passerby_why', { day: facts.looked })];
  return ['passer-by', said('type_passerby_nothing_why')];
}

/** Close and personal: affection or kinship by the rep's mark, and a living tie both ways that bears it out. */
function isClose(standing: Given, today: Day): boolean {
  return (standing.bonds.includes('affection') || standing.bonds.includes('kinship')) && areInTouch(standing, today);
}

function bigOrder(largest: Amounts, big: Amounts): { amount: string; currency: string } | null {
  for (const [currency, amount] of Object.entries(largest)) {
    const from = Object.hasOwn(big, currency) ? big[currency] : undefined;
    if (from !== undefined && tenThousandths(amount) >= tenThousandths(from)) return { amount, currency };
  }
  return null;
}
