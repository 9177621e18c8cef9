// Settings: few, each with its effect in words; and where everything is kept.
import { useState } from 'preact/hooks';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode, ShownSettings } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { Choice } from '../../components/workspace/Choice';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { FieldsPart } from './FieldsPart';
import { CarePart } from './CarePart';
import { Morning } from './Morning';
import { ReplyChoices } from './ReplyChoices';
import { Page, Part } from '../../components/workspace/Page';
import { Switch } from '../../components/workspace/Switch';
import type { OnDone } from './Workspace';

export function SettingsPage({ settings, onDone }: { settings: ShownSettings; onDone: OnDone }) {
  const [error, setError] = useState<ErrorCode | null>(null);
  const set = (change: Partial<ShownSettings>) => {
    ask('settings.set', change).then(
      () => setError(null),
      (why: unknown) => setError(codeOf(why)),
    );
  };
  return (
    <Page title={t('work_settings')}>
      <ErrorLine code={error} />
      <Part title={t('work_look')}>
        <Choice
          label={t('work_language')}
          value={settings.language}
          options={[
            { value: 'auto', label: t('work_language_auto') },
            { value: 'en', label: 'English' },
            { value: 'zh_CN', label: '中文' },
          ]}
          onChoose={(language) => set({ language })}
        />
        <Choice
          label={t('work_theme')}
          value={settings.theme}
          options={[
            { value: 'auto', label: t('work_theme_auto') },
            { value: 'light', label: t('work_theme_light') },
            { value: 'dark', label: t('work_theme_dark') },
          ]}
          onChoose={(theme) => set({ theme })}
        />
        <Switch label={t('work_blur')} about={t('work_blur_about')} on={settings.blurred} onSwitch={(blurred) => set({ blurred })} />
      </Part>
      <Part title={t('work_recording')}>
        <Switch label={t('work_pause')} about={t('work_pause_about')} on={settings.paused} onSwitch={(paused) => set({ paused })} />
      </Part>
      <ReplyChoices />
      <FieldsPart onDone={onDone} />
      <CarePart onDone={onDone} />
      <Part title={t('work_morning_part')}>
        <Morning />
      </Part>
      <Part title={t('work_kept')}>
        <dl class="ws-kept">
          <dt>{t('work_kept_here')}</dt>
          <dd>{t('work_kept_here_is')}</dd>
          <dt>{t('work_kept_not')}</dt>
          <dd>{t('work_kept_not_is')}</dd>
          <dt>{t('work_kept_sent')}</dt>
          <dd>{t('work_kept_sent_is')}</dd>
          <dt>{t('work_kept_lock')}</dt>
          <dd>{t('work_kept_lock_is')}</dd>
          <dt>{t('work_kept_removed')}</dt>
          <dd>
            {t('work_kept_removed_is')} <a href="#/backup">{t('work_backup')}</a>
          </dd>
        </dl>
      </Part>
      <p>
        <a href="#/welcome">{t('work_first_steps')}</a>
      </p>
    </Page>
  );
}
