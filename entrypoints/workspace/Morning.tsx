// The setting of the morning's notification: asks the browser for its permission in the click, as it must.
import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { MorningChoice } from '../../components/workspace/MorningChoice';
import { useAnswer } from '../../lib/hooks/use-answer';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';

export function Morning() {
  const { answer } = useAnswer('care.get', {}, ['settings']);
  const [error, setError] = useState<ErrorCode | null>(null);
  const [refused, setRefused] = useState(false);
  if (!answer) return null;
  const choose = async (notifyAt: number | null) => {
    // First thing in the click: after any wait the browser no longer takes it for the user's wish.
    const allowed = notifyAt === null || (await browser.permissions.request({ permissions: ['notifications'] }));
    setRefused(!allowed);
    if (allowed) await ask('care.set', { care: { notifyAt } });
    setError(null);
  };
  return (
    <>
      <MorningChoice
        notifyAt={answer.care.notifyAt}
        onChoose={(hour) => void choose(hour).catch((why: unknown) => setError(codeOf(why)))}
      />
      {refused && <p class="soft small">{t('work_morning_refused')}</p>}
      <ErrorLine code={error} />
    </>
  );
}
