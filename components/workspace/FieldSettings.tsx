// The rep's own fields: their names, their order, what a choice offers, and the way back for removed ones.
import { useState } from 'preact/hooks';
import { newId } from '../../lib/domain/id';
import { inUse, LONGEST_FIELD, MOST_FIELDS, OWN_KINDS, type OwnKind } from '../../lib/domain/own-value';
import type { OwnFieldChange } from '../../lib/domain/own-field-change';
import { spellingOfOwn } from '../../lib/domain/own-names';
import { languageTag, t } from '../../lib/words/words';
import { Button } from '../Button';
import { KIND_NAMES, wrongName, type ShownField } from '../own-words';
import { AddLine } from './AddLine';
import { Field, KeptField } from './Field';
import { FieldOptions, optionsIn, optionsWrong } from './FieldOptions';
import { RowActs, useOrdered } from './Ordered';
import { useDraft } from './use-draft';

/** Says whether it was taken; `words` tell what was done. */
export type OnField = (change: OwnFieldChange, words?: string) => Promise<boolean>;

export function FieldSettings({ fields: all, onSet }: { fields: readonly ShownField[]; onSet: OnField }) {
  const fields = inUse(all);
  const { place, move, leaveRow } = useOrdered<HTMLDivElement>(
    fields.map(({ id }) => id),
    (id, before) => void onSet({ id, before }),
  );
  const remove = ({ id, name }: ShownField) => {
    leaveRow();
    void onSet({ id, removed: true }, t('fields_removed', name));
  };
  return (
    <div ref={place}>
      {fields.length > 0 && (
        <table class="ws-table ws-own">
          <thead>
            <tr>
              <th scope="col">{t('care_stage_name')}</th>
              <th scope="col">{t('fields_kind')}</th>
              <th scope="col">{t('fields_in_replies')}</th>
              <th scope="col">
                <span class="visually-hidden">{t('care_stage_order')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field, index) => (
              <tr key={field.id}>
                <td>
                  <KeptField
                    label={t('care_stage_name_of', field.name)}
                    isBare
                    maxLength={LONGEST_FIELD}
                    stored={field.name}
                    check={(text) => wrongName(all, field.id, text)}
                    onKeep={(name) => onSet({ id: field.id, name }, t('fields_renamed', name))}
                  />
                  {field.kind === 'choice' && <FieldOptions field={field} onSet={onSet} />}
                </td>
                <td>{t(KIND_NAMES[field.kind])}</td>
                <td>
                  <code>{spellingOfOwn(field.name, languageTag() === 'zh-CN' ? 'zh' : 'en')}</code>
                </td>
                <RowActs id={field.id} name={field.name} index={index} of={fields.length} onMove={move} onRemove={() => remove(field)} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {fields.length < MOST_FIELDS ? <AddField all={all} onSet={onSet} /> : <p class="ws-about">{t('fields_full')}</p>}
      {all
        .filter(({ removedAt }) => removedAt !== null)
        .map((field) => {
          const isTaken = wrongName(all, field.id, field.name) !== null || fields.length >= MOST_FIELDS;
          return (
            <p key={field.id} class="ws-left-in small">
              <span>{t(isTaken ? 'fields_left_taken' : 'fields_left', field.name)}</span>
              {!isTaken && (
                <Button kind="text" onClick={() => void onSet({ id: field.id, removed: false })}>
                  {t('care_stage_again', field.name)}
                </Button>
              )}
            </p>
          );
        })}
    </div>
  );
}

function AddField({ all, onSet }: { all: readonly ShownField[]; onSet: OnField }) {
  const { draft, set, bind } = useDraft({ name: '', options: '' });
  const [kind, setKind] = useState<OwnKind>('text');
  const name = draft.name.trim();
  return (
    <AddLine
      check={() => wrongName(all, null, name) ?? (kind === 'choice' ? optionsWrong(draft.options) : null)}
      onAdd={() => onSet({ id: newId(Date.now()), name, kind, ...(kind === 'choice' ? { options: optionsIn(draft.options) } : {}) })}
      onAdded={() => set({ name: '', options: '' })}
    >
      <Field label={t('fields_new')}>
        <input class="field" maxLength={LONGEST_FIELD} autocomplete="off" placeholder={t('fields_new_hint')} {...bind('name')} />
      </Field>
      <Field label={t('fields_kind')}>
        <select class="field" value={kind} onChange={({ currentTarget }) => setKind(currentTarget.value as OwnKind)}>
          {OWN_KINDS.map((one) => (
            <option key={one} value={one}>
              {t(KIND_NAMES[one])}
            </option>
          ))}
        </select>
      </Field>
      {kind === 'choice' && (
        <Field label={t('fields_options')}>
          <input class="field" maxLength={2000} autocomplete="off" placeholder={t('fields_options_hint')} {...bind('options')} />
        </Field>
      )}
    </AddLine>
  );
}
