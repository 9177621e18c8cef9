// The settings' part about how the book is cared for, and where phone numbers belong.
import { useState } from 'preact/hooks';
import { useAnswer } from '../../lib/hooks/use-answer';
import type { CareChange } from '../../lib/domain/care-change';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { CareSettings } from '../../components/workspace/CareSettings';
import { CountryChoice } from '../../components/workspace/CountryChoice';
import { Part } from '../../components/workspace/Page';
import type { OnDone } from './Workspace';

export function CarePart({ onDone }: { onDone: OnDone }) {
  const { answer, error, again } = useAnswer('care.get', {}, ['settings', 'contacts']);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const set = async (change: CareChange, words = t('life_said')): Promise<boolean> => {
    try {
      const { undo } = await ask('care.set', { care: change });
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
    <>
      <Part title={t('care_title')} about={t('care_about')}>
        <ErrorLine code={failed ?? error} />
        {answer && (
          <CareSettings
            care={answer.care}
            inStage={answer.inStage}
            left={answer.left}
            known={(beginning) => ask('tags.known', { beginning }).then(({ tags }) => tags)}
            onSet={set}
          />
        )}
      </Part>
      {answer && (
        <Part title={t('phone_part')}>
          <CountryChoice country={answer.care.country} language={navigator.language} onChoose={(country) => void set({ country })} />
        </Part>
      )}
    </>
  );
}
