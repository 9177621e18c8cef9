// One site: its switch, and while it is on, whom it counts and where the panel stands.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode, Request, SiteRow } from '../../lib/messages/protocol';
import { siteName } from '../../lib/words/site-names';
import { t } from '../../lib/words/words';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { addressOf, switchOff, switchOn } from './site-switch';
import { SiteChoices } from '../../components/workspace/SiteChoices';
import { Switch } from '../../components/workspace/Switch';

interface Props {
  site: SiteRow;
  onChange: () => void;
  /** Its open tabs, shown while it is on. */
  tabs: ComponentChildren;
  children?: ComponentChildren;
}

export function SiteItem({ site, onChange, tabs, children }: Props) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const [error, setError] = useState<ErrorCode | null>(null);
  const on = site.granted && !site.off;

  const turn = (wanted: boolean) => {
    if (busy) return;
    // First of all the browser's question: it is only asked in direct answer to a click.
    const work = wanted ? switchOn(site) : switchOff(site).then(() => true);
    setBusy(true);
    work
      .then((agreed) => {
        setRefused(!agreed);
        setError(null);
      })
      .catch((why: unknown) => setError(codeOf(why)))
      .finally(() => {
        setBusy(false);
        onChange();
      });
  };
  const set = (change: Omit<Request<'site.set'>, 'site'>) => {
    ask('site.set', { site: site.id, ...change }).then(onChange, (why: unknown) => setError(codeOf(why)));
  };
  return (
    <li class="ws-site">
      <Switch label={siteName(site.name)} about={site.origins.map(addressOf).join(t('work_comma'))} on={on} busy={busy} onSwitch={turn} />
      <div role="status">
        {refused && (
          <p class="error-line">
            <span>{t('work_site_refused')}</span>
          </p>
        )}
      </div>
      <ErrorLine code={error} />
      {on && tabs}
      {on && <SiteChoices site={site} onSet={set} />}
      {children}
    </li>
  );
}
