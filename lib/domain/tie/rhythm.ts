// How often two people are in touch by their own custom. DOMAIN.md §1 (existence, change): against the contact's own rhythm.
import type { Day } from '../day';
import { dayNumber } from '../workdays';

/** Fewer gaps than this tell no rhythm. */
const LEAST = 3;
/** Only so many gaps count, the newest: a custom changes. */
const MOST = 40;

/**
 * The usual gap in days between two active days; null while there are too few. It is the median weighted by length, the gap in which
 * half of the time passed, so that who talks for three days running once a month has a rhythm of a month and not of one day.
 */
export function rhythmOf(activeDays: readonly Day[]): number | null {
  const numbers = [...new Set(activeDays.map(dayNumber))].sort((a, b) => a - b).slice(-MOST - 1);
  const gaps = numbers.slice(1).map((day, i) => day - numbers[i]!);
  if (gaps.length < LEAST) return null;
  const half = gaps.reduce((sum, gap) => sum + gap, 0) / 2;
  let passed = 0;
  for (const gap of gaps.sort((a, b) => a - b)) {
    passed += gap;
    if (passed >= half) return gap;
  }
  return null;
}
