// Where a contact stood when it was looked at last, and what has moved since.
import type { Care } from '../care';
import type { Day } from '../day';
import type { CustomerType, Tier } from '../kinds';
import { typeOf } from './customer-type';
import type { Amounts } from './purchases';
import type { Standing } from './standing';
import { tierOf } from './tier';

/** Type and tier as they were found last. */
export interface Stood {
  type: CustomerType;
  tier: Tier;
  /** By which path the tier was found: on the other one the same tie may be another tier, which is no move. */
  path: Care['path'];
  /** The day from which the contact is followed. */
  since: Day;
}

/**
 * A standing as it is kept: with where the contact stood, if it was looked at before, and packed (numbers/share.ts) what the contact gives
 * to the numbers of the book. One row holds it all, because a row that is written costs more than all that is reckoned for it.
 */
export type KeptStanding = Standing & { share?: string; stood?: Stood };

/** By which settings and on which day one looks; `big` as in typeOf. */
export interface Look {
  care: Pick<Care, 'path'>;
  today: Day;
  big: Amounts;
}

/** Where a contact stands on a day. */
export function stoodOf(standing: Standing, { care, today, big }: Look, before: Stood | undefined): Stood {
  return {
    type: typeOf(standing, today, big).is,
    tier: tierOf(standing, today, care).is,
    path: care.path,
    since: before?.since ?? today,
  };
}

/** One step from where a contact stood to where it stands. */
export interface Step {
  what: 'type' | 'tier';
  from: string;
  to: string;
}

/**
 * What moved. On the first day nothing does: what comes to be known of somebody then, as the history of their chat is read, has been so
 * before.
 */
export function stepsBetween(before: Stood | undefined, now: Stood, today: Day): Step[] {
  if (before === undefined || before.since >= today) return [];
  const steps: Step[] = [];
  if (before.type !== now.type) steps.push({ what: 'type', from: before.type, to: now.type });
  if (before.tier !== now.tier && before.path === now.path) steps.push({ what: 'tier', from: before.tier, to: now.tier });
  return steps;
}
