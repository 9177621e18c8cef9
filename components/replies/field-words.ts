// Words for what a template can name.
import { FIELDS, type Field } from '../../lib/domain/template/fields';
import type { OfferedReply } from '../../lib/messages/protocol';
import { t, type WordKey } from '../../lib/words/words';

const WORDS: Record<Field, WordKey> = {
  name: 'field_name',
  first_name: 'field_first_name',
  company: 'field_company',
  last_promise: 'field_last_promise',
  next_date: 'field_next_date',
  occasion: 'field_occasion',
  greeting: 'field_greeting',
  date: 'field_date',
  weekday: 'field_weekday',
};

export const fieldLabel = (field: Field): string => t(WORDS[field]);

/** What a blank is called in the form: the template's own name for it, or what of the person is not known. */
export function labelOf({ name, kind }: Pick<OfferedReply['blanks'][number], 'name' | 'kind'>): string {
  const field = kind === 'field' ? FIELDS.find((one) => one === name) : undefined;
  return field ? fieldLabel(field) : name;
}
