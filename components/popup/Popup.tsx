// The popup: a strip that says what Rapport does on this page, and under it today's page of the diary.
import type { ComponentChildren } from 'preact';
import type { Day } from '../../lib/domain/day';
import type { TodayItem } from '../../lib/messages/protocol';
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
  items,
  ended,
  later,
  contacts,
  acts,
  onWorkspace,
}: {
  strip: ComponentChildren;
  /** What the last act has to say: an error, or why a conversation could not be opened. */
  notice: ComponentChildren;
  today: Day;
  items: TodayItem[];
  ended: ReadonlyMap<string, Ended>;
  later: number;
  contacts: number;
  acts: LineActs;
  onWorkspace: () => void;
}) {
  const waiting = items.filter((item) => !ended.has(item.followUp.id)).length;
  return (
    <main class="popup">
      {strip}
      <div class="diary">
        <h1>{longDate(today)}</h1>
        {waiting > 0 && <p class="soft">{tn('popup_glad', waiting)}</p>}
        {items.length > 0 && waiting === 0 && <p class="soft">{t('popup_all_done')}</p>}
        {notice}
        {items.length > 0 ? (
          <TodayList items={items} ended={ended} today={today} acts={acts} />
        ) : (
          <EmptyToday contacts={contacts} later={later} />
        )}
        {items.length > 0 && later > 0 && (
          <p class="diary-later">
            <Button kind="text" onClick={onWorkspace}>
              {tn('popup_later', later)}
            </Button>
          </p>
        )}
      </div>
    </main>
  );
}

function longDate(day: Day): string {
  return new Intl.DateTimeFormat(languageTag(), { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
