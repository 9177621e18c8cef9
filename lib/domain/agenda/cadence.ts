// How often to be in touch with somebody, and how far that is overdue. DOMAIN.md §1 (existence: dormant) and §6 (care at scale).
import type { Care } from '../care';
import type { CustomerType, Tier } from '../kinds';

/** The period between two contacts in days, and what it was taken from; `name` is the tag, type or tier. */
export interface Cadence {
  days: number;
  by: 'contact' | 'tag' | 'type' | 'tier';
  name: string;
}

/** What a cadence may hang on. */
export interface Cadenced {
  cadence: number | null;
  tags: readonly string[];
  type: CustomerType;
  tier: Tier;
}

/** The period that holds: the contact's own, else the shortest of its tags, else the type's, else the tier's, else none. DOMAIN.md §6. */
export function cadenceOf({ cadence, tags, type, tier }: Cadenced, cadences: Care['cadences']): Cadence | null {
  if (cadence !== null) return { days: cadence, by: 'contact', name: '' };
  let shortest: Cadence | null = null;
  for (const [name, days] of Object.entries(cadences.tags)) {
    if (shortest && (days > shortest.days || (days === shortest.days && name > shortest.name))) continue;
    if (tags.some((tag) => tag.toLowerCase() === name.toLowerCase())) shortest = { days, by: 'tag', name };
  }
  if (shortest) return shortest;
  const byType = cadences.types[type];
  if (byType !== undefined) return { days: byType, by: 'type', name: type };
  const byTier = cadences.tiers[tier];
  return byTier === undefined ? null : { days: byTier, by: 'tier', name: tier };
}

/**
 * How far a contact is lost touch with, `since` days after the last interaction: overdue ÷ period, so that a weekly one a week late
 * weighs as much as a monthly one a month late. 0 on the day the period ends, 1 after another period, negative before. DOMAIN.md §6.
 */
export function lostTouch(since: number, period: number): number {
  return (since - period) / period;
}
