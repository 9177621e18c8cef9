// The settings' part about how replies are offered.
import { useState } from 'preact/hooks';
import { useAnswer } from '../../lib/hooks/use-answer';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode, Request } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { Part } from '../../components/workspace/Page';
import { Switch } from '../../components/workspace/Switch';

export function ReplyChoices() {
  const { answer, error, again } = useAnswer('reply.choices', {}, ['settings']);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const set = (choices: Request<'reply.choose'>['choices']) => {
    ask('reply.choose', { choices })
      .then(
        () => setFailed(null),
        (why: unknown) => setFailed(codeOf(why)),
      )
      .finally(again);
  };
  return (
    <Part title={t('panel_replies')}>
      <ErrorLine code={failed ?? error} />
      {answer && (
        <>
          <Switch label={t('work_slash')} about={t('work_slash_about')} on={answer.choices.slash} onSwitch={(slash) => set({ slash })} />
          <Switch label={t('work_typed')} about={t('work_typed_about')} on={answer.choices.typed} onSwitch={(typed) => set({ typed })} />
        </>
      )}
    </Part>
  );
}
