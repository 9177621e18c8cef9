// What a choice among the rep's own fields offers: each renamed where it stands, removed, or one added.
import { useRef, useState } from 'preact/hooks';
import { newId } from '../../lib/domain/id';
import { LONGEST_FIELD, MOST_OPTIONS } from '../../lib/domain/own-value';
import { plainWord } from '../../lib/domain/template/fields';
import { t } from '../../lib/words/words';
import { IconButton } from '../Button';
import type { ShownField } from '../own-words';
import { KeptField } from './Field';
import type { OnField } from './FieldSettings';

/** The options written in one line, by any comma. */
const namesIn = (text: string): string[] => [
  ...new Map(
    text
      .split(/[,，、;；|｜\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => [plainWord(name), name]),
  ).values(),
];
export const optionsIn = (text: string): { id: string; name: string }[] => namesIn(text).map((name) => ({ id: newId(Date.now()), name }));
export function optionsWrong(text: string): string | null {
  const names = namesIn(text);
  if (names.length === 0) return t('fields_wrong_options');
  return names.length > MOST_OPTIONS || names.some((name) => name.length > LONGEST_FIELD) ? t('fields_wrong_many') : null;
}

export function FieldOptions({ field, onSet }: { field: ShownField; onSet: OnField }) {
  const offered = field.options.filter(({ removed }) => !removed);
  const place = useRef<HTMLDivElement>(null);
  /** Of the field for one more: it is made anew when its text was taken. */
  const [added, setAdded] = useState(0);
  const check = (text: string, own: string | null): string | null => {
    if (text === '') return own === null ? null : t('fields_wrong_option');
    return offered.some(({ id, name }) => id !== own && plainWord(name) === plainWord(text)) ? t('fields_wrong_option_taken') : null;
  };
  const add = async (name: string): Promise<boolean> => {
    if (name === '') return true;
    // One that was removed comes back for those who still have it.
    const old = field.options.find((option) => option.removed && plainWord(option.name) === plainWord(name));
    const taken = await onSet({ id: field.id, options: [old ? { id: old.id, name, removed: false } : { id: newId(Date.now()), name }] });
    if (taken) setAdded(added + 1);
    return taken;
  };
  return (
    <div class="ws-own-options" ref={place} role="group" aria-label={t('fields_options_of', field.name)}>
      {offered.map(({ id, name }) => (
        <div key={id} class="ws-own-option">
          <KeptField
            label={t('care_stage_name_of', name)}
            isBare
            maxLength={LONGEST_FIELD}
            stored={name}
            check={(text) => check(text, id)}
            onKeep={(fresh) => onSet({ id: field.id, options: [{ id, name: fresh }] })}
          />
          {offered.length > 1 && (
            <IconButton
              icon="close"
              label={t('care_stage_remove', name)}
              onClick={() => {
                // The button goes away with its line.
                place.current?.querySelector<HTMLElement>('[data-new] input')?.focus();
                void onSet({ id: field.id, options: [{ id, removed: true }] }, t('fields_option_removed', name));
              }}
            />
          )}
        </div>
      ))}
      {offered.length < MOST_OPTIONS && (
        <div data-new>
          <KeptField
            key={added}
            label={t('fields_option_new', field.name)}
            hint={t('fields_option_hint')}
            isBare
            maxLength={LONGEST_FIELD}
            stored=""
            check={(text) => check(text, null)}
            onKeep={add}
          />
        </div>
      )}
    </div>
  );
}
