// Amounts of money, written as the language does; every digit that was given stays.
import { languageTag } from '../lib/words/words';

/** "12,000.50 CNY", with whole cents. An empty currency is one that nobody noted. */
export function amountInWords(amount: string | null, currency: string | null): string {
  if (amount === null) return '';
  const [whole = '', cents] = amount.split('.');
  const grouped = new Intl.NumberFormat(languageTag()).format(BigInt(whole));
  return [cents === undefined ? grouped : `${grouped}.${cents.padEnd(2, '0')}`, currency].filter(Boolean).join(' ');
}

/** Sums by currency, each by itself: they are never added up. */
export const sumsInWords = (sums: Readonly<Record<string, string>>): string[] =>
  Object.entries(sums).map(([currency, amount]) => amountInWords(amount, currency));
