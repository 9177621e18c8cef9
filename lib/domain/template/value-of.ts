// What a field of a template says about this person at this moment.
import { addressOf } from './address';
import type { Field, Offset } from './fields';
import { literal } from './literal';
import { dateText, dayAway, greetingText, weekdayText, type Language } from './moment';
import { occasionText } from './occasion-text';
import type { Values } from './values';

/** What a template names: a field, or what the rep keeps under a name of their own. */
export type Named = { kind: 'value'; field: Field; offset: Offset | null } | { kind: 'own'; name: string };

/** What a field says, on one line; empty when nothing is known. */
export function valueOf(node: Named, values: Values, language: Language): string {
  if (node.kind === 'own') return literal(Object.hasOwn(values.own, node.name) ? values.own[node.name]! : '');
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

/** Every reply calls the person by the same name, which takes longer to find out than the rest of the reply. */
const called = new WeakMap<Values, string>();
function calledBy(values: Values): string {
  const known = called.get(values) ?? addressOf(values.name ?? '');
  called.set(values, known);
  return known;
}
