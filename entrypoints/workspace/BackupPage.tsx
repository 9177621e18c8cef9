// Backup: everything out into one file, and such a file in again.
import '../../components/workspace/backup.css';
import { t } from '../../lib/words/words';
import { BackupAuto } from './BackupAuto';
import { BackupList } from './BackupList';
import { BackupReminder } from './BackupReminder';
import { BackupSave } from './BackupSave';
import { Page, Part } from '../../components/workspace/Page';
import { Restore } from './Restore';
import type { OnDone } from './Workspace';

export function BackupPage({ onDone }: { onDone: OnDone }) {
  return (
    <Page title={t('work_backup')}>
      <Part title={t('work_backup_save')} about={t('work_backup_save_about')}>
        <BackupSave />
        <BackupReminder />
      </Part>
      <Part title={t('work_auto')} about={t('work_auto_about')}>
        <BackupAuto />
      </Part>
      <Part title={t('work_copies')} about={t('work_copies_about')}>
        <BackupList onDone={onDone} />
      </Part>
      <Part title={t('work_restore')} about={t('work_restore_about')}>
        <Restore onDone={onDone} />
      </Part>
    </Page>
  );
}
