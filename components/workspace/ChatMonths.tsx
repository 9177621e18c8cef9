// What would be counted for one person of a chat: from when to when, how much each way by month, and what is counted already.
import type { Day } from '../../lib/domain/day';
import { spanInWords, monthInWords } from '../../lib/words/dates';
import { t, tn } from '../../lib/words/words';
import { numberInWords } from './table-words';

interface Month {
  /** `2026-03` */
  month: string;
  in: number;
  out: number;
}
interface Props {
  name: string;
  /** First and last day of what is new; null when nothing is. */
  span: { from: Day; to: Day } | null;
  months: readonly Month[];
  /** So many days are counted already. */
  counted: number;
  never: boolean;
  today: Day;
}

/** So many months stand there at once, the latest. */
const SHOWN = 12;

export function ChatMonths({ name, span, months, counted, never, today }: Props) {
  const latest = months.toReversed();
  const sum = (side: 'in' | 'out') => months.reduce((all, one) => all + one[side], 0);
  return (
    <section class="chat-plan">
      <h3 class="private">{name}</h3>
      {never ? (
        <p>{t('intake_never')}</p>
      ) : (
        <>
          {span ? (
            <p>
              {t(
                'chat_span',
                ...spanInWords(span.from, span.to, today),
                t('chat_both', numberInWords(sum('in')), numberInWords(sum('out'))),
              )}
            </p>
          ) : (
            <p>{t('chat_nothing')}</p>
          )}
          {counted > 0 && span && <p class="soft">{tn('chat_counted', counted)}</p>}
          {span && <Months months={latest.slice(0, SHOWN)} />}
          {latest.length > SHOWN && (
            <details>
              <summary>{tn('chat_earlier', latest.length - SHOWN)}</summary>
              <Months months={latest.slice(SHOWN)} />
            </details>
          )}
        </>
      )}
    </section>
  );
}

const Months = ({ months }: { months: readonly Month[] }) => (
  <table class="ws-table">
    <thead>
      <tr>
        <th scope="col">{t('chat_month')}</th>
        <th scope="col" class="ws-number">
          {t('common_they_wrote')}
        </th>
        <th scope="col" class="ws-number">
          {t('common_you_wrote')}
        </th>
      </tr>
    </thead>
    <tbody>
      {months.map(({ month, ...sums }) => (
        <tr key={month}>
          <th scope="row">{monthInWords(`${month}-01`)}</th>
          <td class="ws-number">{numberInWords(sums.in)}</td>
          <td class="ws-number">{numberInWords(sums.out)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
