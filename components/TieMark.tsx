// The tie picture: two dots joined by a cord, and the last twelve weeks under it. You are the open dot on the left.
import type { Counts, TieView } from '../lib/messages/protocol';
import { t } from '../lib/words/words';

const LEFT = 7;
const RIGHT = 301;
const CORD_Y = 9;

/** What the last 30 days say, as a sentence for the tooltip and the screen reader. */
export function tieInWords(counts: Counts): string {
  const { in: received, out: sent, watched } = counts.month;
  if (received + sent > 0) return t('common_tie_month', sent, received);
  return watched === 0 ? t('common_tie_unknown') : t('common_tie_silent');
}

/** Where the knots of the tiers reached are tied: evenly along the cord. */
const knotAt = (knot: number, knots: number): number => LEFT + ((RIGHT - LEFT) * (knot + 1)) / (knots + 1);

/** How high the cord hangs at a place along it: the curve drawn below, at the parameter that its even spacing makes exact. */
function cordAt(x: number, sag: number): number {
  const share = (x - LEFT - 9) / (RIGHT - LEFT - 18);
  return CORD_Y + 3 * share * (1 - share) * sag;
}

/**
 * Thickness says how strong, heads say which way, a slack dotted cord says dormant or unknown, knots how many tiers were reached. Without
 * `tie` it is drawn from the counts of the last 30 days alone.
 */
export function TieMark({ counts, tie = null, words }: { counts: Counts; tie?: TieView | null; words?: string | undefined }) {
  const { in: received, out: sent } = counts.month;
  const direction = tie?.direction.is ?? (sent > 0 ? (received > 0 ? 'both' : 'out') : received > 0 ? 'in' : 'none');
  const strength = tie ? (tie.strength?.value ?? 0) : received + sent;
  const isSlack = tie ? tie.existence.is !== 'live' || strength === 0 : strength === 0;
  const thickness = isSlack ? 2 : Math.min(4.5, 1.2 + Math.log2(1 + strength) * 0.5);
  const sag = isSlack ? 9 : 3;
  const knots = tie?.tier.step ?? 0;
  const sentence = words ?? tieInWords(counts);
  // Twelve weeks of nothing known would say no more than the dotted cord.
  const past = counts.in + counts.out > 0;
  return (
    <svg class="tie" viewBox={past ? '0 0 308 66' : '0 0 308 20'} role="img" aria-label={sentence}>
      <title>{sentence}</title>
      <path
        class={isSlack ? 'cord dotted' : 'cord'}
        stroke-width={thickness}
        d={`M${LEFT + 9} ${CORD_Y} C ${LEFT + 90} ${CORD_Y + sag}, ${RIGHT - 90} ${CORD_Y + sag}, ${RIGHT - 9} ${CORD_Y}`}
      />
      {Array.from({ length: knots }, (_, knot) => {
        const x = knotAt(knot, knots);
        return <ellipse key={knot} class="knot" cx={x} cy={cordAt(x, sag)} rx="3.6" ry={thickness / 2 + 2.2} />;
      })}
      {(direction === 'out' || direction === 'both') && <path class="head" d={`M${RIGHT - 7} ${CORD_Y} l-10 -4.8 2.5 4.8 -2.5 4.8z`} />}
      {(direction === 'in' || direction === 'both') && <path class="head" d={`M${LEFT + 7} ${CORD_Y} l10 -4.8 -2.5 4.8 2.5 4.8z`} />}
      <circle class="end you" cx={LEFT} cy={CORD_Y} r="4" />
      <circle class="end" cx={RIGHT} cy={CORD_Y} r="4" />
      {past && <Weeks weeks={counts.weeks} />}
    </svg>
  );
}

const AXIS_Y = 43;
const TALLEST = 20;
const STEP = (RIGHT - LEFT) / 12;

/** Out above the line, in below. A week that was not watched is hatched: nothing is known, which is not zero. */
function Weeks({ weeks }: { weeks: Counts['weeks'] }) {
  const most = Math.max(4, ...weeks.map((week) => Math.max(week.in, week.out)));
  const height = (n: number) => (n === 0 ? 0 : Math.max(1.5, (n / most) * TALLEST));
  return (
    <g>
      <line class="axis" x1={LEFT - 4} x2={RIGHT + 4} y1={AXIS_Y} y2={AXIS_Y} />
      {weeks.map((week, index) => {
        const middle = LEFT + STEP * (index + 0.5);
        if (week.in + week.out > 0)
          return (
            <g key={index}>
              <rect class="out" x={middle - 4} width="8" y={AXIS_Y - 0.5 - height(week.out)} height={height(week.out)} />
              <rect class="in" x={middle - 4} width="8" y={AXIS_Y + 0.5} height={height(week.in)} />
            </g>
          );
        if (week.watched) return null;
        return <path key={index} class="unseen" d={`M${middle - 6} ${AXIS_Y + 3}l6 -6M${middle} ${AXIS_Y + 3}l6 -6`} />;
      })}
    </g>
  );
}
