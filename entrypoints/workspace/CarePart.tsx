// The settings' part about how the book is cared for, and where phone numbers belong.
import { useAnswer } from '../../lib/hooks/use-answer';
import type { CareChange } from '../../lib/domain/care-change';
import { ask } from '../../lib/messages/ask';
import { t } from '../../lib/words/words';
import { ErrorLine } from '../../components/ErrorLine';
import { CareSettings } from '../../components/workspace/CareSettings';
import { CountryChoice } from '../../components/workspace/CountryChoice';
import { Part } from '../../components/workspace/Page';
import { useKeeping } from './use-keeping';
import type { OnDone } from './Workspace';

export function CarePart({ onDone }: { onDone: OnDone }) {
  const { answer, error, again } = useAnswer('care.get', {}, ['settings', 'contacts']);
  const { failed, keep } = useKeeping(onDone, again);
  const set = (change: CareChange, words = t('life_said')) => keep(ask('care.set', { care: change }), words);
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
