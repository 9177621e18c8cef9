// The settings' part about fields the rep invents.
import { ErrorLine } from '../../components/ErrorLine';
import { FieldSettings } from '../../components/workspace/FieldSettings';
import { Part } from '../../components/workspace/Page';
import type { OwnFieldChange } from '../../lib/domain/own-field-change';
import { useAnswer } from '../../lib/hooks/use-answer';
import { ask } from '../../lib/messages/ask';
import { t } from '../../lib/words/words';
import { useKeeping } from './use-keeping';
import type { OnDone } from './Workspace';

export function FieldsPart({ onDone }: { onDone: OnDone }) {
  const { answer, error, again } = useAnswer('field.list', {}, ['fields']);
  const { failed, keep } = useKeeping(onDone, again);
  const set = (change: OwnFieldChange, words = t('life_said')) => keep(ask('field.save', change), words);
  return (
    <Part title={t('fields_title')} about={t('fields_about')}>
      <ErrorLine code={failed ?? error} />
      {answer && <FieldSettings fields={answer.fields} onSet={set} />}
    </Part>
  );
}
