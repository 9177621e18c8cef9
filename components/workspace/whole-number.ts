import { t } from '../../lib/words/words';

/** What is wrong with a text that should be a whole number from `least` to `most`, in words; null when it is one. */
export function numberWrong(text: string, least: number, most: number): string | null {
  const isWhole = /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;
  return isWhole ? null : t('life_wrong_number', least, most);
}

export const LEAST_DAYS = 1;
export const MOST_DAYS = 1000;

/** What is wrong with a text that says so many days, or nothing at all. */
export const daysWrong = (text: string): string | null => (text === '' ? null : numberWrong(text, LEAST_DAYS, MOST_DAYS));
export const daysIn = (text: string): number | null => (text === '' ? null : Number(text));
