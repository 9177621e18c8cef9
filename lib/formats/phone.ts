// Phone numbers as people write them, and the one form in which they are kept: E.164, such as +8613800138000.
import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  parsePhoneNumberWithError,
  type CountryCode,
} from 'libphonenumber-js/max';

export type PhoneRead =
  | { phone: string }
  /**
   * `none`: no number at all. `short`, `long`: for any number there is. `code`: begins with no country's code, or with none where no
   * country is set. `extension`: what comes behind the number would be lost. `unlike`: no number of `country` looks like this.
   */
  | { wrong: 'none' | 'short' | 'long' | 'code' | 'extension' | 'unlike'; country: string | null };

/** What is pasted along with a number: marks of direction, spaces without width, the scheme of a link. */

const AROUND = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|^\s*tel:/gi;

/** Reads a number. One without a country's code belongs to `country` (ISO 3166); null is none. */
export function readPhone(text: string, country: string | null): PhoneRead {
  // `00` stands for the plus where most people live, and begins no number within a country.
  const plain = text
    .normalize('NFKC')
    .replace(AROUND, '')
    .trim()
    .replace(/^00(?=[1-9])/, '+');
  const home = country !== null && isSupportedCountry(country) ? country : null;
  try {
    const read = parsePhoneNumberWithError(plain, { ...(home ? { defaultCountry: home } : {}), extract: false });
    if (read.ext) return { wrong: 'extension', country: null };
    if (read.isValid()) return { phone: read.number };
    const where = read.country ?? (plain.startsWith('+') ? (countryOfCode(read.countryCallingCode) ?? null) : home);
    return { wrong: 'unlike', country: where };
  } catch (error) {
    const code = error instanceof Error ? error.message : '';
    if (code === 'TOO_SHORT') return { wrong: 'short', country: null };
    if (code === 'TOO_LONG') return { wrong: 'long', country: null };
    return { wrong: code === 'INVALID_COUNTRY' ? 'code' : 'none', country: null };
  }
}

const countryOfCode = (code: string): CountryCode | undefined => getCountries().find((country) => getCountryCallingCode(country) === code);

/** A kept number with spaces where they are usual, such as `+86 138 0013 8000`; what is none stays as it is. */
export function phoneInWords(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;
}

/** The country that a browser's language is of, likely or said: `zh` and `zh-CN` are of `CN`; null when it is of none. */
export function countryOfLanguage(tag: string): string | null {
  try {
    const { region } = new Intl.Locale(tag).maximize();
    return region !== undefined && isSupportedCountry(region) ? region : null;
  } catch {
    return null;
  }
}

/** Every country with its code for calling, as `CN` and `86`. */
export const callingCodes = (): { country: string; code: string }[] =>
  getCountries().map((country) => ({ country, code: getCountryCallingCode(country) }));
