// The settings' part about fields the rep invents.
import { useState } from 'preact/hooks';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { FieldSettings } from '../../components/workspace/FieldSettings';
import { Part } from '../../components/workspace/Page';
import type { OwnFieldChange } from '../../lib/domain/own-field-change';
import { useAnswer } from '../../lib/hooks/use-answer';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import type { OnDone } from './Workspace';

export function FieldsPart({ onDone }: { onDone: OnDone }) {
  const { answer, error, again } = useAnswer('field.list', {}, ['fields']);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const set = async (change: OwnFieldChange, words = t('life_said')): Promise<boolean> => {
    try {
      const { undo } = await ask('field.save', change);
      setFailed(null);
      if (undo !== null) onDone(words, undo);
      return true;
    } catch (why) {
      setFailed(codeOf(why));
      return false;
    } finally {
      again();
    }
  };
  return (
    <Part title={t('fields_title')} about={t('fields_about')}>
      <ErrorLine code={failed ?? error} />
      {answer && <FieldSettings fields={answer.fields} onSet={set} />}
    </Part>
  );
}
