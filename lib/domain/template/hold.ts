// Whether a condition of a template is true of this person. What is not known is no value: `tier=deep` is false then, `tier!=deep` true.
import type { Condition } from './conditions';
import { plainWord } from './fields';
import type { Language } from './moment';
import { ownNamed, ownWords, valueOf, type Named } from './value-of';
import type { Values } from './values';

export function conditionHolds(condition: Condition, values: Values, language: Language): boolean {
  if ('named' in condition) return isSo(condition.named, values, language) !== condition.not;
  if ('own' in condition) return ownWords(values, condition.own).some((word) => condition.values.includes(word)) !== condition.not;
  const { about, not } = condition;
  const present =
    about === 'tag'
      ? values.tags
      : about === 'stage'
        ? values.stage
        : about === 'language'
          ? [language]
          : about === 'type'
            ? [values.type]
            : [values.tier];
  const plain = present.map((one) => (one === null ? '' : plainWord(one)));
  return condition.values.some((value) => plain.includes(value)) !== not;
}

/** Whether anything is known of a field; a field of yes and no has to say yes. */
function isSo(named: Named, values: Values, language: Language): boolean {
  const value = named.kind === 'own' ? ownNamed(values, named.name)?.value : null;
  return value && 'yes' in value ? value.yes : valueOf(named, values, language) !== '';
}
