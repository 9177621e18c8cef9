// Whom a site counts, and where its panel stands.
import type { Request, SiteRow } from '../../lib/messages/protocol';
import { siteName } from '../../lib/words/site-names';
import { t } from '../../lib/words/words';
import { Choice } from './Choice';

export function SiteChoices({ site, onSet }: { site: SiteRow; onSet: (change: Omit<Request<'site.set'>, 'site'>) => void }) {
  return (
    <div class="ws-choices" role="group" aria-label={siteName(site.name)}>
      <Choice
        label={t('work_site_count')}
        value={site.everyone ? 'everyone' : 'remembered'}
        options={[
          { value: 'remembered', label: t('work_site_remembered') },
          { value: 'everyone', label: t('work_site_everyone') },
        ]}
        about={site.everyone ? t('work_site_everyone_about') : t('work_site_remembered_about')}
        onChoose={(whom) => onSet({ everyone: whom === 'everyone' })}
      />
      <Choice
        label={t('work_site_panel')}
        value={site.surface}
        options={[
          { value: 'overlay', label: t('work_site_overlay') },
          { value: 'sidepanel', label: t('work_site_sidepanel') },
        ]}
        onChoose={(surface) => onSet({ surface })}
      />
    </div>
  );
}
