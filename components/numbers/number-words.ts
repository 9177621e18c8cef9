// Months, shares and amounts in words.
import { intervalOf, type Interval, type Rate, type Spread } from '../../lib/domain/numbers/interval';
import { ratesUsed, type Converted, type Rates } from '../../lib/domain/rates';
import type { Amounts } from '../../lib/domain/tie/purchases';
import { sentences } from '../../lib/words/sentences';
import { languageTag, t, tn } from '../../lib/words/words';

/** "Mar 2026". */
export function monthInWords(month: string): string {
  const options = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(languageTag(), options).format(new Date(`${month}-01T00:00:00Z`));
}

/** "3 Mar". */
export function shortDay(day: string): string {
  return new Intl.DateTimeFormat(languageTag(), { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

const percent = (share: number): number => Math.round(share * 100);

/** "21–41%": where the true share lies. */
export const intervalInWords = ({ low, high }: Interval): string => t('shelf_share', percent(low), percent(high));

/** "12 of 40 · 21–41%", and that this is few; unknown of nothing. */
export function rateInWords(rate: Rate): string {
  const interval = intervalOf(rate);
  if (!interval) return t('common_unknown');
  const said = t('num_rate', interval.yes, interval.of, intervalInWords(interval));
  return interval.small ? t('num_rate_few', said) : said;
}

/** "12 days (3–40, of 9)". */
export function spreadInWords(spread: Spread | null): string {
  if (!spread) return t('common_unknown');
  const said = tn('num_days_spread', spread.middle, spread.low, spread.high, spread.many);
  return spread.small ? t('num_rate_few', said) : said;
}

const grouped = (digits: string): string => {
  const [whole = '0', cents] = digits.split('.');
  return new Intl.NumberFormat(languageTag()).format(BigInt(whole)) + (cents === undefined ? '' : `.${cents}`);
};

/** "1,200 EUR · 300 USD": each currency by itself. */
export const amountsInWords = (amounts: Amounts): string =>
  Object.entries(amounts)
    .map(([currency, amount]) => `${grouped(amount)} ${currency}`.trim())
    .join(' · ');

/** "1 USD = 0.92 EUR": the rep's own rates by which these currencies are converted. */
export const ratesInWords = (currencies: Iterable<string>, rates: Rates): string =>
  ratesUsed(currencies, rates)
    .map(([currency, rate]) => `1 ${currency} = ${rate} ${rates.into}`)
    .join(t('work_comma'));

/** "≈ 412.50 EUR by your rates (1 USD = 0.92 EUR)", and what is not in it; nothing where nothing has to be converted. */
export function convertedInWords(total: Converted | null, currencies: Iterable<string>, rates: Rates): string {
  if (!total) return '';
  const said = t('num_converted', amountsInWords({ [total.currency]: total.amount }), ratesInWords(currencies, rates));
  return total.without.length === 0 ? said : sentences(said, withoutInWords(total));
}

const withoutInWords = ({ without }: Converted): string =>
  t('lead_converted_without', without.map((currency) => currency || t('num_no_currency')).join(t('work_comma')));

/** The same in a cell of a table, whose head names the rates. */
export const convertedShort = (total: Converted | null): string =>
  total ? sentences(amountsInWords({ [total.currency]: total.amount }), total.without.length > 0 ? withoutInWords(total) : '') : '';

export const wholeInWords = (value: number | bigint): string => new Intl.NumberFormat(languageTag()).format(value);

/** A large number in little room: 45K, 4.5万. */
export const shortly = (value: number): string =>
  new Intl.NumberFormat(languageTag(), { notation: 'compact', maximumFractionDigits: 1 }).format(value);

/** One digit behind the point where that matters: 1.5, 15. */
export const roundly = (value: number): string =>
  new Intl.NumberFormat(languageTag(), { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
