// What the rep's own fields say of a contact, each changed where it stands.
import { useId } from 'preact/hooks';
import { LONGEST_VALUE } from '../../lib/domain/own-value';
import type { Answer } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { OwnOptions } from '../OwnOptions';
import { optionsOf, wrongValue } from '../own-words';
import { Field, KeptField } from './Field';
import { hashOf } from './route';

export type OwnValues = Answer<'field.values'>['values'];

/** `onSay` says whether it was taken. */
export function OwnFields({ values, onSay }: { values: OwnValues; onSay: (field: string, value: string) => Promise<boolean> }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('fields_title')}</h2>
      {values.length > 0 && (
        <div class="ws-life-form">
          {values.map((one) => (
            <OwnValue key={one.field.id} {...one} onSay={(value) => onSay(one.field.id, value)} />
          ))}
        </div>
      )}
      <p class="ws-about">
        {values.length === 0 && t('fields_none')} <a href={hashOf('settings')}>{t(values.length === 0 ? 'fields_make' : 'fields_edit')}</a>
      </p>
    </section>
  );
}

function OwnValue({ field, value, onSay }: OwnValues[number] & { onSay: (value: string) => Promise<boolean> }) {
  const options = optionsOf(field, value);
  if (options)
    return (
      <Field label={field.name}>
        <select class="field private" value={value} onChange={({ currentTarget }) => void onSay(currentTarget.value)}>
          <OwnOptions options={options} />
        </select>
      </Field>
    );
  return (
    <KeptField
      label={field.name}
      type={field.kind === 'date' ? 'date' : 'text'}
      wide={field.kind === 'text'}
      isPrivate
      maxLength={LONGEST_VALUE}
      stored={value}
      check={(text) => wrongValue(field, text)}
      onKeep={onSay}
    />
  );
}
