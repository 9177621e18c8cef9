// What a field of a template says about this person at this moment.
import { addressOf } from './address';
import { plainWord, type Field, type Offset } from './fields';
import { literal } from './literal';
import { dateText, dayAway, greetingText, weekdayText, type Language } from './moment';
import { occasionText } from './occasion-text';
import type { OwnValue, Values } from './values';

/** What a template names: a field, or what the rep keeps under a name of their own. */
export type Named = { kind: 'value'; field: Field; offset: Offset | null } | { kind: 'own'; name: string };

/** What a field says, on one line; empty when nothing is known. */
export function valueOf(node: Named, values: Values, language: Language): string {
  if (node.kind === 'own') {
    const value = ownNamed(values, node.name)?.value ?? null;
    return value === null ? '' : ownText(value, values, language);
  }
  const { date } = values;
  switch (node.field) {
    case 'name':
      return literal(values.name ?? '');
    case 'first_name':
      return calledBy(values);
    case 'company':
      return literal(values.company);
    case 'last_promise':
      return literal(values.promise);
    case 'next_date':
      return date ? dateText(date.on, values, language, values.locale) : '';
    case 'occasion':
      return date ? literal(occasionText(date, language)) : '';
    case 'greeting':
      return greetingText(values.hour, language);
    case 'date':
      return dateText(dayAway(values.today, node.offset), values, language, values.locale);
    case 'weekday':
      return weekdayText(dayAway(values.today, node.offset), language, values.locale);
  }
}

/** The field the rep invented under this name, or null where there is none. */
export const ownNamed = ({ own }: Values, name: string): Values['own'][number] | null => {
  const plain = plainWord(name);
  return own.find((one) => one.name === plain) ?? null;
};

const YES: Record<Language, readonly [no: string, yes: string]> = { en: ['no', 'yes'], zh: ['否', '是'] };

function ownText(value: OwnValue, values: Values, language: Language): string {
  if ('text' in value) return literal(value.text);
  return 'on' in value ? dateText(value.on, values, language, values.locale) : YES[language][Number(value.yes)]!;
}

/** Every word that a condition can ask for, in plain form: of yes and no those of both languages, of a day `2026-03-02`. */
export function ownWords(values: Values, name: string): string[] {
  const value = ownNamed(values, name)?.value ?? null;
  if (value === null) return [];
  if ('text' in value) return [plainWord(literal(value.text))];
  return 'on' in value ? [value.on] : [YES.en[Number(value.yes)]!, YES.zh[Number(value.yes)]!];
}

/** Every reply calls the person by the same name, which takes longer to find out than the rest of the reply. */
const called = new WeakMap<Values, string>();
function calledBy(values: Values): string {
  const known = called.get(values) ?? addressOf(values.name ?? '');
  called.set(values, known);
  return known;
}
