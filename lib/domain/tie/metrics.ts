// The six metrics of the four tiers, and what of their inputs is there. DOMAIN.md §3. What nobody put down is missing, not zero; sums never
// mix currencies.
import type { Care } from '../care';
import type { Day } from '../day';
import { said, saidOf, type Said } from '../said';
import { directionOf } from './direction';
import { existenceOf } from './existence';
import { decimal, tenThousandths } from '../decimal';
import type { Amounts } from './purchases';
import type { Standing } from './standing';

export const METRICS = ['connected', 'activity', 'conversion', 'order-value', 'repurchase', 'nps', 'referrals'] as const;
export type Metric = (typeof METRICS)[number];

const LABELS: Record<Metric, string> = {
  connected: 'metric_connected',
  activity: 'metric_activity',
  conversion: 'metric_conversion',
  'order-value': 'metric_order_value',
  repurchase: 'metric_repurchase',
  nps: 'metric_nps',
  referrals: 'metric_referrals',
};

/** The name of a metric. */
export const metricLabel = (metric: Metric): Said => said(LABELS[metric]);

/** What one contact gives to a metric. `missing`: nothing is known, and `why` says what to put down. */
export interface Input {
  metric: Metric;
  missing: boolean;
  why: Said;
}

/** The inputs of one contact to the six metrics, in their order. DOMAIN.md §3. */
export function inputsOf(standing: Standing, today: Day, care: Pick<Care, 'halfLife'>): Input[] {
  const there = (metric: Metric, why: Said): Input => ({ metric, missing: false, why });
  const missing = (metric: Metric, word: string): Input => ({ metric, missing: true, why: said(word) });
  const { purchases, nps, referrals } = standing;
  const existence = existenceOf(standing, today);
  const direction = directionOf(standing, today, care);
  return [
    there('connected', existence.label),
    direction.is === 'unknown' ? missing('activity', 'metric_activity_missing') : there('activity', direction.why),
    isTried(standing)
      ? there('conversion', purchases ? saidOf('metric_conversion_yes', purchases.orders) : said('metric_conversion_no'))
      : missing('conversion', 'metric_conversion_missing'),
    purchases && Object.keys(purchases.sums).length > 0
      ? there('order-value', said('metric_order_value_is', inWords(averages(purchases.sums, purchases.priced))))
      : missing('order-value', 'metric_order_value_missing'),
    purchases ? there('repurchase', saidOf('metric_repurchase_is', purchases.days)) : missing('repurchase', 'metric_repurchase_missing'),
    nps === null ? missing('nps', 'metric_nps_missing') : there('nps', said('metric_nps_is', nps)),
    referrals === 0 ? missing('referrals', 'metric_referrals_missing') : there('referrals', saidOf('metric_referrals_is', referrals)),
  ];
}

/** A share of those of whom it is known: `yes` of `of`, and of how many it is not. */
export interface Share {
  yes: number;
  of: number;
  missing: number;
}

export interface Metrics {
  /** Ties that exist, live or dormant. */
  connected: number;
  /** In touch both ways. */
  activity: Share;
  /** Bought, of those with a deal that is won or lost. */
  conversion: Share;
  /** By currency. */
  orderValue: Amounts;
  /** Bought on more than one day, of those who bought. */
  repurchase: Share;
  /** Promoters (9, 10) minus detractors (0 to 6) in percent of the answers; null without an answer. */
  nps: { score: number | null; answers: number; missing: number };
  referrals: number;
}

/** The metrics over many contacts, persons and groups alike, in any order. DOMAIN.md §3. */
export function metricsOf(standings: Iterable<Standing>, today: Day, care: Pick<Care, 'halfLife'>): Metrics {
  const share = (): Share => ({ yes: 0, of: 0, missing: 0 });
  const metrics = { connected: 0, activity: share(), conversion: share(), repurchase: share(), referrals: 0 };
  const nps = { promoters: 0, detractors: 0, answers: 0, missing: 0 };
  const sums = new Map<string, bigint>();
  const priced = new Map<string, number>();
  const add = (to: Share, answer: boolean | null): void => {
    if (answer === null) to.missing += 1;
    else {
      to.of += 1;
      if (answer) to.yes += 1;
    }
  };
  for (const standing of standings) {
    const { purchases } = standing;
    const direction = directionOf(standing, today, care).is;
    if (existenceOf(standing, today).is !== 'none') metrics.connected += 1;
    add(metrics.activity, direction === 'unknown' ? null : direction === 'both');
    add(metrics.conversion, isTried(standing) ? purchases !== null : null);
    add(metrics.repurchase, purchases ? purchases.days > 1 : null);
    metrics.referrals += standing.referrals;
    if (standing.nps === null) nps.missing += 1;
    else {
      nps.answers += 1;
      if (standing.nps >= 9) nps.promoters += 1;
      if (standing.nps <= 6) nps.detractors += 1;
    }
    for (const [currency, sum] of Object.entries(purchases?.sums ?? {})) {
      sums.set(currency, (sums.get(currency) ?? 0n) + tenThousandths(sum));
      priced.set(currency, (priced.get(currency) ?? 0) + (purchases!.priced[currency] ?? 0));
    }
  }
  const score = nps.answers === 0 ? null : Math.round(((nps.promoters - nps.detractors) / nps.answers) * 100);
  const all = Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, sum]) => [currency, decimal(sum)]));
  return { ...metrics, orderValue: averages(all, Object.fromEntries(priced)), nps: { score, answers: nps.answers, missing: nps.missing } };
}

/** Whether a sale was brought to an end, either way. */
const isTried = ({ purchases, lostDeals }: Standing): boolean => purchases !== null || lostDeals > 0;

/** Average order values, rounded to hundredths. */
function averages(sums: Amounts, priced: Readonly<Record<string, number>>): Amounts {
  return Object.fromEntries(
    Object.entries(sums).map(([currency, sum]) => {
      const count = BigInt(priced[currency] ?? 1) * 100n;
      return [currency, decimal(((tenThousandths(sum) + count / 2n) / count) * 100n)];
    }),
  );
}

const inWords = (amounts: Amounts): string =>
  Object.entries(amounts)
    .map(([currency, amount]) => `${amount} ${currency}`.trim())
    .join(' · ');
