// Sentences one after the other, as the language sets them: Chinese ones have no space between them.
import { languageTag } from './words';

/** What stands between two sentences, and behind the colon of a lead-in. */
export const gap = (): string => (languageTag() === 'zh-CN' ? '' : ' ');

/** These in one row; empty ones are left out. */
export const sentences = (...all: string[]): string => all.filter((one) => one !== '').join(gap());
