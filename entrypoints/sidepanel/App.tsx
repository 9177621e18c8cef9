// The same panel at the side of the browser, for the tab in front; with a search for when the page cannot be read.
import { useMemo, useState } from 'preact/hooks';
import { Found } from '../../components/panel/Found';
import { Panel } from '../../components/panel/Panel';
import { FindPerson } from '../../components/panel/SamePerson';
import { askAbout } from '../../lib/hooks/ask-about';
import { useActiveTab } from '../../lib/hooks/use-active-tab';
import { useAnswer } from '../../lib/hooks/use-answer';
import { useFresh } from '../../lib/hooks/use-fresh';
import { useToday } from '../../lib/hooks/use-today';
import type { ShownSettings } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';

const TABLES = ['tabs', 'contacts', 'identities', 'interactions', 'days', 'notes', 'followUps', 'fields', 'never', 'settings'];

export function App({ settings }: { settings: ShownSettings }) {
  const tab = useActiveTab();
  // Another tab is another panel: nothing typed or shown for one is ever taken for the other.
  return <TabPanel key={tab} tab={tab} settings={settings} />;
}

function TabPanel({ tab, settings }: { tab: number | null; settings: ShownSettings }) {
  const { answer: view, error } = useAnswer('panel.view', tab === null ? null : { tab }, TABLES);
  const [chosen, setChosen] = useState<string | null>(null);
  const { answer: found } = useAnswer('contact.get', chosen === null ? null : { contact: chosen }, TABLES);
  const { today, zone } = useToday();
  const fresh = useFresh('replies', 'heard');
  const ref = view?.ref ?? null;
  const act = useMemo(() => askAbout({ ...(tab === null ? {} : { tab }), ...(ref === null ? {} : { ref }) }), [tab, ref]);
  const actOnChosen = useMemo(() => askAbout(chosen === null ? {} : { contact: chosen }), [chosen]);

  if (!view) return error && <Unreachable />;
  const common = { today, zone, fresh, blurred: settings.blurred };
  // A chat that opens is shown; what was searched for stays one click away until then.
  if (chosen !== null && found?.person && found.person.id === chosen && !view.conversation) {
    return (
      <Found {...common} person={found.person} draft={found.draft} paused={view.paused} act={actOnChosen} onBack={() => setChosen(null)} />
    );
  }
  return (
    <Panel
      {...common}
      view={view}
      act={act}
      finder={
        <section class="panel-part">
          <FindPerson
            label={t('panel_find_label')}
            attempt={(name, intention) => act(name, intention).catch(() => null)}
            except={null}
            onPick={(person) => setChosen(person.id)}
          />
        </section>
      }
    />
  );
}

function Unreachable() {
  return (
    <main>
      <h1 class="panel-refused">{t('common_error_failed')}</h1>
    </main>
  );
}
