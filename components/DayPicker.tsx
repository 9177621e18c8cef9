// Choosing a day in the near future: one click for the usual ones, a date field for the rest.
import { useState } from 'preact/hooks';
import { addDays, isDay, nextMonday, type Day } from '../lib/domain/day';
import { dateInWords } from '../lib/words/dates';
import { t } from '../lib/words/words';

/** Calls `onPick` at once; there is nothing to confirm. */
export function DayPicker({ today, onPick }: { today: Day; onPick: (day: Day) => void }) {
  const [dating, setDating] = useState(false);
  const near: [string, Day][] = [
    [t('common_tomorrow'), addDays(today, 1)],
    [t('common_in_3_days'), addDays(today, 3)],
    [t('common_next_week'), nextMonday(today)],
  ];
  return (
    <div class="chips" role="group" aria-label={t('common_when')}>
      {near.map(([words, day]) => (
        <button key={words} type="button" class="chip" title={dateInWords(day, today)} onClick={() => onPick(day)}>
          {words}
        </button>
      ))}
      {dating ? (
        <DateField today={today} onPick={onPick} autoFocus />
      ) : (
        <button type="button" class="chip" onClick={() => setDating(true)}>
          {t('common_a_date')}
        </button>
      )}
    </div>
  );
}

/** A date is taken when it is complete: on Enter, on leaving the field, or from the browser's calendar. */
export function DateField({ today, onPick, autoFocus = false }: { today: Day; onPick: (day: Day) => void; autoFocus?: boolean }) {
  const take = (input: HTMLInputElement) => {
    if (!isDay(input.value) || input.value < today) return;
    onPick(input.value);
    input.value = '';
  };
  return (
    <input
      class="field date-field"
      type="date"
      min={today}
      aria-label={t('common_on_a_date')}
      ref={autoFocus ? focusOnce : null}
      onBlur={(event) => take(event.currentTarget)}
      onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget)}
    />
  );
}

function focusOnce(input: HTMLInputElement | null) {
  input?.focus();
}

/** Days to put a follow-up off to, as chips; the popup has the same in a menu. */
export function snoozeDays(today: Day): { words: string; day: Day }[] {
  const later = (months: number) => Temporal.PlainDate.from(today).add({ months }).toString();
  return [
    { words: t('common_tomorrow'), day: addDays(today, 1) },
    { words: t('common_next_week'), day: nextMonday(today) },
    { words: t('common_2_weeks'), day: addDays(today, 14) },
    { words: t('common_1_month'), day: later(1) },
    { words: t('common_3_months'), day: later(3) },
  ];
}
