// Tells that a change of many contacts stopped because its page was closed, and offers the way back from what was done.
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { numberInWords } from '../../components/workspace/table-words';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { leftUnfinished, noteChange, type Unfinished } from './unfinished-change';

export function UnfinishedChange() {
  const [left, setLeft] = useState<Unfinished | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  useEffect(() => void leftUnfinished().then(setLeft, () => undefined), []);
  const forget = () => {
    noteChange(null);
    setLeft(null);
  };
  const takeBack = (undo: string) => void ask('undo.run', { undo }).then(forget, (why: unknown) => setError(codeOf(why)));
  return (
    <>
      <ErrorLine code={error} onGone={() => setError(null)} />
      {left && (
        <div class="ws-standing">
          <p role="status">{t('work_unfinished', numberInWords(left.changed), numberInWords(left.of))}</p>
          <div class="ws-acts">
            <Button onClick={() => takeBack(left.undo)}>{t('work_unfinished_back')}</Button>
            <Button kind="text" onClick={forget}>
              {t('work_unfinished_keep')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
