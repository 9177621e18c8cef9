// How old the last backup is, and how often to be reminded.
import { useState } from 'preact/hooks';
import { Choice } from '../../components/workspace/Choice';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { dayOf } from '../../lib/domain/day';
import { useAnswer } from '../../lib/hooks/use-answer';
import { useToday } from '../../lib/hooks/use-today';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode, Request } from '../../lib/messages/protocol';
import { dateInWords } from '../../lib/words/dates';
import { t } from '../../lib/words/words';

type Every = Request<'backup.remind'>['every'];

export function BackupReminder() {
  const { answer, error: unread } = useAnswer('backup.state', {}, ['settings', 'contacts']);
  const { today, zone } = useToday();
  const [error, setError] = useState<ErrorCode | null>(null);
  const choose = (every: Every) => {
    ask('backup.remind', { every }).then(
      () => setError(null),
      (why: unknown) => setError(codeOf(why)),
    );
  };
  return (
    <>
      <ErrorLine code={error ?? unread} />
      {answer && (
        <>
          <p class={answer.due ? 'ws-file ws-due' : 'ws-file'}>
            {answer.last === null ? t('work_backup_none') : t('work_backup_last', dateInWords(dayOf(answer.last, zone), today))}
          </p>
          <Choice
            label={t('work_backup_remind')}
            value={String(answer.every)}
            options={[
              { value: '7', label: t('work_backup_weekly') },
              { value: '30', label: t('work_backup_monthly') },
              { value: '0', label: t('work_backup_never') },
            ]}
            about={t('work_backup_remind_about')}
            onChoose={(every) => choose(Number(every) as Every)}
          />
        </>
      )}
    </>
  );
}
