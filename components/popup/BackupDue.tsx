import { t } from '../../lib/words/words';
import { Button } from '../Button';

/** It is time for a backup, as often as the rep wants to hear it. */
export function BackupDue({ onSave }: { onSave: () => void }) {
  return (
    <p class="popup-notice">
      {t('popup_backup_due')}{' '}
      <Button kind="text" onClick={onSave}>
        {t('popup_backup_now')}
      </Button>
    </p>
  );
}
