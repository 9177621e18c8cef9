// Whether a reply suits the contact and the day, whatever the message says.
import type { Reply } from '../reply-records';
import { said, type Said } from '../said';
import { maySell, tierLabel } from '../tie/tier';
import { typeLabel } from '../tie/customer-type';
import type { ReplyScene } from './scene';

/** What of a reply decides where it fits. */
export type Fitted = Pick<Reply, 'id' | 'language' | 'fits' | 'sells' | 'archivedAt'>;

export interface Fit {
  /** What the chance of the reply is multiplied by: above 1 where it is meant for this, below where it is meant for others. */
  factor: number;
  /** Today brings what the reply is written for. */
  occasion: Said | null;
  /** Whom it is meant for, where that is this contact. */
  meant: Said | null;
}

/** What one named side of a reply does to its chance. */
const NAMED = { here: 1.6, elsewhere: 0.4 } as const;
/** A reply written for an occasion that is not today's, such as good wishes. */
const NO_OCCASION = 0.25;

/**
 * How well a reply fits a scene, or null where it must not be suggested: put away, in another language, sent to this contact before,
 * or pushing a sale on a shallow tie (DOMAIN.md §3). Searching still finds those.
 */
export function fit(reply: Fitted, scene: ReplyScene): Fit | null {
  const { fits } = reply;
  if (reply.archivedAt !== null || scene.sent.includes(reply.id)) return null;
  if (reply.sells && (scene.tier === null || !maySell(scene.tier))) return null;
  if (reply.language !== null && scene.language !== null && reply.language !== scene.language) return null;
  const occasion = scene.occasions.find(({ kind }) => fits.occasions.includes(kind))?.why ?? null;
  const byType = side(fits.types, scene.type);
  const byTier = side(fits.tiers, scene.tier);
  const byOccasion = fits.occasions.length > 0 && occasion === null ? NO_OCCASION : 1;
  const meant =
    byType > 1 && scene.type !== null
      ? said('choose_meant_for', typeLabel(scene.type))
      : byTier > 1 && scene.tier !== null
        ? said('choose_meant_for_ties', tierLabel(scene.tier))
        : null;
  return { factor: byType * byTier * side(fits.stages, scene.stage) * byOccasion, occasion, meant };
}

/** A side that names nobody fits everybody, and so does one of which nothing is known. */
function side<T extends string>(named: readonly T[], is: T | null): number {
  if (named.length === 0 || is === null) return 1;
  return named.includes(is) ? NAMED.here : NAMED.elsewhere;
}
