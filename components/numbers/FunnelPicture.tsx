// The funnel of stages: how many came how far, how long it took, and what one won deal takes.
import type { Stage } from '../../lib/domain/care';
import type { Funnel, FunnelRow } from '../../lib/domain/numbers/funnel';
import { sentences } from '../../lib/words/sentences';
import { t, tn } from '../../lib/words/words';
import { stageName } from '../workspace/stage-name';
import { BarDrawing } from './BarDrawing';
import { intervalInWords, roundly, spreadInWords } from './number-words';
import { Picture } from './Picture';
import type { PictureTable } from './picture-table';

export function FunnelPicture({
  funnel,
  stages,
  onSave,
}: {
  funnel: Funnel;
  stages: readonly Stage[];
  onSave: (table: PictureTable) => void;
}) {
  const { leads, won, lost, open, rows } = funnel;
  const nameOf = ({ stage }: FunnelRow): string =>
    stage === null ? t('num_funnel_won') : stageName(stages.find(({ id }) => id === stage) ?? { id: stage, name: '' });
  const first = rows[0]!;
  // Of stages through which equally many came the last one is named; as many as won need no name.
  const fewer = rows.filter((row, i) => row.stage !== null && row.reached > rows[i + 1]!.reached);
  const steps = fewer.length > 0 ? fewer : [first];
  const takes =
    won === 0 || !first.perWon
      ? tn('num_funnel_none_won', leads)
      : sentences(
          t('num_funnel_takes', steps.map((row) => t('num_funnel_step', roundly(row.perWon!.many), nameOf(row))).join(' → ')),
          first.perWon.high === null
            ? t('num_funnel_at_least', roundly(first.perWon.low))
            : t('num_funnel_between', roundly(first.perWon.low), roundly(first.perWon.high)),
        );
  return (
    <Picture
      title={t('num_funnel')}
      says={sentences(takes, t('num_funnel_ends', won, lost, open))}
      empty={leads === 0 ? t('num_funnel_empty') : null}
      how={[t('num_funnel_how_1'), t('num_funnel_how_2'), t('num_funnel_how_3')]}
      onSave={onSave}
      table={{
        columns: [
          { name: t('num_funnel_stage'), kind: 'text', isPrivate: true },
          { name: t('num_funnel_reached'), kind: 'number' },
          { name: t('num_funnel_onwards'), kind: 'rate' },
          { name: t('num_funnel_days'), kind: 'text' },
          { name: t('num_funnel_per_won'), kind: 'number' },
        ],
        rows: rows.map((row) => [
          nameOf(row),
          row.reached,
          row.onwards,
          row.stage === null ? '' : spreadInWords(row.days),
          row.perWon === null ? null : Number(row.perWon.many.toFixed(1)),
        ]),
      }}
    >
      <BarDrawing
        top={leads}
        bars={rows.map((row) => ({
          name: nameOf(row),
          value: row.reached,
          says: [row.reached, row.onwards && intervalInWords(row.onwards), row.days && tn('num_days', row.days.middle)]
            .filter((part) => part !== null)
            .join(' · '),
        }))}
      />
    </Picture>
  );
}
