import { dayOf, type Day } from '../../lib/domain/day';

/** The local day of an instant or day as sites give them; null when nothing was seen. */
export function lastDay(at: string | null, zone: string): Day | null {
  if (at === null) return null;
  return at.includes('T') ? dayOf(Date.parse(at), zone) : at;
}
