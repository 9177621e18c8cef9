// The six metrics of the four tiers at the end of each month, from dated records alone: the same numbers that `metricsOf` gives for today. DOMAIN.md §3.
import type { Day } from '../day';
import type { Rate } from './interval';
import { decimal, tenThousandths } from '../decimal';
import { converted, type Converted, type Rates } from '../rates';
import type { Amounts } from '../tie/purchases';
import { addTo, countIn, countsUnder, lastMonths, moneyUnder } from './months';
import { monthOf, type Month } from './share';
import type { MonthSums } from './sums';

export interface MetricsRow {
  month: Month;
  /** Ties that existed by the end of the month. */
  connected: number;
  /** In touch both ways in that month, of those with whom anything was seen in it. */
  activity: Rate;
  /** Bought, of those whose sale came to an end either way, up to then. */
  conversion: Rate;
  /** By currency, the average of all orders up to then, and of how many. */
  orderValue: Amounts;
  orders: Readonly<Record<string, number>>;
  /** What all of these come to, by currency. */
  won: Amounts;
  /** Bought on more than one day, of those who bought. */
  repurchase: Rate;
  /** Promoters minus detractors in percent of the answers; null without an answer. */
  nps: { score: number | null; answers: number };
  /** People who were brought by others, up to then. */
  referrals: number;
}

/** The last `many` months, the running one so far. Sums in the order of their months. */
export function metricsByMonth(sums: readonly MonthSums[], today: Day, many: number): MetricsRow[] {
  const totals = new Map<string, number>();
  const money = new Map<string, bigint>();
  const shown = new Set(lastMonths(sums, today, many));
  const byMonth = new Map(sums.map((one) => [one.month, one]));
  const rows: MetricsRow[] = [];
  const take = (one: MonthSums | undefined): void => {
    for (const name of ADDED) addTo(totals, name, countIn(one, name));
    for (const [currency, count] of countsUnder(one, 'priced:')) addTo(totals, `priced:${currency}`, count);
    for (const [currency, sum] of moneyUnder(one, 'won:')) money.set(currency, (money.get(currency) ?? 0n) + sum);
  };
  for (const one of sums) if (one.month !== '' && one.month <= monthOf(today) && !shown.has(one.month)) take(one);
  for (const month of shown) {
    const one = byMonth.get(month);
    take(one);
    const total = (name: string): number => totals.get(name) ?? 0;
    const answers = total('promoters') + total('passives') + total('detractors');
    const currencies = [...money.keys()].sort();
    rows.push({
      month,
      connected: total('new'),
      activity: { yes: countIn(one, 'both'), of: countIn(one, 'seen') },
      conversion: { yes: total('bought'), of: total('tried') },
      orderValue: Object.fromEntries(currencies.map((currency) => [currency, average(money.get(currency)!, total(`priced:${currency}`))])),
      orders: Object.fromEntries(currencies.map((currency) => [currency, total(`priced:${currency}`)])),
      won: Object.fromEntries(currencies.map((currency) => [currency, decimal(money.get(currency)!)])),
      repurchase: { yes: total('again'), of: total('bought') },
      nps: { score: answers === 0 ? null : Math.round(((total('promoters') - total('detractors')) / answers) * 100), answers },
      referrals: total('brought'),
    });
  }
  return rows;
}

/** The average of all orders whose currency has a rate, in the currency of the rep's choice; null where nothing has to be converted. */
export function averageConverted({ won, orders }: Pick<MetricsRow, 'won' | 'orders'>, rates: Rates): Converted | null {
  const all = converted(won, rates);
  if (!all) return null;
  const many = Object.entries(orders).reduce((sum, [currency, count]) => (all.without.includes(currency) ? sum : sum + count), 0);
  return { ...all, amount: average(tenThousandths(all.amount), many) };
}

const ADDED = ['new', 'tried', 'bought', 'again', 'promoters', 'passives', 'detractors', 'brought'] as const;

/** Rounded to hundredths. */
function average(sum: bigint, many: number): string {
  const count = BigInt(Math.max(1, many)) * 100n;
  return decimal(((sum + count / 2n) / count) * 100n);
}
