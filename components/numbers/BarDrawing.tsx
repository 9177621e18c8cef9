// Bars under one another, each with its name and what it says; a wanted share is a mark on it, uncertainty a thin line.
import { scaleLinear } from 'd3-scale';

export interface Bar {
  name: string;
  value: number;
  /** What stands behind the bar. */
  says: string;
  low?: number;
  high?: number;
  wanted?: number | null;
  /** A point instead of a bar: of an estimate, not a count. */
  isPoint?: boolean;
}

const WIDTH = 640;
const ROW = 26;
const NAME = 150;
const SAYS = 230;

/** `top` is the value at the full length. `isPrivate`: the names are the rep's own words. */
export function BarDrawing({ bars, top, isPrivate = false }: { bars: readonly Bar[]; top: number; isPrivate?: boolean }) {
  const x = scaleLinear([0, Math.max(top, Number.MIN_VALUE)], [NAME, WIDTH - SAYS]).clamp(true);
  return (
    <svg class="num-svg" viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`} aria-hidden="true">
      {bars.map(({ name, value, says, low, high, wanted = null, isPoint = false }, i) => {
        const middle = i * ROW + ROW / 2;
        return (
          <g key={name}>
            <text
              class={isPrivate ? 'num-label private' : 'num-label'}
              x={NAME - 10}
              y={middle}
              text-anchor="end"
              dominant-baseline="central"
            >
              {short(name)}
            </text>
            <line class="num-rule" x1={NAME} x2={WIDTH - SAYS} y1={middle} y2={middle} />
            {isPoint ? (
              <circle class="num-dot" cx={x(value)} cy={middle} r={4} />
            ) : (
              <rect class="num-bar" x={NAME} y={middle - 7} width={Math.max(value > 0 ? 1.5 : 0, x(value) - NAME)} height={14} />
            )}
            {low !== undefined && high !== undefined && <path class="num-whisker" d={`M${x(low)} ${middle - 4}v8m0-4H${x(high)}m0-4v8`} />}
            {wanted !== null && <path class="num-wanted" d={`M${x(wanted)} ${middle - 10}v20m-4-20h8`} />}
            <text class="num-label" x={WIDTH - SAYS + 12} y={middle} dominant-baseline="central">
              {says}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** About as many letters as there is room for; a Chinese one is as wide as two. */
function short(name: string): string {
  let room = 20;
  const letters = [...name];
  for (const [i, letter] of letters.entries()) {
    room -= letter > '\u2e80' ? 2 : 1;
    if (room < 0) return `${letters.slice(0, i).join('')}…`;
  }
  return name;
}
