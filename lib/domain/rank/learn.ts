// Learning from an accepted suggestion, without keeping a word of the message.
import type { Learned } from '../reply-records';
import { featuresOf, isMeaning } from './features';
import type { Meanings } from './meanings';

/** Features kept of one reply: those of about thirty messages. The lightest are forgotten first. */
const MOST = 2000;

/**
 * What is known of a reply after one more message to which it was inserted at the rep's click. `before` null begins anew. Takes less
 * than a millisecond. The same message taught twice counts twice, so call it once for an insertion.
 */
export function learn(before: Learned | null, replyId: string, message: string, now: number, meanings: Meanings | null = null): Learned {
  const found = featuresOf(message, meanings);
  const weights = new Map(before?.features ?? []);
  let square = 0;
  for (const [feature, weight] of found) if (!isMeaning(feature)) square += weight;
  const length = Math.sqrt(square) || 1;
  for (const [feature, weight] of found) {
    const more = isMeaning(feature) ? weight : Math.sqrt(weight) / length;
    weights.set(feature, round((weights.get(feature) ?? 0) + more));
  }
  const features = [...weights]
    .sort((a, b) => heavier(b[1], isMeaning(b[0])) - heavier(a[1], isMeaning(a[0])) || a[0] - b[0])
    .slice(0, MOST);
  return { id: replyId, accepted: (before?.accepted ?? 0) + (found.size > 0 ? 1 : 0), features, updatedAt: now };
}

/** The numbers of the meaning come first and are never forgotten. */
const heavier = (weight: number, isOfMeaning: boolean): number => (isOfMeaning ? 1e9 : weight);

/** Four digits are enough and keep backups small. */
const round = (weight: number): number => Math.round(weight * 10_000) / 10_000;
