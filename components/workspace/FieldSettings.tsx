// The rep's own fields: their names, their order, what a choice offers, and the way back for removed ones.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { newId } from '../../lib/domain/id';
import { inUse, LONGEST_FIELD, MOST_FIELDS, OWN_KINDS, type OwnKind } from '../../lib/domain/own-value';
import type { OwnFieldChange } from '../../lib/domain/own-field-change';
import { spellingOfOwn } from '../../lib/domain/own-names';
import { languageTag, t } from '../../lib/words/words';
import { Button, IconButton } from '../Button';
import { KIND_NAMES, wrongName, type ShownField } from '../own-words';
import { Field, KeptField } from './Field';
import { FieldOptions, optionsIn, optionsWrong } from './FieldOptions';
import { useDraft } from './use-draft';

/** Says whether it was taken; `words` tell what was done. */
export type OnField = (change: OwnFieldChange, words?: string) => Promise<boolean>;

export function FieldSettings({ fields: all, onSet }: { fields: readonly ShownField[]; onSet: OnField }) {
  const fields = inUse(all);
  const place = useRef<HTMLDivElement>(null);
  /** The button that was pressed to move a field: it loses the focus when its row moves. */
  const moved = useRef<{ id: string; way: 'up' | 'down' } | null>(null);
  const order = fields.map(({ id }) => id).join();
  useLayoutEffect(() => {
    if (!moved.current) return;
    const { id, way } = moved.current;
    moved.current = null;
    const buttons = [...(place.current?.querySelectorAll<HTMLButtonElement>(`[data-own="${id}"] [data-way]`) ?? [])];
    (buttons.find((button) => button.dataset['way'] === way && !button.disabled) ?? buttons.find((button) => !button.disabled))?.focus();
  }, [order]);

  const move = (index: number, way: 'up' | 'down') => {
    const { id } = fields[index]!;
    moved.current = { id, way };
    void onSet({ id, before: (way === 'up' ? fields[index - 1]?.id : fields[index + 2]?.id) ?? null });
  };
  const remove = ({ id, name }: ShownField) => {
    // The button goes away with its row.
    place.current?.querySelector<HTMLElement>('form input')?.focus();
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
              <tr key={field.id} data-own={field.id}>
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
                <td class="ws-stage-acts">
                  <IconButton
                    icon="up"
                    label={t('care_stage_up', field.name)}
                    data-way="up"
                    disabled={index === 0}
                    onClick={() => move(index, 'up')}
                  />
                  <IconButton
                    icon="down"
                    label={t('care_stage_down', field.name)}
                    data-way="down"
                    disabled={index === fields.length - 1}
                    onClick={() => move(index, 'down')}
                  />
                  <IconButton icon="close" label={t('care_stage_remove', field.name)} onClick={() => remove(field)} />
                </td>
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
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async () => {
    const name = draft.name.trim();
    const why = wrongName(all, null, name) ?? (kind === 'choice' ? optionsWrong(draft.options) : null);
    setWrong(why);
    if (why !== null) return;
    const options = kind === 'choice' ? { options: optionsIn(draft.options) } : {};
    if (await onSet({ id: newId(Date.now()), name, kind, ...options })) set({ name: '', options: '' });
  };
  return (
    <form
      class="ws-inline"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
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
      <Button type="submit">{t('care_add')}</Button>
      <div role="alert" class="wide">
        {wrong && <p class="error-line">{wrong}</p>}
      </div>
    </form>
  );
}
