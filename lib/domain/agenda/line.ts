// A line of Today: who, why now, what to do.
import type { Said } from '../said';

/**
 * What can bring somebody into Today: a promise of the rep's own, a key date, an answer owed, the check after a sale, a lead that
 * stays too long in its stage, a cadence that has passed, a tie that cools.
 */
export const LINE_KINDS = ['follow-up', 'date', 'owed', 'after-use', 'stage', 'touch', 'cooling'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** The order before the score: what the rep pinned; what the rep asked for, for now; what the product suggests. */
export const BANDS = { pinned: 0, asked: 1, suggested: 2 } as const;
export type Band = (typeof BANDS)[keyof typeof BANDS];

/** One reason to turn to a contact. */
export interface Reason {
  /** `kind:ref:occurrence`: the same for as long as it is the same occasion, so "done" of a birthday leaves next year's alone. */
  key: string;
  kind: LineKind;
  /** Id of the follow-up, key date or deal; else the contact's. */
  ref: string;
  why: Said;
  act: Said;
  band: Band;
  /** 0 to 100, comparable across kinds within a band. */
  score: number;
}

/** What Today says of one contact: the strongest reason, and the others in their order. */
export interface Line extends Reason {
  contactId: string;
  also: readonly Reason[];
}

/** The order of reasons and lines: band, score, key. Total, so that no order of input shows. */
export function strongerFirst(a: Reason, b: Reason): number {
  return a.band - b.band || b.score - a.score || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}
