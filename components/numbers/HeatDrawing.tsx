// Days as squares, a column a week: the upper half is what the rep wrote, the lower what came. The fuller, the more; a dash is a day on which nobody looked.
import { heatOf, type ActiveDay } from '../../lib/domain/numbers/activity';
import { languageTag } from '../../lib/words/words';
import { shortDay } from './number-words';

const CELL = 18;
const LEFT = 44;
const TOP = 18;

/** `days` are whole weeks from a Monday on; the last may be shorter. `most` is the largest count of all that are compared. */
export function HeatDrawing({ days, most }: { days: readonly ActiveDay[]; most: number }) {
  const weeks = Math.ceil(days.length / 7);
  const weekday = new Intl.DateTimeFormat(languageTag(), { weekday: 'short', timeZone: 'UTC' });
  return (
    <svg class="num-svg" viewBox={`0 0 ${LEFT + Math.max(26, weeks) * CELL + 30} ${TOP + 7 * CELL}`} aria-hidden="true">
      {days.slice(0, 7).map(({ day }, i) => (
        <text
          key={day}
          class="num-label num-faint"
          x={LEFT - 6}
          y={TOP + i * CELL + CELL / 2}
          text-anchor="end"
          dominant-baseline="central"
        >
          {weekday.format(new Date(`${day}T00:00:00Z`))}
        </text>
      ))}
      {days.map(({ day, in: received, out }, i) => {
        const [x, y] = [LEFT + Math.floor(i / 7) * CELL, TOP + (i % 7) * CELL];
        const isFirst = i % 28 === 0;
        return (
          <g key={day}>
            {isFirst && (
              <text class="num-label num-faint" x={x} y={TOP - 6}>
                {shortDay(day)}
              </text>
            )}
            {received === null || out === null ? (
              <path class="num-unseen" d={`M${x + 6} ${y + CELL / 2 - 1}h5`} />
            ) : (
              <>
                <rect
                  class={`num-heat num-out num-heat-${heatOf(out, most)}`}
                  x={x + 0.5}
                  y={y + 0.5}
                  width={CELL - 3}
                  height={(CELL - 3) / 2}
                />
                <rect
                  class={`num-heat num-in num-heat-${heatOf(received, most)}`}
                  x={x + 0.5}
                  y={y + 0.5 + (CELL - 3) / 2}
                  width={CELL - 3}
                  height={(CELL - 3) / 2}
                />
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
