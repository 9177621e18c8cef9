// What became of a reply, in the forms in which it is shown and weighed.
import { TIERS } from './kinds';
import type { Tallies } from './rank';
import type { Outcomes } from './reply-records';

/** Sent as it was, answered of these, and sent after heavy editing, whoever it went to. */
export function sumOutcomes(outcomes: Outcomes): { sent: number; answered: number; edited: number } {
  const all = Object.values(outcomes);
  const sum = (what: 'sent' | 'answered' | 'edited') => all.reduce((total, one) => total + one[what], 0);
  return { sent: sum('sent'), answered: sum('answered'), edited: sum('edited') };
}

/** On the whole and by tier, as `choose` wants it. */
export function talliesOf(outcomes: Outcomes): Tallies {
  const { sent, answered } = sumOutcomes(outcomes);
  return { all: { sent, answered }, tiers: Object.fromEntries(TIERS.flatMap((tier) => (outcomes[tier] ? [[tier, outcomes[tier]]] : []))) };
}
