// The frame in the page: the panel, or the edge tab when collapsed. It never takes the focus by itself.
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { EdgeTab } from '../../components/panel/EdgeTab';
import { Panel } from '../../components/panel/Panel';
import { ResizeEdge } from '../../components/panel/ResizeEdge';
import { askAbout } from '../../lib/hooks/ask-about';
import { useAnswer } from '../../lib/hooks/use-answer';
import { useFresh } from '../../lib/hooks/use-fresh';
import { useToday } from '../../lib/hooks/use-today';
import { useVisible } from '../../lib/hooks/use-visible';
import { ask } from '../../lib/messages/ask';
import type { PanelView, ShownSettings } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { collapse, moveTab, openPanel, widen } from './place';

/** What the panel shows may come from any of these; typing a draft changes none of them. */
const TABLES = ['tabs', 'contacts', 'identities', 'interactions', 'days', 'notes', 'followUps', 'fields', 'never', 'settings'];

export function App({ settings, first }: { settings: ShownSettings; first: Promise<PanelView> }) {
  const { answer: view, error } = useAnswer('panel.view', {}, TABLES, first);
  const { today, zone } = useToday();
  const ref = view?.ref ?? null;
  const act = useMemo(() => askAbout(ref === null ? {} : { ref }), [ref]);
  const refused = !view && error !== null;
  const fresh = useFresh('replies', 'heard');
  const mayInsert = useVisible('root');

  useLayoutEffect(() => {
    // Transparent until it is known to be open: nothing may flash over the page.
    document.documentElement.toggleAttribute('data-collapsed', !view?.open && !refused);
  }, [view?.open, refused]);
  const open = view?.open;
  const wasOpen = useRef(open);
  useEffect(() => {
    // Only when the focus is in our frame anyway: it goes from the tab to the panel and back, never out of the page.
    if (wasOpen.current !== undefined && open !== wasOpen.current && document.hasFocus())
      document.querySelector<HTMLElement>(open ? '.panel-bar button' : '.edge-tab')?.focus();
    wasOpen.current = open;
  }, [open]);
  useEffect(() => {
    // Whatever is open inside (a menu, a form) takes Esc first and stops it.
    const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && !event.isComposing && collapse();
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  if (!view) return error && <Refused words={t(error === 'refused' ? 'panel_refused' : 'common_error_failed')} />;
  if (!view.open) return <EdgeTab knots={view.knots} due={view.due} onOpen={openPanel} onMove={moveTab} />;
  return (
    <Panel
      edge={<ResizeEdge onWidth={widen} />}
      view={view}
      today={today}
      zone={zone}
      blurred={settings.blurred}
      act={act}
      fresh={fresh}
      mayInsert={mayInsert}
      onCollapse={collapse}
      // Sent in the click itself: after any wait the browser no longer takes it for the user's wish.
      onSidePanel={import.meta.env.FIREFOX ? undefined : () => void ask('sidepanel.open', {}).catch(() => {})}
    />
  );
}

/** A frame without a good token shows nothing but why. */
function Refused({ words }: { words: string }) {
  return (
    <main>
      <h1 class="panel-refused">{words}</h1>
    </main>
  );
}
