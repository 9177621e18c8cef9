// What a backup file would change, before anything is changed; and the choice how.
import { useState } from 'preact/hooks';
import { isDay } from '../../lib/domain/day';
import type { Difference } from '../../lib/messages/protocol';
import { useToday } from '../../lib/hooks/use-today';
import { dateInWords } from '../../lib/words/dates';
import { t, tn } from '../../lib/words/words';
import { Button } from '../Button';
import { Choice } from './Choice';
import { Differences } from './Differences';
import { numberInWords, tableInWords } from './table-words';

export interface Rejected {
  table: string;
  /** Counted from 1, within the table. */
  row: number;
  /** What of it cannot be read, as the file calls it; nothing is the whole row. */
  fields: string[];
}

/** A file whose rows stand ready in the background; nothing is changed yet. */
export interface Staged {
  job: string;
  exportedAt: string;
  /** The first of those that cannot be read, and how many there are. */
  rejected: Rejected[];
  rejectedRows: number;
  preview: Preview;
}

/** Rows by table: here, in the file, those that are new, newer and older; and the first of them by name. */
export interface Preview {
  here: Record<string, number>;
  file: Record<string, number>;
  added: Record<string, number>;
  changed: Record<string, number>;
  /** They would go back to that when the file replaces what is here. */
  older: Record<string, number>;
  differences: Difference[];
}

export type Mode = 'merge' | 'replace';

/** More than these nobody reads; the number of the others is told. */
const MOST_SHOWN = 50;

export function RestorePreview({ staged, onTake, onLeave }: { staged: Staged; onTake: (mode: Mode) => void; onLeave: () => void }) {
  const [mode, setMode] = useState<Mode>('merge');
  const { today } = useToday();
  const { here, file, added, changed, older, differences } = staged.preview;
  const gone = Object.fromEntries(
    Object.entries(here).map(([table, rows]) => [table, Math.max(0, rows - ((file[table] ?? 0) - (added[table] ?? 0)))]),
  );
  const tables = Object.keys({ ...here, ...file }).filter((table) => (here[table] ?? 0) + (file[table] ?? 0) > 0);
  const empty = Object.values(file).every((rows) => rows === 0);
  const merges = [added, changed].some((rows) => Object.values(rows).some((many) => many > 0));
  const day = staged.exportedAt.slice(0, 10);
  const cell = (n: number | undefined) => <td class="ws-number">{n ? numberInWords(n) : <span class="soft">–</span>}</td>;
  return (
    <div class="ws-restore">
      {isDay(day) && <p>{t('work_file_from', dateInWords(day, today))}</p>}
      {staged.rejected.length > 0 && <RejectedRows rows={staged.rejected} all={staged.rejectedRows} />}
      <table class="ws-table">
        <thead>
          <tr>
            <td />
            <th scope="col" class="ws-number">
              {t('work_here')}
            </th>
            <th scope="col" class="ws-number">
              {t('work_in_file')}
            </th>
            <th scope="col" class="ws-number">
              {t('work_new')}
            </th>
            <th scope="col" class="ws-number">
              {t('work_newer')}
            </th>
            {mode === 'replace' && (
              <th scope="col" class="ws-number">
                {t('work_older')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={table}>
              <th scope="row">{tableInWords(table)}</th>
              {cell(here[table])}
              {cell(file[table])}
              {cell(added[table])}
              {cell(changed[table])}
              {mode === 'replace' && cell(older[table])}
            </tr>
          ))}
        </tbody>
      </table>
      {empty ? (
        <p>{t('work_file_empty')}</p>
      ) : (
        <Choice
          label={t('work_how')}
          value={mode}
          options={[
            { value: 'merge', label: t('work_merge') },
            { value: 'replace', label: t('work_replace') },
          ]}
          about={mode === 'merge' ? t('work_merge_about') : t('work_replace_about')}
          onChoose={setMode}
        />
      )}
      {!empty && mode === 'merge' && !merges && <p>{t('work_merge_nothing')}</p>}
      {!empty && (
        <Differences
          differences={mode === 'replace' ? differences : differences.filter(({ kind }) => kind !== 'gone' && kind !== 'older')}
          counts={{ added, changed, older, gone }}
        />
      )}
      <div class="ws-acts">
        {!empty && (
          <Button kind="primary" onClick={() => onTake(mode)}>
            {mode === 'merge' ? t('work_merge_act') : t('work_replace_act')}
          </Button>
        )}
        <Button onClick={onLeave}>{t('common_cancel')}</Button>
      </div>
    </div>
  );
}

function RejectedRows({ rows, all }: { rows: readonly Rejected[]; all: number }) {
  return (
    <details class="ws-rejected" open>
      <summary>{tn('work_rejected', all)}</summary>
      <ul>
        {rows.slice(0, MOST_SHOWN).map((row) => (
          <li key={`${row.table}-${row.row}`}>
            {t('work_rejected_row', tableInWords(row.table), row.row)}{' '}
            <span class="soft">
              {row.fields.length > 0 ? t('work_rejected_fields', row.fields.join(t('work_comma'))) : t('work_rejected_whole')}
            </span>
          </li>
        ))}
      </ul>
      {all > MOST_SHOWN && <p class="soft">{t('work_rejected_more', all - MOST_SHOWN)}</p>}
    </details>
  );
}
