// What is wrong with a phone number, and the names of countries, in words.
import type { PhoneRead } from '../../lib/formats/phone';
import { languageTag, t } from '../../lib/words/words';

/** The name of a country (ISO 3166) in the language in use. */
export function countryInWords(country: string): string {
  return new Intl.DisplayNames([languageTag()], { type: 'region' }).of(country) ?? country;
}

export function phoneWrong({ wrong, country }: Extract<PhoneRead, { wrong: string }>): string {
  if (wrong === 'code') return t('phone_wrong_code');
  if (wrong === 'short') return t('phone_wrong_short');
  if (wrong === 'long') return t('phone_wrong_long');
  if (wrong === 'extension') return t('phone_wrong_extension');
  if (wrong === 'unlike' && country !== null) return t('phone_wrong_unlike', countryInWords(country));
  return t('phone_wrong_none');
}
