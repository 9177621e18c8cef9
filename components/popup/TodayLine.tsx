// One line of the diary: name, why now in words, what to do, where; and done, later, skip, pin.
import { useState } from 'preact/hooks';
import { addDays, type Day } from '../../lib/domain/day';
import type { OfferedReply, TodayLineView } from '../../lib/messages/protocol';
import { dayInWords } from '../../lib/words/dates';
import { tell } from '../../lib/words/said';
import { siteName } from '../../lib/words/site-names';
import { t } from '../../lib/words/words';
import { Button, IconButton } from '../Button';
import { DateField, snoozeDays } from '../DayPicker';
import { Icon } from '../icons';
import { Menu } from '../Menu';
import { LineReply } from './LineReply';
import { SkipReason } from './SkipReason';

/** How a line ended while the popup was open; it stays as a thin line. */
export interface Ended {
  how: 'done' | 'skipped' | 'snoozed';
  /** The new day of a snoozed one. */
  until?: Day;
  /** Why it was skipped, once that was said. */
  reason?: string;
}

export interface LineActs {
  open: (line: TodayLineView) => void;
  /** The reply that fits this person today, null where none does. */
  reply: (line: TodayLineView) => Promise<OfferedReply | null>;
  done: (line: TodayLineView) => void;
  skip: (line: TodayLineView, reason: string) => void;
  snooze: (line: TodayLineView, until: Day) => void;
  pin: (line: TodayLineView, pinned: boolean) => void;
}

interface LineProps {
  line: TodayLineView;
  ended: Ended | null;
  today: Day;
  /** Whether Tab stops at this line. */
  stop: boolean;
  onCurrent: () => void;
  acts: LineActs;
}

export function TodayLine({ line, ended, today, stop, onCurrent, acts }: LineProps) {
  const [menu, setMenu] = useState(false);
  const [dating, setDating] = useState(false);
  const [replying, setReplying] = useState(false);
  if (ended) {
    return (
      <li class="today-line ended small soft">
        <span class="private">{line.name}</span> · {endedInWords(ended, today)}
        {ended.how === 'skipped' && <SkipReason reason={ended.reason ?? ''} onReason={(reason) => acts.skip(line, reason)} />}
      </li>
    );
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest('input')) return;
    const act = {
      e: () => acts.done(line),
      h: () => setMenu(true),
      s: () => acts.skip(line, ''),
      p: () => acts.pin(line, !line.pinned),
      r: () => setReplying(!replying),
    }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const tabIndex = stop ? 0 : -1;
  return (
    <li class={line.asked ? 'today-line asked' : 'today-line'} onKeyDown={onKeyDown} onFocusIn={onCurrent}>
      <button
        type="button"
        class="today-open"
        data-id={line.key}
        tabIndex={tabIndex}
        aria-keyshortcuts="E H S P R"
        onClick={() => acts.open(line)}
      >
        <span class="today-name private">{line.name}</span>{' '}
        {line.pinned && (
          <span class="today-pinned" title={t('popup_pinned')}>
            <Icon name="pin" />
            <span class="visually-hidden">{t('popup_pinned')}</span>
          </span>
        )}
        <span class="today-why private">{tell(line.why, today)}</span>{' '}
        {line.also.length > 0 && (
          <span class="today-also small soft private">{line.also.map(({ why }) => tell(why, today)).join(' · ')}</span>
        )}{' '}
        <span class="today-where small soft" title={tell(line.act, today)}>
          {[...line.sites.map(siteName), tell(line.act, today)].join(' · ')}
        </span>
      </button>
      <span class="today-acts">
        <IconButton
          icon="reply"
          label={t('popup_reply_of', line.name)}
          title={`${t('popup_reply')} (R)`}
          aria-expanded={replying}
          tabIndex={tabIndex}
          onClick={() => setReplying(!replying)}
        />
        <IconButton
          icon="check"
          label={t('popup_done_of', line.name)}
          title={`${t('common_done')} (E)`}
          tabIndex={tabIndex}
          onClick={() => acts.done(line)}
        />
        <Menu
          label={t('popup_snooze_of', line.name)}
          title={`${t('common_snooze')} (H)`}
          icon={<Icon name="clock" />}
          open={menu}
          onOpen={setMenu}
          tabStop={stop}
          items={[
            ...snoozeDays(today).map(({ words, day }) => ({ words, act: () => acts.snooze(line, day) })),
            { words: t('popup_on_a_date'), act: () => setDating(true) },
            null,
            { words: line.pinned ? t('popup_unpin') : t('popup_pin'), act: () => acts.pin(line, !line.pinned) },
          ]}
        />
        <IconButton
          icon="skip"
          label={t('popup_skip_of', line.name)}
          title={`${t('common_skip')} (S)`}
          tabIndex={tabIndex}
          onClick={() => acts.skip(line, '')}
        />
      </span>
      {replying && (
        <LineReply today={today} find={() => acts.reply(line)} onOpen={() => acts.open(line)} onClose={() => setReplying(false)} />
      )}
      {dating && (
        <span class="chips today-date">
          <DateField today={addDays(today, 1)} onPick={(day) => acts.snooze(line, day)} autoFocus />
          <Button kind="text" onClick={() => setDating(false)}>
            {t('common_cancel')}
          </Button>
        </span>
      )}
    </li>
  );
}

function endedInWords({ how, until, reason }: Ended, today: Day): string {
  if (how === 'snoozed') return t('popup_ended_snoozed', until ? dayInWords(until, today) : '');
  if (how === 'done') return t('popup_ended_done');
  return reason ? t('popup_ended_skipped_for', reason) : t('popup_ended_skipped');
}
