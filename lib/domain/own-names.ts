// The fields the rep invented, as a template speaks of them: by name, with what they say of somebody.
import { isDay } from './day';
import type { OwnField } from './own-field';
import { plainWord } from './template/fields';
import { readTag } from './template/tag';
import type { OwnValue, Values } from './template/values';

/** What a kept value says; null is nothing, also for what is no value of the field. */
export function ownValue({ kind, options }: Pick<OwnField, 'kind' | 'options'>, value: string): OwnValue | null {
  if (value === '') return null;
  // A file may hold any text.
  if (kind === 'date') return isDay(value) ? { on: value } : null;
  if (kind === 'yesno') return { yes: value === 'yes' };
  if (kind !== 'choice') return { text: value };
  const option = options.find(({ id }) => id === value);
  return option ? { text: option.name } : null;
}

/** By every name that a template may say; names of today go before those that a field had once. */
export function ownNames(fields: readonly { field: Pick<OwnField, 'name' | 'was' | 'kind' | 'options'>; value: string }[]): Values['own'] {
  const names = new Map<string, OwnValue | null>();
  const add = (name: string, value: OwnValue | null) => {
    const plain = plainWord(name);
    if (!names.has(plain)) names.set(plain, value);
  };
  const all = fields.map(({ field, value }) => ({ field, value: ownValue(field, value) }));
  for (const { field, value } of all) add(field.name, value);
  for (const { field, value } of all) for (const name of field.was) add(name, value);
  return [...names].map(([name, value]) => ({ name, value }));
}

/** How a template names a field: bare, or with `field:` where the word alone would mean something else. */
export function spellingOfOwn(name: string, language: 'en' | 'zh'): string {
  const { tag, word } = readTag(name);
  const isPlain = tag?.kind === 'own' && tag.isBare && word === name;
  return isPlain ? `{{${name}}}` : `{{${language === 'zh' ? '字段' : 'field'}:${name}}}`;
}
