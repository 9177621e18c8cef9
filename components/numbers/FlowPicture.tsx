// How contacts moved between the tiers in a week or a month.
import type { ComponentChildren } from 'preact';
import type { FlowRow } from '../../lib/domain/numbers/flow';
import { TIERS } from '../../lib/domain/kinds';
import { sentences } from '../../lib/words/sentences';
import { t, tn } from '../../lib/words/words';
import { FlowDrawing, placeName } from './FlowDrawing';
import { Picture } from './Picture';
import type { PictureTable } from './picture-table';

export function FlowPicture(props: {
  rows: readonly FlowRow[];
  /** The stretch in words. */
  when: string;
  /** False before the first move was seen: who was where then, nobody knows. */
  isKnown: boolean;
  beside: ComponentChildren;
  onSave: (table: PictureTable) => void;
}) {
  const { rows, when, isKnown } = props;
  const sum = (is: (row: FlowRow) => boolean): number => rows.reduce((total, row) => total + (is(row) ? row.many : 0), 0);
  const step = ({ from, to }: FlowRow): number => (from === null ? 0 : TIERS.indexOf(to) - TIERS.indexOf(from));
  const [up, down] = [sum((row) => step(row) > 0), sum((row) => step(row) < 0)];
  const says = sentences(
    t('num_flow_says', when, up, down),
    tn(
      'num_flow_new_says',
      sum(({ from }) => from === null),
    ),
    tn(
      'num_flow_stayed',
      sum(({ from, to }) => from === to),
    ),
  );
  return (
    <Picture
      title={t('num_flow')}
      says={says}
      empty={rows.length === 0 ? t('num_flow_empty') : isKnown ? null : t('num_flow_unknown')}
      how={[t('num_flow_how_1'), t('num_flow_how_2'), t('num_flow_how_3')]}
      beside={props.beside}
      onSave={props.onSave}
      table={{
        columns: [
          { name: t('num_from'), kind: 'text' },
          { name: t('num_to'), kind: 'text' },
          { name: t('num_people'), kind: 'number' },
        ],
        rows: rows.map(({ from, to, many }) => [placeName(from), placeName(to), many]),
      }}
    >
      <FlowDrawing rows={rows} />
    </Picture>
  );
}
