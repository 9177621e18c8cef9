// Which week or month the flow between the tiers is of, and the question for it.
import { useState } from 'preact/hooks';
import { addDays, type Day } from '../../lib/domain/day';
import { addMonths } from '../../lib/domain/numbers/months';
import { monthOf } from '../../lib/domain/numbers/share';
import { weekOf } from '../../lib/domain/tie/weeks';
import { useAnswer } from '../../lib/hooks/use-answer';
import { t } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { ErrorLine } from '../../components/ErrorLine';
import { FlowPicture } from '../../components/numbers/FlowPicture';
import { monthInWords, shortDay } from '../../components/numbers/number-words';
import type { PictureTable } from '../../components/numbers/picture-table';
import { Choice } from '../../components/workspace/Choice';

type Unit = 'week' | 'month';

/** The days of the stretch so many weeks or months ago: its first one, and its last, today at most. */
function stretchOf(unit: Unit, ago: number, today: Day): { first: Day; last: Day } {
  if (unit === 'week') {
    const first = addDays(weekOf(today), -7 * ago);
    return { first, last: ago === 0 ? today : addDays(first, 6) };
  }
  const month = addMonths(monthOf(today), -ago);
  return { first: `${month}-01`, last: ago === 0 ? today : addDays(`${addMonths(month, 1)}-01`, -1) };
}

export function FlowPart({ today, movesFrom, onSave }: { today: Day; movesFrom: Day | null; onSave: (table: PictureTable) => void }) {
  const [unit, setUnit] = useState<Unit>('month');
  const [ago, setAgo] = useState(0);
  const { first, last } = stretchOf(unit, ago, today);
  const { answer, error } = useAnswer('numbers.flow', { from: addDays(first, -1), to: last }, ['agenda', 'book', 'moves', 'contacts']);
  const when = unit === 'month' ? monthInWords(monthOf(first)) : t('num_week_of', shortDay(first), shortDay(last));
  const isEarliest = movesFrom === null || stretchOf(unit, ago + 1, today).last < movesFrom;
  return (
    <>
      <ErrorLine code={error} />
      <FlowPicture
        rows={answer?.rows ?? []}
        when={when}
        isKnown={movesFrom === null || last >= movesFrom}
        onSave={onSave}
        beside={
          <div class="num-range">
            <Choice
              label={t('num_flow_unit')}
              value={unit}
              options={[
                { value: 'week', label: t('num_week') },
                { value: 'month', label: t('num_month') },
              ]}
              onChoose={(chosen) => {
                setUnit(chosen);
                setAgo(0);
              }}
            />
            <Button aria-disabled={isEarliest} onClick={() => !isEarliest && setAgo(ago + 1)}>
              {t('num_earlier')}
            </Button>
            <span role="status">{when}</span>
            <Button aria-disabled={ago === 0} onClick={() => ago > 0 && setAgo(ago - 1)}>
              {t('num_later')}
            </Button>
          </div>
        }
      />
    </>
  );
}
