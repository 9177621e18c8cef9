// The frame of the workspace: the rail with the pages' names, the open page, and the way back from what was just done.
import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask } from '../../lib/messages/ask';
import type { ShownSettings } from '../../lib/messages/protocol';
import { t, type WordKey } from '../../lib/words/words';
import { UndoToast, type Toast } from '../../components/UndoToast';
import { BackupAge } from './BackupAge';
import { BackupPage } from './BackupPage';
import { BoardPage, firstBoard } from './BoardPage';
import { ContactPage } from './ContactPage';
import { ContactsPage, firstQuery } from './ContactsPage';
import { Arrived } from '../../components/workspace/Page';
import { LaterNumbers } from './LaterNumbers';
import { PeoplePage } from './PeoplePage';
import { RepliesPage, type Drafts } from './RepliesPage';
import { ReplyImport } from './ReplyImport';
import { hashOf, inRail, pages, routeOf, type PageName } from '../../components/workspace/route';
import { SettingsPage } from './SettingsPage';
import { SitesPage } from './SitesPage';
import { SpaceLine } from './SpaceLine';
import { WelcomePage } from './WelcomePage';

const titles: Record<PageName, WordKey> = {
  contacts: 'work_contacts',
  board: 'work_board',
  replies: 'work_replies',
  sites: 'work_sites',
  settings: 'work_settings',
  backup: 'work_backup',
  welcome: 'welcome_title',
  import: 'import_title',
  numbers: 'num_title',
  people: 'intake_title',
};

export function Workspace({ settings }: { settings: ShownSettings }) {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  const [arrived, setArrived] = useState(false);
  const [toast, setToast] = useState<Toast | null>(null);
  // Kept here so that a half-written reply survives a look at another page.
  const [drafts, setDrafts] = useState<Drafts>({});
  // A search survives opening a contact and coming back.
  const [query, setQuery] = useState(firstQuery);
  const [board, setBoard] = useState(firstBoard);

  useEffect(() => {
    const go = () => {
      // The skip link's own target is no page.
      if (location.hash === '#main') return;
      setArrived(true);
      setRoute(routeOf(location.hash));
      scrollTo(0, 0);
    };
    addEventListener('hashchange', go);
    return () => removeEventListener('hashchange', go);
  }, []);

  // While a page of Rapport is open the backup of the day is made, whenever it is due.
  useEffect(() => {
    const stop = new AbortController();
    const first = setTimeout(() => void import('./daily-backup').then(({ keepSaving }) => keepSaving(stop.signal)), 5_000);
    return () => {
      stop.abort();
      clearTimeout(first);
    };
  }, []);

  // After every drawing: the language may have changed.
  useEffect(() => {
    document.title = `${t(titles[route.page])} · ${t('app_name')}`;
  });

  const done = useCallback((words: string, undo: string | null) => setToast({ words, undo }), []);
  const gone = useCallback(() => setToast(null), []);
  const takeBack = useCallback((undo: string) => {
    // Of many people it takes seconds; meanwhile something else may have been done.
    const going: Toast = { words: t('work_undo_going'), undo: null };
    setToast(going);
    ask('undo.run', { undo }).then(
      () => setToast((now) => (now === going ? null : now)),
      () => setToast({ words: t('work_undo_failed'), undo: null }),
    );
  }, []);

  return (
    <Arrived.Provider value={arrived}>
      <div class="ws">
        <a
          class="ws-skip"
          href="#main"
          onClick={(event) => {
            event.preventDefault();
            document.querySelector<HTMLElement>('main h1')?.focus();
          }}
        >
          {t('work_skip')}
        </a>
        <nav class="ws-rail" aria-label={t('work_pages')}>
          <p class="ws-brand">{t('app_name')}</p>
          <ul>
            {pages.map((page) => (
              <li key={page}>
                <a href={hashOf(page)} aria-current={page === inRail(route.page) ? (page === route.page ? 'page' : 'true') : undefined}>
                  {t(titles[page])}
                </a>
              </li>
            ))}
          </ul>
          <BackupAge />
        </nav>
        <main class="ws-main" id="main">
          <SpaceLine />
          {settings.paused && route.page !== 'settings' && (
            <p class="ws-paused">
              {t('work_paused_now')} <a href={hashOf('settings')}>{t('work_settings')}</a>
            </p>
          )}
          {route.page === 'contacts' && route.contact === null && <ContactsPage query={query} onQuery={setQuery} onDone={done} />}
          {route.contact !== null && <ContactPage key={route.contact} id={route.contact} onDone={done} />}
          {route.page === 'numbers' && <LaterNumbers onDone={done} />}
          {route.page === 'board' && <BoardPage query={board} onQuery={setBoard} onDone={done} />}
          {route.page === 'replies' && <RepliesPage drafts={drafts} onDrafts={setDrafts} onDone={done} />}
          {route.page === 'import' && <ReplyImport onDone={done} />}
          {route.page === 'people' && <PeoplePage onDone={done} />}
          {route.page === 'sites' && <SitesPage onDone={done} />}
          {route.page === 'settings' && <SettingsPage settings={settings} onDone={done} />}
          {route.page === 'welcome' && <WelcomePage settings={settings} />}
          {route.page === 'backup' && <BackupPage onDone={done} />}
        </main>
        <UndoToast toast={toast} onUndo={takeBack} onGone={gone} />
      </div>
    </Arrived.Provider>
  );
}

/** What a page calls after doing something that can be taken back. */
export type OnDone = (words: string, undo: string | null) => void;
