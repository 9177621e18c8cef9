// An invented person for trying a reply on.
import type { Values } from '../../lib/domain/template/values';
import { addDays, type Day } from '../../lib/domain/day';
import { ownNames } from '../../lib/domain/own-names';
import { inUse } from '../../lib/domain/own-value';
import { languageTag, t } from '../../lib/words/words';
import type { ShownField } from '../own-words';

/** A text shows the field's own name: whatever it may be about, that is no lie. */
function sampleValue({ name, kind, options }: ShownField, today: Day): string {
  const samples = {
    text: name,
    number: '3',
    date: addDays(today, 9),
    yesno: 'yes',
    choice: options.find(({ removed }) => !removed)?.id ?? '',
  };
  return samples[kind];
}

/** Everything is known of them, so that every field has something to show, the rep's own `fields` too. */
export function samplePerson(today: Day, hour: number, locale: string, fields: readonly ShownField[]): Values {
  return {
    name: t('work_sample_name'),
    company: t('work_sample_company'),
    promise: t('work_sample_promise'),
    date: { on: addDays(today, 9), kind: 'birthday', label: '' },
    type: 'customer',
    tier: 'deep',
    stage: [],
    tags: [],
    own: ownNames(inUse(fields).map((field) => ({ field, value: sampleValue(field, today) }))),
    today,
    hour,
    language: languageTag() === 'zh-CN' ? 'zh' : 'en',
    locale,
  };
}
