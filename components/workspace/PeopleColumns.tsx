// What the columns of a table of people hold: as the file was understood, to be put right by the user.
import { COLUMN_FIELDS, type ColumnField, type Mapping, type TableLook } from '../../lib/formats/contacts/incoming';
import { t, type WordKey } from '../../lib/words/words';

/** So much of a cell shows what its column is. */
const SAMPLE = 60;

const NAMES: Record<ColumnField, WordKey> = {
  name: 'intake_column_name',
  first: 'intake_column_first',
  middle: 'intake_column_middle',
  last: 'intake_column_last',
  nickname: 'intake_column_nickname',
  company: 'intake_column_company',
  role: 'intake_column_role',
  phone: 'intake_column_phone',
  email: 'intake_column_email',
  link: 'intake_column_link',
  tags: 'intake_column_tags',
  note: 'intake_column_note',
  stage: 'intake_column_stage',
  type: 'intake_column_type',
  source: 'intake_column_source',
  birthday: 'intake_column_birthday',
  lunarBirthday: 'intake_column_lunar',
  birthYear: 'intake_column_year',
  birthMonth: 'intake_column_month',
  birthDay: 'intake_column_day',
  anniversary: 'intake_column_anniversary',
  date: 'intake_column_date',
  addedOn: 'intake_column_added',
  own: 'intake_column_own',
  label: 'intake_column_label',
  id: 'intake_column_id',
  dates: 'intake_column_dates',
  bonds: 'intake_column_bonds',
  cadence: 'intake_column_cadence',
  quietUntil: 'intake_column_quiet',
};
/** Those that need a name beside the column's own are only there as the file gave them. */
const NAMED: readonly ColumnField[] = ['id'];

export function PeopleColumns({ table, onMapping }: { table: TableLook; onMapping: (mapping: Mapping) => void }) {
  const { names, samples, mapping } = table;
  const choose = (column: number, field: ColumnField | undefined) => {
    const name = field === 'own' || field === 'date' ? (names[column] || t('import_column', column + 1)).slice(0, SAMPLE) : '';
    onMapping({ ...mapping, columns: mapping.columns.map((one, i) => (i !== column ? one : field ? { field, name } : null)) });
  };
  return (
    <fieldset class="import-columns">
      <legend>{t('intake_columns')}</legend>
      <ul>
        {mapping.columns.map((chosen, column) => (
          <li key={column}>
            <label>
              <span class="import-column">{(names[column] || t('import_column', column + 1)).slice(0, SAMPLE)}</span>
              <select
                class="field"
                value={chosen?.field ?? ''}
                onChange={({ currentTarget }) => choose(column, COLUMN_FIELDS.find((field) => field === currentTarget.value))} // prettier-ignore
              >
                <option value="">{t('intake_column_none')}</option>
                {COLUMN_FIELDS.filter((field) => !NAMED.includes(field) || chosen?.field === field).map((field) => (
                  <option key={field} value={field}>
                    {t(NAMES[field])}
                  </option>
                ))}
              </select>
            </label>
            <span class="import-sample soft private">
              {samples
                .map((row) => row[column]?.trim())
                .find(Boolean)
                ?.slice(0, SAMPLE)}
            </span>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
