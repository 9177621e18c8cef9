// How much passes between two people of late. DOMAIN.md §1 (strength: a natural number that follows frequency).
import type { Care } from '../care';
import type { Day } from '../day';
import { said, saidOf, type Said } from '../said';
import { pulseAt } from './pulse';
import type { Standing } from './standing';

export const STRENGTHS = ['none', 'weak', 'fair', 'strong', 'firm'] as const;
export type StrengthWord = (typeof STRENGTHS)[number];

/** Words for numbers from these on. Each asks for about three times the one before: twenty lines more mean much to a weak tie, little to a firm one. */
const FROM: readonly (readonly [number, StrengthWord])[] = [
  [40, 'firm'],
  [12, 'strong'],
  [4, 'fair'],
  [1, 'weak'],
  [0, 'none'],
];

const WORDS: Record<StrengthWord, string> = {
  none: 'tie_strength_none',
  weak: 'tie_strength_weak',
  fair: 'tie_strength_fair',
  strong: 'tie_strength_strong',
  firm: 'tie_strength_firm',
};

export interface Strength {
  /** Interactions both ways, each weighing half after every half-life, as a natural number. */
  value: number;
  word: StrengthWord;
  label: Said;
  why: Said;
}

/** The strength of a tie on a day. Nothing dated was ever seen: `value` is null, which is not zero. DOMAIN.md §1. */
export function strengthOf(
  standing: Pick<Standing, 'pulse' | 'in' | 'out'>,
  today: Day,
  { halfLife }: Pick<Care, 'halfLife'>,
): Strength | null {
  if (standing.pulse === null && standing.in + standing.out > 0) return null;
  const sums = pulseAt(standing.pulse, today, halfLife);
  const value = Math.round(sums.in + sums.out);
  const word = strengthWord(value);
  return { value, word, label: said(WORDS[word]), why: saidOf('tie_strength_why', value, halfLife) };
}

/** The word for a strength. */
export const strengthWord = (value: number): StrengthWord => FROM.find(([from]) => value >= from)?.[1] ?? 'none';

export interface Reciprocity {
  /** Their share of what passed, 0 to 1; one half is balance. */
  theirs: number;
  word: 'balanced' | 'mostly-mine' | 'mostly-theirs';
  label: Said;
}

const RECIPROCITY: Record<Reciprocity['word'], string> = {
  balanced: 'tie_reciprocity_balanced',
  'mostly-mine': 'tie_reciprocity_mine',
  'mostly-theirs': 'tie_reciprocity_theirs',
};

/** Fewer interactions than this, faded ones counted as what is left of them, say nothing about who gives more. */
const ENOUGH = 4;

/** Who carries the tie; null while too little is known. DOMAIN.md §1 (one-way ties have little value). */
export function reciprocityOf({ pulse }: Pick<Standing, 'pulse'>, today: Day, { halfLife }: Pick<Care, 'halfLife'>): Reciprocity | null {
  const sums = pulseAt(pulse, today, halfLife);
  const all = sums.in + sums.out;
  if (all < ENOUGH) return null;
  const theirs = sums.in / all;
  const word = theirs < 0.3 ? 'mostly-mine' : theirs > 0.7 ? 'mostly-theirs' : 'balanced';
  return { theirs, word, label: said(RECIPROCITY[word], Math.round(theirs * 100)) };
}
