// The tie picture: two dots joined by a cord, and the last twelve weeks under it. You are the open dot on the left.
import type { Counts } from '../lib/messages/protocol';
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

/** Thickness says how much, heads say which way, a slack dotted cord says dormant or unknown. */
export function TieMark({ counts }: { counts: Counts }) {
  const { in: received, out: sent } = counts.month;
  const volume = received + sent;
  const thickness = volume === 0 ? 2 : Math.min(4.5, 1.2 + Math.log2(1 + volume) * 0.5);
  const sag = volume === 0 ? 9 : 3;
  const sentence = tieInWords(counts);
  // Twelve weeks of nothing known would say no more than the dotted cord.
  const past = counts.in + counts.out > 0;
  return (
    <svg class="tie" viewBox={past ? '0 0 308 66' : '0 0 308 20'} role="img" aria-label={sentence}>
      <title>{sentence}</title>
      <path
        class={volume === 0 ? 'cord dotted' : 'cord'}
        stroke-width={thickness}
        d={`M${LEFT + 9} ${CORD_Y} C ${LEFT + 90} ${CORD_Y + sag}, ${RIGHT - 90} ${CORD_Y + sag}, ${RIGHT - 9} ${CORD_Y}`}
      />
      {sent > 0 && <path class="head" d={`M${RIGHT - 7} ${CORD_Y} l-10 -4.8 2.5 4.8 -2.5 4.8z`} />}
      {received > 0 && <path class="head" d={`M${LEFT + 7} ${CORD_Y} l10 -4.8 -2.5 4.8 2.5 4.8z`} />}
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
