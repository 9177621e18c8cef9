// The key dates of a person that come next.
import type { Day } from '../../lib/domain/day';
import { howFar, whatItIs } from '../../lib/domain/dates/occasion';
import { daysUntil, nextOccurrence } from '../../lib/domain/dates/occurrences';
import type { KeyDate } from '../../lib/domain/tie-records';
import { dateInWords } from '../../lib/words/dates';
import { keyDateInWords } from '../../lib/words/key-dates';
import { tell } from '../../lib/words/said';
import { t } from '../../lib/words/words';

const MOST = 3;

export function ComingDates({ keyDates, today }: { keyDates: readonly KeyDate[]; today: Day }) {
  const coming = keyDates
    .flatMap((date) => {
      const next = nextOccurrence(date, today);
      return next ? [{ date, next }] : [];
    })
    .sort((a, b) => a.next.on.localeCompare(b.next.on))
    .slice(0, MOST);
  if (coming.length === 0) return null;
  return (
    <ul class="coming-dates" aria-label={t('capture_coming')}>
      {coming.map(({ date, next }) => {
        const day = dateInWords(next.on, today);
        const when = [date.inferred ? t('capture_about', day) : day, tell(howFar(daysUntil(next.on, today)), today)];
        if (date.calendar === 'lunar') when.unshift(keyDateInWords({ ...date, year: null }));
        return (
          <li key={date.id} class="private">
            {tell(whatItIs(date, next.years), today)} <span class="small soft">{when.join(' · ')}</span>
          </li>
        );
      })}
    </ul>
  );
}
