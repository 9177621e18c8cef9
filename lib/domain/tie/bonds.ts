// What holds a tie together, and what would add what is missing. DOMAIN.md §1 (bond: kinship/culture, benefit, affection; several at once).
import { BONDS, type Bond, type Tier } from '../kinds';
import { said, type Said } from '../said';
import type { Standing } from './standing';

export interface Bonds {
  marked: readonly Bond[];
  /** The one to add or to mark next; null when all three hold. `shown`: the records show it already, it is only not marked. */
  missing: { bond: Bond; shown: boolean; label: Said; why: Said } | null;
}

/** The words for each bond. */
export const BOND_LABELS: Record<Bond, string> = {
  kinship: 'tie_bond_kinship',
  benefit: 'tie_bond_benefit',
  affection: 'tie_bond_affection',
};
const ADDS: Record<Bond, string> = {
  kinship: 'tie_bond_kinship_add',
  benefit: 'tie_bond_benefit_add',
  affection: 'tie_bond_affection_add',
};
const SHOWN: Record<Bond, string> = {
  kinship: 'tie_bond_kinship_add',
  benefit: 'tie_bond_benefit_shown',
  affection: 'tie_bond_affection_shown',
};

/** Who only knows the rep needs common ground before a benefit is talked about; who bought has the benefit and needs the rest. */
const ORDER: readonly Bond[] = ['kinship', 'affection', 'benefit'];
const ORDER_BOUGHT: readonly Bond[] = ['benefit', 'affection', 'kinship'];

/** The bonds of a tie and the one to add next: first what the records show and nobody marked, then by how far the tie is. DOMAIN.md §1, §3. */
export function bondsOf(standing: Pick<Standing, 'bonds' | 'purchases' | 'facts'>, tier: Tier): Bonds {
  const marked = BONDS.filter((bond) => standing.bonds.includes(bond));
  const { facts } = standing;
  const shows: Record<Bond, boolean> = {
    kinship: false,
    benefit: standing.purchases !== null || facts.useful !== undefined,
    // Nobody tells worries and wishes to somebody they are indifferent to.
    affection: facts.worry !== undefined || facts.wish !== undefined,
  };
  const order = tier === 'shallow' ? ORDER : ORDER_BOUGHT;
  const open = order.filter((bond) => !marked.includes(bond));
  const bond = open.find((one) => shows[one]) ?? open[0];
  if (bond === undefined) return { marked, missing: null };
  const shown = shows[bond];
  return { marked, missing: { bond, shown, label: said(BOND_LABELS[bond]), why: said(shown ? SHOWN[bond] : ADDS[bond]) } };
}
