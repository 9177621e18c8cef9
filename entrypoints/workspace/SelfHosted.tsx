// A program that people run on their own servers: the addresses on which it may be read.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode, SiteRow } from '../../lib/messages/protocol';
import { siteName } from '../../lib/words/site-names';
import { t } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { addressOf, giveBack } from './site-switch';
import { SiteChoices } from '../../components/workspace/SiteChoices';

export function SelfHosted({ site, onChange, children }: { site: SiteRow; onChange: () => void; children?: ComponentChildren }) {
  const [error, setError] = useState<ErrorCode | null>(null);
  const run = (work: Promise<unknown>) => {
    work
      .then(
        () => setError(null),
        (why: unknown) => setError(codeOf(why)),
      )
      .finally(onChange);
  };
  const remove = async (origin: string) => {
    await ask('site.adopt', { site: site.id, origin: origin.replace(/\/\*?$/, ''), on: false });
    await giveBack([origin]);
    await ask('site.sync', {});
  };
  return (
    <li class="ws-site">
      <h3>{siteName(site.name)}</h3>
      {site.origins.length === 0 && <p class="soft">{t('work_selfhosted_none')}</p>}
      <ul class="ws-origins">
        {site.origins.map((origin) => (
          <li key={origin}>
            <span>{addressOf(origin)}</span>
            <Button kind="text" aria-label={t('work_origin_remove_this', addressOf(origin))} onClick={() => run(remove(origin))}>
              {t('work_origin_remove')}
            </Button>
          </li>
        ))}
      </ul>
      <ErrorLine code={error} />
      {children}
      {site.origins.length > 0 && <SiteChoices site={site} onSet={(change) => run(ask('site.set', { site: site.id, ...change }))} />}
    </li>
  );
}
