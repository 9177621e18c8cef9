// What the columns of a plain table hold: as the file was understood, to be put right by the user.
import { ROLES, type Found, type Mapping, type Role } from '../../lib/formats/replies/incoming';
import { t } from '../../lib/words/words';
import { ROLE_NAMES } from './import-words';

/** So much of a cell shows what its column is. */
const SAMPLE = 60;

export function ImportColumns({ table, onMapping }: { table: NonNullable<Found['table']>; onMapping: (mapping: Mapping) => void }) {
  const { csv, mapping } = table;
  const [head] = csv.rows;
  const sampleOf = (column: number) =>
    csv.rows.slice(mapping.header ? 1 : 0).find(({ cells }) => cells[column]?.trim())?.cells[column] ?? '';
  const choose = (column: number, role: Role | null) =>
    onMapping({ ...mapping, columns: mapping.columns.map((one, i) => (i === column ? role : one)) });
  return (
    <fieldset class="import-columns">
      <legend>{t('import_columns')}</legend>
      <label class="import-header">
        <input
          type="checkbox"
          checked={mapping.header}
          onChange={(event) => onMapping({ ...mapping, header: event.currentTarget.checked })}
        />
        <span>{t('import_header')}</span>
      </label>
      <ul>
        {mapping.columns.map((role, column) => {
          const name = (mapping.header && head?.cells[column]?.trim()) || t('import_column', column + 1);
          return (
            <li key={column}>
              <label>
                <span class="import-column">{name.slice(0, SAMPLE)}</span>
                <select
                  class="field"
                  value={role ?? ''}
                  onChange={(event) => choose(column, ROLES.find((one) => one === event.currentTarget.value) ?? null)}
                >
                  <option value="">{t('import_role_none')}</option>
                  {ROLES.map((one) => (
                    <option key={one} value={one}>
                      {t(ROLE_NAMES[one])}
                    </option>
                  ))}
                </select>
              </label>
              <span class="import-sample soft">{sampleOf(column).slice(0, SAMPLE)}</span>
            </li>
          );
        })}
      </ul>
      {!mapping.columns.includes('body') && <p role="status">{t('import_need_body')}</p>}
    </fieldset>
  );
}
