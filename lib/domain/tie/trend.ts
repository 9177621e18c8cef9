// Whether a tie warms or cools against its own custom. DOMAIN.md §1 (change). Fading is not unfriending: most ties get thinner on both
// sides, and a word brings them back; only one side that stops is something else.
import type { Day } from '../day';
import { said, saidOf, type Said } from '../said';
import { dayNumber } from '../workdays';
import { ratesAt } from './pace';
import type { Standing } from './standing';

export const TRENDS = ['warming', 'steady', 'cooling', 'unknown'] as const;
export type TrendWord = (typeof TRENDS)[number];

export interface Trend {
  is: TrendWord;
  /** Of a cooling tie: who is less in touch. `both` is fading. */
  who: 'both' | 'they' | 'you' | null;
  /** Active days of late ÷ usually, both ways together; 1 is the custom, null is unknown. */
  ratio: number | null;
  label: Said;
  why: Said;
}

const LABELS: Record<TrendWord, string> = {
  warming: 'tie_trend_warming',
  steady: 'tie_trend_steady',
  cooling: 'tie_trend_cooling',
  unknown: 'tie_trend_unknown',
};

/** Of late to usual: from here a tie warms, and down to here it cools; a single side has to change more, for it is half the evidence. */
const WARM = 1.5;
const COOL = 0.6;
const COOL_ONE = 0.4;
/** Under this a side takes part in the cooling. */
const LESS = 0.75;
/** A side that was active on fewer days, faded ones counted as what is left of them, has no custom to fall from. */
const CUSTOM = 1.5;

/** The trend on a day; a silence that nobody watched for longer than `late` reaches back is unknown. DOMAIN.md §1. */
export function trendOf(standing: Pick<Standing, 'pace' | 'lastWatched'>, today: Day): Trend {
  const { pace, lastWatched } = standing;
  const unknown = (why: Said): Trend => ({ is: 'unknown', who: null, ratio: null, label: said(LABELS.unknown), why });
  if (pace === null || dayNumber(today) - dayNumber(pace.first) < 2 * pace.span) return unknown(said('tie_trend_short_why'));
  const seen = lastWatched !== null && lastWatched > pace.on ? lastWatched : pace.on;
  const unseen = dayNumber(today) - dayNumber(seen);
  if (unseen > pace.span) return unknown(saidOf('tie_trend_unseen_why', unseen));
  const { late, usual } = ratesAt(pace, today);
  const ratio = (late.in + late.out) / (usual.in + usual.out);
  // A side without a custom neither falls nor rises.
  const sideOf = (side: 'in' | 'out'): number => (pace.usual[side] < CUSTOM ? 1 : late[side] / usual[side]);
  const they = sideOf('in');
  const you = sideOf('out');
  const is = (word: TrendWord, who: Trend['who'], why: string): Trend => ({
    is: word,
    who,
    ratio,
    label: said(LABELS[word]),
    why: said(why),
  });
  if (ratio <= COOL || they <= COOL_ONE || you <= COOL_ONE) {
    if (they > LESS && you <= LESS) return is('cooling', 'you', 'tie_trend_you_why');
    if (you > LESS && they <= LESS) return is('cooling', 'they', 'tie_trend_they_why');
    return is('cooling', 'both', 'tie_trend_both_why');
  }
  if (ratio >= WARM) return is('warming', null, 'tie_trend_warming_why');
  return is('steady', null, 'tie_trend_steady_why');
}
