// The words of the interface, in the language the user chose; the browser's own lookup knows only the browser's language. They are read
// from the extension's own files, only the language that is spoken: both would be most of what a screen has to read before it can draw.
import type en from '../../public/_locales/en/messages.json';

export type Language = 'en' | 'zh_CN';
export type WordKey = keyof typeof en;
type Book = Record<string, { message: string }>;

const books: Partial<Record<Language, Book>> = {};
let language: Language = 'en';

/** The language meant by a choice; `auto` follows the browser's. */
export const languageOf = (choice: 'auto' | Language, browserLanguage: string): Language =>
  choice === 'auto' ? (browserLanguage.toLowerCase().startsWith('zh') ? 'zh_CN' : 'en') : choice;

/** Takes in the words of a language: those given, or, once, those of the extension's file. Until then its words are their keys. */
export async function learn(wanted: Language, words?: Book): Promise<void> {
  books[wanted] = words ?? books[wanted] ?? ((await (await fetch(`/_locales/${wanted}/messages.json`)).json()) as Book);
}

/** Sets the language of all later words, see `languageOf`. Returns the one taken. */
export function speak(choice: 'auto' | Language, browserLanguage: string): Language {
  language = languageOf(choice, browserLanguage);
  return language;
}

/** The BCP 47 tag of the language in use, for dates and for `<html lang>`. */
export function languageTag(): string {
  return language === 'zh_CN' ? 'zh-CN' : 'en';
}

/** The words for a key; `$1`, `$2` … are replaced by the given values, which are never read again. */
export function t(key: WordKey, ...values: (string | number)[]): string {
  const message = books[language]?.[key]?.message ?? key;
  return message.replace(/\$(\d)/g, (_, n: string) => String(values[Number(n) - 1] ?? ''));
}

type CountedKey = { [K in WordKey]: K extends `${infer Base}_other` ? Base : never }[WordKey];

/** Words that depend on a number: `key_one` and `key_other` (Chinese has only the second); `$1` is the number. */
export function tn(key: CountedKey, n: number, ...values: (string | number)[]): string {
  const form = language === 'en' && n === 1 ? 'one' : 'other';
  return t(`${key}_${form}` as WordKey, n, ...values);
}
