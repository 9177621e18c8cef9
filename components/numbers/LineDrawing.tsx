// One number over the months: a line, the stretch of uncertainty around it, and gaps where nothing is known.
import { scaleLinear, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';
import { monthInWords } from './number-words';

export interface Point {
  month: string;
  /** Null is unknown. */
  value: number | null;
  low?: number;
  high?: number;
}

const WIDTH = 300;
const HEIGHT = 110;
const LEFT = 40;
const BOTTOM = 18;
const TOP = 8;

/** `top` is the largest value there can be, 1 of a share; `inWords` names a value at the edge. */
export function LineDrawing({ points, top, inWords }: { points: readonly Point[]; top?: number; inWords: (value: number) => string }) {
  const known = points.flatMap(({ value, low, high }) => (value === null ? [] : [value, low ?? value, high ?? value]));
  const least = Math.min(0, ...known);
  const most = top ?? Math.max(1, ...known);
  const x = scalePoint(points.map(({ month }) => month), [LEFT, WIDTH - 6]); // prettier-ignore
  const y = scaleLinear([least, most], [HEIGHT - BOTTOM, TOP]);
  if (top === undefined) y.nice(3);
  const at = (month: string): number => x(month) ?? LEFT;
  const isKnown = ({ value }: Point): boolean => value !== null;
  const drawLine = line<Point>().defined(isKnown).x(({ month }) => at(month)).y(({ value }) => y(value ?? 0)); // prettier-ignore
  const drawStretch = area<Point>()
    .defined((point) => isKnown(point) && point.low !== undefined)
    .x(({ month }) => at(month))
    .y0(({ low = 0 }) => y(low))
    .y1(({ high = 0 }) => y(high));
  const [first, last] = [points[0], points[points.length - 1]];
  return (
    <svg class="num-svg" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {y
        .ticks(2)
        .filter((tick) => top === 1 || Number.isInteger(tick))
        .map((tick) => (
          <g key={tick}>
            <line class="num-rule" x1={LEFT} x2={WIDTH - 6} y1={y(tick)} y2={y(tick)} />
            <text class="num-label num-faint" x={LEFT - 6} y={y(tick)} text-anchor="end" dominant-baseline="central">
              {inWords(tick)}
            </text>
          </g>
        ))}
      <path class="num-stretch" d={drawStretch([...points]) ?? ''} />
      <path class="num-line" d={drawLine([...points]) ?? ''} />
      {points.filter(isKnown).map(({ month, value }) => (
        <circle key={month} class="num-dot" cx={at(month)} cy={y(value ?? 0)} r={2} />
      ))}
      {first && last && first !== last && (
        <text class="num-label num-faint" x={LEFT} y={HEIGHT - 3}>
          {monthInWords(first.month)}
        </text>
      )}
      {last && (
        <text class="num-label num-faint" x={at(last.month)} y={HEIGHT - 3} text-anchor={first === last ? 'middle' : 'end'}>
          {monthInWords(last.month)}
        </text>
      )}
    </svg>
  );
}
