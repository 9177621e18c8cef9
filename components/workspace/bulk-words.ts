// A change of many contacts in words.
import type { BulkChange } from '../../lib/domain/book/bulk-change';
import { t, tn } from '../../lib/words/words';
import { stageName } from './stage-name';

export function bulkInWords(change: BulkChange, stages: readonly { id: string; name: string }[]): string {
  switch (change.what) {
    case 'tag':
      return t('table_act_of', t('table_tag_add'), change.tag);
    case 'untag':
      return t('table_act_of', t('table_tag_remove'), change.tag);
    case 'cadence':
      return change.cadence === null ? t('table_cadence_none') : t('table_act_of', t('table_cadence'), tn('table_every', change.cadence));
    case 'stage': {
      const { stage } = change;
      return stage === null
        ? t('table_stage_none')
        : t('table_act_of', t('table_stage'), stageName(stages.find(({ id }) => id === stage) ?? { id: stage, name: '' }));
    }
    case 'delete':
      return t('table_delete');
  }
}
