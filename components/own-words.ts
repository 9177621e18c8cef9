// The rep's own fields in words: what a value says, and what is wrong with one or with a name.
import { isDay, type Day } from '../lib/domain/day';
import type { OwnField } from '../lib/domain/own-field';
import { readOwnValue, wrongFieldName, type OwnKind } from '../lib/domain/own-value';
import { dateInWords } from '../lib/words/dates';
import { t, type WordKey } from '../lib/words/words';

/** A field as the screens know it. */
export type ShownField = Omit<OwnField, 'createdAt' | 'updatedAt'>;

export const KIND_NAMES: Record<OwnKind, WordKey> = {
  text: 'fields_kind_text',
  number: 'fields_kind_number',
  date: 'fields_kind_date',
  yesno: 'fields_kind_yesno',
  choice: 'fields_kind_choice',
};

/** What stands to choose from, as it is kept and in words; null where one writes. A removed option stays for whom it was chosen. */
export function optionsOf({ kind, options }: ShownField, value: string): { id: string; name: string }[] | null {
  if (kind === 'yesno')
    return [
      { id: 'yes', name: t('fields_yes') },
      { id: 'no', name: t('fields_no') },
    ];
  return kind === 'choice' ? options.filter(({ id, removed }) => !removed || id === value) : null;
}

/** A kept value in words; empty for what is none. */
export function valueInWords(field: ShownField, value: string, today: Day): string {
  const options = optionsOf(field, value);
  if (options) return options.find(({ id }) => id === value)?.name ?? '';
  return field.kind === 'date' && isDay(value) ? dateInWords(value, today) : value;
}

/** What is wrong with a value, or null. */
export function wrongValue(field: ShownField, text: string): string | null {
  if (readOwnValue(field, text) !== null) return null;
  return t(field.kind === 'number' ? 'fields_wrong_number' : 'fields_wrong_value');
}

const WRONG_NAMES: Record<NonNullable<ReturnType<typeof wrongFieldName>>, WordKey> = {
  empty: 'fields_wrong_name',
  sign: 'fields_wrong_sign',
  taken: 'fields_wrong_taken',
};
/** What is wrong with a name, or null; `own` is the field that has it. */
export function wrongName(fields: readonly ShownField[], own: string | null, name: string): string | null {
  const wrong = wrongFieldName(fields, own, name);
  return wrong && t(WRONG_NAMES[wrong]);
}
