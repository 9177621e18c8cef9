// The names of sites in the language in use: some have one of their own in Chinese.
import en from '../../public/_locales/en/messages.json';
import { t, type WordKey } from './words';

/** The key of a site's name, made of the name in its file: `site_rocket_chat` of "Rocket.Chat". */
export const siteKey = (name: string): string => `site_${name.toLowerCase().replace(/\W+/g, '_').replace(/_$/, '')}`;

/** A site's name as the user's language has it. A taught site keeps the name its user gave it. */
export function siteName(name: string): string {
  const key = siteKey(name);
  return (en as Record<string, { message: string }>)[key]?.message === name ? t(key as WordKey) : name;
}
