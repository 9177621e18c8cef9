// How days are found in a text: each rule is a pattern and what its words stand for.
import type { Span, Today } from './span';

/** What a pattern found: named groups, missing ones undefined. */
export type Groups = Record<string, string | undefined>;

/** `read` returns null for words that look like a day and are none; then nothing else is found in them either. */
export interface Rule {
  pattern: RegExp;
  read: (groups: Groups, today: Today) => Span | null;
}

/** A day found in a text. */
export interface Mention {
  /** Where its words begin and end in the text, in UTF-16 units. */
  start: number;
  end: number;
  span: Span;
}

export const rule = (pattern: string, read: Rule['read']): Rule => ({ pattern: new RegExp(pattern, 'giu'), read });
/** The same, with capitals that count. */
export const exactRule = (pattern: string, read: Rule['read']): Rule => ({ pattern: new RegExp(pattern, 'gu'), read });
/** Words that are never a day, though a part of them looks like one. */
export const never = (pattern: string): Rule => rule(pattern, () => null);
