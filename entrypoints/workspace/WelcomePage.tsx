// The first page after installing: what is read and what never is, where Rapport may work, and how nothing gets lost.
import { Choice } from '../../components/workspace/Choice';
import { Page, Part } from '../../components/workspace/Page';
import { ask } from '../../lib/messages/ask';
import type { ShownSettings } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { BackupReminder } from './BackupReminder';
import { FirstSites } from './FirstSites';

export function WelcomePage({ settings }: { settings: ShownSettings }) {
  return (
    <Page title={t('welcome_title')}>
      <p class="ws-promise">{t('work_reads')}</p>
      <Part title={t('work_language')}>
        <Choice
          label={t('welcome_language')}
          value={settings.language}
          options={[
            { value: 'auto', label: t('work_language_auto') },
            { value: 'en', label: 'English' },
            { value: 'zh_CN', label: '中文' },
          ]}
          onChoose={(language) => void ask('settings.set', { language }).catch(() => undefined)}
        />
      </Part>
      <Part title={t('welcome_sites')} about={t('welcome_sites_about')}>
        <FirstSites />
      </Part>
      <Part title={t('welcome_import')}>
        <p>
          {t('welcome_import_about')} <a href="#/backup">{t('work_restore')}</a>
        </p>
      </Part>
      <Part title={t('work_backup')} about={t('welcome_backup_about')}>
        <BackupReminder />
      </Part>
      <Part title={t('welcome_then')}>
        <p>{t('welcome_then_about')}</p>
      </Part>
    </Page>
  );
}
