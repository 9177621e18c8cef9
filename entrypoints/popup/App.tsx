// The popup: asks for today and for the tab in front, and carries out what is clicked.
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { CopyReport } from '../../components/CopyReport';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import type { Try } from '../../components/panel/act';
import { BackupDue } from '../../components/popup/BackupDue';
import { FindHere } from '../../components/popup/FindHere';
import { PageStrip, type TabAnswer } from '../../components/popup/PageStrip';
import { Popup } from '../../components/popup/Popup';
import type { Ended } from '../../components/popup/TodayLine';
import { spaceInWords } from '../../components/space-words';
import { UndoToast, type Toast } from '../../components/UndoToast';
import { dayOf } from '../../lib/domain/day';
import { askAbout } from '../../lib/hooks/ask-about';
import { takeReport } from '../../lib/hooks/take-report';
import { useActiveTab } from '../../lib/hooks/use-active-tab';
import { useAnswer } from '../../lib/hooks/use-answer';
import { useToday } from '../../lib/hooks/use-today';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode, Request, ShownSettings, TodayLineView } from '../../lib/messages/protocol';
import { dateInWords, dayInWords } from '../../lib/words/dates';
import { t } from '../../lib/words/words';
import type { First } from './first';
import { useLater } from './later';
import { closePopup, enable, openSidePanel, openWorkspace, teach } from './open';
import { useRecognised } from './use-recognised';

export function App({ settings, first }: { settings: ShownSettings; first: First }) {
  const tab = useActiveTab(first.tab);
  const [all, setAll] = useState(false);
  const { answer: list, error: listError } = useAnswer(
    'today.list',
    { all },
    ['agenda', 'handled', 'followUps', 'contacts', 'identities'],
    first.today,
  );
  const { answer } = useAnswer('tab.state', tab === null ? null : { tab }, ['tabs', 'settings', 'interactions'], first.state);
  const { answer: backup } = useAnswer('backup.state', {}, ['settings', 'contacts'], first.backup);
  const { answer: space } = useAnswer('space.state', {}, ['space'], first.space);
  const recognised = useRecognised(tab, answer);
  // What the page shows counts for more than what its address could mean.
  const state = answer && recognised && answer.site?.id !== recognised.id ? { ...answer, site: null } : answer;
  const { today: clockToday, zone } = useToday();
  const [ended, setEnded] = useState<ReadonlyMap<string, Ended>>(new Map());
  const [undoes, setUndoes] = useState<string | null>(null);
  const [toast, setToast] = useState<Toast | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useLater(() => import('./FoundHere'), chosen !== null);
  const lines = useKept(list?.lines ?? [], ended);
  const spaceWords = spaceInWords(space);
  const today = list?.today ?? clockToday;

  /** Carries out an act; a failure is shown. */
  const attempt = async (act: () => Promise<unknown>) => {
    setNotice(null);
    try {
      await act();
      setError(null);
    } catch (failure) {
      setError(codeOf(failure));
    }
  };
  const settle = (line: TodayLineView, how: Ended, words: string, act: () => Promise<{ undo: string | null }>) =>
    attempt(async () => {
      const { undo } = await act();
      setEnded((old) => new Map(old).set(line.key, how));
      setUndoes(line.key);
      setToast({ words, undo });
    });
  const takeBack = (undo: string) => {
    setToast(null);
    void attempt(async () => {
      await ask('undo.run', { undo });
      setEnded((old) => new Map([...old].filter(([id]) => id !== undoes)));
    });
  };

  if (!list && !listError) return null;
  if (chosen !== null) return found && <found.FoundHere contact={chosen} settings={settings} onBack={() => setChosen(null)} />;
  return (
    <>
      <Popup
        strip={
          <>
            <PageStrip
              state={state}
              recognised={recognised}
              paused={settings.paused}
              zone={zone}
              acts={{
                enable: () => void enable(state, recognised).catch((failure: unknown) => setError(codeOf(failure))),
                switchOn: () => void attempt(() => ask('site.set', { site: state!.site!.id, off: false })),
                teach: () =>
                  tab !== null && state?.origin && void teach(tab, state.origin).catch((failure: unknown) => setError(codeOf(failure))),
                forget: () =>
                  void attempt(async () => setToast({ words: t('popup_forgotten'), undo: (await ask('tab.forget', { tab: tab! })).undo })),
                pause: (paused) => void attempt(() => ask('settings.set', { paused })),
                sidePanel: () => openSidePanel(tab),
                workspace: () => openWorkspace(),
              }}
            />
            {isBlind(state) && <FindHere attempt={find} onPick={setChosen} />}
            {tab !== null && isLacking(state) && (
              <div class="popup-report">
                <CopyReport make={() => takeReport(tab, state!.site!.id, state!.reading, today)} />
              </div>
            )}
          </>
        }
        notice={
          <>
            <ErrorLine code={error ?? listError} />
            {spaceWords && <p class="popup-notice">{spaceWords}</p>}
            {backup?.due && <BackupDue onSave={() => openWorkspace('backup')} />}
            <div role="status">{notice && <p class="popup-notice private">{notice}</p>}</div>
          </>
        }
        today={today}
        lines={lines}
        ended={ended}
        waiting={list ? list.waiting.asked + list.waiting.suggested : 0}
        complete={list?.complete ?? false}
        later={list?.later ?? 0}
        anybody={list?.anybody ?? false}
        onAll={() => setAll(true)}
        onWorkspace={() => openWorkspace()}
        foot={
          backup && (
            <p class="popup-foot">
              <Button kind="text" onClick={() => openWorkspace('backup')}>
                {backup.last === null ? t('work_backup_none') : t('work_backup_last', dateInWords(dayOf(backup.last, zone), today))}
              </Button>
            </p>
          )
        }
        acts={{
          open: (line) =>
            void attempt(async () => {
              const { how, name } = await ask('conversation.open', { contact: line.contact });
              if (how === 'find-by-name') setNotice(t('popup_find_by_name', name));
              else if (how === 'nowhere') setNotice(t('popup_nowhere', line.name));
              else await closePopup();
            }),
          reply: async (line) => {
            const { replies, suggested } = await ask('reply.offer', { subject: { contact: line.contact }, query: '' });
            return suggested > 0 ? (replies[0] ?? null) : null;
          },
          done: (line) => void settle(line, { how: 'done' }, t('common_done_toast'), () => actOn(line, { how: 'done' })),
          skip: (line, reason) =>
            void settle(line, { how: 'skipped', reason }, t('common_skipped_toast'), () => actOn(line, { how: 'skip', reason })),
          snooze: (line, until) =>
            void settle(line, { how: 'snoozed', until }, t('common_snoozed_toast', dayInWords(until, today)), () =>
              actOn(line, { how: 'snooze', until }),
            ),
          pin: (line, pinned) => void attempt(() => actOn(line, { how: 'pin', pinned })),
        }}
      />
      <UndoToast toast={toast} onUndo={takeBack} onGone={() => setToast(null)} />
    </>
  );
}

/** Whether the page's site is on and nobody in it can be recognised. */
const isBlind = (state: TabAnswer | null): boolean =>
  state?.site?.granted === true &&
  !state.site.off &&
  (state.reading?.state === 'unrecognised' || state.reading?.missing.includes('conversation') === true);

/** Whether something of the page cannot be read that somebody could mend. What was taught is mended by teaching it again. */
const isLacking = (state: TabAnswer | null): boolean =>
  state?.site?.granted === true &&
  !state.site.off &&
  !state.site.taught &&
  (state.running || state.waiting) &&
  state.reading !== null &&
  state.reading.state !== 'reading';

/** Asks about nobody's conversation; what cannot be found is not found. */
const find: Try = (name, intention) => askAbout({})(name, intention).catch(() => null);

/** Acts on a line. */
const actOn = ({ key, kind, ref, contact }: TodayLineView, act: Request<'today.act'>['act']) =>
  ask('today.act', { line: { key, kind, ref, contact }, act });

/** The list of today together with what was ended since the popup opened, which keeps its place. */
function useKept(lines: TodayLineView[], ended: ReadonlyMap<string, Ended>): TodayLineView[] {
  const shown = useRef<TodayLineView[]>([]);
  const now = new Set(lines.map((line) => line.key));
  const kept = [...lines];
  // A line that ended stays after the one that it followed.
  for (const [i, old] of shown.current.entries()) {
    if (now.has(old.key) || !ended.has(old.key)) continue;
    const before = shown.current[i - 1]?.key;
    const at = before === undefined ? 0 : kept.findIndex((line) => line.key === before) + 1;
    kept.splice(at, 0, old);
  }
  shown.current = kept;
  return kept;
}
