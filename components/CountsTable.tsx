// How often, each way, and on how many days anybody looked. What was not watched is "–", never 0.
import type { Counts } from '../lib/messages/protocol';
import { dayOf, type Day } from '../lib/domain/day';
import { dateInWords, timeInWords } from '../lib/words/dates';
import { t, tn } from '../lib/words/words';

/** Out and in of the last 7 and 30 days, and the last message each way; below, how much of it were likes and the like. */
export function CountsTable({ counts, today, zone }: { counts: Counts; today: Day; zone: string }) {
  const number = (n: number) => (counts.approximate ? t('common_about', n) : String(n));
  const row = (words: string, days: number, window: Counts['week']) => {
    const known = window.watched > 0 || window.in + window.out > 0;
    return (
      <tr>
        <th scope="row">{words}</th>
        <td>{known ? number(window.out) : t('common_unknown')}</td>
        <td>{known ? number(window.in) : t('common_unknown')}</td>
        <td class="soft">{t('common_seen_on', window.watched, days)}</td>
      </tr>
    );
  };
  const last = (at: string | null) => (at === null ? t('common_unknown') : timeInWords(at, today, zone));
  const since = counts.watchedSince === null ? null : dateInWords(dayOf(counts.watchedSince, zone), today);
  if (counts.in + counts.out === 0)
    return <p class="small soft">{since === null ? t('common_not_watched') : t('common_nothing_yet', since)}</p>;
  return (
    <div>
      <table class="counts">
        <thead>
          <tr>
            <td />
            <th scope="col">
              <span class="swatch" aria-hidden="true" />
              {t('common_you_wrote')}
            </th>
            <th scope="col">
              <span class="swatch in" aria-hidden="true" />
              {t('common_they_wrote')}
            </th>
            <th scope="col">{t('common_seen')}</th>
          </tr>
        </thead>
        <tbody>
          {row(t('common_7_days'), 7, counts.week)}
          {row(t('common_30_days'), 30, counts.month)}
          <tr class="last">
            <th scope="row">{t('common_last')}</th>
            <td>{last(counts.lastOut)}</td>
            <td>{last(counts.lastIn)}</td>
            <td />
          </tr>
        </tbody>
      </table>
      <p class="small soft" title={t('common_only_open')}>
        {since === null ? t('common_not_watched') : t('common_watched_since', since, number(counts.out), number(counts.in))}
        {counts.approximate && ` ${t('common_about_why')}`}
        {counts.acts > 0 && ` ${tn('common_acts', counts.acts)}`}
      </p>
    </div>
  );
}
