// Sites: where Rapport may read, each switched by the user alone.
import { useAnswer } from '../../lib/hooks/use-answer';
import { t } from '../../lib/words/words';
import { ErrorLine } from '../../components/ErrorLine';
import { Page, Part } from '../../components/workspace/Page';
import { SelfHosted } from './SelfHosted';
import { SiteItem } from './SiteItem';
import { TaughtSites } from './TaughtSites';
import type { OnDone } from './Workspace';

export function SitesPage({ onDone }: { onDone: OnDone }) {
  const { answer, error, again } = useAnswer('site.list', {}, ['settings', 'sites']);
  const sites = answer?.sites ?? [];
  const selfHosted = sites.filter((site) => site.selfHosted);
  return (
    <Page title={t('work_sites')}>
      <p class="ws-promise">{t('work_reads')}</p>
      <ErrorLine code={error} />
      <ul class="ws-list">
        {sites
          .filter((site) => !site.selfHosted && !site.taught)
          .map((site) => (
            <SiteItem key={site.id} site={site} onChange={again} />
          ))}
      </ul>
      {selfHosted.length > 0 && (
        <Part title={t('work_selfhosted')} about={t('work_selfhosted_about')}>
          <ul class="ws-list">
            {selfHosted.map((site) => (
              <SelfHosted key={site.id} site={site} onChange={again} />
            ))}
          </ul>
        </Part>
      )}
      <TaughtSites sites={sites.filter((site) => site.taught)} onChange={again} onDone={onDone} />
    </Page>
  );
}
