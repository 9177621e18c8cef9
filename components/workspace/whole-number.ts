import { t } from '../../lib/words/words';

/** What is wrong with a text that should be a whole number from `least` to `most`, in words; null when it is one. */
export function numberWrong(text: string, least: number, most: number): string | null {
  const isWhole = /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;
  return isWhole ? null : t('life_wrong_number', least, most);
}
