// The popup: a strip that says what Rapport does on this page, and under it today's page of the diary.
import type { ComponentChildren } from 'preact';
import type { Day } from '../../lib/domain/day';
import type { TodayLineView } from '../../lib/messages/protocol';
import { languageTag, t, tn } from '../../lib/words/words';
import { Button } from '../Button';
import { EmptyToday } from './EmptyToday';
import './popup.css';
import { TodayList } from './TodayList';
import type { Ended, LineActs } from './TodayLine';

export function Popup({
  strip,
  notice,
  today,
  lines,
  ended,
  waiting,
  later,
  anybody,
  complete,
  acts,
  onAll,
  onWorkspace,
  foot,
}: {
  strip: ComponentChildren;
  /** What the last act has to say: an error, or why a conversation could not be opened. */
  notice: ComponentChildren;
  today: Day;
  lines: TodayLineView[];
  ended: ReadonlyMap<string, Ended>;
  /** How many more there are beyond the day's list. */
  waiting: number;
  later: number;
  /** Whether anybody is remembered. */
  anybody: boolean;
  /** False while the morning's reckoning goes on. */
  complete: boolean;
  acts: LineActs;
  /** Shows those that wait, too. */
  onAll: () => void;
  onWorkspace: () => void;
  /** Below everything else: how old the last backup is. */
  foot?: ComponentChildren;
}) {
  const open = lines.filter((line) => !ended.has(line.key)).length;
  return (
    <main class="popup">
      {strip}
      <div class="diary">
        <h1>{longDate(today)}</h1>
        {open > 0 && <p class="soft">{tn('popup_glad', open)}</p>}
        {lines.length > 0 && open === 0 && <p class="soft">{t('popup_all_done')}</p>}
        {notice}
        {lines.length > 0 ? (
          <TodayList lines={lines} ended={ended} today={today} acts={acts} />
        ) : (
          complete && <EmptyToday anybody={anybody} later={later} />
        )}
        {!complete && (
          <p class="diary-later small soft" role="status">
            {t('popup_reckoning')}
          </p>
        )}
        {complete && waiting > 0 && (
          <p class="diary-later">
            <Button kind="text" onClick={onAll}>
              {tn('popup_waiting', waiting)}
            </Button>
          </p>
        )}
        {lines.length > 0 && later > 0 && (
          <p class="diary-later">
            <Button kind="text" onClick={onWorkspace}>
              {tn('popup_later', later)}
            </Button>
          </p>
        )}
        {foot}
      </div>
    </main>
  );
}

function longDate(day: Day): string {
  return new Intl.DateTimeFormat(languageTag(), { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
