// All sites to choose from at once: the browser asks one question for those chosen.
import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { Switch } from '../../components/workspace/Switch';
import { useAnswer } from '../../lib/hooks/use-answer';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode, SiteRow } from '../../lib/messages/protocol';
import { siteName } from '../../lib/words/site-names';
import { t, tn } from '../../lib/words/words';
import { patternOf, switchOff } from './site-switch';

const isOn = (site: SiteRow) => site.granted && !site.off;

/** Has to be called from the click itself: after an await the browser would not ask. Gives false when the answer was no. */
async function switchAllOn(sites: readonly SiteRow[]): Promise<boolean> {
  const answered = browser.permissions.request({ origins: sites.flatMap((site) => site.origins.map(patternOf)) });
  if (!(await answered)) return false;
  for (const site of sites) await ask('site.set', { site: site.id, off: false });
  await ask('site.sync', {});
  return true;
}

export function FirstSites() {
  const { answer, error: unread, again } = useAnswer('site.list', {}, ['settings', 'sites']);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorCode | null>(null);
  // The demo's messenger is there for those who look for it, on the page of all sites.
  const sites = (answer?.sites ?? []).filter((site) => !site.selfHosted && site.id !== 'demo');
  const wanted = sites.filter((site) => chosen.has(site.id) && !isOn(site));

  const run = (work: Promise<boolean>) => {
    setBusy(true);
    work
      .then(
        (agreed) => {
          setRefused(!agreed);
          setError(null);
          if (agreed) setChosen(new Set());
        },
        (why: unknown) => setError(codeOf(why)),
      )
      .finally(() => {
        setBusy(false);
        again();
      });
  };
  const turn = (site: SiteRow, on: boolean) => {
    if (busy) return;
    if (isOn(site)) return run(switchOff(site).then(() => true));
    const next = new Set(chosen);
    if (on) next.add(site.id);
    else next.delete(site.id);
    setChosen(next);
  };
  return (
    <>
      <ul class="ws-first">
        {sites.map((site) => (
          <li key={site.id}>
            <Switch label={siteName(site.name)} on={isOn(site) || chosen.has(site.id)} onSwitch={(on) => turn(site, on)} />
          </li>
        ))}
      </ul>
      <div class="ws-acts">
        <Button
          kind="primary"
          aria-disabled={wanted.length === 0 || busy}
          onClick={() => wanted.length > 0 && !busy && run(switchAllOn(wanted))}
        >
          {wanted.length === 0 ? t('welcome_allow_none') : tn('welcome_allow', wanted.length)}
        </Button>
        <span role="status" class="soft">
          {refused ? t('work_site_refused') : sites.some(isOn) ? tn('welcome_on', sites.filter(isOn).length) : ''}
        </span>
      </div>
      <ErrorLine code={error ?? unread} />
    </>
  );
}
