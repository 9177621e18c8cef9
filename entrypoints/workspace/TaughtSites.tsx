// Sites the user taught: the switches of any other, and what can be done with what was taught.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { FileDrop } from '../../components/workspace/FileDrop';
import { Part } from '../../components/workspace/Page';
import { TaughtEditor } from '../../components/workspace/TaughtEditor';
import { TaughtProblem } from '../../components/workspace/TaughtProblem';
import type { TaughtSpec } from '../../lib/domain/taught-site';
import { readTaught, writeTaught, type ReadTaught } from '../../lib/formats/taught-file';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode, SiteRow } from '../../lib/messages/protocol';
import { patternOf } from '../../lib/sites/origins';
import { t } from '../../lib/words/words';
import { saveAs } from './backup-job';
import { SiteItem } from './SiteItem';
import { addressOf } from './site-switch';
import type { OnDone } from './Workspace';

interface Props {
  sites: SiteRow[];
  /** The open tabs of a site. */
  tabsOf: (site: SiteRow) => ComponentChildren;
  onChange: () => void;
  onDone: OnDone;
}

export function TaughtSites({ sites, tabsOf, onChange, onDone }: Props) {
  const [edited, setEdited] = useState<TaughtSpec | null>(null);
  const [read, setRead] = useState<ReadTaught | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const run = (work: Promise<unknown>) => {
    work
      .then(
        () => setError(null),
        (why: unknown) => setError(codeOf(why)),
      )
      .finally(onChange);
  };
  const specOf = async (id: string): Promise<TaughtSpec> => {
    const { site } = await ask('taught.get', { site: id });
    if (!site) throw Object.assign(new Error('gone'), { code: 'gone' });
    return site;
  };
  const share = async (id: string) => {
    const site = await specOf(id);
    saveAs(new Blob([writeTaught(site)], { type: 'application/json' }), `rapport-site-${new URL(site.origin).hostname}.json`);
  };
  const remove = async ({ id, name }: SiteRow) => {
    const { undo } = await ask('taught.delete', { site: id });
    onDone(t('work_taught_deleted', name), undo);
  };
  const take = (site: TaughtSpec) => {
    // First of all the browser's question: it is only asked in direct answer to a click.
    const asking = browser.permissions.request({ origins: [patternOf(site.origin)] });
    run(
      asking.then(async (agreed) => {
        if (!agreed) return;
        await ask('taught.save', { site });
        setRead(null);
      }),
    );
  };
  return (
    <Part title={t('work_taught')} about={t('work_taught_about')}>
      {sites.length === 0 && <p class="soft">{t('work_taught_none')}</p>}
      <ul class="ws-list">
        {sites.map((site) => (
          <SiteItem key={site.id} site={site} onChange={onChange} tabs={tabsOf(site)}>
            <div class="ws-acts">
              <Button
                kind="text"
                aria-label={t('work_taught_edit_this', site.name)}
                onClick={() => run(specOf(site.id).then((spec) => setEdited(spec)))}
              >
                {t('work_taught_edit')}
              </Button>
              <Button kind="text" aria-label={t('work_taught_share_this', site.name)} onClick={() => run(share(site.id))}>
                {t('work_taught_share')}
              </Button>
              <Button kind="text" aria-label={t('work_taught_delete_this', site.name)} onClick={() => run(remove(site))}>
                {t('work_taught_delete')}
              </Button>
            </div>
            {edited?.id === site.id && (
              <TaughtEditor
                site={edited}
                onLeave={() => setEdited(null)}
                onSave={(spec) => run(ask('taught.save', { site: spec }).then(() => setEdited(null)))}
              />
            )}
          </SiteItem>
        ))}
      </ul>
      <h3 class="ws-taught-import">{t('work_taught_import')}</h3>
      <FileDrop onFile={(file) => void file.text().then((text) => setRead(readTaught(text)))} />
      <TaughtProblem read={read} />
      {read?.ok && (
        <div class="ws-standing" role="status">
          <p>{t('work_taught_offer', read.site.name, addressOf(read.site.origin))}</p>
          {sites.some((site) => site.id === read.site.id) && <p>{t('work_taught_replaces')}</p>}
          {read.site.direction.by === 'sender' && read.site.direction.own === '?' && <p>{t('work_taught_own')}</p>}
          <div class="ws-acts">
            <Button kind="primary" onClick={() => take(read.site)}>
              {t('work_taught_take')}
            </Button>
            <Button onClick={() => setRead(null)}>{t('common_cancel')}</Button>
          </div>
        </div>
      )}
      <ErrorLine code={error} />
    </Part>
  );
}
