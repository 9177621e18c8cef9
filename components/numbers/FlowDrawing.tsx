// The flow between the tiers: on the left where contacts were, on the right where they are, each band as thick as there are many.
import { area, curveBumpX } from 'd3-shape';
import type { FlowRow } from '../../lib/domain/numbers/flow';
import { TIERS, type Tier } from '../../lib/domain/kinds';
import { t } from '../../lib/words/words';
import { wholeInWords } from './number-words';

const WIDTH = 640;
const HEIGHT = 260;
/** Room for the names on either side, and how thick the ends are. */
const SIDE = 150;
const END = 10;
const GAP = 14;
/** A band is never thinner, so that one contact among thousands is seen. */
const THIN = 1.5;

type Place = Tier | null;
const PLACES: readonly Place[] = [...[...TIERS].reverse(), null];
/** Up, down, new, or where they were: colour, and the sign beside the number. */
const turnOf = ({ from, to }: FlowRow): 'stay' | 'up' | 'down' | 'new' => {
  if (from === null) return 'new';
  const [before, after] = [TIERS.indexOf(from), TIERS.indexOf(to)];
  return before === after ? 'stay' : after > before ? 'up' : 'down';
};
const SIGNS = { stay: '', up: '↑', down: '↓', new: '+' } as const;

interface Box {
  place: Place;
  top: number;
  height: number;
  many: number;
}

/** The places of one side, each as high as its contacts; the higher tiers stand above. */
function boxesOf(rows: readonly FlowRow[], side: 'from' | 'to', unit: number): Box[] {
  let top = 0;
  return PLACES.flatMap((place): Box[] => {
    const own = rows.filter((row) => row[side] === place);
    const many = own.reduce((sum, row) => sum + row.many, 0);
    if (many === 0) return [];
    const height = own.reduce((sum, row) => sum + Math.max(THIN, row.many * unit), 0);
    const box = { place, top, height, many };
    top += height + GAP;
    return [box];
  });
}

export const placeName = (place: Place): string => (place === null ? t('num_flow_new') : t(`tier_${place}`));

export function FlowDrawing({ rows }: { rows: readonly FlowRow[] }) {
  const total = rows.reduce((sum, { many }) => sum + many, 0);
  const unit = (HEIGHT - GAP * PLACES.length) / Math.max(1, total);
  const sides = { from: boxesOf(rows, 'from', unit), to: boxesOf(rows, 'to', unit) };
  const used = { from: new Map<Place, number>(), to: new Map<Place, number>() };
  const rank = (place: Place): number => PLACES.indexOf(place);
  const bands = [...rows]
    .sort((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to))
    .map((row) => {
      const thick = Math.max(THIN, row.many * unit);
      const at = (side: 'from' | 'to'): number => {
        const above = used[side].get(row[side]) ?? 0;
        used[side].set(row[side], above + thick);
        return sides[side].find(({ place }) => place === row[side])!.top + above;
      };
      return { row, thick, left: at('from'), right: at('to') };
    });
  const draw = area<[number, number, number]>()
    .x(([x]) => x)
    .y0(([, top]) => top)
    .y1(([, top, thick]) => top + thick)
    .curve(curveBumpX);
  const [x0, x1] = [SIDE + END, WIDTH - SIDE - END];
  const height = Math.max(...(['from', 'to'] as const).map((side) => (sides[side].at(-1)?.top ?? 0) + (sides[side].at(-1)?.height ?? 0)));
  return (
    <svg class="num-svg" viewBox={`0 -8 ${WIDTH} ${height + 16}`} aria-hidden="true">
      {bands.map(
        ({ row, thick, left, right }) =>
        <path key={`${row.from} ${row.to}`} class={`num-band num-${turnOf(row)}`} d={draw([[x0, left, thick], [x1, right, thick]]) ?? ''} />, // prettier-ignore
      )}
      {(['from', 'to'] as const).map((side) =>
        sides[side].map(({ place, top, height: tall, many }) => (
          <g key={`${side} ${place}`}>
            <rect class="num-end" x={side === 'from' ? SIDE : x1} y={top} width={END} height={tall} />
            <text
              class="num-label"
              x={side === 'from' ? SIDE - 8 : WIDTH - SIDE + 8}
              y={top + tall / 2}
              text-anchor={side === 'from' ? 'end' : 'start'}
              dominant-baseline="central"
            >
              {placeName(place)} <tspan class="num-strong">{wholeInWords(many)}</tspan>
            </text>
          </g>
        )),
      )}
      {bands
        .filter(({ row }) => turnOf(row) !== 'stay')
        .map(({ row, thick, left, right }, i) => {
          // Where bands cross in the middle, their numbers stand in different places.
          const along = [0.3, 0.5, 0.7][i % 3]!;
          const eased = along * along * (3 - 2 * along);
          return (
            <text
              key={`${row.from} ${row.to}`}
              class="num-label num-on"
              x={x0 + (x1 - x0) * along}
              y={left + (right - left) * eased + thick / 2}
              text-anchor="middle"
              dominant-baseline="central"
            >
              {SIGNS[turnOf(row)]} {wholeInWords(row.many)}
            </text>
          );
        })}
    </svg>
  );
}
