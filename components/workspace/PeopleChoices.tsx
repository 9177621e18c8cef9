// How a file of people is to be brought in: who counts as known, what is done with them, and which fields are made.
import { KNOWN_WAYS, MATCH_KEYS, type ImportChoices, type KnownWay, type MatchKey } from '../../lib/domain/import/person';
import { t, type WordKey } from '../../lib/words/words';
import { Choice } from './Choice';

const KEYS: Record<MatchKey, WordKey> = { phone: 'intake_key_phone', email: 'intake_key_email', id: 'intake_key_id' };
const WAYS: Record<KnownWay, [name: WordKey, about: WordKey]> = {
  fill: ['intake_known_fill', 'intake_known_fill_about'],
  overwrite: ['intake_known_overwrite', 'intake_known_overwrite_about'],
  skip: ['intake_known_skip', 'intake_known_skip_about'],
  create: ['intake_known_create', 'intake_known_create_about'],
};

/** `fields`: names in the file for which there is no field yet. */
export function PeopleChoices(props: { choices: ImportChoices; fields: readonly string[]; onChoose: (choices: ImportChoices) => void }) {
  const { choices, fields, onChoose } = props;
  const toggled = <T extends string>(list: readonly T[], one: T): T[] =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  return (
    <>
      {choices.known !== 'create' && (
        <fieldset class="ws-choice">
          <legend>{t('intake_keys')}</legend>
          <div class="ws-options">
            {MATCH_KEYS.map((key) => (
              <label key={key}>
                <input
                  type="checkbox"
                  checked={choices.keys.includes(key)}
                  onChange={() => onChoose({ ...choices, keys: toggled(choices.keys, key) })}
                />
                <span>{t(KEYS[key])}</span>
              </label>
            ))}
          </div>
          <p class="ws-about">{t('intake_keys_about')}</p>
        </fieldset>
      )}
      <Choice
        label={t('intake_known')}
        value={choices.known}
        options={KNOWN_WAYS.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)).map((way) => ({ value: way, label: t(WAYS[way][0]) }))}
        about={t(WAYS[choices.known][1])}
        onChoose={(known) => onChoose({ ...choices, known })}
      />
      <label class="import-header">
        <input
          type="checkbox"
          checked={choices.deleted}
          onChange={({ currentTarget }) => onChoose({ ...choices, deleted: currentTarget.checked })}
        />
        <span>{t('intake_deleted_too')}</span>
      </label>
      {fields.length > 0 && (
        <fieldset class="ws-choice">
          <legend>{t('intake_fields')}</legend>
          <div class="ws-options">
            {fields.map((name) => (
              <label key={name}>
                <input
                  type="checkbox"
                  checked={choices.fields.includes(name)}
                  onChange={() => onChoose({ ...choices, fields: toggled(choices.fields, name) })}
                />
                <span>{name}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
const ORDER: readonly KnownWay[] = ['fill', 'overwrite', 'skip', 'create'];
