// Contacts as lines of a ruled page. The whole line opens the person; the name is the link.
import type { ContactRow } from '../../lib/messages/protocol';
import { dayInWords, timeInWords } from '../../lib/words/dates';
import { siteName } from '../../lib/words/site-names';
import { t } from '../../lib/words/words';
import { hashOf } from './route';
import { SmallTie } from './SmallTie';
import type { Clock } from './clock';

export function ContactTable({ rows, clock }: { rows: readonly ContactRow[]; clock: Clock }) {
  return (
    <table class="ws-table ws-contacts">
      <thead>
        <tr>
          <th scope="col">{t('work_name')}</th>
          <th scope="col" class="ws-sites">
            {t('work_where')}
          </th>
          <th scope="col" class="ws-number">
            {t('work_in')}
          </th>
          <th scope="col" class="ws-number">
            {t('work_out')}
          </th>
          <th scope="col">{t('work_last')}</th>
          <th scope="col">{t('work_next')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} row={row} clock={clock} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ row, clock }: { row: ContactRow; clock: Clock }) {
  const seen = row.last !== null || row.in + row.out > 0;
  const number = (n: number) => (row.approximate ? t('common_about', n) : n);
  const due = row.due !== null && row.due <= clock.today;
  return (
    <tr>
      <th scope="row">
        <SmallTie row={row} clock={clock} />
        <a class="ws-who private" href={hashOf('contacts', row.id)}>
          {row.name}
        </a>
        {row.kind === 'group' && <span class="ws-kind">{t('work_group')}</span>}
        {row.tags.length > 0 && <span class="ws-tags private">{row.tags.join(' · ')}</span>}
      </th>
      <td class="ws-sites">{row.sites.map(siteName).join(t('work_comma'))}</td>
      <td class="ws-number">{seen ? number(row.in) : <None />}</td>
      <td class="ws-number">{seen ? number(row.out) : <None />}</td>
      <td class="ws-when">{row.last === null ? <None /> : timeInWords(row.last, clock.today, clock.zone)}</td>
      <td class={due ? 'ws-when ws-due' : 'ws-when'}>{row.due === null ? null : dayInWords(row.due, clock.today)}</td>
    </tr>
  );
}

/** Not seen is not the same as none. */
function None() {
  return (
    <span class="soft">
      <span aria-hidden="true">–</span>
      <span class="visually-hidden">{t('work_not_seen')}</span>
    </span>
  );
}
