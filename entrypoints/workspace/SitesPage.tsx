// Sites: where Rapport may read, each switched by the user alone.
import { takeReport } from '../../lib/hooks/take-report';
import { useAnswer } from '../../lib/hooks/use-answer';
import { useToday } from '../../lib/hooks/use-today';
import type { SiteRow, TabRow } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { CopyReport } from '../../components/CopyReport';
import { ErrorLine } from '../../components/ErrorLine';
import { Page, Part } from '../../components/workspace/Page';
import { SiteTabs } from '../../components/workspace/SiteTabs';
import { SelfHosted } from './SelfHosted';
import { SiteItem } from './SiteItem';
import { TaughtSites } from './TaughtSites';
import type { OnDone } from './Workspace';

export function SitesPage({ onDone }: { onDone: OnDone }) {
  const { answer, error, again } = useAnswer('site.list', {}, ['settings', 'sites']);
  const { answer: open } = useAnswer('site.tabs', {}, ['settings', 'sites', 'tabs']);
  const { today, zone } = useToday();
  const sites = answer?.sites ?? [];
  const report = ({ tab, site, title, running, waiting, reading }: TabRow) =>
    (running || waiting) && <CopyReport of={title} make={() => takeReport(tab, site, reading, today)} />;
  const tabsOf = (site: SiteRow) => (
    // What was taught is mended by teaching it again: nobody needs a report of it.
    <SiteTabs tabs={open?.tabs.filter((tab) => tab.site === site.id) ?? []} zone={zone} more={site.taught ? () => null : report} />
  );
  const selfHosted = sites.filter((site) => site.selfHosted);
  return (
    <Page title={t('work_sites')}>
      <p class="ws-promise">{t('work_reads')}</p>
      <ErrorLine code={error} />
      <ul class="ws-list">
        {sites
          .filter((site) => !site.selfHosted && !site.taught)
          .map((site) => (
            <SiteItem key={site.id} site={site} onChange={again} tabs={tabsOf(site)} />
          ))}
      </ul>
      {selfHosted.length > 0 && (
        <Part title={t('work_selfhosted')} about={t('work_selfhosted_about')}>
          <ul class="ws-list">
            {selfHosted.map((site) => (
              <SelfHosted key={site.id} site={site} onChange={again}>
                {tabsOf(site)}
              </SelfHosted>
            ))}
          </ul>
        </Part>
      )}
      <TaughtSites sites={sites.filter((site) => site.taught)} tabsOf={tabsOf} onChange={again} onDone={onDone} />
    </Page>
  );
}
