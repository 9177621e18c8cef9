// One line of the diary: name, why now in words, where; and done, later, skip.
import { useState } from 'preact/hooks';
import { addDays, type Day } from '../../lib/domain/day';
import type { TodayItem } from '../../lib/messages/protocol';
import { dateInWords, dayInWords } from '../../lib/words/dates';
import { siteName } from '../../lib/words/site-names';
import { t } from '../../lib/words/words';
import { Button, IconButton } from '../Button';
import { DateField, snoozeDays } from '../DayPicker';
import { Icon } from '../icons';
import { Menu } from '../Menu';

/** How a line ended while the popup was open; it stays as a thin line. */
export interface Ended {
  how: 'done' | 'skipped' | 'snoozed';
  /** The new day of a snoozed one. */
  until?: Day;
}

export interface LineActs {
  open: (item: TodayItem) => void;
  end: (item: TodayItem, status: 'done' | 'skipped') => void;
  snooze: (item: TodayItem, due: Day) => void;
}

interface LineProps {
  item: TodayItem;
  ended: Ended | null;
  today: Day;
  /** Whether Tab stops at this line. */
  stop: boolean;
  onCurrent: () => void;
  acts: LineActs;
}

export function TodayLine({ item, ended, today, stop, onCurrent, acts }: LineProps) {
  const [menu, setMenu] = useState(false);
  const [dating, setDating] = useState(false);
  if (ended) {
    return (
      <li class="today-line ended small soft">
        <span class="private">{item.name}</span> · {endedInWords(ended, today)}
      </li>
    );
  }
  const since = item.late === 0 ? t('popup_due_today') : t('popup_due_since', dueInWords(item, today));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest('input')) return;
    const act = { e: () => acts.end(item, 'done'), h: () => setMenu(true), s: () => acts.end(item, 'skipped') }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <li class="today-line" onKeyDown={onKeyDown} onFocusIn={onCurrent}>
      <button
        type="button"
        class="today-open"
        data-id={item.followUp.id}
        tabIndex={stop ? 0 : -1}
        aria-keyshortcuts="E H S"
        onClick={() => acts.open(item)}
      >
        <span class="today-name private">{item.name}</span>{' '}
        <span class="today-why private">{item.followUp.reason || t('popup_no_reason')}</span>{' '}
        <span class="today-where small soft">{[since, ...item.sites.map(siteName)].join(' · ')}</span>
      </button>
      <span class="today-acts">
        <IconButton
          icon="check"
          label={t('popup_done_of', item.name)}
          title={`${t('common_done')} (E)`}
          tabIndex={stop ? 0 : -1}
          onClick={() => acts.end(item, 'done')}
        />
        <Menu
          label={t('popup_snooze_of', item.name)}
          title={`${t('common_snooze')} (H)`}
          icon={<Icon name="clock" />}
          open={menu}
          onOpen={setMenu}
          tabStop={stop}
          items={[
            ...snoozeDays(today).map(({ words, day }) => ({ words, act: () => acts.snooze(item, day) })),
            { words: t('popup_on_a_date'), act: () => setDating(true) },
          ]}
        />
        <IconButton
          icon="skip"
          label={t('popup_skip_of', item.name)}
          title={`${t('common_skip')} (S)`}
          tabIndex={stop ? 0 : -1}
          onClick={() => acts.end(item, 'skipped')}
        />
      </span>
      {dating && (
        <span class="chips today-date">
          <DateField today={addDays(today, 1)} onPick={(day) => acts.snooze(item, day)} autoFocus />
          <Button kind="text" onClick={() => setDating(false)}>
            {t('common_cancel')}
          </Button>
        </span>
      )}
    </li>
  );
}

/** "yesterday", "3 days ago", or the date when that is long ago. */
function dueInWords(item: TodayItem, today: Day): string {
  return item.late <= 6 ? dayInWords(item.followUp.due, today) : dateInWords(item.followUp.due, today);
}

function endedInWords(ended: Ended, today: Day): string {
  if (ended.how === 'snoozed') return t('popup_ended_snoozed', ended.until ? dayInWords(ended.until, today) : '');
  return t(ended.how === 'done' ? 'popup_ended_done' : 'popup_ended_skipped');
}
