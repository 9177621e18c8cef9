// How promising a lead is, in parts that each say why. DOMAIN.md §5 (leads carry a score). What is not known is left out of the sum: it
// is not held against anybody.
import type { Care } from '../care';
import { daysUntil } from '../dates/occurrences';
import type { Day } from '../day';
import { said, saidOf, type Said } from '../said';
import { directionOf } from '../tie/direction';
import type { Standing } from '../tie/standing';
import { strengthOf, type StrengthWord } from '../tie/strength';
import { dwellOf } from './dwell';

export const SCORE_PARTS = ['fit', 'deal', 'talk', 'heard', 'next', 'dwell'] as const;
export type ScorePartName = (typeof SCORE_PARTS)[number];

/** The most points of each part: a hundred together. */
const MOST: Record<ScorePartName, number> = { fit: 20, deal: 15, talk: 20, heard: 20, next: 15, dwell: 10 };
/** Known parts that could bring fewer points than this are no score: a step that is planned tells nothing by itself. */
const ENOUGH = 50;

export interface ScorePart {
  part: ScorePartName;
  /** Null: not known. */
  points: number | null;
  most: number;
  why: Said;
}
export interface Score {
  /** 0 to 100 of what is known; null where too little is. */
  value: number | null;
  parts: readonly ScorePart[];
}

/** What a score is made of. */
export interface Lead {
  stage: string | null;
  stageSince: Day | null;
  /** The open follow-up's day. */
  due: Day | null;
  standing: Standing;
}
type Rules = Pick<Care, 'halfLife' | 'stages'>;
type Given = [points: number | null, why: Said];

/** The score of a lead on a day. */
export function scoreOf(lead: Lead, today: Day, care: Rules): Score {
  const given: Record<ScorePartName, Given> = {
    fit: fit(lead.standing),
    deal: deal(lead.standing),
    talk: talk(lead.standing, today, care),
    heard: heard(lead.standing, today),
    next: next(lead.due, today),
    dwell: dwell(lead, today, care),
  };
  const parts = SCORE_PARTS.map((part): ScorePart => ({ part, points: given[part][0], most: MOST[part], why: given[part][1] }));
  const known = parts.filter(({ points }) => points !== null);
  const most = known.reduce((sum, part) => sum + part.most, 0);
  const points = known.reduce((sum, part) => sum + part.points!, 0);
  return { value: most < ENOUGH ? null : Math.round((100 * points) / most), parts };
}

/** What was put down that shows a need for what is sold; the strongest of it. */
function fit({ facts }: Standing): Given {
  const need = [facts.need, facts.wish].reduce<Day | undefined>(
    (last, day) => (day !== undefined && day > (last ?? '') ? day : last),
    undefined,
  );
  if (facts.trial !== undefined) return [20, said('lead_fit_trial', { day: facts.trial })];
  if (need !== undefined) return [16, said('lead_fit_need', { day: need })];
  if (facts.useful !== undefined) return [14, said('lead_fit_useful', { day: facts.useful })];
  if (facts.asked !== undefined) return [11, said('lead_fit_asked', { day: facts.asked })];
  if (facts.looked !== undefined) return [6, said('lead_fit_looked', { day: facts.looked })];
  return [null, said('lead_fit_unknown')];
}

function deal({ openDeals, openSums, purchases, lostDeals }: Standing): Given {
  if (openDeals > 0 && Object.keys(openSums).length > 0) return [15, saidOf('lead_deal_priced', openDeals)];
  if (purchases) return [15, said('lead_deal_bought', { day: purchases.last })];
  if (openDeals > 0) return [10, saidOf('lead_deal_open', openDeals)];
  if (lostDeals > 0) return [3, saidOf('lead_deal_lost', lostDeals)];
  return [null, said('lead_deal_unknown')];
}

const BY_STRENGTH: Record<StrengthWord, number> = { none: 0, weak: 2, fair: 4, strong: 6, firm: 8 };

/** Who talks, and how much of late. One who only listens is no closer than a stranger. */
function talk(standing: Standing, today: Day, care: Rules): Given {
  const { is, why } = directionOf(standing, today, care);
  if (is === 'unknown') return [null, why];
  if (is === 'both') return [12 + BY_STRENGTH[strengthOf(standing, today, care)?.word ?? 'none'], why];
  return [{ in: 10, out: 3, none: 0 }[is], why];
}

const HEARD: readonly (readonly [days: number, points: number])[] = [
  [3, 20],
  [7, 16],
  [14, 12],
  [30, 6],
  [60, 2],
];

/** How long ago they last wrote. */
function heard({ lastIn, undatedIn, lastWatched }: Standing, today: Day): Given {
  if (lastIn === null) {
    if (undatedIn !== null) return [null, said('lead_heard_undated')];
    return lastWatched === null ? [null, said('lead_heard_unknown')] : [0, said('lead_heard_never')];
  }
  const days = Math.max(0, daysUntil(today, lastIn));
  const points = HEARD.find(([most]) => days <= most)?.[1] ?? 0;
  return [points, days === 0 ? said('lead_heard_today') : saidOf('lead_heard', days)];
}

/** The next step is the rep's own: that there is none is known. */
function next(due: Day | null, today: Day): Given {
  if (due === null) return [0, said('lead_next_none')];
  return due >= today ? [15, said('lead_next', { day: due })] : [6, said('lead_next_late', { day: due })];
}

/** The first half of the time it may take is as good as new; after the end there is nothing left of it. */
function dwell(lead: Lead, today: Day, care: Rules): Given {
  const clock = dwellOf(lead, today, care.stages);
  if (clock === null || clock.most === null) return [null, said('lead_dwell_unknown')];
  const { days, most, over } = clock;
  return [over > 0 ? 0 : 2 * days <= most ? 10 : 6, saidOf('lead_dwell', days, most)];
}
