// What a key date is called in a message to the person whose it is: the words of the template's language, not of the interface.
import type { DateKind } from '../kinds';
import type { Language } from './moment';

const WORDS: Record<Exclude<DateKind, 'custom'>, Record<Language, string>> = {
  birthday: { en: 'birthday', zh: '生日' },
  anniversary: { en: 'anniversary', zh: '周年纪念' },
  'child-birth': { en: 'child’s birthday', zh: '宝宝生日' },
  'child-exam': { en: 'child’s exam', zh: '孩子考试' },
  expiry: { en: 'renewal date', zh: '到期日' },
};

/** The rep's own word for it first; empty for a date that has none. */
export function occasionText({ kind, label }: { kind: DateKind; label: string }, language: Language): string {
  if (label.trim() !== '') return label;
  return kind === 'custom' ? '' : WORDS[kind][language];
}
