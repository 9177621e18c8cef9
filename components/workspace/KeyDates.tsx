// Key dates of a contact: birthdays, anniversaries, what runs out; each with the day on which it comes next.
import { whatItIs, howOften } from '../../lib/domain/dates/occasion';
import { nextOccurrence } from '../../lib/domain/dates/occurrences';
import type { Day } from '../../lib/domain/day';
import type { KeyDate } from '../../lib/domain/tie-records';
import { dayInWords } from '../../lib/words/dates';
import { keyDateInWords } from '../../lib/words/key-dates';
import { tell } from '../../lib/words/said';
import { t } from '../../lib/words/words';
import type { KeyDateGiven } from './key-date-draft';
import { KeyDateForm } from './KeyDateForm';
import { LifeList } from './LifeList';

export function KeyDates({
  dates,
  today,
  onSave,
  onRemove,
}: {
  dates: readonly KeyDate[];
  today: Day;
  onSave: (date: KeyDateGiven) => Promise<boolean>;
  onRemove: (date: KeyDate) => void;
}) {
  const coming = dates.map((date) => ({ date, next: nextOccurrence(date, today) }));
  const sorted = coming.sort((a, b) => ((a.next?.on ?? '9') < (b.next?.on ?? '9') ? -1 : 1));
  return (
    <LifeList
      title={t('life_dates')}
      add={t('life_date_add')}
      records={sorted.map(({ date, next }) => ({ ...date, next }))}
      line={({ next, ...date }) => ({
        what: tell(whatItIs(date, next?.years ?? null), today),
        more: [
          keyDateInWords(date),
          tell(howOften(date), today),
          next ? t('life_date_next', dayInWords(next.on, today)) : t('life_date_over'),
          date.inferred && t('life_date_inferred'),
        ]
          .filter(Boolean)
          .join(' · '),
      })}
      form={(date, shut) => <KeyDateForm date={date} onCancel={shut} onSave={async (given) => (await onSave(given)) && shut()} />}
      onRemove={onRemove}
    />
  );
}
