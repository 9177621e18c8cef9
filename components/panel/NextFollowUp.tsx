// When to come back to this person, and why.
import { useState } from 'preact/hooks';
import type { Day } from '../../lib/domain/day';
import type { FollowUp } from '../../lib/domain/records';
import { dateInWords, dayInWords } from '../../lib/words/dates';
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import { DayPicker } from '../DayPicker';
import type { Try } from './act';

export function NextFollowUp({ followUp, today, attempt }: { followUp: FollowUp | null; today: Day; attempt: Try }) {
  const [changing, setChanging] = useState(false);
  const [snoozing, setSnoozing] = useState(false);
  const [reason, setReason] = useState('');
  const set = async (due: Day) => {
    if (!(await attempt('followup.set', { due, reason: reason.trim() }, t('panel_follow_up_set', dayInWords(due, today))))) return;
    setChanging(false);
    setReason('');
  };
  const end = (status: 'done' | 'skipped') =>
    followUp &&
    void attempt('followup.end', { followUp: followUp.id, status }, t(status === 'done' ? 'common_done_toast' : 'common_skipped_toast'));
  const snooze = async (due: Day) => {
    if (followUp && (await attempt('followup.snooze', { followUp: followUp.id, due }, t('common_snoozed_toast', dayInWords(due, today)))))
      setSnoozing(false);
  };

  return (
    <section class="panel-part" aria-labelledby="follow-up-title">
      <h2 id="follow-up-title">{t('panel_follow_up')}</h2>
      {followUp && !changing ? (
        <>
          <p class="follow-up">
            {followUp.due <= today && <span class="dot" aria-hidden="true" />}
            <span class={followUp.due <= today ? 'due' : ''} title={dateInWords(followUp.due, today)}>
              {dayInWords(followUp.due, today)}
            </span>
            {followUp.reason && <span class="private">{followUp.reason}</span>}
          </p>
          <div class="panel-acts">
            <Button onClick={() => end('done')}>{t('common_done')}</Button>
            <Button aria-expanded={snoozing} onClick={() => setSnoozing(!snoozing)}>
              {t('common_snooze')}
            </Button>
            <Button
              kind="text"
              onClick={() => {
                setReason(followUp.reason);
                setChanging(true);
                setSnoozing(false);
              }}
            >
              {t('panel_change')}
            </Button>
            <Button kind="text" onClick={() => end('skipped')}>
              {t('common_skip')}
            </Button>
          </div>
          {snoozing && <DayPicker today={today} onPick={(due) => void snooze(due)} />}
        </>
      ) : (
        <div class="follow-up-form">
          <input
            class="field private"
            aria-label={t('panel_reason_label')}
            placeholder={t('panel_reason_hint')}
            maxLength={500}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          <DayPicker today={today} onPick={(due) => void set(due)} />
          {changing && (
            <Button
              kind="text"
              onClick={() => {
                setChanging(false);
                setReason('');
              }}
            >
              {t('common_cancel')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
