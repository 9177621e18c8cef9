// Whom a site counts, where its panel stands, and what the mark for replies does.
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
      {/* Without a panel in the page there is no place for the picker, either. */}
      {site.slash !== null && site.surface === 'overlay' && (
        <Choice
          label={t('work_site_slash')}
          value={site.slash ? 'ours' : 'site'}
          options={[
            { value: 'ours', label: t('work_site_slash_ours') },
            { value: 'site', label: t('work_site_slash_site') },
          ]}
          onChoose={(whose) => onSet({ slash: whose === 'ours' })}
        />
      )}
    </div>
  );
}
