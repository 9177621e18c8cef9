// How old the last backup is: in sight on every page of the workspace.
import { dayOf } from '../../lib/domain/day';
import { useAnswer } from '../../lib/hooks/use-answer';
import { useToday } from '../../lib/hooks/use-today';
import { dateInWords } from '../../lib/words/dates';
import { t } from '../../lib/words/words';

export function BackupAge() {
  const { answer } = useAnswer('backup.state', {}, ['settings', 'contacts']);
  const { today, zone } = useToday();
  if (!answer) return null;
  return (
    <p class={answer.due ? 'ws-age ws-due' : 'ws-age soft'}>
      {answer.last === null ? t('work_backup_none') : t('work_backup_last', dateInWords(dayOf(answer.last, zone), today))}
    </p>
  );
}
