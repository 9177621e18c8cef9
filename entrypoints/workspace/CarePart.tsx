// The settings' part about how the book is cared for.
import { useState } from 'preact/hooks';
import { useAnswer } from '../../lib/hooks/use-answer';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { CareSettings } from '../../components/workspace/CareSettings';
import { Part } from '../../components/workspace/Page';

export function CarePart() {
  const { answer, error, again } = useAnswer('care.get', {}, ['settings']);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  return (
    <Part title={t('care_title')} about={t('care_about')}>
      <ErrorLine code={failed ?? error} />
      {answer && (
        <CareSettings
          care={answer.care}
          onSet={(change) =>
            ask('care.set', { care: change }).then(
              () => {
                setFailed(null);
                again();
                return true;
              },
              (why: unknown) => {
                setFailed(codeOf(why));
                again();
                return false;
              },
            )
          }
        />
      )}
    </Part>
  );
}
