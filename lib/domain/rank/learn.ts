// Learning from an accepted suggestion, without keeping a word of the message.
import type { Learned } from '../reply-records';
import { featuresOf } from './features';

/** Features kept of one reply: those of about thirty messages. The lightest are forgotten first. */
const MOST = 2000;

/**
 * What is known of a reply after one more message to which it was inserted at the rep's click. `before` null begins anew. Takes about
 * a tenth of a millisecond. The same message taught twice counts twice, so call it once per insertion.
 */
export function learn(before: Learned | null, replyId: string, message: string, now: number): Learned {
  const found = featuresOf(message);
  const weights = new Map(before?.features ?? []);
  const roots = [...found.values()].map(Math.sqrt);
  const length = Math.hypot(...roots) || 1;
  for (const feature of found.keys()) weights.set(feature, round((weights.get(feature) ?? 0) + roots.shift()! / length));
  const features = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST);
  return { id: replyId, accepted: (before?.accepted ?? 0) + (found.size > 0 ? 1 : 0), features, updatedAt: now };
}

/** Four digits are enough and keep backups small. */
const round = (weight: number): number => Math.round(weight * 10_000) / 10_000;
