// Whether there is a tie, and whether it is alive. DOMAIN.md §1 (existence: 0 is a temporary state that can be activated).
import type { Day } from '../day';
import { said, saidOf, type Said } from '../said';
import { dayNumber } from '../workdays';
import type { Standing } from './standing';

export const EXISTENCES = ['none', 'live', 'dormant'] as const;

export interface Existence {
  is: (typeof EXISTENCES)[number];
  /** False for a silence that nobody watched: something may have passed unseen. */
  sure: boolean;
  /** Days since the last sign of life, or since anything is known of the contact; null without a tie. */
  silent: number | null;
  /** Days of silence that are nothing special with this contact. */
  allowed: number;
  label: Said;
  why: Said;
}

/** So many of the contact's own gaps may pass, but two weeks at least: people go on holiday. */
const GAPS = 3;
const SHORTEST = 14;
/** What may pass while no rhythm is known. */
const UNKNOWN = 60;

type Given = Pick<Standing, 'identities' | 'in' | 'out' | 'since' | 'rhythm' | 'lastTouch' | 'undatedIn' | 'undatedOut' | 'lastWatched'>;

/** The days of silence that are nothing special. */
export const silenceAllowed = (rhythm: number | null): number => (rhythm === null ? UNKNOWN : Math.max(SHORTEST, GAPS * rhythm));

/** Existence on a day: none without an identity, a count or a talk; dormant when silent for much longer than their custom. DOMAIN.md §1. */
export function existenceOf(standing: Given, today: Day): Existence {
  const allowed = silenceAllowed(standing.rhythm);
  if (standing.identities === 0 && standing.in + standing.out === 0 && standing.lastTouch === null)
    return { is: 'none', sure: true, silent: null, allowed, label: said('tie_existence_none'), why: said('tie_existence_none_why') };
  const signs = [standing.lastTouch, standing.undatedIn, standing.undatedOut].filter((day) => day !== null).sort();
  const sign = signs.at(-1) ?? standing.since;
  const silent = Math.max(0, dayNumber(today) - dayNumber(sign));
  if (silent <= allowed) {
    const why = signs.length > 0 ? said('tie_existence_live_why', { day: sign }) : said('tie_existence_new_why', { day: sign });
    return { is: 'live', sure: true, silent, allowed, label: said('tie_existence_live'), why };
  }
  const sure = standing.lastWatched !== null && dayNumber(standing.lastWatched) - dayNumber(sign) > allowed;
  return {
    is: 'dormant',
    sure,
    silent,
    allowed,
    label: said('tie_existence_dormant'),
    why: saidOf(sure ? 'tie_existence_dormant_why' : 'tie_existence_unseen_why', silent, allowed),
  };
}
