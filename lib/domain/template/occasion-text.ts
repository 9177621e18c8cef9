// What a key date is called in a message to the person whose it is: the words of the template's language, not of the interface.
import type { DateKind } from '../kinds';
import type { Language } from './moment';

const WORDS: Record<Exclude<DateKind, 'custom'>, Record<Language, string>> = {
  birthday: { en: 'birthday', zh: '生日' },
  anniversary: { en: 'anniversary', zh: '周年纪念' },
  'child-birth': { en: 'child’s birthday', zh: '孩子生日' },
  'child-exam': { en: 'child’s exam', zh: '孩子考试' },
  expiry: { en: 'renewal date', zh: '到期' },
};

/** A label says whose birthday it is, or what runs out; words that it has already are not said twice. Empty for a date without any. */
export function occasionText({ kind, label }: { kind: DateKind; label: string }, language: Language): string {
  const named = label.trim();
  if (named === '') return kind === 'custom' ? '' : WORDS[kind][language];
  const isBirth = kind === 'birthday' || kind === 'child-birth';
  if (language === 'zh') {
    const more = isBirth ? '生日' : kind === 'expiry' ? '到期' : '';
    return named.endsWith(more) ? named : named + more;
  }
  if (isBirth) return /birthday$/i.test(named) ? named : `${named}’s birthday`;
  return kind === 'expiry' && !/(?:renewal|expiry)$/i.test(named) ? `${named} renewal` : named;
}
