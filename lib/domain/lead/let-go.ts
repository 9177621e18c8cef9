// Whom to let go when a rep holds more leads than can be served. DOMAIN.md §5 (holding limit): those who outstay their stage, promise least
// and wait for nothing go first, and each says why.
import { saidOf, said, type Said } from '../said';

/** What is known of a lead; null is not known. */
export interface Held {
  score: number | null;
  /** Days beyond the most in its stage; null or 0 for none. */
  over: number | null;
  /** Days since anything passed between the two. */
  silent: number | null;
  /** Days until the next step, negative when it is overdue; null for none. */
  due: number | null;
}

/** A step that is agreed for the next days is a promise: whoever waits for it stays longest. */
const SOON = 14;
/** As much as an unknown score counts: neither good nor bad. */
const MIDDLE = 50;

/** The more of these, the rather to be let go. */
export function letGoPoints({ score, over, silent, due }: Held): number {
  const promised = due !== null && due >= 0 && due <= SOON ? -60 : 0;
  return 100 - (score ?? MIDDLE) + Math.min(over ?? 0, 60) + Math.min(silent ?? 0, 90) / 3 + (due === null ? 15 : 0) + promised;
}

/** Why this one: what counts against holding it. */
export function letGoReasons({ score, over, silent, due }: Held): Said[] {
  return [
    ...(over !== null && over > 0 ? [saidOf('lead_go_over', over)] : []),
    ...(silent !== null && silent >= 14 ? [saidOf('lead_go_silent', silent)] : []),
    ...(due === null ? [said('lead_go_no_step')] : []),
    ...(score !== null && score < MIDDLE ? [said('lead_go_score', score)] : []),
  ];
}
