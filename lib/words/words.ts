// The words of the interface, in the language the user chose. Both languages are bundled: they are small, and the browser's
// own lookup knows only the browser's language.
import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';

export type Language = 'en' | 'zh_CN';
export type WordKey = keyof typeof en;

const books: Record<Language, Record<string, { message: string }>> = { en, zh_CN: zh };
let language: Language = 'en';

/** Sets the language of all later words; `auto` follows the browser's. Returns the one taken. */
export function speak(choice: 'auto' | Language, browserLanguage: string): Language {
  language = choice === 'auto' ? (browserLanguage.toLowerCase().startsWith('zh') ? 'zh_CN' : 'en') : choice;
  return language;
}

/** The BCP 47 tag of the language in use, for dates and for `<html lang>`. */
export function languageTag(): string {
  return language === 'zh_CN' ? 'zh-CN' : 'en';
}

/** The words for a key; `$1`, `$2` … are replaced by the given values, which are never read again. */
export function t(key: WordKey, ...values: (string | number)[]): string {
  const message = books[language][key]?.message ?? books.en[key]?.message ?? key;
  return message.replace(/\$(\d)/g, (_, n: string) => String(values[Number(n) - 1] ?? ''));
}

type CountedKey = { [K in WordKey]: K extends `${infer Base}_other` ? Base : never }[WordKey];

/** Words that depend on a number: `key_one` and `key_other` (Chinese has only the second); `$1` is the number. */
export function tn(key: CountedKey, n: number, ...values: (string | number)[]): string {
  const form = language === 'en' && n === 1 ? 'one' : 'other';
  return t(`${key}_${form}` as WordKey, n, ...values);
}
